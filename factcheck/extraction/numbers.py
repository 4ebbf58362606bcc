"""Numbers: in digits and spelled out, with sign, currency, magnitude, per cent and "almost"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.lexicon import any_of
from factcheck.extraction.number_words import (
    APPROXIMATIONS,
    CARDINALS,
    MAGNITUDES,
    ORDINALS,
    OTHERS,
    SHARES,
    UNITS,
)
from factcheck.extraction.places import Taken
from factcheck.extraction.reading import Reading

_LONG_MAGNITUDES = [word for word in MAGNITUDES if len(word) > 3]
_SHORT_MAGNITUDES = [word for word in MAGNITUDES if len(word) < 4]
_WORDS = frozenset({*CARDINALS, *ORDINALS, *_LONG_MAGNITUDES, *OTHERS, *SHARES})
_ABOUT = frozenset({phrase.split()[0] for phrase in APPROXIMATIONS} | {"a", "an"})
_MONEY = r"(?:(?:US|NZ|AU?|CA?|HK|S|R)\s?)?[$\u20ac\u00a3\u00a5\u20bd\u20b4\u20b9\u20a9]\s?|(?:USD|EUR|GBP|Rs\.?)\s?"
_FIGURE = re.compile(rf"(?<![\w.,])(?:{_MONEY})?[-\u2212]?\d|[\u00bc-\u00be\u2150-\u215e]")
_DIGITS = (
    r"(?:\d{1,3}(?>(?:[,.\u2019'\u00a0\u202f\u2009 ]\d{3})+)(?![\d])(?:[.,]\d{1,3})?"
    r"|\d++(?:[.,]\d{1,12}(?!\d))?)"
)
_SPELLED = rf"(?:{any_of([*CARDINALS, *ORDINALS, *_LONG_MAGNITUDES])}|an?(?=\s+(?:hundred|thousand|million|billion|dozen)\b))"
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<about>{any_of(APPROXIMATIONS)}\s+)?"
    rf"(?P<money>{_MONEY})?"
    rf"(?:(?P<sign>[-\u2212])?(?P<digits>{_DIGITS})(?P<fraction>\s?[\u00bc-\u00be\u2150-\u215e])?"
    rf"(?P<ordinal>(?:st|nd|rd|th)\b)?(?:[\s-]?(?P<times>{any_of(_LONG_MAGNITUDES)})\b|(?P<short>{any_of(_SHORT_MAGNITUDES)})\b)?"
    rf"(?P<unit>\s?[%\u2030\u00b0]|\s?(?:per\s?cent|percent)\b(?:age\s+points?)?|\s?{any_of(UNITS)}\b)?"
    r"|(?P<vulgar>[\u00bc-\u00be\u2150-\u215e]))"
    rf"|(?P<roughly>\b{any_of(APPROXIMATIONS)}\s+)?"
    rf"\b(?P<spelled>{_SPELLED}(?:(?:[\s-]+|\s+and\s+){_SPELLED}){{0,8}})\b(?P<share>\s+(?:per\s?cent|percent)\b)?"
    rf"|\b(?P<other>{any_of([*OTHERS, *SHARES])})\b",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"(?<=[#\u2116])\d{1,9}")
_NOT_ONE = re.compile(
    r"\b(?:no\s+one|one\s+another|one['\u2019]s|at\s+first|first\s+of\s+all|first\s+name)\b", re.IGNORECASE
)
_ONE = frozenset({"one", "first"})
_NUMERIC = re.compile(r"[\d\u00bc-\u00be\u2150-\u215e]")
_WORDS_BEFORE = 6
"""More words than the longest phrase of `APPROXIMATIONS` with "a" and a currency: further on it belongs to no number."""
_SPLIT = re.compile(r"[\s-]+")
_LONGEST = 24


def numbers_in(reading: Reading) -> Iterator[Detail]:
    """The numbers of a statement; `normalized` is the plain value ("10000") where there is one."""
    if not reading.has_digit and not reading.has_any(_WORDS):
        return
    text, span = reading.text, reading.span
    not_one = Taken(_not_ones(reading))
    end = 0
    for start in _starts(reading):
        found = _NUMBER.match(text, start, span.end) if start >= end else None
        if found and not not_one.has(mine := Span(*found.span())):
            end = found.end()
            yield Detail.at(DetailType.NUMBER, mine, _value(found))
    if any(text.find(sign, span.start, span.end) >= 0 for sign in "#\u2116"):
        for found in _IN_WORDS.finditer(text, span.start, span.end):
            yield Detail.at(DetailType.NUMBER, Span(*found.span()), found.group())


def _not_ones(reading: Reading) -> Iterator[Span]:
    """Where "one" or "first" is no number: "one another", "at first"."""
    if reading.has_any(_ONE):
        for found in _NOT_ONE.finditer(reading.text, reading.span.start, reading.span.end):
            yield Span(*found.span())


def _starts(reading: Reading) -> list[int]:
    """Where a number may begin: at a word of one, at "almost", at a currency, at a digit."""
    text, span = reading.text, reading.span
    places = reading.starts(_WORDS)
    if about := reading.starts(_ABOUT):
        numbers = places
        if reading.has_digit:
            digits = [found.start() for found in _NUMERIC.finditer(text, span.start, span.end)]
            numbers = sorted([*places, *digits])
        places = sorted({*places, *(start for start in about if _is_near(text, start, numbers))})
    if reading.has_digit:
        places += [found.start() for found in _FIGURE.finditer(text, span.start, span.end)]
        places.sort()
    return places


def _is_near(text: str, start: int, numbers: list[int]) -> bool:
    """Whether a number follows "about", "a" or the like soon enough to belong to it."""
    place = bisect_right(numbers, start)
    if place == len(numbers):
        return False
    number = numbers[place]
    return text.count(" ", start, number) < _WORDS_BEFORE or len(text[start:number].split()) <= _WORDS_BEFORE


def _value(found: re.Match[str]) -> str | None:
    if found["digits"]:
        return _digits_value(found)
    if found["spelled"]:
        return _plain(spelled_value(found["spelled"]))
    return SHARES.get((found["other"] or "").lower())


def _digits_value(found: re.Match[str]) -> str | None:
    digits = found["digits"]
    if len(digits) > _LONGEST or found["fraction"]:
        return None
    bare = re.sub(r"[\u2019'\u00a0\u202f\u2009 ]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:[,.]\d{3}){2,}|\d{1,3},\d{3}(?:\.\d+)?", bare) or bare.count(",") > 1:
        bare = bare.replace(",", "") if "," in bare else bare.replace(".", "")
    try:
        value = Decimal(bare.replace(",", "."))
    except InvalidOperation:
        return None
    times = found["times"] or found["short"]
    if times:
        value *= MAGNITUDES[times.lower()]
    return _plain(-value if found["sign"] else value)


def _plain(value: Decimal | int | None) -> str | None:
    if value is None:
        return None
    shown = format(Decimal(value), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def spelled_value(phrase: str) -> int | None:
    """The value of a number in words ("two hundred and six", "second"); None when it is none."""
    total, part = 0, 0
    for word in _SPLIT.split(phrase.lower()):
        if word in {"and", "a", "an"}:
            part = part or (1 if word != "and" else 0)
        elif word in CARDINALS or word in ORDINALS:
            part += CARDINALS.get(word, ORDINALS.get(word, 0))
        elif word in MAGNITUDES:
            scaled = (part or 1) * MAGNITUDES[word]
            total, part = (total, scaled) if word in {"hundred", "dozen"} else (total + scaled, 0)
        else:
            return None
    return total + part
