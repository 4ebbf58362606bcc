"""Where a place in old words lies in new ones, and which words moved into or out of a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.text import Span
from factcheck.extraction.alignment import Alignment
from factcheck.extraction.requoting import requoted

OLD = "Mayor Ada Quill said that 300 boats lay there."
NEW = "On Monday Mayor Ada Quill told us that 700 small boats lay there."
WORDS = st.lists(st.sampled_from("a b c , . “ ” é cafe\u0301 xx".split()), max_size=8).map(" ".join)


def _became(old: str, new: str, words: str) -> str | None:
    start = old.index(words)
    there = Alignment(old, new).of(Span(start, start + len(words)))
    return there.of(new) if there else None


@pytest.mark.parametrize(
    ("words", "became"),
    [
        ("Ada Quill", "Ada Quill"),
        ("said", "told us"),
        ("boats", "boats"),
        ("that 300 boats", "that 700 small boats"),
    ],
)
def test_words_are_found_where_they_stand_now(words: str, became: str) -> None:
    assert _became(OLD, NEW, words) == became


def test_words_that_are_gone_are_nowhere() -> None:
    assert _became("It rained a lot here.", "It rained here.", "a lot ") is None


def test_white_space_and_accents_of_another_length_move_nothing() -> None:
    assert (
        _became("He said  \n so in a cafe\u0301 there.", "He said so in a caf\u00e9 there.", "cafe\u0301")
        == "caf\u00e9"
    )


@given(WORDS, WORDS)
def test_every_place_lies_in_the_new_words_and_the_order_stays(old: str, new: str) -> None:
    alignment = Alignment(old, new)
    starts = [alignment.start(place) for place in range(len(old) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= place <= len(new) for place in starts)
    assert all(0 <= alignment.end(place) <= len(new) for place in range(len(old) + 1))


@given(WORDS)
def test_in_the_same_words_every_place_is_where_it_was(words: str) -> None:
    alignment = Alignment(words, words)
    assert [alignment.start(n) for n in range(len(words) + 1)] == [*range(len(words) + 1)]
    assert [alignment.end(n) for n in range(len(words) + 1)] == [*range(len(words) + 1)]


def test_words_that_move_into_or_out_of_a_quotation_are_named() -> None:
    old = "Rutte said that there was “no evidence” of it, and that it was worrying."
    new = "Rutte said that there was no evidence of it, and that it was “worrying”."
    found = requoted(old, new)
    assert (found.into, found.out_of) == (("worrying",), ("no evidence",))
    assert found.sentence == "“worrying” moved into a quotation; “no evidence” moved out of a quotation"
    assert requoted(old, old.replace("no", "little")).sentence == ""
