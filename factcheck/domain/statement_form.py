"""Statements, details and attributions as plain JSON and back, for events, origins and rows.

Spans are written as [start, end) pairs in code points of the draft.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span


def details_form(details: Sequence[Detail]) -> list[Json]:
    """Details as [type, start, end, normalized, resolved]."""
    return [[d.type.value, d.span.start, d.span.end, d.normalized, d.resolved] for d in details]


def details_of(form: Json) -> tuple[Detail, ...]:
    """The details that `details_form` wrote. Raises ValueError or TypeError for anything else."""
    rows = cast("list[tuple[str, int, int, str | None, str | None]]", form)
    return tuple(
        Detail(DetailType(kind), Span(start, end), normalized, resolved)
        for kind, start, end, normalized, resolved in rows
    )


def _span_form(span: Span | None) -> Json:
    return None if span is None else [span.start, span.end]


def _span_of(form: Json) -> Span | None:
    if form is None:
        return None
    start, end = cast("tuple[int, int]", form)
    return Span(start, end)


def attributions_form(attributions: Sequence[Attribution]) -> list[Json]:
    """Attributions as objects with spans as pairs."""
    return [
        {
            "source": _span_form(a.source),
            "speaker": a.speaker,
            "cue": _span_form(a.cue),
            "content": [_span_form(c) for c in a.content],
            "inferred": a.is_inferred,
            "within": a.within,
        }
        for a in attributions
    ]


def attributions_of(form: Json) -> tuple[Attribution, ...]:
    """The attributions that `attributions_form` wrote. Raises ValueError, KeyError or TypeError else."""
    return tuple(
        Attribution(
            source=_span_of(a["source"]),
            speaker=cast("str", a["speaker"]),
            cue=_span_of(a["cue"]),
            content=tuple(Span(*c) for c in cast("list[tuple[int, int]]", a["content"])),
            is_inferred=cast("bool", a["inferred"]),
            within=cast("int | None", a["within"]),
        )
        for a in cast("list[Mapping[str, Json]]", form)
    )


def statement_form(statement: Statement) -> dict[str, Json]:
    """A statement before anything was done about it, as the event that adds it carries it."""
    return {
        "id": statement.id,
        "draft": statement.draft_id,
        "block": statement.block,
        "kind": statement.kind.value,
        "span": _span_form(statement.span),
        "exact": statement.exact,
        "details": details_form(statement.details),
        "attributions": attributions_form(statement.attributions),
    }


def statement_of(article_id: str, form: Json) -> Statement:
    """The statement that `statement_form` wrote. Raises ValueError, KeyError or TypeError else."""
    fields = cast("Mapping[str, Json]", form)
    start, end = cast("tuple[int, int]", fields["span"])
    return Statement(
        id=cast("str", fields["id"]),
        article_id=article_id,
        draft_id=cast("str", fields["draft"]),
        block=cast("int", fields["block"]),
        kind=BlockKind(cast("str", fields["kind"])),
        span=Span(start, end),
        exact=cast("str", fields["exact"]),
        details=details_of(fields["details"]),
        attributions=attributions_of(fields["attributions"]),
    )
