"""The next keys, from the catalogue: as many as there is room for, the most wanted first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.commands import Command
from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, Piece

_BETWEEN = 3
_LAST = "help"


class KeyLine(Painted):
    """Keys with their labels; those that make no sense at the moment stay in their place, dimmed."""

    @dataclass
    class CommandPointed(Message):
        """A key's label was clicked."""

        command_id: str

    def __init__(self, commands: Sequence[Command], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._commands = commands
        self._dimmed: Collection[str] = ()
        self._places: list[tuple[int, int, str]] = []

    def dim(self, command_ids: Collection[str]) -> None:
        """These commands can do nothing for what is shown."""
        if set(command_ids) != set(self._dimmed):
            self._dimmed = command_ids
            self.repaint()

    def arrange(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line."""
        self._places = []
        pieces: list[Piece] = []
        at = 0
        for command in _fitting(self._commands, width):
            key, is_dim = command.shown_keys[0], command.id in self._dimmed
            end = at + _width(command) - _BETWEEN
            self._places.append((at, end, command.id))
            pieces.append((key, "muted" if is_dim else "accent"))
            pieces.append((f" {command.label}" + " " * _BETWEEN, "muted" if is_dim else ""))
            at = end + _BETWEEN
        return [tuple(pieces)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key's label does what the key does."""
        at = event.get_content_offset(self)
        for start, end, command_id in self._places:
            if at is not None and start <= at.x < end:
                self.post_message(self.CommandPointed(command_id))


def _width(command: Command) -> int:
    return width_of(command.shown_keys[0]) + 1 + width_of(command.label) + _BETWEEN


def _fitting(commands: Sequence[Command], width: int) -> list[Command]:
    """The first ones that fit; room for help is kept whatever else has to go."""
    kept = sum(_width(c) for c in commands if c.id == _LAST)
    fitting: list[Command] = []
    used, is_full = 0, False
    for command in commands:
        reserve = 0 if command.id == _LAST else kept
        is_full = is_full or used + reserve + _width(command) - _BETWEEN > width
        if command.id == _LAST or not is_full:
            fitting.append(command)
            used += _width(command)
            kept = 0 if command.id == _LAST else kept
    return fitting
