"""Cues: words that colour a statement and never block it."""

import re
from collections.abc import Iterator

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.calendar import MONTHS
from factcheck.extraction.cue_words import CAUSES, COMPARATIVES, DENIALS, HEDGES, SUPERLATIVES
from factcheck.extraction.lexicon import any_of
from factcheck.extraction.reading import Reading

_DEGREE = r"[^\W\d_]{3,20}"
_MOST = rf"(?:most|least)\s+(?!of\b|likely\b){_DEGREE}(?:(?<=ly)\s+{_DEGREE})?"
_MORE = rf"(?:more|less)\s+(?!than\b|of\b){_DEGREE}"
_LEADS = frozenset({"most", "least"})
_FIRST = re.compile(r"[^\W\d_]+")
_AFTER_SINCE = re.compile(r"\s+(?:then|last|the|\d+|[^\W\d_]+)\b")


def _readers() -> Iterator[tuple[DetailType, re.Pattern[str], frozenset[str], frozenset[str]]]:
    """Each kind with its pattern, the words that begin its phrases, and those that are the whole of all they begin."""
    for kind, pattern, phrases, leads in (
        (DetailType.DENIAL, any_of(DENIALS), DENIALS, ()),
        (DetailType.HEDGE, any_of(HEDGES), HEDGES, ()),
        (
            DetailType.SUPERLATIVE,
            f"(?:{_MOST}|{any_of(SUPERLATIVES - _LEADS)})",
            SUPERLATIVES,
            ("most", "least"),
        ),
        (DetailType.COMPARATIVE, f"(?:{_MORE}|{any_of(COMPARATIVES)})", COMPARATIVES, ("more", "less")),
        (DetailType.CAUSAL, any_of(CAUSES), CAUSES, ()),
    ):
        begun = {phrase: found.group() for phrase in phrases if (found := _FIRST.match(phrase))}
        longer = {first for phrase, first in begun.items() if phrase != first} | set(leads)
        starts = frozenset({*begun.values(), *leads})
        yield kind, re.compile(pattern + r"(?!\w)", re.IGNORECASE), starts, starts - longer


_READERS = tuple(_readers())
_ALL = frozenset().union(*(starts for _, _, starts, _ in _READERS))


def cues_in(reading: Reading) -> Iterator[Detail]:
    """The cues of a statement: denial, hedge, superlative, comparative, causal."""
    mine = _ALL.intersection(reading.words)
    for kind, pattern, starts, whole in _READERS if mine else ():
        words = mine & starts
        places = sorted([(place, word) for word in words for place in reading.words[word]]) if words else ()
        end = 0
        for start, word in places:
            if start >= end and (stop := _end(reading, start, word if word in whole else "", pattern)):
                end = stop
                yield Detail.at(kind, Span(start, end))


def _end(reading: Reading, start: int, word: str, pattern: re.Pattern[str]) -> int | None:
    """Where the cue that begins at a place ends; `word` when it can be that word alone."""
    text = reading.text
    if word:
        end = start + len(word)
        after = text[end : min(end + 1, reading.span.end)]
        is_whole = not (after.isalnum() or after == "_")
    else:
        found = pattern.match(text, start, reading.span.end)
        end = found.end() if found else start
        is_whole = found is not None
    return end if is_whole and _stands(text, start, end) else None


def _stands(text: str, start: int, end: int) -> bool:
    """Whether the word is a cue here: not the month of May, not "since Thursday"."""
    word = text[start:end]
    if word == "May":
        return False
    after = _AFTER_SINCE.match(text[end : end + 24]) if word.lower() == "since" else None
    if not after:
        return True
    low = after.group().strip().lower()
    return not (low in {"then", "last", "the"} or low.isdigit() or low in MONTHS or low.endswith("day"))
