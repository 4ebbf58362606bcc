"""Dates, times, periods and relative dates."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.lexicon import any_of, phrases, words
from factcheck.extraction.number_words import CARDINALS, ORDINALS
from factcheck.extraction.places import Taken
from factcheck.extraction.reading import Reading

_LONG_DAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAYS = rf"(?:{_LONG_DAYS}s?|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?=\.?,?\s\d|\.?,\s[A-Z])\.?)"
_BY_LENGTH = sorted(MONTHS, key=lambda name: -len(name))
_MONTHS = (
    "(?:"
    + "|".join(
        name.capitalize() + (r"\b\.?" if (len(name) == 3 and name != "may") or name == "sept" else "")
        for name in _BY_LENGTH
    )
    + r")(?!\w)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.]\d{3})"
_YEAR = r"(?:1[4-9]|20)\d\d(?![\d%]|[,.]\d)"
_PARTS = r"(?:morning|afternoon|evening|night|lunchtime|midnight|noon)s?"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|semester|season|year|decade|generation|century|centurie)"
_SEASON = r"(?:spring|summer|autumn|winter)"
_COUNT = (
    rf"(?:(?:\d{{1,2}}|{any_of(CARDINALS)})\s+and\s+a\s+half|\d{{1,3}}(?:[.,]\d{{1,3}})?|\[\w{{2,6}}\]|an?|half\s+an?|{any_of(CARDINALS)}(?:-{any_of(CARDINALS)})?|several|many|multiple|few|"
    r"dozens\s+of|hundreds\s+of|a\s+few|a\s+couple\s+of|couple\s+of|a\s+dozen)"
)
_ORDER = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{any_of(ORDINALS)}|opening|final|last)"
_WHICH = (
    r"(?:last|next|this|past|previous|coming|following|each|every|recent|same|the\s+next|the\s+past|the\s+last|"
    r"early|earlier|late|later|mid|the\s+previous|the\s+following|the\s+same|that|those|these|upcoming|current)"
)
_NO_WHICH = r"(?!(?:this|last|next|that|every|each|per|the|in|on|by|a|an|of|to)\b)"
_CLOCK = r"(?:[ap]\.?\s?m\b\.?|hrs\b|o['\u2019]clock)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SPELLED_CLOCK = (
    rf"{_HOUR}\s+o['\u2019]clock|(?:half|(?:a\s+)?quarter|five|ten|twenty)\s+past\s+(?:{_HOUR}|noon|midnight)\b"
    rf"|(?:a\s+)?quarter\s+to\s+(?:{_HOUR}|noon|midnight)\b"
)
_FALL = (
    rf"(?:last|next|this|each|every|early|late|previous|following)\s+fall\b(?!\s+(?:of|in|from|by|on))"
    rf"|(?:the\s+)?fall\s+(?:of\s+)?{_YEAR}"
)
_JOINT = rf"(?:(?:\s?[-\u2013]\s?|\s+(?:and|to|or)\s+){_DAY})?"
_ZONE = r"(?:\s?(?:GMT|UTC|BST|CEST|CET|EST|EDT|PST|PDT|MSK|IST|local\s+time))?"
_WORDS = words(
    "today yesterday tomorrow tonight midnight noon midday overnight currently nowadays dawn dusk sunrise sunset nightfall"
)
_FEASTS = phrases(
    """
    Christmas Day, Christmas Eve, Christmas, Easter, Easter Sunday, Good Friday, Ramadan, Thanksgiving, Hanukkah
    New Year's Eve, New Year’s Eve, New Year's Day, New Year’s Day, New Year, Halloween, Passover, Eid, Diwali
    """
)
_PERIOD_WORDS = _WORDS | words(
    """
    second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight fortnights
    month months quarter quarters semester semesters season seasons year years decade decades generation generations
    century centuries spring summer autumn winter morning mornings afternoon afternoons evening evenings half halves
    fall clock past twenties thirties forties fifties sixties seventies eighties nineties lunchtime end
    """
)
_CALENDAR_WORDS = (
    frozenset(MONTHS)
    | WEEKDAYS
    | {name + "s" for name in WEEKDAYS}
    | {name.split()[0].lower() for name in _FEASTS}
    | {"day"}
)
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\Z")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)(?!\d)")
_NAMED = re.compile(
    rf"\b(?:{_DAYS},?\s+(?:the\s+)?)?(?:"
    rf"{_DAY}{_JOINT}\s+(?:of\s+)?{_MONTHS}(?:,?\s+{_YEAR})?"
    rf"|{_MONTHS}\s+{_DAY}{_JOINT}(?:,?\s+{_YEAR})?"
    rf"|(?:(?:early|late|mid)[\s-])?{_MONTHS},?\s+(?:of\s+)?{_YEAR})"
)
_TIME = re.compile(
    rf"(?<![\w:.])(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?::[0-5]\d)?\s?{_CLOCK}?|\s?{_CLOCK}){_ZONE}"
    r"(?![\d%])",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?:{_SPELLED_CLOCK}|{_FALL}|{_WHICH}\s+(?:{_COUNT}\s+)?(?:{_UNIT}s?\b|{_LONG_DAYS}|{_MONTHS}|{_SEASON}\b|{_PARTS}\b)(?:\s+{_PARTS}\b)?"
    rf"|{_COUNT}\]?(?:\s+|-)(?:{_NO_WHICH}\w{{1,12}}[\s-])?{_UNIT}s?\b(?!(?:-|\s+)olds?\b)(?:\s+(?:ago|earlier|later|before|after)\b)?"
    rf"|(?:the\s+)?{_ORDER}[\s-]+(?:{_UNIT}|half)s?\b(?:\s+(?:of\s+)?{_YEAR})?"
    rf"|(?:{_SEASON}|Q[1-4]|(?:year|month|week)(?:\s|-)end)\b(?:\s+(?:of\s+)?{_YEAR})?"
    r"|(?:the\s+)?turn\s+of\s+the\s+(?:\w+\s+)?century\b|the\s+(?:morning|afternoon|evening)\b(?!\s+(?:before|after)\b)"
    r"|the\s+(?:day|night|week|month|year|morning|evening)\s+(?:before|after)\b"
    r"|(?:(?:early|late|mid)[\s-])?(?:the\s+)?(?:(?:1[4-9]|20)\d0s|['\u2019]\d0s)\b"
    r"|the\s+(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"
    rf"|{any_of(_WORDS)}\b(?:\s+{_PARTS}\b)?|weekends?\b|(?:hours|days|weeks|months|years|decades|centuries)\b(?:\s+ago\b)?)",
    re.IGNORECASE,
)
_RELATIVE_STARTS = (
    _WORDS
    | words(
        """
    last next this past previous coming following each every recent same the early earlier late later mid that those
    these upcoming current a an half several many multiple few dozens hundreds couple opening final spring summer
    autumn winter fall turn q year month week weekend weekends hours days weeks months years decades centuries
    """
    )
    | frozenset({*CARDINALS, *ORDINALS})
)
_DIGIT = re.compile(r"(?<![\w.,])['\u2019]?\d")
_PERIOD_PARTS = (
    _PERIOD_WORDS
    | _CALENDAR_WORDS
    | words("day daytime noons midnights lunchtimes springs summers autumns winters halfs centurys centuries")
)
"""Each period and relative date has one of these or a digit within a few words of its start."""
_ANY_DIGIT = re.compile(r"\d")
_WORDS_BEFORE = 8
_BARE = re.compile(
    rf"\b(?:{_DAYS}(?:\s+(?:{_PARTS}|{_PARTS.title()})\b)?|{any_of(_FEASTS)}|[A-Z][a-z]+\s+Day)\b"
    rf"|\b(?:(?:[Ee]arly|[Mm]id|[Ll]ate)-)?{_MONTHS}"
)
_YEARS = re.compile(
    rf"(?<![\w.,$\u20ac\u00a3#/-]){_YEAR}(?:\s?[-\u2013/]\s?(?:{_YEAR}|\d\d(?!\d)))?(?![\w-]*\w)"
)
_COUNTED = re.compile(r"\s+(?:[a-z]+s|men|women|people|children)\b")
_ERAS = re.compile(r"(?<![\w.,])(?:(?:c\.\s?)?\d{1,4}\s(?:BCE?|CE|AD)\b|AD\s\d{1,4}\b(?![.,]\d))")
_BARE_DAY = re.compile(
    r"(?<=\bon )the\s(?:[12]?1st|2?2nd|2?3rd|[12]?[4-9]th|1[0-3]th|[23]0th|31st)(?=[.,;:!?)\u201d\"]|\s+(?:and|at|he|she|they|it|we|I|but)\b)"
)
_YEAR_CUE = re.compile(
    r"(?:\b(?:in|since|by|until|till|before|after|during|from|to|between|early|late|year|of|and|the|for|season|election)\s|[(,\u2013-]\s?)\Z",
    re.IGNORECASE,
)
_POINTED = re.compile(r"\d{1,2}\.\d\d\s?")
"""An hour, or a plain decimal number: only "at" tells."""
_AT = re.compile(r"\b(?:at|at about|at around|around|until|till|before|after|been|by)\s\Z", re.IGNORECASE)
_MAY_CUE = re.compile(
    r"\b(?:in|of|since|by|until|till|last|next|this|early|late|during|from|to|and|every|through|mid|between|before|after)[\s-]\Z",
    re.IGNORECASE,
)


def dates_in(reading: Reading) -> Iterator[Detail]:
    """The dates of a statement, apart from each other; full dates are `normalized` ("2024-03-13")."""
    text, span = reading.text, reading.span
    taken = Taken()
    for pattern in _patterns(reading):
        tries = _relatives(reading) if pattern is _RELATIVE else pattern.finditer(text, span.start, span.end)
        for found in tries:
            if _stands(text, span, found, pattern):
                taken.add(Span(*found.span()))
    for one in taken.in_order():
        yield Detail.at(DetailType.DATE, one, _iso(one.of(text)))


def _relatives(reading: Reading) -> Iterator[re.Match[str]]:
    """What the pattern for periods and relative dates matches where one of their words or a digit begins."""
    text, span = reading.text, reading.span
    starts = reading.starts(_RELATIVE_STARTS)
    if reading.has_digit:
        starts = sorted([*starts, *(found.start() for found in _DIGIT.finditer(text, span.start, span.end))])
    parts = reading.starts(_PERIOD_PARTS)
    if reading.has_digit:
        parts = sorted(
            [*parts, *(found.start() for found in _ANY_DIGIT.finditer(text, span.start, span.end))]
        )
    end = 0
    for start in starts:
        if start < end or not _is_near(text, start, parts):
            continue
        if found := _RELATIVE.match(text, start, span.end):
            end = found.end()
            yield found


def _is_near(text: str, start: int, parts: list[int]) -> bool:
    """Whether a part of a period follows soon enough for one to begin here; most of "the" and "a" begin none."""
    place = bisect_left(parts, start)
    if place == len(parts):
        return False
    part = parts[place]
    return text.count(" ", start, part) < _WORDS_BEFORE or len(text[start:part].split()) <= _WORDS_BEFORE


def _patterns(reading: Reading) -> Iterator[re.Pattern[str]]:
    """The patterns worth trying, the most particular first."""
    is_named = reading.has_any(_CALENDAR_WORDS)
    if reading.has_digit:
        yield _FULL
        yield _ERAS
        yield _BARE_DAY
    if reading.has_digit and is_named:
        yield _NAMED
    if reading.has_digit:
        yield _TIME
    if is_named or reading.has_digit or reading.has_any(_PERIOD_WORDS):
        yield _RELATIVE
    if is_named:
        yield _BARE
    if reading.has_digit:
        yield _YEARS


def _stands(text: str, span: Span, found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Whether what matched is a date here: "May" may be a verb, and 2000 may count troops."""
    before = text[max(span.start, found.start() - 16) : found.start()]
    if pattern is _YEARS:
        is_last = not text[found.end() : found.end() + 1].strip() or text[found.end()] in ",.;:)]"
        is_counted = bool(_COUNTED.match(text[found.end() : found.end() + 24])) and not before.endswith(
            ("in ", "since ")
        )
        return not is_counted and (is_last or bool(_YEAR_CUE.search(before)))
    if pattern is _TIME and _POINTED.fullmatch(found.group()):
        return bool(_AT.search(before))
    if pattern is _BARE and found.group().rstrip(".") in {"May", "Mar", "Jan", "Dec", "March"}:
        return bool(_MAY_CUE.search(before))
    if pattern is _RELATIVE:
        low = found.group().lower()
        if low.endswith("a quarter") and text.startswith(" of ", found.end()):
            return False
        if low.startswith("the ") and found.group()[4].isupper():
            return False  # "the Evening Herald"
        return low[0].isdigit() or not low.endswith(" second")
    return True


def _iso(words_of_date: str) -> str | None:
    """The date in ISO 8601 when day, month and year are all given and no other reading is possible."""
    if found := _ISO.match(words_of_date):
        return _valid(int(found["y"]), int(found["m"]), int(found["d"]))
    months = [MONTHS[name] for name in re.findall(r"[a-z]+", words_of_date.lower()) if name in MONTHS]
    years = re.findall(r"\b\d{4}\b", words_of_date)
    days = re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words_of_date)
    if len(months) == len(years) == len(days) == 1:
        return _valid(int(years[0]), months[0], int(days[0]))
    numeric = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", words_of_date)
    if numeric and max(one := int(numeric[1]), two := int(numeric[2])) > 12 >= min(one, two):
        return _valid(int(numeric[3]), min(one, two), max(one, two))
    return None


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
