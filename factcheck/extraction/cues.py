"""Cues: words that colour a statement and never block it."""

import re
from collections.abc import Iterator

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.cue_words import CAUSES, COMPARATIVES, DENIALS, HEDGES, SUPERLATIVES
from factcheck.extraction.lexicon import any_of

_PATTERNS = (
    (DetailType.DENIAL, rf"\b{any_of(DENIALS)}\b"),
    (DetailType.HEDGE, rf"\b{any_of(HEDGES)}\b"),
    (
        DetailType.SUPERLATIVE,
        rf"\b(?:(?:the\s+|['\u2019]s\s+)?(?:most|least)\s+(?!of\b|likely\b)[^\W\d_]{{3,20}}(?:ly\s+[^\W\d_]{{3,20}})?"
        rf"|{any_of(SUPERLATIVES - {'most', 'least'})})\b",
    ),
    (
        DetailType.COMPARATIVE,
        rf"\b(?:(?:more|less)\s+(?!than\b|of\b)[^\W\d_]{{3,20}}|(?:as\s+(?:many|much|few)\s+as)|{any_of(COMPARATIVES)})\b",
    ),
    (DetailType.CAUSAL, rf"\b{any_of(CAUSES)}\b"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_AFTER_SINCE = re.compile(r"\s+(?:then\b|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|last\b|the\s+\d)")


def cues_in(text: str, span: Span) -> Iterator[Detail]:
    """The cues in a run of the text: denial, hedge, superlative, comparative, causal."""
    for kind, pattern in _COMPILED:
        for found in pattern.finditer(text, span.start, span.end):
            if _stands(text, found):
                yield Detail(kind, Span(*found.span()))


def _stands(text: str, found: re.Match[str]) -> bool:
    word = found.group()
    if word == "May":
        return False
    return word.lower() != "since" or not _AFTER_SINCE.match(text[found.end() : found.end() + 24])
