"""Days and periods of the calendar, for the dates of an article."""

from datetime import date, timedelta

from msgspec import Struct


class Period(Struct, frozen=True):
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @classmethod
    def day(cls, one: date) -> "Period":
        """A single day."""
        return cls(one, one)

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: "2024-06-01", "2024-06-01/2024-06-30"."""
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


def day_of_week(issued: date, number: int, sign: int) -> date:
    """The nearest such day (0 is Monday) before (-1) or after (1) a day, that day itself left out."""
    away = (sign * (number - issued.weekday())) % 7 or 7
    return issued + timedelta(days=sign * away)


def week_of(day: date) -> Period:
    """The week of a day, from Monday to Sunday (ISO 8601)."""
    first = day - timedelta(days=day.weekday())
    return Period(first, first + timedelta(days=6))


def month_of(day: date) -> Period:
    """The month of a day."""
    first = day.replace(day=1)
    return Period(first, months_after(first, 1) - timedelta(days=1))


def months_after(day: date, count: int) -> date:
    """The day so many months later (or earlier); the last of the month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            if number <= 28:
                raise
    raise ValueError(day)


def unit_around(day: date, unit: str, step: int) -> Period:
    """The week, month, quarter, year or decade of a day, or the one so many steps later."""
    if unit == "week":
        return week_of(day + timedelta(days=7 * step))
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    number = day.year * 12 + day.month - 1
    first = number - number % months + step * months
    begin = date(first // 12, first % 12 + 1, 1)
    return Period(begin, months_after(begin, months) - timedelta(days=1))
