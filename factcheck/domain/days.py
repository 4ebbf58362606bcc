"""Days and periods in words: "17 October 2024", "June 2024", "1 October 2024 to 15 November 2024"."""

from calendar import monthrange
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()


def in_words(resolved: str) -> str:
    """What a date was resolved to (ISO 8601, a day or two joined by a slash), as it is read."""
    first, _, last = resolved.partition("/")
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:  # written by a newer program
        return resolved
    if start == end:
        return _day(start)
    is_to_month_end = end.day == monthrange(end.year, end.month)[1]
    if start.day == 1 and is_to_month_end and start.year == end.year:
        if (start.month, end.month) == (1, 12):
            return str(start.year)
        if start.month == end.month:
            return f"{_MONTHS[start.month - 1]} {start.year}"
    return f"{_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
