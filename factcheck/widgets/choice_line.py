"""A field with a few answers, each with its letter: what is chosen is lit, and nothing is before somebody chooses."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct
from textual import events
from textual.geometry import Size
from textual.message import Message

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, Piece, padded

_BETWEEN = 3


class Option(Struct, frozen=True):
    """An answer: the letter that takes it, its value, and how it is read."""

    letter: str
    value: str
    words: str


class ChoiceLine(Painted):
    """Shows all options, over as many lines as they take."""

    can_focus = True

    @dataclass
    class OptionPointed(Message):
        """An option was clicked."""

        line: "ChoiceLine"
        value: str

    def __init__(self, options: Sequence[Option], value: str = "", *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.options = options
        self.value = value if any(o.value == value for o in options) else ""

    def take(self, value: str) -> None:
        """Choose an option."""
        self.value = value
        self.repaint()

    def step(self, by: int) -> None:
        """Choose the next option, or the one before."""
        values = [o.value for o in self.options]
        at = values.index(self.value) + by if self.value in values else (0 if by > 0 else -1)
        self.take(values[at % len(values)])

    def option(self, letter: str) -> Option | None:
        """The option with a letter."""
        return next((o for o in self.options if o.letter == letter), None)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the options take."""
        return len(self._rows(width))

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The options."""
        lines: list[PaintedLine] = []
        for row in self._rows(width):
            pieces: list[Piece] = []
            for option in row:
                look = "current" if option.value == self.value else ""
                pieces.append((f"{option.letter} ", f"accent {look}".strip()))
                pieces.append(padded(option.words, min(width_of(option.words), width - 2), look))
                pieces.append((" " * _BETWEEN, ""))
            lines.append(tuple(pieces))
        return lines

    def _rows(self, width: int) -> list[list[Option]]:
        rows: list[list[Option]] = [[]]
        used = 0
        for option in self.options:
            wide = 2 + width_of(option.words)
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append(option)
            used += wide + _BETWEEN
        return rows

    def on_focus(self) -> None:
        """It can be seen where one is."""
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click takes an option."""
        at = event.get_content_offset(self)
        rows = self._rows(self.size.width)
        if at is None or not 0 <= at.y < len(rows):
            return
        x = 0
        for option in rows[at.y]:
            wide = 2 + width_of(option.words)
            if x <= at.x < x + wide:
                self.post_message(self.OptionPointed(self, option.value))
            x += wide + _BETWEEN
