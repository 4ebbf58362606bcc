"""Figures beside what was promised: percentiles, bounds, and the rows of the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which so many percent lie, between two neighbours where needed. Raises ValueError."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def median(values: Sequence[float]) -> float:
    """The middle one. Raises ValueError."""
    return percentile(values, 50)


class Standing(StrEnum):
    """How a figure stands to what was promised."""

    OK = "ok"
    ABOVE_AIM = "above aim"
    MISS = "MISS"
    NOT_SHOWN = "NOT SHOWN"
    NOT_SET = ""


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that a figure may be: in its own unit, or as a multiple of its reference."""

    most: float
    is_ratio: bool = False

    def holds(self, value: float, reference: float | None) -> bool:
        """Whether the figure keeps to it; a multiple of an unknown reference does not."""
        if not self.is_ratio:
            return value <= self.most
        return reference is not None and value <= self.most * reference


def times(most: float) -> Bound:
    """A multiple of the reference."""
    return Bound(most, is_ratio=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    `value` is None when it was never shown, `missed` says how often that happened, `count` is how many were taken.
    """

    goal: str
    what: str
    statements: int | None
    value: float | None
    unit: str
    count: int
    reference: float | None = None
    aim: Bound | None = None
    must: Bound | None = None
    missed: int = 0

    @property
    def ratio(self) -> float | None:
        """The value as a multiple of its reference."""
        return self.value / self.reference if self.value is not None and self.reference else None

    @property
    def standing(self) -> Standing:
        """How it stands to aim and must."""
        if self.value is None or self.missed:
            return Standing.NOT_SHOWN
        if self.must is not None and not self.must.holds(self.value, self.reference):
            return Standing.MISS
        if self.aim is not None and not self.aim.holds(self.value, self.reference):
            return Standing.ABOVE_AIM
        return Standing.OK if self.aim or self.must else Standing.NOT_SET


HEADINGS = ("", "what", "statements", "value", "reference", "ratio", "aim", "must", "n", "")
_TO_THE_LEFT = frozenset({0, 1, 9})


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns."""
    rows = [HEADINGS, *(_cells(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in _TO_THE_LEFT else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cells(figure: Figure) -> tuple[str, ...]:
    standing = f"{figure.standing} ({figure.missed})" if figure.missed else figure.standing.value
    return (
        figure.goal,
        figure.what,
        f"{figure.statements:,}" if figure.statements else "",
        _amount(figure.value, figure.unit),
        _amount(figure.reference, figure.unit) if figure.reference is not None else "",
        f"{figure.ratio:.2f}" if figure.ratio is not None else "",
        _bound(figure.aim, figure.unit),
        _bound(figure.must, figure.unit),
        str(figure.count),
        standing,
    )


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    digits = 0 if value >= 1000 or unit == "B" else 1
    return f"{value:,.{digits}f} {unit}".rstrip()


def _bound(bound: Bound | None, unit: str) -> str:
    if bound is None:
        return ""
    return f"{bound.most:g} ×" if bound.is_ratio else f"{bound.most:,.10g} {unit}".rstrip()
