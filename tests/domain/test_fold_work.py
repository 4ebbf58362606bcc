"""What checking and editing leave on a statement is what its events say, and undoing any of it takes it back."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import Event, EventKind
from factcheck.domain.fold import fold, fold_source
from factcheck.domain.link import Link, LinkType
from factcheck.domain.mark import gone_over
from factcheck.domain.progress import WorkState, is_gone_over, tally_of, work_state
from factcheck.domain.query import Addressee, ChangeKind, Query
from factcheck.domain.source import Attachment, Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import DetailType, Flag, Statement
from factcheck.domain.statement_form import attributions_form, details_form
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question
from factcheck.domain.work_form import form_of
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row, statement_row
from tests.build import said_statement

ORIGIN = said_statement()
NAME, NUMBER = (given_for for _, given_for, _ in ORIGIN.hard_details())
SHORTER: dict[str, Json] = {
    "block": 0,
    "span": [10, 28],
    "exact": ORIGIN.exact[:18],
    "details": details_form(ORIGIN.details[:1]),
    "attributions": attributions_form(ORIGIN.attributions),
}
LINK = Link("k1", LinkType.DENIES, "s2", True, ORIGIN.words_hash, "there", "there")
THINGS: dict[str, Json] = {
    "citations": [form_of(Citation("c2", "q1", Question.SO, Stance.SUPPORTS))],
    "ticks": [],
    "queries": [],
    "links": [],
    "leads": [],
    "flags": ["legal"],
    "private_note": "theirs",
    "public_note": "",
    "hearing": None,
}
KINDS: Mapping[EventKind, Mapping[str, Json]] = {
    EventKind.CITED: {"citation": form_of(Citation("c1", "q1", Question.SAID, Stance.SUPPORTS, "p. 3"))},
    EventKind.TICKED: {"given_for": NAME, "occurrence": 0},
    EventKind.MARKED_WRONG: {"given_for": NUMBER, "occurrence": 0, "right": "4"},
    EventKind.QUERY_ASKED: {"query": form_of(Query("q1", Addressee.AUTHOR, "How many days?"))},
    EventKind.WORDING_SUGGESTED: {
        "old": ORIGIN.exact,
        "new": "other words",
        "kind": ChangeKind.CORRECTION.value,
    },
    EventKind.CRITICISM_PUT: {"put_to": "Quill", "put_at": "2024-10-17"},
    EventKind.LINKED: {"link": form_of(LINK)},
    EventKind.STATEMENT_WORDED: SHORTER,
    EventKind.STATEMENT_TOOK_OVER: {"things": THINGS},
    EventKind.STATEMENT_RETIRED: {"into": "s2"},
    EventKind.STATEMENT_EXCLUDED: {"reason": "opinion"},
    EventKind.DETAIL_PUT: {"old": None, "detail": ["title", 16, 20, None, None]},
    EventKind.DETAIL_REMOVED: {"detail": ["name", 10, 15, None, None]},
    EventKind.ATTRIBUTIONS_SET: {"attributions": []},
    EventKind.DATES_RESOLVED: {"dates": [[31, 32, "2024-10-17"]]},
}


def event(kind: EventKind, payload: Mapping[str, Json], version: int = 1, group: str = "g1") -> Event:
    return Event(
        f"e{version}",
        "a1",
        "s1",
        version,
        kind,
        group,
        "ann",
        "dev",
        f"2024-10-17T10:00:0{version}Z",
        (),
        payload,
    )


def after(*done: tuple[EventKind, Mapping[str, Json]]) -> Statement:
    events = [event(kind, payload, n, f"g{n}") for n, (kind, payload) in enumerate(done, 1)]
    statement = fold(ORIGIN, events)
    assert statement is not None
    return statement


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.value)
def test_p06_undoing_it_leaves_what_was_before(kind: EventKind) -> None:
    done = event(kind, KINDS[kind])
    assert replace(fold(ORIGIN, [done]) or ORIGIN, version=0, changed_by=None, changed_at=None) != ORIGIN or (
        fold(ORIGIN, [done]) is None
    )
    undone = fold(ORIGIN, [done, event(EventKind.UNDONE, {"group": "g1"}, 2, "g2")])
    assert undone is not None
    assert replace(undone, version=0, changed_by=None, changed_at=None) == ORIGIN


@pytest.mark.parametrize(
    "kind", sorted(set(KINDS) - {EventKind.STATEMENT_RETIRED}), ids=lambda kind: kind.value
)
def test_the_row_of_it_reads_back_as_the_same(kind: EventKind) -> None:
    statement = after((kind, KINDS[kind]))
    row = statement_row(statement)
    assert statement_of_row([row[name] for name in STATEMENT_COLUMNS]) == statement


def test_a_verdict_does_not_outlive_a_change_of_boundaries() -> None:
    given = {
        "question": "so",
        "verdict": "confirmed",
        "basis": None,
        "given_for": ORIGIN.given_for(Question.SO),
    }
    statement = after((EventKind.VERDICT_GIVEN, given), (EventKind.STATEMENT_WORDED, SHORTER))
    assert not statement.counts(Question.SO)
    assert work_state(statement) is WorkState.RECHECK


def test_a_tick_lasts_as_long_as_its_detail_has_these_characters() -> None:
    ticked: tuple[EventKind, Mapping[str, Json]] = (EventKind.TICKED, {"given_for": NUMBER, "occurrence": 0})
    assert gone_over(after(ticked)) == (Span(31, 32),)
    assert gone_over(after(ticked, (EventKind.STATEMENT_WORDED, SHORTER))) == ()


def test_a_name_that_is_ticked_elsewhere_counts_and_a_number_does_not() -> None:
    everywhere = frozenset({NAME, NUMBER})
    assert gone_over(ORIGIN, everywhere) == (Span(10, 15),)
    answered = after(
        *(
            (
                EventKind.VERDICT_GIVEN,
                {
                    "question": q.value,
                    "verdict": "confirmed",
                    "basis": None,
                    "given_for": ORIGIN.given_for(q),
                },
            )
            for q in Question
        )
    )
    assert not is_gone_over(answered, everywhere)
    assert is_gone_over(
        replace(answered, details=tuple(d for d in ORIGIN.details if d.type is DetailType.NAME)), everywhere
    )


def test_a_link_is_looked_at_again_when_either_end_has_other_words() -> None:
    linked = (EventKind.LINKED, KINDS[EventKind.LINKED])
    assert work_state(after(linked)) is WorkState.IN_PROGRESS
    assert work_state(after(linked, (EventKind.STATEMENT_WORDED, SHORTER))) is WorkState.RECHECK
    there = (EventKind.LINK_END_CHANGED, {"link": "k1", "there_now": "other words"})
    assert work_state(after(linked, there)) is WorkState.RECHECK
    again = (EventKind.LINK_CONFIRMED, {"link": "k1", "here": ORIGIN.words_hash, "there": "other words"})
    assert work_state(after(linked, there, again)) is WorkState.IN_PROGRESS


def test_queries_links_and_criticism_are_counted_while_they_are_open() -> None:
    flag: tuple[EventKind, Mapping[str, Json]] = (EventKind.FLAG_RAISED, {"flag": Flag.CRITICISM.value})
    asked, linked = ((kind, KINDS[kind]) for kind in (EventKind.QUERY_ASKED, EventKind.LINKED))
    put = (EventKind.CRITICISM_PUT, KINDS[EventKind.CRITICISM_PUT])
    tally = tally_of(after(asked, linked, flag, put))
    assert (tally.open_queries, tally.open_links, tally.unanswered) == (1, 1, 1)
    tally = tally_of(
        after(
            asked, linked, flag, put,
            (EventKind.QUERY_ANSWERED, {"query": "q1", "answer": "three"}),
            (EventKind.LINK_SETTLED, {"link": "k1", "why": "asked both"}),
            (EventKind.CRITICISM_ANSWERED, {"answer": "no comment"}),
        )
    )  # fmt: skip
    assert (tally.open_queries, tally.open_links, tally.unanswered) == (0, 0, 0)


def test_what_a_hand_has_taken_off_is_remembered_and_what_it_puts_is_its_own() -> None:
    removed = after((EventKind.DETAIL_REMOVED, KINDS[EventKind.DETAIL_REMOVED]))
    assert removed.removed == {NAME}
    put = after(
        (EventKind.DETAIL_REMOVED, KINDS[EventKind.DETAIL_REMOVED]),
        (EventKind.DETAIL_PUT, {"old": None, "detail": ["name", 10, 15, None, None]}),
    )
    assert put.removed == frozenset()
    assert put.details[0].is_by_hand
    dated = after(
        (EventKind.DETAIL_PUT, {"old": None, "detail": ["date", 22, 24, None, "2024-10-16"]}),
        (EventKind.DATES_RESOLVED, {"dates": [[22, 24, "2024-10-09"]]}),
    )
    assert [d.resolved for d in dated.details if d.type is DetailType.DATE] == ["2024-10-16"]


def test_a_source_is_what_its_events_say_and_undoing_the_first_takes_it_away() -> None:
    source = Source("q1", "a1", "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC)
    attached = Attachment("ab", "minutes.pdf", "application/pdf", 7, "2024-10-17T10:00:00Z", "file copied")
    events = [
        event(EventKind.SOURCE_ADDED, {"source": form_of(source)}, 1, "g1"),
        event(EventKind.SOURCE_CHANGED, {"title": "Minutes of May", "level": "internal"}, 2, "g2"),
        event(EventKind.EVIDENCE_ATTACHED, {"attachment": form_of(attached)}, 3, "g3"),
    ]
    folded = fold_source(events)
    assert folded == replace(
        source, title="Minutes of May", level=Level.INTERNAL, attachments=(attached,), version=3
    )
    assert fold_source([*events, event(EventKind.UNDONE, {"group": "g1"}, 4, "g4")]) is None
