"""What checking leaves on a statement: citations, ticks, queries, suggested wording, links. Steps of the fold."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar, cast

from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import STARTS_A_SOURCE, Event, EventKind
from factcheck.domain.link import Link
from factcheck.domain.override import Blocker, Override
from factcheck.domain.query import ChangeState, Hearing, Query, QueryState, SuggestedWording
from factcheck.domain.source import Attachment, Citation, Source
from factcheck.domain.statement import Statement
from factcheck.domain.tick import Tick, TickState
from factcheck.domain.work_form import form_of, value_of

Step = Callable[[Statement, Event], Statement]


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)


def without(values: Sequence[T], wanted: str) -> tuple[T, ...]:
    """The values except the one with this id."""
    return tuple(v for v in values if v.id != wanted)


def changed(values: Sequence[T], wanted: str, change: Callable[[T], T]) -> tuple[T, ...]:
    """The values with the one of this id changed, in its place."""
    return tuple(change(v) if v.id == wanted else v for v in values)


# ---------------------------------------------------------------------------------------------- citations


def _cited(state: Statement, event: Event) -> Statement:
    citation = replace(value_of(Citation, event.payload["citation"]), by=event.actor, at=event.at)
    return replace(state, citations=(*without(state.citations, citation.id), citation))


def _citation_changed(state: Statement, event: Event) -> Statement:
    citation = replace(value_of(Citation, event.payload["citation"]), by=event.actor, at=event.at)
    return replace(state, citations=changed(state.citations, citation.id, lambda _: citation))


def _citation_removed(state: Statement, event: Event) -> Statement:
    return replace(state, citations=without(state.citations, event.text("citation")))


def _lead_used(state: Statement, event: Event) -> Statement:
    used = changed(state.leads, event.text("lead"), lambda lead: replace(lead, is_used=True))
    return replace(state, leads=used)


# -------------------------------------------------------------------------------------------------- ticks


def _ticked(state: Statement, event: Event) -> Statement:
    is_wrong = event.kind is EventKind.MARKED_WRONG
    tick = Tick(
        given_for=event.text("given_for"),
        occurrence=cast("int", event.payload["occurrence"]),
        state=TickState.WRONG if is_wrong else TickState.TICKED,
        by=event.actor,
        at=event.at,
        right=cast("str | None", event.payload.get("right")),
    )
    return replace(state, ticks=(*_other_ticks(state, event), tick))


def _unticked(state: Statement, event: Event) -> Statement:
    return replace(state, ticks=_other_ticks(state, event))


def _other_ticks(state: Statement, event: Event) -> tuple[Tick, ...]:
    this = (event.text("given_for"), event.payload["occurrence"])
    return tuple(t for t in state.ticks if (t.given_for, t.occurrence) != this)


# ----------------------------------------------------------------------------------- queries and wordings


def _query_asked(state: Statement, event: Event) -> Statement:
    query = replace(value_of(Query, event.payload["query"]), by=event.actor, at=event.at)
    return replace(state, queries=(*without(state.queries, query.id), query))


def _query_answered(state: Statement, event: Event) -> Statement:
    answer = event.text("answer")
    return _with_query(state, event, lambda q: replace(q, answer=answer, state=QueryState.ANSWERED))


def _query_closed(state: Statement, event: Event) -> Statement:
    return _with_query(state, event, lambda q: replace(q, state=QueryState.CLOSED))


def _query_reopened(state: Statement, event: Event) -> Statement:
    return _with_query(state, event, lambda q: replace(q, state=QueryState.OPEN))


def _with_query(state: Statement, event: Event, change: Callable[[Query], Query]) -> Statement:
    return replace(state, queries=changed(state.queries, event.text("query"), change))


def _wording_suggested(state: Statement, event: Event) -> Statement:
    form = {**event.payload, "state": ChangeState.PENDING.value, "by": event.actor, "at": event.at}
    return replace(state, suggested=value_of(SuggestedWording, form))


def _wording_decided(state: Statement, event: Event) -> Statement:
    if state.suggested is None:
        return state
    became = ChangeState(event.text("state"))
    by, at = (None, None) if became is ChangeState.PENDING else (event.actor, event.at)
    return replace(state, suggested=replace(state.suggested, state=became, decided_by=by, decided_at=at))


def _wording_withdrawn(state: Statement, event: Event) -> Statement:
    return replace(state, suggested=None)


def _criticism_put(state: Statement, event: Event) -> Statement:
    answer = state.hearing.answer if state.hearing else ""
    return replace(state, hearing=Hearing(event.text("put_to"), event.text("put_at"), answer))


def _criticism_answered(state: Statement, event: Event) -> Statement:
    if state.hearing is None:
        return state
    return replace(state, hearing=replace(state.hearing, answer=event.text("answer")))


# -------------------------------------------------------------------------------------------------- links


def _linked(state: Statement, event: Event) -> Statement:
    link = replace(value_of(Link, event.payload["link"]), by=event.actor, at=event.at)
    return replace(state, links=(*without(state.links, link.id), link))


def _link_confirmed(state: Statement, event: Event) -> Statement:
    here, there = event.text("here"), event.text("there")
    return _with_link(state, event, lambda x: replace(x, here=here, there=there, there_now=there))


def _link_settled(state: Statement, event: Event) -> Statement:
    why = event.text("why")
    return _with_link(state, event, lambda x: replace(x, settled=why))


def _link_opened(state: Statement, event: Event) -> Statement:
    return _with_link(state, event, lambda x: replace(x, settled=None))


def _link_removed(state: Statement, event: Event) -> Statement:
    return replace(state, links=without(state.links, event.text("link")))


def _link_end_changed(state: Statement, event: Event) -> Statement:
    now = event.text("there_now")
    return _with_link(state, event, lambda x: replace(x, there_now=now))


def _link_end_replaced(state: Statement, event: Event) -> Statement:
    other, now = event.text("other"), event.text("there_now")
    return _with_link(state, event, lambda x: replace(x, other=other, there_now=now))


def _with_link(state: Statement, event: Event, change: Callable[[Link], Link]) -> Statement:
    return replace(state, links=changed(state.links, event.text("link"), change))


# ------------------------------------------------------------------------------------------ let stand (stet)


def _let_stand(state: Statement, event: Event) -> Statement:
    form = {**cast("dict[str, Json]", event.payload["override"]), "recorded_by": event.actor, "at": event.at}
    override = value_of(Override, form)
    return replace(state, overrides=(*_other_overrides(state, override.blocker), override))


def _stet_taken_back(state: Statement, event: Event) -> Statement:
    return replace(state, overrides=_other_overrides(state, Blocker(event.text("blocker"))))


def _other_overrides(state: Statement, blocker: Blocker) -> tuple[Override, ...]:
    return tuple(o for o in state.overrides if o.blocker is not blocker)


WORK_STEPS: dict[EventKind, Step] = {
    EventKind.CITED: _cited,
    EventKind.CITATION_CHANGED: _citation_changed,
    EventKind.CITATION_REMOVED: _citation_removed,
    EventKind.LEAD_USED: _lead_used,
    EventKind.TICKED: _ticked,
    EventKind.MARKED_WRONG: _ticked,
    EventKind.UNTICKED: _unticked,
    EventKind.QUERY_ASKED: _query_asked,
    EventKind.QUERY_ANSWERED: _query_answered,
    EventKind.QUERY_CLOSED: _query_closed,
    EventKind.QUERY_REOPENED: _query_reopened,
    EventKind.WORDING_SUGGESTED: _wording_suggested,
    EventKind.WORDING_DECIDED: _wording_decided,
    EventKind.WORDING_WITHDRAWN: _wording_withdrawn,
    EventKind.CRITICISM_PUT: _criticism_put,
    EventKind.CRITICISM_ANSWERED: _criticism_answered,
    EventKind.LINKED: _linked,
    EventKind.LINK_CONFIRMED: _link_confirmed,
    EventKind.LINK_SETTLED: _link_settled,
    EventKind.LINK_OPENED: _link_opened,
    EventKind.LINK_REMOVED: _link_removed,
    EventKind.LINK_END_CHANGED: _link_end_changed,
    EventKind.LINK_END_REPLACED: _link_end_replaced,
    EventKind.STET: _let_stand,
    EventKind.STET_TAKEN_BACK: _stet_taken_back,
}


def source_step(source: Source | None, event: Event) -> Source | None:
    """A source after one more event of its stream."""
    if event.kind is STARTS_A_SOURCE:
        return value_of(Source, event.payload["source"])
    if source is None:
        return None
    match event.kind:
        case EventKind.SOURCE_CHANGED:
            return value_of(Source, form_of(source) | dict(event.payload))
        case EventKind.SOURCE_MERGED:
            return replace(source, merged_into=event.text("into"))
        case EventKind.EVIDENCE_ATTACHED:
            attached = value_of(Attachment, event.payload["attachment"])
            return replace(source, attachments=(*source.attachments, attached))
        case _:
            raise KeyError(event.kind)
