from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import FIRST_CHAIN, Event, EventKind, chain_hash
from factcheck.domain.fold import fold
from factcheck.domain.progress import WorkState, tally_of, work_state
from factcheck.domain.statement_form import statement_form, statement_of
from factcheck.domain.verdict import Basis, Question, Verdict, bases_for
from factcheck.domain.wording import describe
from tests.build import said_statement


def event(version: int, kind: EventKind, group: str = "", **payload: Json) -> Event:
    return Event(
        id=f"e{version}",
        article_id="a1",
        stream="s1",
        version=version,
        kind=kind,
        group=group or f"g{version}",
        actor="ann",
        device="dev",
        at=f"2024-10-17T10:00:0{version}.000Z",
        parents=(),
        payload=payload,
    )


def given(version: int, verdict: str, question: str = "so", group: str = "") -> Event:
    hashed = said_statement().given_for(Question(question))
    return event(
        version, EventKind.VERDICT_GIVEN, group, question=question, verdict=verdict, given_for=hashed
    )


def test_without_events_a_statement_is_as_the_import_left_it() -> None:
    assert fold(said_statement(), []) == said_statement()


def test_the_last_verdict_stands_with_who_gave_it_and_when() -> None:
    state = fold(said_statement(), [given(1, "confirmed"), given(2, "disputed")])
    assert state is not None
    assert state.so is not None
    assert (state.so.verdict, state.so.by, state.so.at) == (
        Verdict.DISPUTED,
        "ann",
        "2024-10-17T10:00:02.000Z",
    )
    assert (state.version, state.said) == (2, None)
    assert work_state(state) is WorkState.IN_PROGRESS


def test_an_undone_group_is_skipped_and_a_redone_one_is_back() -> None:
    events = [given(1, "confirmed"), given(2, "disputed", group="x")]
    undone = [*events, replace(event(3, EventKind.UNDONE), payload={"group": "x"})]
    redone = [*undone, replace(event(4, EventKind.REDONE), payload={"group": "x"})]
    verdicts = [fold(said_statement(), e) for e in (events, undone, redone)]
    assert [v.so.verdict.value if v and v.so and v.so.verdict else None for v in verdicts] == [
        "disputed",
        "confirmed",
        "disputed",
    ]
    assert [v.version if v else 0 for v in verdicts] == [2, 3, 4]


def test_a_basis_goes_with_its_verdict_and_leaves_with_it() -> None:
    with_basis = [
        given(1, "disputed"),
        event(2, EventKind.BASIS_CHOSEN, question="so", basis="accounts_differ"),
    ]
    state = fold(said_statement(), with_basis)
    assert state is not None
    assert state.so is not None
    assert state.so.basis is Basis.ACCOUNTS_DIFFER
    again = fold(said_statement(), [*with_basis, given(3, "unverified")])
    assert again is not None
    assert again.so is not None
    assert again.so.basis is None


def test_left_to_the_speaker_is_an_answer_but_no_verdict() -> None:
    hashed = said_statement().given_for(Question.SO)
    state = fold(said_statement(), [event(1, EventKind.LEFT_TO_SPEAKER, given_for=hashed)])
    assert state is not None
    assert state.so is not None
    assert (state.so.verdict, state.so.is_left_to_speaker) == (None, True)
    assert (tally_of(state).verdicts, tally_of(state).so_left_to_speaker) == (0, 1)


def test_clearing_and_notes() -> None:
    events = [
        given(1, "confirmed"),
        event(2, EventKind.VERDICT_CLEARED, question="so"),
        event(3, EventKind.PRIVATE_NOTE_WRITTEN, text="ring her"),
        event(4, EventKind.PUBLIC_NOTE_WRITTEN, text="See the minutes."),
    ]
    state = fold(said_statement(), events)
    assert state is not None
    assert (state.so, state.private_note, state.public_note) == (None, "ring her", "See the minutes.")


def test_a_statement_that_a_hand_added_exists_only_while_that_stands() -> None:
    form = statement_form(said_statement())
    added = event(1, EventKind.STATEMENT_ADDED, group="x", statement=form)
    state = fold(None, [added])
    assert state == replace(said_statement(), version=1, changed_by="ann", changed_at=added.at)
    undone = replace(event(2, EventKind.UNDONE), payload={"group": "x"})
    assert fold(None, [added, undone]) is None


def test_a_statement_survives_its_form() -> None:
    assert statement_of("a1", statement_form(said_statement())) == said_statement()


def test_the_content_hash_covers_every_field() -> None:
    first = given(1, "confirmed")
    altered: list[tuple[str, Any]] = [
        ("id", "x"),
        ("article_id", "x"),
        ("stream", "x"),
        ("version", 9),
        ("kind", EventKind.VERDICT_CLEARED),
        ("group", "x"),
        ("actor", "x"),
        ("device", "x"),
        ("at", "x"),
        ("parents", ("x",)),
        ("payload", {**first.payload, "verdict": "disputed"}),
    ]
    others = [replace(first, **{name: value}) for name, value in altered]
    hashes = {e.content_hash() for e in [first, *others]}
    assert len(hashes) == len(others) + 1
    assert chain_hash(FIRST_CHAIN, first.content_hash()) != chain_hash("1" * 64, first.content_hash())


@pytest.mark.parametrize(
    ("question", "verdict", "count"),
    [
        (Question.SO, Verdict.CONFIRMED, 0),
        (Question.SO, Verdict.UNVERIFIED, 4),
        (Question.SO, Verdict.DISPUTED, 3),
        (Question.SAID, Verdict.DISPUTED, 5),
        (Question.SAID, None, 0),
    ],
)
def test_which_bases_go_with_which_verdict(question: Question, verdict: Verdict | None, count: int) -> None:
    assert len(bases_for(question, verdict)) == count


def test_events_are_named_without_a_word_of_the_article_or_a_note() -> None:
    events = [given(1, "confirmed"), event(2, EventKind.PRIVATE_NOTE_WRITTEN, text="secret")]
    assert [describe(e) for e in events] == ["so: confirmed", "private note written"]
