"""Captions and credits that carry no label: known by what they say and by where they stand."""

import re
from itertools import islice

from factcheck.extraction.calendar import MONTHS
from factcheck.extraction.page_words import AGENCIES, PHOTO_VERBS
from factcheck.extraction.speech_words import SAYING

_WORDS = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_END = re.compile(r"[.!?\u2026][\"'\u201d\u2019)\]]*\Z")
_INNER_END = re.compile(r"[.!?]\s+[A-Z\u201c]")
_DIGITS = re.compile(r"\d")
_CREDIT_PART = re.compile(r"\s*(?:/|,|\||\bvia\b|\bfor\b)\s*")
_SHORTEST, _LONGEST, _EARLY = 5, 40, 8


def is_photo_description(line: str, *, is_near_head: bool) -> bool:
    """Whether one sentence says in the present tense who does what on a picture.

    A line with a full stop has a date too, or stands by the headline; what quotes or reports is no caption.
    """
    first = [found.group() for found in islice(_WORDS.finditer(line), 1, _EARLY)]
    if PHOTO_VERBS.isdisjoint([word for word in first if word.islower()]):
        return False
    words = [word.lower() for word in _WORDS.findall(line)]
    if not _SHORTEST <= len(words) <= _LONGEST or _INNER_END.search(line) or "\u201c" in line or '"' in line:
        return False
    if not SAYING.isdisjoint(words):
        return False
    has_date = bool(_DIGITS.search(line)) and not MONTHS.keys().isdisjoint(words)
    return has_date or (is_near_head and not _END.search(line))


def is_bare_credit(line: str) -> bool:
    """Whether a short line is only a maker and an agency: "Ines Vall/The Lantern", "Nick Moro via AP"."""
    if len(line) > 90 or _END.search(line) or _DIGITS.search(line):
        return False
    parts = [part for part in _CREDIT_PART.split(line) if part.strip()]
    words = [word for part in parts for word in part.split()]
    if not 1 < len(words) <= 9 or any(not word[0].isupper() for word in words):
        return False
    is_agency = not AGENCIES.isdisjoint(word.lower().strip(".,()") for word in words)
    return is_agency if len(parts) < 2 else ("/" in line or is_agency)


def is_repeated_caption(line: str) -> bool:
    """Whether a line that stands twice in a row is a caption (and its picture's text): one sentence, not long."""
    return _SHORTEST <= len(line.split()) <= _LONGEST and not _INNER_END.search(line)
