"""What editing changes in a statement: its words, who speaks in it, its details. Steps of the fold."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.event import Event, EventKind
from factcheck.domain.link import Link
from factcheck.domain.query import Hearing, Query, SuggestedWording
from factcheck.domain.source import Citation, Lead
from factcheck.domain.statement import Detail, Flag, Statement
from factcheck.domain.statement_form import attributions_of, detail_of, details_of, removed_of, span_of
from factcheck.domain.tick import Tick
from factcheck.domain.verdict import Answer
from factcheck.domain.work_form import value_of, values_of

DOUBTFUL = "in doubt"
"""What an answer was given for when it could be one of several places: no hash is ever equal to it."""

Step = Callable[[Statement, Event], Statement]


def _worded(state: Statement, event: Event) -> Statement:
    """Other boundaries: whatever was given for other words does not count by itself, through its hash."""
    span = span_of(event.payload["span"])
    if span is None:
        raise TypeError("statement_worded: span is missing")
    return replace(
        state,
        block=cast("int", event.payload["block"]),
        span=span,
        exact=event.text("exact"),
        details=details_of(event.payload["details"]),
        attributions=attributions_of(event.payload["attributions"]),
        removed=state.removed | removed_of(event.payload),
        are_attributions_by_hand=state.are_attributions_by_hand
        or bool(event.payload.get("attributions_by_hand", False)),
    )


def _revised(state: Statement, event: Event) -> Statement:
    """Its place and words in a new draft. An answer counts on through its hash, unless the place is in doubt."""
    worded = _worded(state, event)
    answers = {"said": state.said, "so": state.so}
    if event.payload.get("is_doubtful"):
        answers = {name: replace(one, given_for=DOUBTFUL) if one else None for name, one in answers.items()}
    return replace(
        worded,
        draft_id=event.text("draft"),
        kind=BlockKind(event.text("kind")),
        are_attributions_by_hand=bool(event.payload.get("attributions_by_hand", False)),
        said=answers["said"],
        so=answers["so"],
        overrides=() if event.payload.get("is_doubtful") else state.overrides,
    )


def _took_over(state: Statement, event: Event) -> Statement:
    """What hung on a statement that was joined to this one. Notes are put below those that are here.

    An answer comes along as it was given, where there is none yet: it counts by its hash, or is what it was.
    """
    form = cast("Mapping[str, Json]", event.payload["things"])
    there: dict[str, Any] = {
        "citations": (*state.citations, *values_of(Citation, form["citations"])),
        "ticks": (*state.ticks, *values_of(Tick, form["ticks"])),
        "queries": (*state.queries, *values_of(Query, form["queries"])),
        "links": (*state.links, *values_of(Link, form["links"])),
        "leads": (*state.leads, *values_of(Lead, form["leads"])),
        "flags": state.flags | {Flag(flag) for flag in cast("list[str]", form["flags"])},
        "private_note": _both(state.private_note, cast("str", form["private_note"])),
        "public_note": _both(state.public_note, cast("str", form["public_note"])),
    }
    for question in ("said", "so"):
        if form.get(question) is not None and getattr(state, question) is None:
            there[question] = value_of(Answer, form[question])
    if state.hearing is None and form["hearing"] is not None:
        there["hearing"] = value_of(Hearing, form["hearing"])
    if form.get("suggested") is not None:
        there["suggested"] = value_of(SuggestedWording, form["suggested"])
    return replace(state, **there)


def _both(one: str, other: str) -> str:
    return f"{one}\n{other}" if one and other else one or other


def _excluded(state: Statement, event: Event) -> Statement:
    return replace(state, excluded=event.text("reason"))


def _included(state: Statement, event: Event) -> Statement:
    return replace(state, excluded=None)


def _detail_put(state: Statement, event: Event) -> Statement:
    """A detail that a hand has added, or changed from what it was (`old`)."""
    new = replace(detail_of(event.payload["detail"]), is_by_hand=True)
    old = event.payload.get("old")
    rest = state.details if old is None else _without(state, old)
    details = tuple(sorted((*rest, new), key=lambda d: (d.span, d.type.value)))
    removed = state.removed - {state.detail_hash(new)}
    if old is not None:
        before = detail_of(old)
        if (before.type, before.span) != (new.type, new.span):
            removed |= {state.detail_hash(before)}
    return replace(state, details=details, removed=removed)


def _detail_removed(state: Statement, event: Event) -> Statement:
    form = event.payload["detail"]
    removed = state.removed | {state.detail_hash(detail_of(form))}
    return replace(state, details=_without(state, form), removed=removed)


def _without(state: Statement, form: Json) -> tuple[Detail, ...]:
    gone = detail_of(form)
    return tuple(d for d in state.details if (d.type, d.span) != (gone.type, gone.span))


def _attributions_set(state: Statement, event: Event) -> Statement:
    attributions = attributions_of(event.payload["attributions"])
    return replace(state, attributions=attributions, are_attributions_by_hand=True)


def _dates_resolved(state: Statement, event: Event) -> Statement:
    """The days and periods that dates mean, by their spans; what a hand has put stays."""
    rows = cast("list[tuple[int, int, str | None]]", event.payload["dates"])
    resolved = {(start, end): value for start, end, value in rows}
    details = tuple(
        d
        if d.is_by_hand or (d.start, d.end) not in resolved
        else replace(d, resolved=resolved[d.start, d.end])
        for d in state.details
    )
    return replace(state, details=details)


WORD_STEPS: dict[EventKind, Step] = {
    EventKind.STATEMENT_WORDED: _worded,
    EventKind.STATEMENT_REVISED: _revised,
    EventKind.STATEMENT_TOOK_OVER: _took_over,
    EventKind.STATEMENT_EXCLUDED: _excluded,
    EventKind.STATEMENT_INCLUDED: _included,
    EventKind.DETAIL_PUT: _detail_put,
    EventKind.DETAIL_REMOVED: _detail_removed,
    EventKind.ATTRIBUTIONS_SET: _attributions_set,
    EventKind.DATES_RESOLVED: _dates_resolved,
}
