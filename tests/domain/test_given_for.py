"""What a verdict counts for (P21)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import WorkState, tally_of, work_state
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span
from factcheck.domain.verdict import Answer, Question, Verdict
from tests.build import said_statement


def answered() -> Statement:
    """A statement of which both questions are confirmed."""
    bare = said_statement()
    answers = {
        q.value: Answer(Verdict.CONFIRMED, bare.given_for(q), "ann", "2024-10-17T10:00:00.000Z")
        for q in Question
    }
    return replace(bare, **answers)


def test_both_answers_count_as_long_as_nothing_changes() -> None:
    statement = answered()
    assert [sign(statement, q) for q in Question] == [Sign.CONFIRMED, Sign.CONFIRMED]
    assert work_state(statement) is WorkState.DONE
    assert tally_of(statement).verdicts == 2


def reworded(statement: Statement, exact: str) -> Statement:
    return replace(statement, exact=exact, span=Span(statement.span.start, statement.span.start + len(exact)))


@pytest.mark.parametrize(
    "exact",
    ["Quill said it rained 8 days.", "Quill said it rained 3 days!", "Quill said “it rained 3 days.”"],
)
def test_p21_neither_answer_survives_other_words(exact: str) -> None:
    statement = reworded(answered(), exact)
    assert [sign(statement, q) for q in Question] == [Sign.WAS, Sign.WAS]
    assert work_state(statement) is WorkState.RECHECK
    assert tally_of(statement).verdicts == 0


@pytest.mark.parametrize("index", [0, 1, 2])
def test_p21_another_speaker_cue_or_content_ends_said_but_not_so(index: int) -> None:
    statement = answered()
    (said,) = statement.attributions
    changed = [
        replace(said, speaker="Doe"),
        replace(said, cue=Span(16, 19)),
        replace(said, content=(Span(24, 37),)),
    ][index]
    statement = replace(statement, attributions=(changed,))
    assert [sign(statement, q) for q in Question] == [Sign.WAS, Sign.CONFIRMED]


def test_p21_another_resolved_date_ends_so_but_not_said() -> None:
    statement = answered()
    dated = replace(statement.details[1], resolved="2024-10-17")
    statement = replace(statement, details=(statement.details[0], dated))
    assert [sign(statement, q) for q in Question] == [Sign.CONFIRMED, Sign.WAS]


@given(st.integers(0, 27), st.characters(codec="ascii", categories=["L", "N", "P"]))
def test_p21_any_other_letter_digit_or_sign_turns_it_to_recheck_and_back(place: int, other: str) -> None:
    before = answered()
    exact = before.exact[:place] + other + before.exact[place + 1 :]
    changed = reworded(before, exact)
    is_same = exact == before.exact
    assert (work_state(changed) is WorkState.DONE) == is_same
    assert work_state(reworded(changed, before.exact)) is WorkState.DONE


def test_moving_a_statement_ends_nothing() -> None:
    statement = answered()
    (said,) = statement.attributions
    moved = replace(
        statement,
        span=statement.span.shifted(7),
        attributions=(said.shifted(7),),
        details=tuple(d.moved(d.span.shifted(7)) for d in statement.details),
    )
    assert work_state(moved) is WorkState.DONE
