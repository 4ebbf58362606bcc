"""Rules and borders: what stands in them is whole where it fits, and they are as wide as their window."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.widgets.layout import width_of
from factcheck.widgets.lines import Frame, OneLine, ruled, upper_border
from factcheck.widgets.painted import PaintedLine, width_of_line


def text(line: PaintedLine) -> str:
    return "".join(piece for piece, _ in line)


def test_a_notice_stands_in_the_rule_and_leaves_its_corners() -> None:
    assert text(ruled("", "╰───╯")) == "╰───╯"
    assert text(ruled("said: disputed", f"╰{'─' * 22}╯")) == "╰─ said: disputed ─────╯"


@given(st.text(max_size=40), st.integers(12, 60))
def test_a_rule_is_as_wide_as_before_whatever_it_says(notice: str, width: int) -> None:
    assert width_of(text(ruled(notice, "─" * width))) == width


def test_a_border_names_the_pane_and_at_the_right_how_it_stands() -> None:
    frame = Frame((("7 / 11", "strong"),), (("done", "confirmed"),))
    assert text(upper_border(frame, 26)) == "╭─ 7 / 11 ──────── done ─╮"


def test_what_stands_at_the_right_goes_first_and_a_long_title_is_cut() -> None:
    frame = Frame((("7 / 11 · paragraph", ""),), (("in progress · gone over", ""),))
    assert text(upper_border(frame, 30)) == "╭─ 7 / 11 · paragraph ───────╮"
    assert text(upper_border(frame, 16)) == "╭─ 7 / 11 · … ─╮"


@given(st.text(max_size=30), st.text(max_size=30), st.integers(12, 90))
def test_a_border_is_as_wide_as_its_pane_whatever_stands_in_it(title: str, aside: str, width: int) -> None:
    border = upper_border(Frame(((title, ""),), ((aside, ""),)), width)
    assert width_of_line(border) == width


@pytest.mark.parametrize(("width", "shown"), [(40, "SO   no source — e"), (14, "SO   e"), (3, "SO")])
def test_at_the_right_stands_the_first_that_there_is_room_for(width: int, shown: str) -> None:
    line = OneLine()
    line.say((("SO", ""),), [(("no source — e", ""),), (("e", ""),)])
    assert text(line.lines_for(width, 1)[0]).split() == shown.split()
