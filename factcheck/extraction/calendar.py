"""Words of the calendar, and lines that are nothing but a date. All words in lower case."""

import re

from factcheck.extraction.lexicon import words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
_ROUND = words(
    """
    published updated posted first last modified on at am pm a.m p.m gmt utc bst est edt cet cest pt et
    date time ist msk eet local the of min mins minute minutes read
    """
)
_TOKEN = re.compile(r"[^\s,|\u00b7\u2022()\u2013\u2014:/]+(?:[:/]\d+)*")
_NUMBER = re.compile(r"\d{1,4}(?:st|nd|rd|th)?(?:[:./-]\d{1,4}){0,2}(?:am|pm|z)?\Z")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}")


def is_dateline(line: str) -> bool:
    """Whether a line is only a date, perhaps after a place or "Updated": "LONDON, 3 May 2021"."""
    tokens = [token.strip(".").lower() for token in _TOKEN.findall(line)]
    tokens = [token for token in tokens if token]
    anchors = [place for place, token in enumerate(tokens) if token in MONTHS or token in WEEKDAYS]
    has_number = any(_NUMBER.match(token) for token in tokens)
    if not anchors and not _FULL.search(line):
        return False
    if anchors and not has_number and len(tokens) > 1:
        return False
    first = next((place for place, token in enumerate(tokens) if _is_calendar(token)), len(tokens))
    place_words = _TOKEN.findall(line)[:first]
    if first > 4 or any(not word[0].isupper() for word in place_words):
        return False
    return all(_is_calendar(token) for token in tokens[first:])


def _is_calendar(token: str) -> bool:
    return token in MONTHS or token in WEEKDAYS or token in _ROUND or bool(_NUMBER.match(token))
