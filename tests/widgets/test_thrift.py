"""Fewer bytes, the same screen: what a terminal shows is compared, not what was written."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers.headless_driver import HeadlessDriver

from factcheck.screens.thrifty_driver import thrifty
from factcheck.widgets.terminal_looks import PLAIN, change, look_after
from factcheck.widgets.thrift import FRAME_END, FRAME_START, Thrift

COLUMNS, ROWS = 24, 4
INKS = ("", "38;2;228;226;220", "38;5;12", "31")
GROUNDS = ("", "48;2;20;22;26", "42")
ATTRIBUTES = ("", "1", "3", "4", "7", "1;4")

looks = st.tuples(st.sampled_from(ATTRIBUTES), st.sampled_from(INKS), st.sampled_from(GROUNDS)).map(
    lambda codes: ";".join(filter(None, codes))
)
words = st.text("ab   é", min_size=1, max_size=8) | st.text("a ─漢", min_size=1, max_size=8)
runs = st.lists(st.tuples(words, looks), min_size=1, max_size=4)
spans = st.tuples(st.integers(1, ROWS), st.sampled_from((1, 2, 9)), runs)


def run_of(text: str, codes: str) -> str:
    """As Rich writes a run."""
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


def frame_of(spans: list[tuple[int, int, list[tuple[str, str]]]], cursor: tuple[int, int] = (1, 1)) -> str:
    """As Textual writes a frame: places, runs, and line feeds above the lowest row; a line never gets too long."""
    written, lowest = [], max((row for row, _, _ in spans), default=0)
    for row, column, parts in sorted(spans, key=lambda span: span[:2]):
        written.append(f"\x1b[{row};{column}H")
        end = column
        for text, codes in parts:
            end += sum(2 if c == "漢" else 1 for c in text)
            if end <= COLUMNS:
                written.append(run_of(text, codes))
        written.append("\n" if row != lowest else "")
    return "".join([*written, f"\x1b[{cursor[0]};{cursor[1]}H"])


frames = st.builds(
    frame_of, st.lists(spans, max_size=8), st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS))
)
strange = st.sampled_from(["\x1b[2J", "\x1b[?25l", "\x1b[?2026h", "\x1b[?2026l", "\x1b[3;3H\x1b[Kab\r\n"])


class Seen:
    """What a reader sees: characters and colours, and of blanks only what is seen of them."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.screen.set_mode(pyte.modes.LNM)
        self._stream = pyte.Stream(self.screen)

    def feed(self, data: str) -> object:
        self._stream.feed(data)
        cells = [[self._cell(self.screen.buffer[y][x]) for x in range(COLUMNS)] for y in range(ROWS)]
        return cells, (self.screen.cursor.y, self.screen.cursor.x), self.screen.cursor.attrs

    @staticmethod
    def _cell(cell: pyte.screens.Char) -> object:
        is_seen = cell.data != " " or cell.underscore or cell.reverse or cell.strikethrough
        return cell if is_seen else cell.bg


@given(st.lists(frames | strange, max_size=8))
def test_the_screen_is_the_same_after_each_frame(written: list[str]) -> None:
    whole, short, thrift = Seen(), Seen(), Thrift()
    for frame in written:
        assert short.feed(thrift.shortened(frame)) == whole.feed(frame)


@given(frames)
def test_a_frame_never_gets_longer_and_the_same_one_again_is_next_to_nothing(frame: str) -> None:
    thrift = Thrift()
    assert len(thrift.shortened(frame)) <= len(frame) + len("\x1b[0;m")
    if "漢" not in frame and not frame.startswith("\x1b[1;1H"):
        again = thrift.shortened(frame.replace("\n", ""))
        assert again == frame[frame.rindex("\x1b[") :]


def test_colours_are_said_once_and_taken_back_at_the_end() -> None:
    first, second = run_of("first ", "38;5;1;48;5;2"), run_of("second", "1;38;5;1;48;5;2")
    short = Thrift().shortened(f"\x1b[2;3H{first}{second}\x1b[4;1H")
    assert short == "\x1b[2;3H\x1b[0;38;5;1;48;5;2mfirst \x1b[1msecond\x1b[4;1H\x1b[m"


