"""Which columns of a line have become different: only those are sent to the terminal."""

from collections.abc import Sequence

from factcheck.widgets.layout import is_one_cell_each
from factcheck.widgets.looks import is_blind_to_blanks

_BLANK = (" ", "")


def differing(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], width: int
) -> tuple[int, int] | None:
    """The first column that differs and the one behind the last; None when the lines look the same.

    A line with characters that do not take one column each is compared as a whole.
    """
    if old == new:
        return None
    before, after = _cells(old, width), _cells(new, width)
    if before is None or after is None:
        return (0, width)
    first = 0
    while first < width and before[first] == after[first]:
        first += 1
    if first == width:
        return None
    last = width
    while before[last - 1] == after[last - 1]:
        last -= 1
    return (first, last)


def _cells(line: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]] | None:
    """Character and look of each column; None where that cannot be said."""
    cells: list[tuple[str, str]] = []
    for text, look in line:
        if not is_one_cell_each(text):
            return None
        blank = _BLANK if is_blind_to_blanks(look) else (" ", look)
        cells.extend(blank if character == " " else (character, look) for character in text)
    cells.extend([_BLANK] * (width - len(cells)))
    return cells[:width]
