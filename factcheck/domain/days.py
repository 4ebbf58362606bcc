"""Days and periods in words: "17 October 2024", "June 2024", "1 October 2024 to 15 November 2024"."""

from calendar import monthrange
from datetime import date

_MONTHS = "January February March April May June July August September October November December".split()


_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NAMED = frozenset(
    [*_WEEKDAYS, *map(str.lower, _MONTHS), "today", "tonight", "yesterday", "tomorrow", "halloween"]
)
_ABBREVIATED = frozenset(word[:3] for word in [*_WEEKDAYS, *map(str.lower, _MONTHS)]) | {"sept"}
_TURNED = frozenset({"last", "past", "this", "next", "coming", "current"})
_UNITS = frozenset(
    "day week month quarter year decade weekend morning afternoon evening night days weeks months years decades".split()
)
_VAGUE = frozenset({"few", "several", "couple", "some", "many", "recent", "following", "previous"})


def is_told_by_dateline(expression: str) -> bool:
    """Whether the day on which an article was issued can tell what a date means: "Thursday", "two weeks ago".

    Else it is plain by itself ("June 2019") or nobody can say ("recent weeks", "the following day", "the 1990s").
    """
    words = [
        word.strip(".,;:'\u2019\u201c\u201d\u2018()").removesuffix("\u2019s")
        for word in expression.lower().split()
    ]
    if any(word[:4].isdigit() and len(word) >= 4 for word in words) or _VAGUE.intersection(words):
        return False
    if _NAMED.intersection(words) or _ABBREVIATED.intersection(words) or words[:1] == ["christmas"] != words:
        return True
    if not _UNITS.intersection(words) or words[:2] == ["the", "next"]:
        return False
    return bool(_TURNED.intersection(words)) or (
        words[-1] == "ago" and len(words) == 3 and "-" not in words[0]
    )


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
