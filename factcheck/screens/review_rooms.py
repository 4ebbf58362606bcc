"""The rooms of the review screen: each knows a few commands, and the screen knows none of them."""

from collections.abc import Awaitable, Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from factcheck.screens.answering import Answering
from factcheck.screens.commanded import Act
from factcheck.screens.later import later
from factcheck.screens.moving import Moving

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


_PAUSE = 0.02
"""Seconds between two rooms that are loaded."""


class Room(Protocol):
    """A few commands that belong together. It is made once, with its screen."""

    def acts(self) -> dict[str, Act]:
        """What each command does, by its id in the catalogue."""
        ...


ROOMS: tuple["Callable[[ReviewScreen], Room]", ...] = (
    Moving,
    Answering,
    lambda screen: screen.ticking,
)
"""The rooms that are there with the first frame. A new one is a module with a class like these, and a line here."""

LATE_ROOMS: dict[str, tuple[str, ...]] = {
    "noting.Noting": ("private_note", "public_note"),
    "sourcing.Sourcing": ("add_source", "cite_on_file", "same_source", "sources"),
    "looking.Looking": ("history", "excluded"),
    "filtering.Filtering": ("filter", "show_all"),
    "finding.Finding": ("find", "find_next", "find_previous"),
    "flagging.Flagging": ("legal_flag", "criticism_flag", "publication"),
    "linking.Linking": ("link", "next_linked", "previous_linked", "hints", "conflicts"),
    "asking.Asking": ("query", "queries"),
    "editing.Editing": (
        "word_cursor",
        "split_statement",
        "join_statement",
        "add_statement",
        "exclude_statement",
        "speakers_and_details",
    ),
    "suggesting.Suggesting": ("suggest",),
    "copying.Copying": ("copy",),
    "revising.Revising": ("next_recheck", "import_draft", "last_draft"),
    "datelining.Datelining": ("dateline",),
    "handing_over.HandingOver": ("sign_off", "reports"),
}
"""The rooms that are loaded once the first frame is there, by module and class: their commands."""


class Rooms:
    """All rooms of one review screen."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._late: dict[str, dict[str, Act]] = {}
        self.acts: dict[str, Act] = {c: act for room in ROOMS for c, act in room(screen).acts().items()}
        """What each command does, by its id in the catalogue."""
        for place, commands in LATE_ROOMS.items():
            self.acts |= {command: partial(self._act, place, command) for command in commands}

    def load(self) -> None:
        """Load what is not there yet, one after the other: keys that come meanwhile have their turn in between."""
        place = next((place for place in LATE_ROOMS if place not in self._late), None)
        if place is not None:
            self._room(place)
            later(self._screen, _PAUSE, self.load)

    def _room(self, place: str) -> dict[str, Act]:
        if place not in self._late:
            module, _, name = place.partition(".")
            room: Room = getattr(import_module(f"factcheck.screens.{module}"), name)(self._screen)
            self._late[place] = room.acts()
        return self._late[place]

    def _act(self, place: str, command: str) -> Awaitable[None] | None:
        return self._room(place)[command]()
