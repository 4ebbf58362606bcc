"""From a block's characters to lines of a page: pure, knows no screen.

Offsets are code points of the block's own text, half-open. Cells are columns of the terminal: a character
takes none (combining), one or two of them, as Rich counts them, since that is what is painted.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from rich.cells import get_character_cell_size

from factcheck.domain.visible import visible

MEASURE = 72
"""The widest line that is still set, in cells: beyond it the eye loses the next line's start."""

ONE_CELL = (
    r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e"
    r"\u2190-\u21ff\u2500-\u25bf\u25c6\u2713\u2717]"
)
"""The pattern of a character that is known to take one cell; many others do, too."""
_ONE_CELL_EACH = re.compile(f"{ONE_CELL}*")


class Line(Struct, frozen=True):
    """A line of a block: [start, end) is shown, [end, next) is the blank at which it was broken."""

    start: int
    end: int
    next: int


def wrap(text: str, width: int) -> tuple[Line, ...]:
    """Break a text at blanks, or anywhere in a word that is wider than a line; a line feed always breaks.

    Each character is in exactly one line's [start, next), in order; what is shown of a line takes at most
    `width` cells (at least 2, so that each character fits). A text without characters is one empty line.
    """
    width = max(2, width)
    lines: list[Line] = []
    start = 0
    while True:
        feed = text.find("\n", start)
        stop = len(text) if feed < 0 else feed
        found = list(_wrap_run(text, start, stop, width))
        if feed < 0:
            lines.extend(found)
            return tuple(lines)
        last = found.pop()
        lines.extend(found)
        lines.append(Line(last.start, last.end, feed + 1))
        start = feed + 1


def _wrap_run(text: str, start: int, stop: int, width: int) -> Iterator[Line]:
    is_simple = _ONE_CELL_EACH.fullmatch(text, start, stop) is not None
    while True:
        fit = min(stop, start + width) if is_simple else _fitting(text, start, stop, width)
        if fit == stop:
            yield Line(start, stop, stop)
            return
        end, following = _break(text, start, fit, stop)
        yield Line(start, end, following)
        start = following
        if start == stop:
            return


def _fitting(text: str, start: int, stop: int, width: int) -> int:
    """How far the characters from `start` fit into `width` cells."""
    used = 0
    for index in range(start, stop):
        used += cells_of(text[index])
        if used > width:
            return index
    return stop


def _break(text: str, start: int, fit: int, stop: int) -> tuple[int, int]:
    """Where a line that is too long ends, and where the next one starts."""
    if text[fit] == " ":
        end = fit
    else:
        blank = text.rfind(" ", start, fit)
        wide = _after_wide(text, max(start, blank + 1), fit)
        if wide > start:
            return wide, wide
        if blank < 0:
            return fit, fit
        end = blank
    following = end
    while following < stop and text[following] == " ":
        following += 1
    shown = len(text[start:end].rstrip(" ")) + start
    if shown == start:  # nothing but blanks: they are a line of their own
        return fit, max(fit, following)
    return shown, following


def _after_wide(text: str, start: int, fit: int) -> int:
    """The last place before `fit` where a script without blanks may be broken; `start` or less if there is none."""
    for index in range(fit, max(start, fit - 8), -1):
        if text[index - 1] > "\u1100" and cells_of(text[index - 1]) == 2 and cells_of(text[index]) > 0:
            return index
    return -1


def cells_of(character: str) -> int:
    """The columns that one character takes, once it has been made visible."""
    return get_character_cell_size(visible(character))


def width_of(text: str) -> int:
    """The columns that a text takes, once it has been made visible."""
    if _ONE_CELL_EACH.fullmatch(text):
        return len(text)
    return sum(cells_of(c) for c in text)


def is_one_cell_each(text: str) -> bool:
    """Whether each character takes exactly one column."""
    return _ONE_CELL_EACH.fullmatch(text) is not None or all(cells_of(c) == 1 for c in text)


def offset_at(text: str, line: Line, column: int) -> int | None:
    """The offset of the character that is painted at a column of a line; None beyond its end."""
    used = 0
    for index in range(line.start, line.end):
        used += cells_of(text[index])
        if column < used:
            return index
    return None


def line_of(lines: tuple[Line, ...], offset: int) -> int:
    """The index of the line that an offset is in; of the last one when it is beyond."""
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high) // 2
        if offset < lines[middle].next:
            high = middle
        else:
            low = middle + 1
    return low
