"""Statements, details and attributions as plain JSON and back, for events, origins and rows.

Spans are written as [start, end) pairs in code points of the draft.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from msgspec import DecodeError, convert
from msgspec.json import Decoder

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.statement import Attribution, Detail, Statement
from factcheck.domain.text import Span

T = TypeVar("T")


def details_form(details: Sequence[Detail]) -> list[Json]:
    """Details as [type, start, end, normalized, resolved], with a further true for those put by hand."""
    return [detail_form(d) for d in details]


def detail_form(detail: Detail) -> list[Json]:
    """One detail, as `details_form` writes it."""
    form: list[Json] = [
        detail.type.value,
        detail.start,
        detail.end,
        detail.normalized,
        detail.resolved,
    ]
    return [*form, True] if detail.is_by_hand else form


_Details = tuple[Detail, ...]
_Attributions = tuple[Attribution, ...]
_DETAILS, _TO_DETAILS = Decoder(_Details), partial(convert, type=_Details)
_ATTRIBUTIONS, _TO_ATTRIBUTIONS = Decoder(_Attributions), partial(convert, type=_Attributions)


def details_of(form: Json) -> tuple[Detail, ...]:
    """The details that `details_form` wrote. Raises ValueError for anything else."""
    return _placed(_read(_TO_DETAILS, form))


def details_in(column: str) -> tuple[Detail, ...]:
    """The details in the JSON of `details_form`. Raises ValueError for anything else."""
    return _placed(_read(_DETAILS.decode, column))


def detail_of(form: Json) -> Detail:
    """The detail that `detail_form` wrote. Raises ValueError for anything else."""
    return details_of([form])[0]


def _placed(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    for detail in details:
        if detail.end <= detail.start:
            raise ValueError(f"not a span: [{detail.start}, {detail.end})")
    return details


def _read(read: Callable[[Any], T], what: Json) -> T:
    try:
        return read(what)
    except DecodeError as error:
        raise ValueError(str(error)) from error


def span_form(span: Span | None) -> Json:
    """A span as a pair."""
    return None if span is None else [span.start, span.end]


def span_of(form: Json) -> Span | None:
    """The span that `span_form` wrote. Raises ValueError or TypeError for anything else."""
    if form is None:
        return None
    start, end = cast("tuple[int, int]", form)
    return Span(start, end)


def attributions_form(attributions: Sequence[Attribution]) -> list[Json]:
    """Attributions as objects with spans as pairs."""
    return [
        {
            "source": span_form(a.source),
            "speaker": a.speaker,
            "cue": span_form(a.cue),
            "content": [span_form(c) for c in a.content],
            "inferred": a.is_inferred,
            "within": a.within,
        }
        for a in attributions
    ]


def attributions_of(form: Json) -> tuple[Attribution, ...]:
    """The attributions that `attributions_form` wrote. Raises ValueError for anything else."""
    return _read(_TO_ATTRIBUTIONS, form)


def attributions_in(column: str) -> tuple[Attribution, ...]:
    """The attributions in the JSON of `attributions_form`. Raises ValueError for anything else."""
    return _read(_ATTRIBUTIONS.decode, column)


def statement_form(statement: Statement) -> dict[str, Json]:
    """A statement before anything was done about it, as the event that adds it carries it.

    What a hand has decided about its words is in it when it was cut out of another one.
    """
    return {
        "id": statement.id,
        "draft": statement.draft_id,
        "block": statement.block,
        "kind": statement.kind.value,
        "span": span_form(statement.span),
        "exact": statement.exact,
        "details": details_form(statement.details),
        "attributions": attributions_form(statement.attributions),
        **by_hand_form(statement.removed, are_attributions_by_hand=statement.are_attributions_by_hand),
    }


def by_hand_form(removed: frozenset[str], *, are_attributions_by_hand: bool) -> dict[str, Json]:
    """What a hand has decided about details and attributions, where it has."""
    form: dict[str, Json] = {"removed": sorted(removed)} if removed else {}
    return form | {"attributions_by_hand": True} if are_attributions_by_hand else form


def removed_of(form: Mapping[str, Json]) -> frozenset[str]:
    """The hashes of the details that a hand has taken off, as `by_hand_form` wrote them."""
    return frozenset(cast("list[str]", form.get("removed", [])))


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
        removed=removed_of(fields),
        are_attributions_by_hand=bool(fields.get("attributions_by_hand", False)),
    )
