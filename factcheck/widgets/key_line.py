"""The next keys, from the catalogue: as many as there is room for, the most wanted first."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace
from textual import events
from textual.message import Message

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, Piece

_BETWEEN = 3

KeyOf: TypeAlias = Callable[[str], str]
"""Tells the key of a command, as it is read, by the command's id: the user's own key where there is one."""


class Key(Struct, frozen=True):
    """A command as the line names it. `is_kept` when it stays whatever else has to go.

    For those that are `is_wanted` labels become `short`, and one word for a whole `family`, before they go.
    """

    command_id: str
    key: str
    label: str
    is_kept: bool = False
    is_wanted: bool = False
    short: str | None = None
    family: str = ""

    def labelled(self, label: str | None) -> "Key":
        """The same key with another label, if one is given."""
        return self if label is None or label == self.label else replace(self, label=label)

    @property
    def width(self) -> int:
        """The cells that it takes."""
        return width_of(self.key) + (1 + width_of(self.label) if self.label else 0)


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
        for key, gap in _fitting(self._keys if self._instead is None else self._instead, width):
            is_dim = usual and key.command_id in self._dimmed
            self._places.append((at, at + key.width, key.command_id))
            pieces.append((key.key, "muted" if is_dim else "accent"))
            label = f" {key.label}" if key.label else ""
            pieces.append((label + " " * gap, "muted" if is_dim else ""))
            at += key.width + gap
        return [tuple(pieces)]

    def on_click(self, event: events.Click) -> None:
        """A click on a key's label does what the key does."""
        at = event.get_content_offset(self)
        for start, end, command_id in self._places:
            if at is not None and start <= at.x < end:
                self.post_message(self.CommandPointed(command_id))


Placed = tuple[Key, int]
"""A key, and the gap behind it."""


def _fitting(keys: Sequence[Key], width: int) -> list[Placed]:
    """The first ones that fit, and those that are kept: as they are, or so that all that are wanted fit.

    Before a family gets one word for all, the last one that is wanted goes.
    """
    wanted = [key.is_wanted or key.is_kept for key in keys]
    last = max((i for i, key in enumerate(keys) if key.is_wanted and not key.is_kept), default=None)
    nearly_all = [is_wanted and i != last for i, is_wanted in enumerate(wanted)]
    shorter = [key.labelled(key.short) for key in keys]
    ways = (
        (_spaced(keys, _BETWEEN), wanted),
        (_spaced(shorter, _BETWEEN), wanted),
        (_spaced(shorter, _BETWEEN - 1), wanted),
        (_spaced(shorter, _BETWEEN - 1), nearly_all),
        (_by_family(shorter), wanted),
    )
    fitting = (way for way, those in ways if _room_for(way, those, width) >= 0)
    return _first(next(fitting, ways[-1][0]), width)


def _spaced(keys: Sequence[Key], gap: int) -> list[Placed]:
    return [(key, gap) for key in keys]


def _by_family(keys: Sequence[Key]) -> list[Placed]:
    """Those of a family side by side, behind the last of them one word for all."""
    arranged: list[Placed] = []
    for key, following in zip(keys, [*keys[1:], None], strict=True):
        is_last = following is None or following.family != key.family
        if key.family:
            arranged.append((key.labelled(key.family if is_last else ""), _BETWEEN - 1 if is_last else 1))
        else:
            arranged.append((key, _BETWEEN - 1))
    return arranged


def _room_for(arranged: Sequence[Placed], wanted: Sequence[bool], width: int) -> int:
    """The cells that are left when those that are wanted are shown; negative when they do not fit."""
    shown = [placed for placed, is_wanted in zip(arranged, wanted, strict=True) if is_wanted]
    return width + (shown[-1][1] if shown else 0) - sum(key.width + gap for key, gap in shown)


def _first(arranged: Sequence[Placed], width: int) -> list[Placed]:
    room = _room_for(arranged, [key.is_kept for key, _ in arranged], width)
    fitting: list[Placed] = []
    for key, gap in arranged:
        if key.is_kept:
            fitting.append((key, gap))
        elif key.width + gap <= room:
            fitting.append((key, gap))
            room -= key.width + gap
        else:
            room = 0
    return fitting
