"""How far an article has come, as a bar whose parts differ in glyph as well as in colour."""

from factcheck.domain.tally import Tally
from factcheck.widgets.painted import PaintedLine

DONE = "━"
RECHECK = "╍"
OPEN = "─"


def progress_bar(tally: Tally, width: int) -> PaintedLine:
    """A bar of exactly `width` cells: done, to be checked again, open.

    What there is gets a cell at least, and the bar is full only when all is done. Excluded statements are
    not counted.
    """
    total = tally.statements - tally.excluded
    if width < 3 or total <= 0:
        return ((OPEN * max(0, width), "rule"),)
    is_open = tally.done + tally.recheck < total
    recheck = _cells(tally.recheck, total, width - is_open)
    done = min(_cells(tally.done, total, width), width - recheck - is_open)
    return (
        (DONE * done, "accent"),
        (RECHECK * recheck, "was"),
        (OPEN * (width - done - recheck), "rule"),
    )


def _cells(count: int, total: int, width: int) -> int:
    """The part of the width for a count, rounded down, but one cell where there is anything."""
    return max(1, width * count // total) if count else 0