def test_only_what_has_become_different_is_written() -> None:
    thrift = Thrift()
    thrift.shortened("\x1b[2;1Hthe same words, 7 of them\x1b[4;1H")
    assert thrift.shortened("\x1b[2;1Hthe same words, 8 of them\x1b[4;1H") == "\x1b[2;17H\x1b[m8\x1b[4;1H"


def test_a_blank_is_written_again_only_when_its_look_can_be_seen() -> None:
    for one, other, is_seen in (("31", "1;32", 0), ("31;44", "3;44", 0), ("42", "43", 1), ("31", "4;31", 1)):
        thrift = Thrift()
        thrift.shortened(f"\x1b[2;1H{run_of(' ' * 9, one)}\x1b[4;1H")
        short = thrift.shortened(f"\x1b[2;1H{run_of(' ' * 9, other)}\x1b[4;1H")
        assert short.count(" " * 9) == is_seen


def test_a_frame_from_the_corner_on_is_written_whole() -> None:
    thrift = Thrift()
    frame = "\x1b[1;1Hall\n\x1b[2;1Hanew\x1b[1;1H"
    assert [thrift.shortened(frame).count(word) for word in ("all", "anew")] == [1, 1]
    assert [thrift.shortened(frame).count(word) for word in ("all", "anew")] == [1, 1]


def test_after_a_sequence_that_is_not_known_everything_is_written_again() -> None:
    thrift = Thrift()
    frame = "\x1b[2;1Hwords\x1b[4;1H"
    assert "words" in thrift.shortened(frame)
    assert "words" not in thrift.shortened(frame)
    assert thrift.shortened("\x1b[?1049h") == "\x1b[?1049h"
    assert "words" in thrift.shortened(frame)


def test_a_line_feed_in_the_lowest_row_may_scroll_and_is_kept() -> None:
    frame = "\x1b[4;1Hlast\n\x1b[4;1H"
    assert Thrift().shortened(frame) == frame


def test_codes_that_are_not_known_are_handed_on_as_they_are() -> None:
    for codes in ("4:3", "58;5;1", "38;2;1;2", "77"):
        frame = f"\x1b[2;1H\x1b[{codes}mwords\x1b[0m\x1b[1;1H"
        assert Thrift().shortened(frame) == frame


@given(looks, looks)
def test_a_change_of_looks_leads_to_the_look_that_is_wanted(one: str, other: str) -> None:
    said = change(look_after(PLAIN, one), look_after(PLAIN, other))
    assert Seen().feed(f"\x1b[0;{one}m{said}.") == Seen().feed(f"\x1b[0;{other}m.")


def test_bold_and_dim_are_taken_back_together_and_the_one_that_stays_is_said_again() -> None:
    before, wanted = look_after(PLAIN, "1;2;31;44"), look_after(PLAIN, "2;31;44")
    assert change(before, wanted) == "\x1b[22;2m"


def test_a_driver_writes_a_frame_at_once_and_nothing_where_nothing_is_new() -> None:
    written: list[str] = []

    class Kept(HeadlessDriver):
        def write(self, data: str) -> None:
            written.append(data)

    kind = thrifty(Kept, Thrift())
    driver = object.__new__(kind)
    for data in (FRAME_START, "\x1b[2;1Hwords\x1b[4;1H", FRAME_END):
        driver.write(data)
    assert written == [f"{FRAME_START}\x1b[2;1H\x1b[mwords\x1b[4;1H{FRAME_END}"]
    driver.write("\x1b[2;1Hwords\x1b[4;1H")
    driver.write("")
    assert written[1:] == ["\x1b[4;1H"]


def test_a_driver_holds_nothing_back_when_it_is_flushed() -> None:
    written: list[str] = []

    class Kept(HeadlessDriver):
        def write(self, data: str) -> None:
            written.append(data)

    driver = object.__new__(thrifty(Kept, Thrift()))
    driver.write(FRAME_START)
    driver.write("\x1b[?1049l")
    assert written == []
    driver.flush()
    assert written == [f"{FRAME_START}\x1b[?1049l"]
