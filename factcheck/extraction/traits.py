"""What the hints compare of each statement: its words of content, its speakers, what it negates."""

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from factcheck.domain.article import BlockKind
from factcheck.domain.statement import Attribution, Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.hint_words import EMPTY, NEGATIONS, SAME
from factcheck.extraction.speech_words import PRONOUNS

_WORD = re.compile(r"[^\W_]+(?:[,.]\d+)*(?:['\u2019][^\W\d_]+)?")
_ENDINGS = re.compile(
    r"(?<=\w{4})(?:ations?|ments?|ingly|ings?|edly|ians?|eans?|ians?|iers?|ers?|ied|ies|ed|ans?|ly|ia|es|s|e|a|y)\Z"
)
_LONGEST = 80
"""So many words of a statement are compared; it keeps a page without full stops affordable."""


LABELS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.PULL_QUOTE})
"""Kinds of block that say again what the body says."""


class Readable(Protocol):
    """What the hints need of a statement: as it is extracted, or as it is under review."""

    @property
    def kind(self) -> BlockKind:
        """The kind of its block."""

    @property
    def span(self) -> Span:
        """Where it stands."""

    @property
    def exact(self) -> str:
        """Its characters."""

    @property
    def details(self) -> tuple[Detail, ...]:
        """Its particulars."""

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Who is said to say it."""


class Traits(Struct, frozen=True):
    """A statement, by its index, as the hints compare it. `stems` are words of content without endings."""

    index: int
    kind: BlockKind
    stems: frozenset[str]
    names: frozenset[str]
    speakers: frozenset[str]
    is_negated: bool
    has_denial: bool


class Weights:
    """How telling each stem is: the rarer in the article, the more."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        counts: dict[str, int] = {}
        for one in traits:
            for stem in one.stems:
                counts[stem] = counts.get(stem, 0) + 1
        total = len(traits)
        self.counts = counts
        self.of = {stem: math.log(1 + total / count) for stem, count in counts.items()}
        self.totals = [self.sum(one.stems) for one in traits]

    def sum(self, stems: Iterable[str]) -> float:
        """What some stems weigh together."""
        of = self.of
        return sum([of[stem] for stem in stems if stem in of])

    def common(self, one: frozenset[str], other: frozenset[str]) -> float:
        """How much of the lighter of two sets of stems is in both, from 0 to 1."""
        least = min(self.sum(one), self.sum(other))
        return self.sum(one & other) / least if least else 0.0


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """A word without its ending, one for all words of one meaning: "Korean" and "Korea" are the same."""
    low = word.lower().replace("\u2019", "'").removesuffix("'s")
    low = SAME.get(low, low)
    found = _ENDINGS.search(low)
    return low[: found.start()] if found else low


def stems_of(words: str) -> list[str]:
    """The stems of the words of content in a run of text, in order; numbers keep their digits alone."""
    return [stem for word in _WORD.findall(words)[:_LONGEST] if (stem := _content(word))]


def words_in(words: str) -> list[str]:
    """The words of content in a run of text, in order, and its numbers in digits."""
    return [word for word in _WORD.findall(words)[:_LONGEST] if _content(word)]


@lru_cache(maxsize=50_000)
def _content(word: str) -> str:
    """The stem of a word of content; empty for all others."""
    is_content = (len(word) > 2 or word.isdigit()) and word.lower() not in EMPTY
    return stem_of(word) if is_content else ""


def traits_of(statements: Sequence[Readable]) -> list[Traits]:
    """The traits of all statements of an article, in order. "He said" is taken for the last named speaker."""
    found = []
    last: frozenset[str] = frozenset()
    for index, one in enumerate(statements):
        names = frozenset(
            stem_of(word)
            for detail in one.details
            if detail.type is DetailType.NAME
            for word in _WORD.findall(words_of(one, detail.span))
            if word[0].isupper()
        )
        speakers = _speakers(one, last)
        if any(word[0].isupper() for said in one.attributions for word in said.speaker.split()):
            last = speakers or last
        low = frozenset(one.exact.lower().split()[:_LONGEST])
        found.append(
            Traits(
                index,
                one.kind,
                frozenset(stems_of(one.exact)),
                names,
                speakers,
                not low.isdisjoint(NEGATIONS),
                any(detail.type is DetailType.DENIAL for detail in one.details),
            )
        )
    return found


def _speakers(statement: Readable, last: frozenset[str]) -> frozenset[str]:
    """The last word of each outermost speaker's name, as a stem."""
    speakers: set[str] = set()
    for one in statement.attributions:
        words = _WORD.findall(one.speaker)
        if one.within is not None or not words:
            continue
        if len(words) == 1 and words[0].lower() in PRONOUNS:
            speakers |= last
        else:
            capitals = [word for word in words if word[0].isupper() and word.lower() not in EMPTY]
            speakers.add(stem_of((capitals or words)[-1]))
    return frozenset(speakers)


def words_of(statement: Readable, span: Span) -> str:
    """The characters of a span of the draft that lies in a statement."""
    return statement.exact[span.start - statement.span.start : span.end - statement.span.start]
