"""Cues: words that colour a statement and never block it."""

import re
from collections.abc import Iterable, Iterator

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.calendar import MONTHS
from factcheck.extraction.cue_words import CAUSES, COMPARATIVES, DENIALS, HEDGES, SUPERLATIVES
from factcheck.extraction.lexicon import any_of
from factcheck.extraction.reading import Reading

_DEGREE = r"[^\W\d_]{3,20}"
_MOST = rf"(?:most|least)\s+(?!of\b|likely\b){_DEGREE}(?:(?<=ly)\s+{_DEGREE})?"
_MORE = rf"(?:more|less)\s+(?!than\b|of\b){_DEGREE}"
_FIRST = re.compile(r"[^\W\d_]+")
_AFTER_SINCE = re.compile(r"\s+(?:then|last|the|\d+|[^\W\d_]+)\b")


def _starting(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(found.group() for phrase in phrases if (found := _FIRST.match(phrase)))


_READERS = tuple(
    (kind, re.compile(pattern + r"(?!\w)", re.IGNORECASE), _starting(words))
    for kind, pattern, words in (
        (DetailType.DENIAL, any_of(DENIALS), DENIALS),
        (DetailType.HEDGE, any_of(HEDGES), HEDGES),
        (DetailType.SUPERLATIVE, f"(?:{_MOST}|{any_of(SUPERLATIVES - {'most', 'least'})})", SUPERLATIVES),
        (DetailType.COMPARATIVE, f"(?:{_MORE}|{any_of(COMPARATIVES)})", COMPARATIVES | {"more"}),
        (DetailType.CAUSAL, any_of(CAUSES), CAUSES),
    )
)


def cues_in(reading: Reading) -> Iterator[Detail]:
    """The cues of a statement: denial, hedge, superlative, comparative, causal."""
    for kind, pattern, words in _READERS:
        end = 0
        for start in reading.starts(words):
            found = pattern.match(reading.text, start, reading.span.end)
            if found and start >= end and _stands(reading.text, found):
                end = found.end()
                yield Detail(kind, Span(start, end))


def _stands(text: str, found: re.Match[str]) -> bool:
    """Whether the word is a cue here: not the month of May, not "since Thursday"."""
    word = found.group()
    if word == "May":
        return False
    after = _AFTER_SINCE.match(text[found.end() : found.end() + 24]) if word.lower() == "since" else None
    if not after:
        return True
    low = after.group().strip().lower()
    return not (low in {"then", "last", "the"} or low.isdigit() or low in MONTHS or low.endswith("day"))
