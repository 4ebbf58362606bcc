"""Wrong details become one suggested wording, and what a hand has written or an editor decided is never lost."""

import pytest
from msgspec.structs import replace

from factcheck.domain.checklist import Item, checklist
from factcheck.domain.correction import Fate, Rewording, corrected, rewording, with_tick
from factcheck.domain.query import ChangeKind, ChangeState, SuggestedWording
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick, TickState
from tests.build import said_statement

STATEMENT = said_statement()
NAME, NUMBER = checklist(STATEMENT)


def wrong(item: Item, right: str) -> Tick:
    return Tick(item.given_for, item.occurrence, TickState.WRONG, "ann", "", right or None)


def suggested(statement: Statement, new: str, state: ChangeState = ChangeState.PENDING) -> Statement:
    wording = SuggestedWording(statement.exact, new, ChangeKind.CLARIFICATION, state, "ann", "")
    return replace(statement, suggested=wording)


def test_several_wrong_details_combine_into_one_wording() -> None:
    first = with_tick(STATEMENT, NAME, wrong(NAME, "Ada Moor"))
    assert corrected(first) == "Ada Moor said it rained 3 days."
    assert rewording(STATEMENT, NAME, wrong(NAME, "Ada Moor")) == Rewording(Fate.SUGGESTED, corrected(first))
    both = rewording(suggested(first, corrected(first)), NUMBER, wrong(NUMBER, "5"))
    assert (both.fate, both.new) == (Fate.SUGGESTED, "Ada Moor said it rained 5 days.")


def test_a_wrong_detail_without_a_known_right_value_suggests_nothing() -> None:
    assert rewording(STATEMENT, NUMBER, wrong(NUMBER, "")).fate is Fate.KEPT


def test_taking_the_last_wrong_one_off_withdraws_what_it_had_suggested() -> None:
    marked = with_tick(STATEMENT, NUMBER, wrong(NUMBER, "5"))
    assert rewording(suggested(marked, corrected(marked)), NUMBER, None).fate is Fate.WITHDRAWN


def test_of_two_that_overlap_the_longer_is_replaced() -> None:
    quote = Detail.at(DetailType.QUOTE, Span(21, 37))
    both = replace(STATEMENT, details=(*STATEMENT.details, quote))
    items = {item.words: item for item in checklist(both)}
    marked = with_tick(both, items["3"], wrong(items["3"], "5"))
    marked = with_tick(marked, items["it rained 3 days"], wrong(items["it rained 3 days"], "it was dry"))
    assert corrected(marked) == "Quill said it was dry."


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Quill said it had rained for 3 days.", (Fate.SUGGESTED, "Quill said it had rained for 5 days.")),
        ("Quill said it rained 3 of 33 days.", (Fate.LEFT, "")),
        ("Quill said it rained.", (Fate.LEFT, "")),
    ],
)
def test_what_a_hand_has_written_is_patched_or_left(written: str, expected: tuple[Fate, str]) -> None:
    found = rewording(suggested(STATEMENT, written), NUMBER, wrong(NUMBER, "5"))
    assert (found.fate, found.new) == expected


def test_what_was_turned_down_is_not_suggested_again_with_a_new_detail() -> None:
    marked = with_tick(STATEMENT, NAME, wrong(NAME, "Moor"))
    decided = suggested(marked, corrected(marked), ChangeState.REJECTED)
    assert rewording(decided, NUMBER, wrong(NUMBER, "5")).new == "Quill said it rained 5 days."
    assert rewording(decided, NAME, None).fate is Fate.LEFT


def test_what_was_accepted_is_built_upon() -> None:
    marked = with_tick(STATEMENT, NAME, wrong(NAME, "Moor"))
    decided = suggested(marked, corrected(marked), ChangeState.ACCEPTED)
    found = rewording(decided, NUMBER, wrong(NUMBER, "5"))
    assert (found.new, found.kind) == ("Moor said it rained 5 days.", ChangeKind.CLARIFICATION)


def test_a_wording_for_other_words_is_not_patched() -> None:
    other = suggested(replace(STATEMENT), "Other words 3.")
    assert other.suggested is not None
    other = replace(other, suggested=replace(other.suggested, old="Old words 3."))
    assert rewording(other, NUMBER, wrong(NUMBER, "5")).new == "Quill said it rained 5 days."
