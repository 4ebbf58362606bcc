"""The day of a dateline, read as it was typed: "Brussels, 17 October 2024"."""

import re
from datetime import date

from factcheck.extraction.calendar import DAYS, MONTHS, WEEKDAYS

_DAY = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9])"
_NAME = r"(?P<m>[a-z]{3,9})"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![0-9-])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})(?![0-9-])",
        rf"(?<![0-9]){_DAY}\.?\s(?:of\s)?{_NAME}\.?,?\s{_YEAR}",
        rf"(?<![a-z]){_NAME}\.?\s{_DAY},?\s{_YEAR}",
        r"(?<![0-9./])(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4})(?![0-9])",
    )
)
_WORD = re.compile(r"[a-z]+")
_LONGEST = 200


def dateline_date(text: str) -> date | None:
    """The one full date in a dateline; None when there is none, more than one, or it can be read two ways.

    12/10/2024 can; "Friday, 17 October 2024" contradicts itself and is no date either.
    """
    low = " ".join(text.lower().split())
    if len(low) > _LONGEST:
        return None
    days = {_date(found) for form in _FORMS for found in form.finditer(low) if _is_date(found)}
    if len(days) != 1 or (day := days.pop()) is None:
        return None
    named = {word[:3] for word in _WORD.findall(low) if word in WEEKDAYS and word != "sun"}
    return day if named <= {DAYS[day.weekday()][:3]} else None


def _is_date(found: re.Match[str]) -> bool:
    """Whether the word between day and year is a month: "Room 12 of 2024" is none."""
    return found["m"].isdigit() or found["m"] in MONTHS


def _date(found: re.Match[str]) -> date | None:
    day, month, year = int(found["d"]), found["m"], int(found["y"])
    number = int(month) if month.isdigit() else MONTHS[month]
    if "-" not in found.group() and month.isdigit():
        if day <= 12 and number <= 12 and day != number:
            return None
        day, number = (number, day) if number > 12 else (day, number)
    try:
        return date(year, number, day)
    except ValueError:
        return None
