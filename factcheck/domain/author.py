"""Who does something: apart from the event log, because every start needs it and not every start the log."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, on which device."""

    person: str
    device: str
