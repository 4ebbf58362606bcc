"""Which unit of a new text each of an old one became: same words surely, changed ones by likeness."""

import random
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.matching import Placing, match
from tests.extraction.gold import wikinews

STORY = (
    "The harbour of Saltgate was closed on Monday.",
    "Mayor Ada Quill said that 300 boats lay there.",
    "Nobody was hurt, the coastguard reported.",
    "The storm had torn the roof off the fish market.",
    "Repairs will cost 40,000 crowns.",
    "The town council meets again in March.",
)


def _told(old: list[str], new: list[str]) -> list[tuple[int, bool] | None]:
    return [(one.new, one.is_same) if one else None for one in match(old, new)]


def test_the_same_text_is_all_the_same() -> None:
    assert _told([*STORY], [*STORY]) == [(place, True) for place in range(len(STORY))]


def test_what_was_moved_is_found_and_is_the_same() -> None:
    assert _told([*STORY], [*STORY[3:], *STORY[:3]]) == [(place, True) for place in (3, 4, 5, 0, 1, 2)]


def test_a_changed_figure_is_found_but_is_not_the_same() -> None:
    new = [*STORY[:1], STORY[1].replace("300", "700"), *STORY[2:]]
    assert _told([*STORY], new)[1] == (1, False)


def test_a_changed_sentence_in_a_moved_paragraph_is_found_by_its_neighbours() -> None:
    changed = "The gale had torn the roofs off two halls of the market."
    assert _told([*STORY], [*STORY[4:], *STORY[:3], changed])[3] == (5, False)


def test_a_sentence_is_gone_although_a_new_one_stands_in_its_place() -> None:
    new = [*STORY[:2], "Ferries to the islands run once a week until further notice.", *STORY[3:]]
    assert _told([*STORY], new)[2] is None


def test_equal_sentences_are_told_apart_by_their_neighbours() -> None:
    old = ["Ann spoke.", "He declined to comment.", "Bob spoke.", "He declined to comment.", "Cy left."]
    new = ["Cy left.", "Bob spoke.", "He declined to comment.", "Ann spoke.", "He declined to comment."]
    assert _told(old, new) == [(3, True), (4, True), (1, True), (2, True), (0, True)]


def test_of_equal_sentences_with_no_neighbour_left_none_is_sure() -> None:
    old = ["Ann spoke to us.", "No comment.", "Bob sang loudly.", "No comment.", "Cy left early."]
    new = ["Rain fell over Marram.", "No comment.", "Snow melts in Orrin."]
    found = _told(old, new)
    assert sorted(one for one in (found[1], found[3]) if one) == [(1, False)]


def test_equal_sentences_as_many_as_before_between_two_others_keep_their_order() -> None:
    old = [STORY[0], "Yes.", "Maybe so.", "Yes.", STORY[1]]
    new = [STORY[0], "Never.", "Yes.", "No.", "Yes.", STORY[1]]
    assert [_told(old, new)[place] for place in (1, 3)] == [(2, True), (4, True)]


def test_a_sentence_that_was_cut_in_two_is_found_in_the_longer_part() -> None:
    old = [
        STORY[0],
        "The storm had torn the roof off the market, and two halls were flooded by noon.",
        STORY[1],
    ]
    new = [STORY[0], "The storm had torn the roof off the market.", "Halls were flooded.", STORY[1]]
    assert _told(old, new)[1] == (1, False)


def test_nothing_against_nothing_is_nothing() -> None:
    assert match([], ["a"]) == ()
    assert match(["a"], []) == (None,)
    assert match([""], [""]) == (Placing(0, True),)


UNITS = st.lists(
    st.sampled_from([*STORY, "Yes.", "No.", "Yes. No.", STORY[1].replace("300", "700")]), max_size=14
)


@given(UNITS, UNITS)
def test_a_new_unit_is_used_once_and_the_same_has_the_same_words(old: list[str], new: list[str]) -> None:
    found = [(here, placing) for here, placing in enumerate(match(old, new)) if placing]
    assert len({placing.new for _, placing in found}) == len(found)
    assert all(old[here] == new[placing.new] for here, placing in found if placing.is_same)


@given(UNITS, UNITS)
def test_whatever_stands_in_both_as_often_is_never_called_gone(old: list[str], new: list[str]) -> None:
    gone = {old[here] for here, placing in enumerate(match(old, new)) if placing is None}
    taken = {placing.new for placing in match(old, new) if placing}
    spare = {words for place, words in enumerate(new) if place not in taken}
    assert not gone & spare


@pytest.mark.no_cover  # coverage looks at every line: what it measures is its own pace
@pytest.mark.parametrize("name", ["rewritten", "the same words everywhere", "fewer of the same", "alike"])
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    def seconds(count: int) -> float:
        old = {
            "rewritten": [f"In town {n} the {n * 7} boats of Ada{n % 50} were {n}." for n in range(count)],
            "the same words everywhere": ["Yes."] * count,
            "fewer of the same": ["Yes.", "No."] * count,
            "alike": [f"The boat with number {n} lay in the harbour." for n in range(count)],
        }[name]
        new = [words.replace("boat", "ship") for words in old[: -count // 3]]
        start = time.process_time()
        match(old, new)
        return time.process_time() - start

    assert min(seconds(2_000) for _ in range(2)) < 9 * min(seconds(500) for _ in range(2)) + 0.1


@pytest.mark.no_cover  # as above
def test_a_book_of_half_a_megabyte_with_every_other_sentence_changed_is_matched_in_seconds() -> None:
    rng = random.Random(5)
    sentences = [part for one in wikinews() for part in re.split(r"(?<=[.!?])\s+", one["text"])]
    old = [_shuffled(rng, rng.choice(sentences), 0.3) for _ in range(4_500)]
    new = [_shuffled(rng, words, 0.05) for words in old]
    assert sum(map(len, old)) > 500_000
    start = time.process_time()
    found = match(old, new)
    assert time.process_time() - start < 4  # less than a second on an idle machine
    assert sum(placing is not None and placing.new == place for place, placing in enumerate(found)) > 4_450


def _shuffled(rng: random.Random, words: str, share: float) -> str:
    """The words with a share of them spelled backwards."""
    return " ".join(word[::-1] if rng.random() < share else word for word in words.split())
