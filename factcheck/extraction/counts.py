"""The same thing counted differently: 10,000 troops in one place, almost 11,000 in another."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from msgspec import Struct

from factcheck.domain.extracted import Hint
from factcheck.domain.statement import Detail, DetailType
from factcheck.extraction.hint_words import COUNT_ENDS, FATES, MORE_OF_IT, NOT_PLURAL, PERIODS, PLURALS
from factcheck.extraction.number_words import ORDINALS
from factcheck.extraction.traits import LABELS, Readable, Traits, Weights, stem_of, words_of

_NEXT = re.compile(r"[\s-]{1,2}([^\W\d_]+(?:['\u2019-][^\W\d_]+)*)")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)\b")
_MONEY = re.compile(r"[$\u20ac\u00a3\u00a5\u20bd\u20b4\u20b9\u20a9]|\b(?:USD|EUR|GBP)\b")
_PER_CENT = re.compile(r"%|per\s?cent", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"([A-Z\u00c0-\u00de][\w'\u2019-]{1,30}),\s?\Z")
_AGE_AFTER = re.compile(r"(?:,|\.?\Z)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SMALL = re.compile(r"[a-z]+")
_SIDES = frozenset({"north", "south", "east", "west", "prosecution", "defence", "defense"})
_ORDERS = frozenset(ORDINALS) - {"half", "quarter", "third"}
_LAST_WORD = re.compile(r"([^\W\d_]+)\W{1,3}\Z")
_MOVED = re.compile(
    r"\b(?:previous(?:ly)?|compared (?:to|with)|(?:up|down|rose|fell) from|earlier)\b", re.IGNORECASE
)
_PART = re.compile(
    r"(?:\bOf (?:the|these|those|them)\b[^.;]{0,40},|\bof (?:these|those|them|whom|which),?)\s\Z"
)
_ROUGHLY = re.compile(r"(?:about|around|some|approximately|roughly|an estimated|close to)\b", re.IGNORECASE)
_BELOW = re.compile(
    r"(?:almost|nearly|just under|under|less than|fewer than|up to|as \w+ as|at most)\b", re.IGNORECASE
)
_ABOVE = re.compile(
    r"(?:over|more than|at least|well over|just over|upwards of|in excess of)\b", re.IGNORECASE
)
_LOOKED_AT = 12
"""With so many earlier counts of one thing is each compared: keeps the time linear."""
_AFTER = 5
_FURTHEST, _FAR, _CLOSE = Decimal(20), Decimal(3), Decimal("1.5")


class _Count(Struct, frozen=True):
    """A number of a statement with what it counts (`thing`), what qualifies that, and the words around it."""

    index: int
    value: Decimal
    words: str
    thing: str
    shown: str
    is_loose: bool
    modifiers: frozenset[str]
    around: frozenset[str]
    fates: frozenset[str]
    years: frozenset[str]
    sides: frozenset[str]
    orders: frozenset[str]
    names: frozenset[str]


def counts(statements: Sequence[Readable], traits: Sequence[Traits], weights: Weights) -> Iterator[Hint]:
    """Two numbers for one thing, in statements that share enough words, when neither can round the other."""
    found = [
        mine
        for statement, trait in zip(statements, traits, strict=True)
        for mine in _counts_in(statement, trait)
    ]
    in_body = {(one.thing, one.value) for one in found if traits[one.index].kind not in LABELS}
    beside: dict[tuple[int, str], set[Decimal]] = {}
    for one in found:
        beside.setdefault((one.index, one.thing), set()).add(one.value)
    postings: dict[str, list[_Count]] = {}
    for mine in found:
        if traits[mine.index].kind in LABELS and (mine.thing, mine.value) in in_body:
            continue  # the headline's figure is the body's: the body is where it differs
        earlier = postings.setdefault(mine.thing, [])
        for other in earlier:
            if beside[mine.index, mine.thing] & beside[other.index, other.thing]:
                continue  # one of the two gives both figures: a part and the whole, or before and after
            if score := _difference(mine, other, weights):
                why = f"{mine.shown} counted differently: {mine.words} here, {other.words} there"
                yield Hint("differs_number", mine.index, other.index, score, why)
        if len(earlier) >= _LOOKED_AT:
            del earlier[_LOOKED_AT // 2]
        earlier.append(mine)


def _counts_in(statement: Readable, trait: Traits) -> Iterator[_Count]:
    if not any(detail.type is DetailType.NUMBER for detail in statement.details):
        return
    if _MOVED.search(statement.exact):
        return
    years = frozenset(_YEAR.findall(statement.exact))
    lows = frozenset(_SMALL.findall(statement.exact))
    for detail in statement.details:
        value = _value(statement, detail)
        found = _thing(statement, detail) if value else None
        if value and found:
            thing, shown, modifiers, is_loose = found
            around = frozenset(stem for stem in trait.stems if stem != thing and not stem[0].isdigit())
            yield _Count(
                trait.index,
                value,
                words_of(statement, detail.span),
                thing,
                shown,
                is_loose,
                modifiers,
                around,
                _fates(statement, detail),
                years,
                lows & _SIDES,
                lows & _ORDERS,
                trait.names - trait.speakers,
            )


def _value(statement: Readable, detail: Detail) -> Decimal | None:
    """The value of a number that counts something: no ordinal, nothing, or "twice"."""
    if detail.type is not DetailType.NUMBER or not detail.normalized:
        return None
    words = words_of(statement, detail.span)
    if _ORDINAL.search(words) or words.lower().split("-")[-1].split()[-1] in ORDINALS:
        return None
    try:
        value = Decimal(detail.normalized)
    except InvalidOperation:
        return None
    return value if value > 1 else None


def _thing(statement: Readable, detail: Detail) -> tuple[str, str, frozenset[str], bool] | None:
    """What a number counts: its stem, how it is shown, what qualifies it, and whether it is a loose unit."""
    words = words_of(statement, detail.span)
    start = detail.start - statement.span.start
    after = statement.exact[start + len(words) : start + len(words) + 90]
    before = statement.exact[max(0, start - 40) : start]
    if (named := _AGE_BEFORE.search(before)) and _AGE_AFTER.match(after) and words.isdigit():
        return f"age {stem_of(named[1])}", f"the age of {named[1]}", frozenset(), False
    last = _LAST_WORD.search(before)
    if (last and last[1].lower() in MORE_OF_IT) or _PART.search(before):
        return None
    if _PER_CENT.search(words):
        return "%", "a share", frozenset(), True
    if _MONEY.search(words):
        return "money", "an amount", frozenset(), True
    return _counted(after)


def _counted(after: str) -> tuple[str, str, frozenset[str], bool] | None:
    """The first plural after a number: "infantry troops", and the words between."""
    passed: list[str] = []
    place = 0
    while len(passed) < _AFTER and (found := _NEXT.match(after, place)):
        word = found[1]
        low = word.lower()
        if low in COUNT_ENDS or low in MORE_OF_IT:
            return None
        if _is_plural(word, low):
            stem = stem_of(low)
            return stem, low, frozenset(map(stem_of, passed)), low in PERIODS
        passed.append(word)
        place = found.end()
    return None


def _is_plural(word: str, low: str) -> bool:
    if low in PLURALS:
        return True
    is_plural = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "\u2019s"))
    return word == low and len(low) > 3 and is_plural and low not in NOT_PLURAL


def _fates(statement: Readable, detail: Detail) -> frozenset[str]:
    """What befell the counted: the nearest such word before or after the number."""
    start = detail.start - statement.span.start
    end = start + len(detail.span)
    before = statement.exact[max(0, start - 40) : start].lower()
    after = statement.exact[end : end + 60].lower()
    away = [(len(before) - one.end(), one.group()) for one in _SMALL.finditer(before)]
    away += [(one.start(), one.group()) for one in _SMALL.finditer(after)]
    away = [one for one in away if one[1] in FATES]
    return frozenset({stem_of(min(away)[1])}) if away else frozenset()


def _difference(mine: _Count, other: _Count, weights: Weights) -> float:
    """How surely two counts of one thing differ, from 0 (not at all, or another thing) to 1."""
    if mine.index == other.index or _agree(mine, other) or _are_apart(mine, other):
        return 0.0
    ratio = max(mine.value, other.value) / min(mine.value, other.value)
    shared = mine.around & other.around
    common = weights.common(mine.around, other.around)
    least = _least(mine, other, ratio)
    is_age = mine.thing.startswith("age ")
    if not is_age and (ratio > _FURTHEST or len(shared) < (3 if mine.is_loose else 2) or common < least):
        return 0.0
    return round(min(1.0, 0.35 + 0.4 * common + 0.25 / float(ratio)), 2)


def _least(mine: _Count, other: _Count, ratio: Decimal) -> float:
    """How much two statements must share: more when the figures are far apart, or both exact and so of two things."""
    is_exact = min(_digits(mine.value), _digits(other.value)) > 2
    if mine.is_loose or ratio > _FAR or is_exact:
        return 0.5
    return 0.35 if ratio > _CLOSE else 0.15


def _digits(value: Decimal) -> int:
    """How many digits a value has without the zeros at its end: 10,000 has one."""
    return len(str(value).replace(".", "").strip("0-"))


def _are_apart(mine: _Count, other: _Count) -> bool:
    """Whether the words around two numbers say that different things, fates or years are counted."""
    return any(
        one and two and one.isdisjoint(two)
        for one, two in (
            (mine.modifiers, other.modifiers),
            (mine.fates, other.fates),
            (mine.years, other.years),
            (mine.sides, other.sides),
            (mine.orders, other.orders),
            (mine.names, other.names),
        )
    )


def _agree(mine: _Count, other: _Count) -> bool:
    """Whether two numbers are the same, or one is the other rounded as its words say."""
    return mine.value == other.value or _allows(mine, other.value) or _allows(other, mine.value)


def _allows(count: _Count, value: Decimal) -> bool:
    """Whether "about 100", "almost 100" or "over 100" can mean a value."""
    least, most = _leeway(count.words)
    return least is not None and least <= value / count.value <= most


@lru_cache(maxsize=4096)
def _leeway(words: str) -> tuple[Decimal | None, Decimal]:
    """The least and the most that a number in these words can mean, as a share of it; None for an exact one."""
    if _ABOVE.match(words):
        return Decimal(1), Decimal("1.25")
    if _BELOW.match(words):
        return Decimal("0.95"), Decimal(1)
    return (Decimal("0.95"), Decimal("1.05")) if _ROUGHLY.match(words) else (None, Decimal(1))
