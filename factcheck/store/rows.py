"""A statement as the columns of its row and back: the one place that knows both."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import DecodeError
from msgspec.json import decode, encode

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.mark import mark_of
from factcheck.domain.progress import is_unanswered, open_links, open_queries
from factcheck.domain.statement import Attribution, Detail, Flag, Statement
from factcheck.domain.statement_form import attributions_form, attributions_in, details_form, details_in
from factcheck.domain.text import Span
from factcheck.domain.verdict import Answer, Basis, Verdict

if TYPE_CHECKING:
    from factcheck.domain.source import Lead

Value = str | int | None

_ANSWER = ("verdict", "left_to_speaker", "basis", "given_for", "by", "at")

STATEMENT_COLUMNS = (
    "id",
    "article_id",
    "draft_id",
    "block",
    "kind",
    "start_offset",
    "end_offset",
    "exact",
    "details",
    "attributions",
    *(f"said_{name}" for name in _ANSWER),
    *(f"so_{name}" for name in _ANSWER),
    "private_note",
    "public_note",
    "flags",
    "is_for_publication",
    "excluded",
    "citations",
    "ticks",
    "queries",
    "suggested",
    "links",
    "hearing",
    "leads",
    "overrides",
    "removed",
    "are_attributions_by_hand",
    "version",
    "changed_by",
    "changed_at",
)
"""What a statement is read from."""
DERIVED_COLUMNS = (
    "said_sign",
    "so_sign",
    "citation_count",
    "open_queries",
    "open_links",
    "is_unanswered",
    "gone_over",
    "work_state",
)
"""What lists and margins look for, derived from the rest when a row is written."""
ROW_COLUMNS = (*STATEMENT_COLUMNS, *DERIVED_COLUMNS)


def dump(form: Json) -> str:
    """JSON as it stands in a column."""
    return encode(form).decode()


def parsed(column: str) -> Any:
    """What `dump` wrote. Raises ValueError for anything else. Of a long article, reading this is most of the work."""
    try:
        return decode(column)
    except DecodeError as error:
        raise ValueError(str(error)) from error


def details_column(details: Sequence[Detail]) -> str:
    """Details as they stand in a column."""
    return dump(details_form(details)) if details else "[]"


def attributions_column(attributions: Sequence[Attribution]) -> str:
    """Attributions as they stand in a column."""
    return dump(attributions_form(attributions)) if attributions else "[]"


def _answer_values(prefix: str, answer: Answer | None) -> dict[str, Value]:
    values: tuple[Value, ...] = (None, 0, None, None, None, None)
    if answer is not None:
        values = (
            answer.verdict.value if answer.verdict else None,
            int(answer.is_left_to_speaker),
            answer.basis.value if answer.basis else None,
            answer.given_for,
            answer.by,
            answer.at,
        )
    return {f"{prefix}_{name}": value for name, value in zip(_ANSWER, values, strict=True)}


def _work_values(statement: Statement) -> dict[str, Value]:
    return {
        "citations": _forms(statement.citations),
        "ticks": _forms(statement.ticks),
        "queries": _forms(statement.queries),
        "suggested": _form_or_none(statement.suggested),
        "links": _forms(statement.links),
        "hearing": _form_or_none(statement.hearing),
        "leads": leads_column(statement.leads),
        "removed": dump(sorted(statement.removed)) if statement.removed else "[]",
        "are_attributions_by_hand": int(statement.are_attributions_by_hand),
        "citation_count": len(statement.citations),
        "open_queries": open_queries(statement),
        "open_links": open_links(statement),
        "is_unanswered": int(is_unanswered(statement)),
    }


def _forms(values: Sequence[Any]) -> str:
    if not values:
        return "[]"
    from factcheck.domain.work_form import forms_of

    return dump(forms_of(values))


def _form_or_none(value: Any | None) -> str | None:
    if value is None:
        return None
    from factcheck.domain.work_form import form_of

    return dump(form_of(value))


def leads_column(leads: "Sequence[Lead]") -> str:
    """Source leads as they stand in a column."""
    return _forms(leads)


def let_stand_values(statement: Statement) -> dict[str, Value]:
    """The columns that differ when nothing but what an editor lets stand does."""
    return {
        "overrides": _forms(statement.overrides),
        "version": statement.version,
        "changed_by": statement.changed_by,
        "changed_at": statement.changed_at,
    }


def leads_of(column: str) -> "tuple[Lead, ...]":
    """The source leads of a column."""
    return _values("leads", column)


def _values(name: str, column: str) -> tuple[Any, ...]:
    """What hangs on a statement. Most columns are empty: what could be in them is loaded when something is."""
    return () if column == "[]" else _several(name)(column)


@cache
def _several(name: str) -> Callable[[str], tuple[Any, ...]]:
    from factcheck.domain.work_form import values_reader

    return values_reader(name)


def _value_or_none(name: str, column: str | None) -> Any:
    if column is None:
        return None
    from factcheck.domain.work_form import value_reader

    return value_reader(name)(column)


def statement_row(statement: Statement) -> dict[str, Value]:
    """The whole row of a statement, the columns that are derived from it included."""
    mark = mark_of(statement)
    return {
        "id": statement.id,
        "article_id": statement.article_id,
        "draft_id": statement.draft_id,
        "block": statement.block,
        "kind": statement.kind.value,
        "start_offset": statement.span.start,
        "end_offset": statement.span.end,
        "exact": statement.exact,
        "details": details_column(statement.details),
        "attributions": attributions_column(statement.attributions),
        **_answer_values("said", statement.said),
        **_answer_values("so", statement.so),
        "said_sign": mark.said.value if mark.said else None,
        "so_sign": mark.so.value,
        "private_note": statement.private_note,
        "public_note": statement.public_note,
        "flags": dump(sorted(flag.value for flag in statement.flags)),
        "is_for_publication": int(statement.is_for_publication),
        "excluded": statement.excluded,
        **_work_values(statement),
        "gone_over": dump([[span.start, span.end] for span in mark.gone_over]) if mark.gone_over else "[]",
        "work_state": mark.state.value,
        **let_stand_values(statement),
    }


def statement_of_row(row: Sequence[Any]) -> Statement:
    """The statement of a row in the order of STATEMENT_COLUMNS. Raises ValueError or TypeError when damaged."""
    (
        statement_id, article_id, draft_id, block, kind, start, end, exact, details, attributions,
        said_verdict, said_is_left, said_basis, said_given_for, said_by, said_at,
        so_verdict, so_is_left, so_basis, so_given_for, so_by, so_at,
        private_note, public_note, flags, is_for_publication, excluded,
        citations, ticks, queries, suggested, links, hearing, leads, overrides, removed, are_attributions_by_hand,
        version, changed_by, changed_at,
    ) = row  # fmt: skip
    return Statement(  # by place and not by name, which takes six times as long: in the order of its fields
        statement_id,
        article_id,
        draft_id,
        block,
        BlockKind(kind),
        Span(start, end),
        exact,
        () if details == "[]" else details_in(details),
        () if attributions == "[]" else attributions_in(attributions),
        _answer(said_verdict, said_is_left, said_basis, said_given_for, said_by, said_at),
        _answer(so_verdict, so_is_left, so_basis, so_given_for, so_by, so_at),
        private_note,
        public_note,
        flags_of(flags),
        bool(is_for_publication),
        excluded,
        _values("citations", citations),
        _values("ticks", ticks),
        _values("queries", queries),
        _value_or_none("suggested", suggested),
        _values("links", links),
        _value_or_none("hearing", hearing),
        leads_of(leads),
        _values("overrides", overrides),
        _NONE_REMOVED if removed == "[]" else frozenset(parsed(removed)),
        bool(are_attributions_by_hand),
        version,
        changed_by,
        changed_at,
    )


def _answer(  # the columns of _ANSWER
    verdict: str | None, is_left: int, basis: str | None, given_for: str | None, by: str, at: str
) -> Answer | None:
    if given_for is None:
        return None
    return Answer(
        verdict=None if verdict is None else Verdict(verdict),
        given_for=given_for,
        by=by,
        at=at,
        basis=None if basis is None else Basis(basis),
        is_left_to_speaker=bool(is_left),
    )


def flags_of(column: str) -> frozenset[Flag]:
    """The flags of a column."""
    return _NO_FLAGS if column == "[]" else frozenset(Flag(flag) for flag in parsed(column))


_NO_FLAGS: frozenset[Flag] = frozenset()
_NONE_REMOVED: frozenset[str] = frozenset()
