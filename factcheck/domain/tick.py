"""Ticking the details of a statement, one by one."""

from enum import StrEnum

from msgspec import Struct


class TickState(StrEnum):
    """What a checker says of a detail; nothing at all is the third state."""

    TICKED = "ticked"
    WRONG = "wrong"


class Tick(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A detail that was checked. It is given for the detail's type and characters (`given_for`), and for the
    `occurrence`, from 0, of these in the statement; `right` is the right value of a wrong one, where it is known.
    """

    given_for: str
    occurrence: int
    state: TickState
    by: str
    at: str
    right: str | None = None

    @property
    def is_right(self) -> bool:
        """Whether the detail was found to be right."""
        return self.state is TickState.TICKED
