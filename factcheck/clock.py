"""The time, handed to whoever needs it, so that a test can say what it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, aware and in UTC."""


def system_clock() -> datetime:
    """The machine's own idea of the present."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as it is stored: ISO 8601 in UTC to the millisecond, "2024-10-17T10:41:07.250Z"."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
