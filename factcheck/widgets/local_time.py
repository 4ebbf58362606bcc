"""Stored moments as a person reads them, in local time."""

from datetime import datetime, tzinfo


def moment(at: str, zone: tzinfo | None) -> datetime:
    """A stored moment (ISO 8601 in UTC) in a time zone; None is the machine's own. Raises ValueError."""
    return datetime.fromisoformat(at).astimezone(zone)


def hour(at: str, zone: tzinfo | None) -> str:
    """The time of day: "10:41"."""
    return moment(at, zone).strftime("%H:%M")


def day_and_hour(at: str, now: datetime, zone: tzinfo | None) -> str:
    """How long ago, as one says it: "today 10:41", "yesterday 10:41", "2024-10-17 10:41"."""
    then, today = moment(at, zone), now.astimezone(zone).date()
    days = (today - then.date()).days
    day = {0: "today", 1: "yesterday"}.get(days, then.strftime("%Y-%m-%d"))
    return f"{day} {then.strftime('%H:%M')}"
