"""Lines of a page: nothing is lost, nothing is too wide, offsets come back."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.widgets.layout import Line, cells_of, line_of, offset_at, width_of, wrap

_LETTERS = st.text(st.sampled_from("ab  \n-“’é港木e\u0301\u200b\u202e\x1b\t한ก"), max_size=120)
_WIDTHS = st.integers(2, 40)


@given(_LETTERS, _WIDTHS)
def test_every_character_is_in_exactly_one_line_and_every_visible_one_is_painted(
    text: str, width: int
) -> None:
    lines = wrap(text, width)
    assert lines[0].start == 0
    assert lines[-1].next == len(text)
    for line, following in pairwise(lines):
        assert line.next == following.start
    for line in lines:
        assert line.start <= line.end <= line.next
        assert not text[line.end : line.next].strip(" \n")
    assert len(lines) > text.count("\n")


@given(_LETTERS, _WIDTHS)
def test_no_line_is_wider_than_the_page(text: str, width: int) -> None:
    for line in wrap(text, width):
        assert width_of(text[line.start : line.end]) <= width
        assert "\n" not in text[line.start : line.end]


@given(_LETTERS, _WIDTHS)
def test_a_painted_column_leads_back_to_its_character(text: str, width: int) -> None:
    lines = wrap(text, width)
    for index, line in enumerate(lines):
        column = 0
        for offset in range(line.start, line.end):
            assert line_of(lines, offset) == index
            if cells_of(text[offset]):
                assert offset_at(text, line, column) == offset
            column += cells_of(text[offset])
        assert offset_at(text, line, column) is None


@given(st.text(st.sampled_from("abc def"), max_size=200), _WIDTHS)
def test_plain_text_and_text_with_wide_characters_are_broken_alike(text: str, width: int) -> None:
    plain = wrap(text, width)
    mixed = wrap(text + "\n\u0301", width)[: len(plain)]
    assert [(line.start, line.end) for line in plain] == [(line.start, line.end) for line in mixed]


def test_words_stay_whole_where_they_can() -> None:
    text = "Nobody counted the crates"
    assert [text[line.start : line.end] for line in wrap(text, 10)] == ["Nobody", "counted", "the crates"]


def test_a_word_of_twenty_thousand_characters_is_cut_into_full_lines() -> None:
    lines = wrap("x" * 20_000, 50)
    assert len(lines) == 400
    assert all(line.end - line.start == 50 for line in lines)


def test_wide_characters_take_two_columns_and_are_broken_anywhere() -> None:
    assert wrap("木箱は四千個", 4) == (Line(0, 2, 2), Line(2, 4, 4), Line(4, 6, 6))


def test_a_mark_on_a_letter_stays_with_its_letter() -> None:
    text = "aaae\u0301b"
    assert [text[line.start : line.end] for line in wrap(text, 4)] == ["aaae\u0301", "b"]
