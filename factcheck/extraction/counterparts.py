"""Statements that belong beside each other: a denial and what it denies, the same said twice, or its opposite."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from heapq import nsmallest

from factcheck.domain.extracted import Hint
from factcheck.domain.statement import DetailType
from factcheck.extraction.hint_words import NO_EVIDENCE
from factcheck.extraction.traits import (
    LABELS,
    Readable,
    Traits,
    Weights,
    stem_of,
    stems_of,
    words_in,
    words_of,
)

_BEST = 5
"""So many counterparts of a denial are shown."""
_MANY, _SOME, _FEW = 600, 200, 48
"""So many places of common words are looked at, the nearest first: keeps the time linear."""
_LEAST, _LEAST_STEMS, _RARE = 0.15, 2, 2
_AS_LABEL = 0.7
"""A headline says again what the body says; the body is where a denial should point."""


_LEAST_SEEN = 0.2
"""A counterpart with less in common, by the words looked at, is no candidate."""


class Index:
    """Which statements have which stems, to find the likest few without comparing all with all."""

    def __init__(self, traits: Sequence[Traits], weights: Weights) -> None:
        self._of = weights.of
        by_rarity = sorted(weights.counts, key=lambda stem: (weights.counts[stem], stem))
        self._rank = {stem: place for place, stem in enumerate(by_rarity)}
        self._places: dict[str, list[int]] = {}
        for one in traits:
            for stem in one.stems:
                self._places.setdefault(stem, []).append(one.index)

    def near(self, index: int, stems: frozenset[str], most: int, best: int) -> list[tuple[float, int]]:
        """The `best` statements that share stems with one, the likest first; each with what they share, weighed.

        At most so many places of their words are looked at.
        """
        found: dict[int, float] = {}
        left = most
        for stem in sorted(stems, key=self._rank.__getitem__):
            places = self._places[stem]
            weight = self._of[stem]
            for place in _nearest(places, index, left):
                if place != index:
                    found[place] = found.get(place, 0.0) + weight
                    left -= 1
            if left <= 0:
                break
        best_first = nsmallest(best, [(-weight, place) for place, weight in found.items()])
        return [(-weight, place) for weight, place in best_first]


def _nearest(places: list[int], index: int, most: int) -> list[int]:
    if len(places) <= most:
        return places
    middle = bisect_left(places, index)
    return places[max(0, middle - most // 2) : middle + most // 2]


def denied(
    statements: Sequence[Readable], traits: Sequence[Traits], weights: Weights, index: Index
) -> Iterator[Hint]:
    """For each denial, or "no evidence", the likeliest statements by others that it is about, best first."""
    for mine in traits:
        if not mine.has_denial:
            continue
        kind, word, about = _denial(statements[mine.index])
        stems = frozenset(stem for stem in stems_of(about) if stem in mine.stems) - mine.speakers
        if len(stems) < _LEAST_STEMS:
            stems = mine.stems - mine.speakers
        total = weights.sum(stems)
        ranked = []
        for weight, place in index.near(mine.index, stems, _MANY, _BEST * 4):
            other = traits[place]
            score = weight / total if total else 0.0
            score *= _AS_LABEL if traits[place].kind in LABELS else 1.0
            if score >= _LEAST and not _is_own(mine, other) and _is_telling(stems & other.stems, weights):
                ranked.append((score, place))
        for score, place in sorted(ranked, key=lambda pair: (-pair[0], pair[1]))[:_BEST]:
            who = "another speaker" if traits[place].speakers else "the article"
            both = shown(statements[mine.index], stems & traits[place].stems, weights)
            why = f"“{word}” may be about what {who} says there: both have {both}"
            yield Hint(kind, mine.index, place, round(min(1.0, score), 2), why)


def _denial(statement: Readable) -> tuple[str, str, str]:
    """The kind of a denial, its words, and what stands after them: what is denied, as a rule."""
    found = [
        (words_of(statement, detail.span), detail.end - statement.span.start)
        for detail in statement.details
        if detail.type is DetailType.DENIAL
    ]
    for words, end in found:
        parts = words.lower().split()
        if len(parts) > 1 and parts[-1] in NO_EVIDENCE:
            return "no_evidence", words, statement.exact[end : _content_end(statement, end)]
    words, end = found[0]
    last = found[1][1] - len(found[1][0]) if len(found) > 1 else _content_end(statement, end)
    return "denies", words, statement.exact[end:last]


def _is_telling(shared: frozenset[str], weights: Weights) -> bool:
    """Whether two statements share several words, or one that hardly any other has."""
    return len(shared) > 1 or any(weights.counts[stem] <= _RARE for stem in shared)


def _content_end(statement: Readable, place: int) -> int:
    """Where the words end that somebody is said to say at a place of a statement; else the statement."""
    start = statement.span.start
    ends = [
        span.end - start
        for one in statement.attributions
        for span in one.content
        if span.start - start <= place < span.end - start
    ]
    return min(ends, default=len(statement.exact))


def _is_own(mine: Traits, other: Traits) -> bool:
    """Whether the other statement is by the same speaker, or a denial itself."""
    return bool(mine.speakers & other.speakers) or (other.has_denial and mine.index > other.index)


def shown(statement: Readable, stems: frozenset[str], weights: Weights) -> str:
    """The three most telling words of a statement that have some stems, as they stand there."""
    words = {stem_of(word): word for word in reversed(words_in(statement.exact))}
    ordered = nsmallest(3, [(-weights.of[stem], stem) for stem in stems if stem in words])
    return ", ".join(words[stem] for _, stem in ordered)


def restated(
    statements: Sequence[Readable], traits: Sequence[Traits], weights: Weights, index: Index
) -> Iterator[Hint]:
    """The same said twice, headline and body above all; with a "not" in one of the two, the opposite."""
    for mine in traits:
        if len(mine.stems) < 4:
            continue
        is_label = mine.kind in LABELS
        for weight, place in index.near(mine.index, mine.stems, *((_SOME, 3) if is_label else (_FEW, 2))):
            other = traits[place]
            is_later = place > mine.index and (not is_label or other.kind in LABELS)
            lighter = min(weights.totals[mine.index], weights.totals[place])
            if is_later or weight < _LEAST_SEEN * lighter or (other.kind in LABELS and not is_label):
                continue
            if score := _sameness(mine, other, weights, is_label=is_label):
                both = shown(statements[mine.index], mine.stems & other.stems, weights)
                yield _same(mine, other, score, both)
                if not is_label:
                    break


def _same(mine: Traits, other: Traits, score: float, both: str) -> Hint:
    if mine.is_negated == other.is_negated:
        return Hint("same_as", mine.index, other.index, score, f"says much the same: both have {both}")
    why = f"much the same, with “not” in one of the two: both have {both}"
    return Hint("contradicts", mine.index, other.index, score, why)


def _sameness(mine: Traits, other: Traits, weights: Weights, *, is_label: bool) -> float:
    """How much of the same two statements say, from 0 (too little, or of other people and figures) to 1."""
    if mine.has_denial or other.has_denial or len(mine.stems & other.stems) < (4 if is_label else 5):
        return 0.0
    lighter = min(weights.totals[mine.index], weights.totals[other.index])
    common = weights.sum(mine.stems & other.stems) / lighter
    is_negated = mine.is_negated != other.is_negated
    if common < (0.35 if is_label and not is_negated else 0.6):
        return 0.0
    figures = [frozenset(stem for stem in one.stems if stem[0].isdigit()) for one in (mine, other)]
    names = [one.names - one.speakers for one in (mine, other)]
    is_apart = any(one and two and one.isdisjoint(two) for one, two in (figures, names))
    is_of_others = not is_label and bool(names[0] - names[1]) and bool(names[1] - names[0])
    return 0.0 if is_apart or is_of_others else round(0.9 * common, 2)
