"""The whole article in one row: how each statement stands, from the first to the last."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.widgets.painted import Painted, PaintedLine, Piece

LINE, HERE, HERE_LINE = "─", "◆", "━"
_SIGNS = (
    ("–", "muted"),
    ("✓", "confirmed"),
    ("→", "left"),
    ("·", "muted"),
    ("?", "unverified"),
    ("✗", "disputed"),
    ("↺", "was"),
)
"""By the codes of the survey; where several statements share a column, the highest code is shown."""


class Overview(Painted):
    """A rule, and on it the statements. A click goes to the one under it."""

    @dataclass
    class NumberPointed(Message):
        """The mouse has chosen the statement with this number."""

        number: int

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._codes = bytearray()
        self._number = 0
        self._cells: list[Piece] = []

    def fill(self, codes: bytearray) -> None:
        """All statements are known, or are others now."""
        self._codes = codes
        self._cells = []

    def renew(self, indices: Iterable[int]) -> None:
        """These statements, counted from 0, stand differently now. Painted by the next `show`."""
        width = len(self._cells)
        for index in indices:
            if self._codes and width:
                for cell in _cells_of(index, len(self._codes), width):
                    self._cells[cell] = self._cell(cell, width)

    def show(self, number: int) -> None:
        """The statement with this number is the current one."""
        self._number = number
        self.repaint()

    def lines_for(self, width: int, height: int) -> list[PaintedLine]:
        """The one row."""
        total = len(self._codes)
        if not total:
            return [((LINE * width, "rule"),)]
        if len(self._cells) != width:
            self._cells = [self._cell(cell, width) for cell in range(width)]
        if not 0 < self._number <= total:
            return [tuple(self._cells)]
        here = _cells_of(self._number - 1, total, width)
        lit: list[Piece] = [(HERE, "accent strong")]
        if len(here) > 1:
            lit = [self._cells[here[0]], *[(HERE_LINE, "accent strong")] * (len(here) - 1)]
        return [(*self._cells[: here[0]], *lit, *self._cells[here[-1] + 1 :])]

    def _cell(self, cell: int, width: int) -> Piece:
        total = len(self._codes)
        first = cell * total // width
        if total < width and cell and (cell - 1) * total // width == first:
            return (LINE, _SIGNS[self._codes[first]][1] if self._codes[first] != 3 else "rule")
        behind = max(first + 1, (cell + 1) * total // width)
        return _SIGNS[max(self._codes[first:behind])]

    def on_click(self, event: events.Click) -> None:
        """A click goes there."""
        at = event.get_content_offset(self)
        if at is not None and self._codes:
            self.post_message(self.NumberPointed(at.x * len(self._codes) // max(1, self.size.width) + 1))


def _cells_of(index: int, total: int, width: int) -> range:
    """The columns in which a statement is, at least one; column c is that of statement c * total // width."""
    if total < width:
        return range(-(-index * width // total), -(-(index + 1) * width // total))
    column = ((index + 1) * width - 1) // total
    return range(column, column + 1)
