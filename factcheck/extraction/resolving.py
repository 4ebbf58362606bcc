"""Relative dates made absolute against the day on which an article was issued. What cannot be said stays open."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from msgspec.structs import replace

from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Detail, DetailType
from factcheck.extraction.calendar import DAYS, MONTHS, WEEKDAYS
from factcheck.extraction.number_words import CARDINALS
from factcheck.extraction.periods import (
    Period,
    day_of_week,
    month_of,
    months_after,
    unit_around,
    week_of,
)
from factcheck.extraction.tenses import Tense, tense_of

_LONGEST = 60
_REACH = 160
"""So many characters before and after a date tell its tense."""
_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_DAY_NAME = r"(?P<day>[a-z]{3,9})\.?"
_TODAY = re.compile(rf"(?P<which>today|tonight|yesterday|tomorrow){_PART}")
_PART_OF_DAY = re.compile(r"(?P<which>this|last) (?:morning|afternoon|evening|night)")
_WEEKDAY = re.compile(rf"(?:(?P<which>last|past|this|next|coming|upcoming) )?{_DAY_NAME}{_PART}")
_MONTH = re.compile(
    r"(?:(?P<which>last|past|this|next|coming) |(?:early|late|mid|later|earlier)[ -](?:in )?)?(?P<month>[a-z]{3,9})\.?"
)
_DATE = re.compile(
    r"(?:(?P<weekday>[a-z]{3,9})\.?,? (?:the )?)?"
    r"(?:(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:(?: ?[-\u2013] ?| to )(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)? (?:of )?(?P<m>[a-z]{3,9})\.?"
    r"|(?P<mm>[a-z]{3,9})\.? (?P<dd>[0-9]{1,2})(?:st|nd|rd|th)?(?:(?: ?[-\u2013] ?| to )(?P<last2>[0-9]{1,2})(?:st|nd|rd|th)?)?)"
)
_UNIT = re.compile(
    r"(?P<which>last|this|next|current|coming) (?P<unit>week|month|quarter|year|decade|weekend)"
)
_SPAN = re.compile(
    r"(?:the )?(?P<which>last|past|next|coming) (?:(?P<count>[0-9]{1,3}|[a-z]{3,10}) )?(?P<unit>day|week|month|year|decade)s?"
)
_AGO = re.compile(r"(?P<count>[0-9]{1,3}|[a-z]{1,10})[ -](?P<unit>day|week|month|year)s? ago")
_FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
}
_SOON = 90
"""A day or month so many days ahead may be meant as soon as the last one: without a tense nobody can say."""
_ONE = {"a": 1, "an": 1, "one": 1}


def resolve(expression: str, issued: date, *, is_ahead: bool = False) -> str | None:
    """The day ("2024-10-17") or period ("2024-06-01/2024-06-30", ISO 8601) that a relative date means.

    `issued` is the day of the article's dateline; `is_ahead` says that its sentence speaks of the future.
    None when it cannot be said ("recent weeks", "the following day") or needs no dateline ("13 March 2024").
    """
    low = " ".join(expression.lower().replace("\u2019", "'").split())
    if not low or len(low) > _LONGEST or re.search(r"[0-9]{4}", low):
        return None
    try:
        for pattern, read in _READERS:
            if (found := pattern.fullmatch(low)) and (period := read(found, issued, is_ahead)):
                return period.iso
    except (OverflowError, ValueError):  # before the year 1, after 9999, the 31st of June
        return None
    return None


def with_dates(statement: Extracted, issued: date) -> Extracted:
    """The statement with `resolved` set for each of its dates that the day of issue makes plain."""
    details = tuple(
        replace(detail, resolved=_resolved(statement, detail, issued))
        if detail.type is DetailType.DATE and not detail.normalized
        else detail
        for detail in statement.details
    )
    return replace(statement, details=details)


def _resolved(statement: Extracted, detail: Detail, issued: date) -> str | None:
    """What a date means by the tense of its sentence; only what both tenses agree on when it may be either."""
    start, end = detail.start - statement.span.start, detail.end - statement.span.start
    expression = statement.exact[start:end]
    tense = tense_of(statement.exact[max(0, start - _REACH) : start], statement.exact[end : end + _REACH])
    ahead = resolve(expression, issued, is_ahead=True) if tense in {Tense.AHEAD, Tense.OPEN} else None
    if tense is Tense.AHEAD:
        return ahead
    last = resolve(expression, issued)
    return last if tense is not Tense.OPEN or last == ahead else None


def _today(found: re.Match[str], issued: date, _: bool) -> Period | None:
    return Period.day(issued + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(found["which"], 0)))


def _part_of_day(found: re.Match[str], issued: date, _: bool) -> Period | None:
    if found["which"] == "last":
        return Period.day(issued - timedelta(days=1)) if found.group().endswith("night") else None
    return Period.day(issued)


def _weekday(found: re.Match[str], issued: date, is_ahead: bool) -> Period | None:
    """A day of the week: the last one, today included, or the next when the sentence looks ahead.

    "Last" and "next" say nothing when that day is in this very week: readers differ on which is meant.
    """
    number = _number_of(found["day"])
    if number is None:
        return None
    which = found["which"]
    before, after = day_of_week(issued, number, -1), day_of_week(issued, number, 1)
    same_week = week_of(issued).first + timedelta(days=number)
    if which == "this":
        return Period.day(same_week)
    if which in {"coming", "upcoming"}:
        return Period.day(after)
    if which == "past":
        return Period.day(before)
    if which:
        chosen = before if which == "last" else after
        return None if chosen == same_week else Period.day(chosen)
    if issued.weekday() == number:
        return Period.day(issued)
    return Period.day(after if is_ahead else before)


def _number_of(name: str) -> int | None:
    """The number of a day of the week, 0 for Monday; None for any other word."""
    if name not in WEEKDAYS:
        return None
    return next(number for number, full in enumerate(DAYS) if full.startswith(name[:3]))


def _month(found: re.Match[str], issued: date, is_ahead: bool) -> Period | None:
    month, which = MONTHS.get(found["month"]), found["which"]
    if month is None:
        return None
    this, last, coming = (month_of(date(issued.year + step, month, 1)) for step in (0, -1, 1))
    if which == "this":
        return this
    if which in {"last", "past"}:
        return last if month >= issued.month else None
    if which in {"next", "coming"}:
        return coming if month <= issued.month else None
    if month == issued.month:
        return this
    return _nearest((last, this, coming), issued, is_ahead)


def _nearest(periods: tuple[Period, ...], issued: date, is_ahead: bool) -> Period | None:
    """The last of some periods that has begun, or the first to come; None when either may be meant."""
    begun = [one for one in periods if one.first <= issued]
    to_come = [one for one in periods if one.last >= issued]
    if is_ahead:
        return min(to_come, key=lambda one: one.first, default=None)
    is_open = any(0 < (one.first - issued).days <= _SOON for one in to_come)
    return None if is_open else max(begun, key=lambda one: one.first, default=None)


def _day(found: re.Match[str], issued: date, is_ahead: bool) -> Period | None:
    """Day and month without a year; a day of the week beside it tells the year."""
    month = MONTHS.get(found["m"] or found["mm"])
    if month is None:
        return None
    first = int(found["d"] or found["dd"])
    last = int(found["last"] or found["last2"] or first)
    years = (issued.year - 1, issued.year, issued.year + 1)
    periods = tuple(p for year in years if (p := _days(year, month, first, last)))
    if not found["weekday"]:
        return _nearest(periods, issued, is_ahead)
    number = _number_of(found["weekday"])
    fitting = [one for one in periods if one.first.weekday() == number]
    return fitting[0] if len(fitting) == 1 else None


def _days(year: int, month: int, first: int, last: int) -> Period | None:
    try:
        return Period(date(year, month, first), date(year, month, last)) if first <= last else None
    except ValueError:
        return None


def _feast(found: re.Match[str], issued: date, is_ahead: bool) -> Period | None:
    month, day = _FEASTS[found.group()]
    years = (issued.year - 1, issued.year, issued.year + 1)
    return _nearest(tuple(Period.day(date(year, month, day)) for year in years), issued, is_ahead)


def _unit(found: re.Match[str], issued: date, _: bool) -> Period | None:
    """A week, month, year of the calendar: the one before, the one of the issue, the one after."""
    step = {"last": -1, "this": 0, "current": 0}.get(found["which"], 1)
    if found["unit"] == "weekend":
        week = unit_around(issued, "week", step)
        return None if step > 0 else Period(week.last - timedelta(days=1), week.last)
    return unit_around(issued, found["unit"], step)


def _span(found: re.Match[str], issued: date, _: bool) -> Period | None:
    """So many weeks or years up to the day of issue, or from it on."""
    count = _count(found["count"]) if found["count"] else 1
    is_plain = found.group().startswith("the ") and found["which"] == "next" and not found["count"]
    if not count or is_plain or (found["count"] is None and found["unit"] == "day"):
        return None
    sign = -1 if found["which"] in {"last", "past"} else 1
    other = _moved(issued, sign * count, found["unit"])
    return Period(*sorted((issued, other)))


def _ago(found: re.Match[str], issued: date, _: bool) -> Period | None:
    """The day, week, month or year that lies so far back."""
    count = _count(found["count"])
    if not count:
        return None
    then = _moved(issued, -count, found["unit"])
    return Period.day(then) if found["unit"] == "day" else unit_around(then, found["unit"], 0)


def _moved(issued: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return issued + timedelta(days=count * (7 if unit == "week" else 1))
    return months_after(issued, count * {"month": 1, "year": 12, "decade": 120}[unit])


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _ONE.get(word, CARDINALS.get(word))


_Reader = Callable[[re.Match[str], date, bool], Period | None]
_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_TODAY, _today),
    (_PART_OF_DAY, _part_of_day),
    (_WEEKDAY, _weekday),
    (_MONTH, _month),
    (_DATE, _day),
    (re.compile("|".join(map(re.escape, _FEASTS))), _feast),
    (_UNIT, _unit),
    (_SPAN, _span),
    (_AGO, _ago),
)
