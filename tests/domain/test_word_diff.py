"""A word diff loses no character of either wording, and tears no word apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.word_diff import Part, Run, side, word_diff

WORDINGS = st.lists(st.sampled_from(["a", "bb", "3", " ", " ", "“", ",", "[/]", "é"]), max_size=14).map(
    "".join
)


@given(WORDINGS, WORDINGS)
def test_both_wordings_are_in_it_character_by_character(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert "".join(run.text for run in side(runs, Part.REMOVED)) == old
    assert "".join(run.text for run in side(runs, Part.ADDED)) == new
    assert all(run.text for run in runs)


@given(WORDINGS)
def test_the_same_words_are_one_run(words: str) -> None:
    assert [run.part for run in word_diff(words, words)] == [Part.SAME] * bool(words)


@pytest.mark.parametrize(
    ("old", "new", "removed", "added"),
    [
        ("It rained 11,000 days.", "It rained 17,000 days.", ["11,000"], ["17,000"]),
        ("He denied it.", "He confirmed it.", ["denied"], ["confirmed"]),
        ("one two three", "one four five three", ["two"], ["four five"]),
        ("on Monday night he", "in Tuesday morning he", ["on Monday night"], ["in Tuesday morning"]),
    ],
)
def test_what_differs_is_told_in_whole_words(
    old: str, new: str, removed: list[str], added: list[str]
) -> None:
    runs = word_diff(old, new)
    assert [run.text for run in runs if run.part is Part.REMOVED] == removed
    assert [run.text for run in runs if run.part is Part.ADDED] == added
    assert Run(Part.SAME, old[0]) not in runs
