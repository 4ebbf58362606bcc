"""The same event placed or dated two ways."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from factcheck.domain.extracted import Hint
from factcheck.domain.statement import Detail, DetailType
from factcheck.extraction.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.hint_words import ANYBODY, COMPASS, EMPTY, EVENTS, ONCE
from factcheck.extraction.traits import Readable, Traits, Weights, stem_of, stems_of, words_of

_WHERE = re.compile(r"\b(?:in|inside|at|near|outside)\s((?:[a-z-]{3,13}\s){0,3})\Z")
_WORD = re.compile(r"[^\W\d_]{4,}")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?\s?([ap])?\.?m?\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d")
_LOCATIVE = frozenset({"in", "inside", "at", "near", "outside"})
_REACH = 100
_MENTIONS = 4


class _Event(Struct, frozen=True):
    """An event with its place or time, as it is compared and as it is shown; `near` are stems close before it."""

    index: int
    what: str
    value: frozenset[str]
    shown: str
    near: frozenset[str] = frozenset()


def placed(statements: Sequence[Readable], traits: Sequence[Traits], weights: Weights) -> Iterator[Hint]:
    """Two places for what seems to be one event: "training inside North Korea", "training in eastern Russia"."""
    nested = _nested_places(statements)
    for mine, other in _pairs(statements, _with_place):
        is_nested = any((one, two) in nested for one in mine.value for two in other.value)
        common = 0.0 if is_nested else _one_event(mine, other, traits, weights, least=0.2)
        if common:
            why = f"perhaps one event at two places ({mine.what}): {mine.shown} here, {other.shown} there"
            yield Hint("differs_place", mine.index, other.index, round(0.3 + 0.6 * common, 2), why)


def dated(statements: Sequence[Readable], traits: Sequence[Traits], weights: Weights) -> Iterator[Hint]:
    """Two days, years or hours for what seems to be one event."""
    for mine, other in _pairs(statements, _with_time):
        common = _one_event(mine, other, traits, weights, least=0.4)
        if common:
            why = f"perhaps one event at two times ({mine.what}): {mine.shown} here, {other.shown} there"
            yield Hint("differs_time", mine.index, other.index, round(0.2 + 0.6 * common, 2), why)


def _pairs(
    statements: Sequence[Readable], read: Callable[[Readable, int], Iterator[tuple[str, _Event]]]
) -> Iterator[tuple[_Event, _Event]]:
    """Mentions of one kind of event in two statements, with values that have nothing in common.

    What is mentioned at many places are many events.
    """
    mentions: dict[str, list[_Event]] = {}
    for index, statement in enumerate(statements):
        for key, mine in read(statement, index):
            mentions.setdefault(key, []).append(mine)
    for events in mentions.values():
        if len(events) <= _MENTIONS:
            for other, mine in combinations(events, 2):
                if other.index != mine.index and mine.value.isdisjoint(other.value):
                    yield mine, other


def _one_event(
    mine: _Event, other: _Event, traits: Sequence[Traits], weights: Weights, *, least: float
) -> float:
    """How much the statements of two mentions have in common beside the event; 0 when it is too little."""
    own = {stem_of(mine.what)} | mine.value | other.value
    one, two = traits[mine.index].stems - own, traits[other.index].stems - own
    shared = one & two
    if stem_of(mine.what) in ONCE and shared & traits[mine.index].names:
        return 0.6
    common = weights.common(one, two)
    is_alike = bool((mine.near & other.near) - own - ANYBODY)
    return common if len(shared) >= 2 and (is_alike or common >= least) else 0.0


def _with_place(statement: Readable, index: int) -> Iterator[tuple[str, _Event]]:
    """Each event word that stands close before "in", "at" or "near" and a name."""
    found: dict[str, _Event] = {}
    for detail in statement.details:
        start = detail.start - statement.span.start
        if detail.type is not DetailType.NAME or not _LOCATIVE.intersection(
            statement.exact[max(0, start - 40) : start].split()
        ):
            continue
        before = statement.exact[max(0, start - _REACH) : start]
        where = _WHERE.search(before, max(0, len(before) - 50))
        if not where or not all(word in COMPASS for word in where[1].split()):
            continue
        name = words_of(statement, detail.span)
        for word in _events_in(before[: where.start()]):
            shown = f"{where.group()}{name}"
            event = _Event(index, word, frozenset(stems_of(name)), shown, frozenset(stems_of(before)))
            found.setdefault(stem_of(word), event)
    yield from found.items()


def _events_in(words: str) -> list[str]:
    """The last words of a run that name something which happens."""
    lows = [word.lower() for word in _WORD.findall(words) if word.islower()]
    return [low for low in lows if _is_event(low)][-2:]


def _is_event(low: str) -> bool:
    return low in EVENTS or (len(low) > 6 and low.endswith(("ing", "ed")) and low not in EMPTY)


def _nested_places(statements: Sequence[Readable]) -> set[tuple[str, str]]:
    """Pairs of places of which the article says that one is in the other: "Brussels, Belgium"."""
    pairs: set[tuple[str, str]] = set()
    for statement in statements:
        before: Detail | None = None
        for detail in statement.details:
            if detail.type is not DetailType.NAME:
                continue
            gap_start = before.span.end - statement.span.start if before else 0
            gap = statement.exact[gap_start : detail.start - statement.span.start] if before else ""
            if before and (gap == ", " or gap.startswith((" in ", "'s ", "\u2019s "))):
                for one in stems_of(words_of(statement, before.span)):
                    for two in stems_of(words_of(statement, detail.span)):
                        pairs |= {(one, two), (two, one)}
            before = detail
    return pairs


def _with_time(statement: Readable, index: int) -> Iterator[tuple[str, _Event]]:
    """Each event word of a statement that gives exactly one time of its kind."""
    times: dict[str, list[tuple[str, str]]] = {}
    for detail in statement.details:
        words = words_of(statement, detail.span)
        if detail.type is DetailType.DATE and (known := _time(words)):
            times.setdefault(known[0], []).append((known[1], words))
    if not times:
        return
    lows = {word.lower() for word in _WORD.findall(statement.exact)}
    stems = {stem_of(low): low for low in sorted(lows) if low in EVENTS}
    for kind, values in times.items():
        if len(values) == 1:
            for stem, low in stems.items():
                value, shown = values[0]
                yield f"{kind} {stem}", _Event(index, low, frozenset({value}), shown)


def _time(words: str) -> tuple[str, str] | None:
    """The kind of a time (day of the week, year, month, hour) and its value, when it is plain."""
    low = words.lower().strip(".")
    if low in WEEKDAYS:
        return "weekday", low[:3]
    if low in MONTHS:
        return "month", str(MONTHS[low])
    if _YEAR.fullmatch(low):
        return "year", low
    found = _CLOCK.fullmatch(low)
    if found and (found[2] or found[3]):
        return "hour", f"{int(found[1])}:{found[2] or '00'}{found[3] or ''}"
    return None
