"""Hints inside one article: pairs of statements that a checker should see beside each other."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from factcheck.domain.extracted import Hint
from factcheck.extraction.counterparts import Index, denied, restated
from factcheck.extraction.counts import counts
from factcheck.extraction.events import dated, placed
from factcheck.extraction.spellings import spellings
from factcheck.extraction.traits import Readable, Weights, traits_of
from factcheck.extraction.wordings import wordings

_STRETCH = 10_000
"""So many statements, over two hundred thousand words, are compared with each other."""
_MOST_EACH = 5
"""So many hints of one type may start at one statement."""


def hints_of(statements: Sequence[Readable]) -> tuple[Hint, ...]:
    """Suggested links, the likeliest first; each says why in words. Nothing is ever linked by them alone.

    `source` and `target` are indexes of `statements`, which are those of one article in order, as they are
    extracted or as they are under review. A denial points at what it may deny, the rest at the earlier.
    The time is linear in the number of statements: each is compared with a bounded number of others. A long
    book is compared stretch by stretch, so that the memory does not grow with it.
    """
    if len(statements) <= _STRETCH:
        return _hints_of(statements)
    found = [
        replace(one, source=one.source + start, target=one.target + start)
        for start in range(0, len(statements), _STRETCH)
        for one in _hints_of(statements[start : start + _STRETCH])
    ]
    return tuple(sorted(found, key=_likeliest))


def _hints_of(statements: Sequence[Readable]) -> tuple[Hint, ...]:
    traits = traits_of(statements)
    weights = Weights(traits)
    index = Index(traits, weights)
    return _ranked(
        [
            *wordings(statements),
            *counts(statements, traits, weights),
            *spellings(statements),
            *placed(statements, traits, weights),
            *dated(statements, traits, weights),
            *denied(statements, traits, weights, index),
            *restated(statements, traits, weights, index),
        ]
    )


def _ranked(found: Iterable[Hint]) -> tuple[Hint, ...]:
    """Best first, one of a type for a pair, and no more than a few of a type for a statement."""
    seen: set[tuple[str, frozenset[int]]] = set()
    counted: dict[tuple[str, int], int] = {}
    kept = []
    for hint in sorted(found, key=_likeliest):
        pair = hint.type, frozenset((hint.source, hint.target))
        start = hint.type, hint.source
        if pair in seen or counted.get(start, 0) >= _MOST_EACH:
            continue
        seen.add(pair)
        counted[start] = counted.get(start, 0) + 1
        kept.append(hint)
    return tuple(kept)


def _likeliest(hint: Hint) -> tuple[float, int, int, str]:
    return -hint.score, hint.source, hint.target, hint.type
