"""The next keys, from the catalogue: as many as there is room for, the most wanted first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from msgspec import Struct
from msgspec.structs import replace
from textual import events
from textual.message import Message

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, Piece

_BETWEEN = 3


class Key(Struct, frozen=True):
    """A command as the line names it. `is_kept` when it stays whatever else has to go."""

    command_id: str
    key: str
    label: str
    is_kept: bool = False

    @property
    def width(self) -> int:
        """The cells that it takes, the gap behind it included."""
        return width_of(self.key) + 1 + width_of(self.label) + _BETWEEN


class KeyLine(Painted):
    """Keys with their labels; those that make no sense at the moment stay in their place, dimmed."""

    @dataclass
    class CommandPointed(Message):
        """A key's label was clicked."""

        command_id: str

    def __init__(self, keys: Sequence[Key], *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._keys = keys
        self._instead: Sequence[Key] | None = None
        self._dimmed: Collection[str] = ()
        self._places: list[tuple[int, int, str]] = []

    def rename(self, keys: Mapping[str, str]) -> None:
        """Other keys than the usual ones, by their command's id."""
        self._keys = [replace(key, key=keys.get(key.command_id, key.key)) for key in self._keys]

    def instead(self, keys: Sequence[Key] | None) -> None:
        """Name other keys for a while; None: the usual ones."""
        if keys != self._instead:
            self._instead = keys
            self.repaint()

    def dim(self, command_ids: Collection[str]) -> None:
        """These commands can do nothing for what is shown."""
        if set(command_ids) != set(self._dimmed):
            self._dimmed = command_ids
            self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line."""
        self._places = []
        pieces: list[Piece] = []
        at = 0
        usual = self._instead is None
        for key in _fitting(self._keys if self._instead is None else self._instead, width):
            is_dim = usual and key.command_id in self._dimmed
            end = at + key.width - _BETWEEN
            self._places.append((at, end, key.command_id))
            pieces.append((key.key, "muted" if is_dim else "accent"))
            pieces.append((f" {key.label}" + " " * _BETWEEN, "muted" if is_dim else ""))
            at = end + _BETWEEN
        return [tuple(pieces)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key's label does what the key does."""
        at = event.get_content_offset(self)
        for start, end, command_id in self._places:
            if at is not None and start <= at.x < end:
                self.post_message(self.CommandPointed(command_id))


def _fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """The first ones that fit, and those that are kept."""
    room = width + _BETWEEN - sum(k.width for k in keys if k.is_kept)
    fitting: list[Key] = []
    for key in keys:
        if key.is_kept:
            fitting.append(key)
        elif key.width <= room:
            fitting.append(key)
            room -= key.width
        else:
            room = 0
    return fitting
