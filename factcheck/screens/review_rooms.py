"""The rooms of the review screen: each knows a few commands, and the screen knows none of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from factcheck.screens.answering import Answering
from factcheck.screens.asking import Asking
from factcheck.screens.commanded import Act
from factcheck.screens.copying import Copying
from factcheck.screens.datelining import Datelining
from factcheck.screens.editing import Editing
from factcheck.screens.filtering import Filtering
from factcheck.screens.finding import Finding
from factcheck.screens.flagging import Flagging
from factcheck.screens.linking import Linking
from factcheck.screens.looking import Looking
from factcheck.screens.moving import Moving
from factcheck.screens.noting import Noting
from factcheck.screens.sourcing import Sourcing

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Room(Protocol):
    """A few commands that belong together. It is made once, with its screen, before the first frame."""

    def acts(self) -> dict[str, Act]:
        """What each command does, by its id in the catalogue."""
        ...


ROOMS: tuple["Callable[[ReviewScreen], Room]", ...] = (
    Moving,
    Answering,
    Noting,
    Sourcing,
    Looking,
    Filtering,
    Finding,
    Flagging,
    Linking,
    Asking,
    Editing,
    Copying,
    Datelining,
)
"""All rooms. A new one is a module with a class like these, and a line here."""


def acts_of(screen: "ReviewScreen") -> dict[str, Act]:
    """The acts of all rooms."""
    return {command: act for room in ROOMS for command, act in room(screen).acts().items()}
