"""Who does something: apart from the event log, because every start needs it and not every start the log."""

from msgspec import Struct


class Author(Struct, frozen=True):
    """Who acts, on which device."""

    person: str
    device: str
