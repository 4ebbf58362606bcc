"""Which unit of a new text each unit of an old one became. Same words are found by anchors, others by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from factcheck.extraction.anchors import Pairs, anchored
from factcheck.extraction.likeness import GoOn, Likeness, go_on_always, now_and_then

_LEAST = (0.5, 0.36, 0.26)
"""How alike two units must be to be taken for one, when none, one or both of their neighbours agree."""
_SUPPORT = 0.1
"""What a neighbour that agrees adds, when several units are alike."""
_LOCAL = 30
"""So many units beside a pair are each compared with each; more are only looked up by their rare words."""
_ROUNDS = 6
"""So often what was paired is taken for a neighbour of what is left."""


class Placing(Struct, frozen=True):
    """The number of the new unit, and whether it has the same words and can be no other place."""

    new: int
    is_same: bool


def match(old: Sequence[str], new: Sequence[str], go_on: GoOn = go_on_always) -> tuple[Placing | None, ...]:
    """For each old unit (its words in their normal form) the new one that it became, or None when it is gone.

    Each new unit is used once; units may have moved. What is paired by likeness is never `is_same`. What `go_on`
    raises ends it.
    """
    go_on()
    pairs = anchored(old, new)
    if _left(pairs.by_old, old) and _left(pairs.by_new, new):
        _pair_alike(old, new, pairs, go_on)
        _pair_equal(old, new, pairs)
    return tuple(
        None if (place := pairs.by_old.get(here)) is None else Placing(place, here in pairs.sure)
        for here in range(len(old))
    )


def _left(paired: dict[int, int], units: Sequence[str]) -> list[int]:
    return [place for place in range(len(units)) if place not in paired]


def _pair_alike(old: Sequence[str], new: Sequence[str], pairs: Pairs, go_on: GoOn) -> None:
    """Pair changed units with those that they became: the likeliest first, until nothing is like enough."""
    likeness = Likeness(old, new, go_on)
    for turn in range(_ROUNDS):
        go_on()
        rest, spare = _left(pairs.by_old, old), _left(pairs.by_new, new)
        beside = _Beside(pairs, len(old), len(new))
        candidates = set(beside.candidates(rest, spare))
        if not turn:
            candidates.update(now_and_then(likeness.look_up(rest, spare), go_on))
        if not _take(_ranked(now_and_then(candidates, go_on), likeness, beside), pairs):
            return


def _ranked(
    candidates: Iterable[tuple[int, int]], likeness: Likeness, beside: "_Beside"
) -> Iterator[tuple[int, int]]:
    """The candidates that are like enough, best first; of equals the one that is moved least."""
    ranked = []
    for old, new in candidates:
        alike, agreeing = likeness(old, new), beside.agreeing(old, new)
        if alike >= _LEAST[agreeing]:
            ranked.append((-alike - _SUPPORT * agreeing, abs(old - new), old, new))
    for _, _, old, new in sorted(ranked):
        yield old, new


def _take(ranked: Iterable[tuple[int, int]], pairs: Pairs) -> bool:
    """Pair the free ones; says whether there were any, since they are neighbours now for what is left."""
    found = False
    for old, new in ranked:
        if pairs.is_free(old, new):
            pairs.add(old, new, is_sure=False)
            found = True
    return found


def _pair_equal(old: Sequence[str], new: Sequence[str], pairs: Pairs) -> None:
    """Pair what is left of the same words but could stand at several places: the first with the first."""
    places: dict[str, list[int]] = defaultdict(list)
    for place in reversed(_left(pairs.by_new, new)):
        places[new[place]].append(place)
    for place in _left(pairs.by_old, old):
        if places.get(old[place]):
            pairs.add(place, places[old[place]].pop(), is_sure=False)


class _Beside:
    """The nearest paired neighbours of each unit, before and after, told by their number in the new text."""

    def __init__(self, pairs: Pairs, old: int, new: int) -> None:
        mine = [pairs.by_old.get(place) for place in range(old)]
        theirs = [place if place in pairs.by_new else None for place in range(new)]
        self._old = [_nearest(mine, -1), _nearest(mine[::-1], new)[::-1]]
        self._new = [_nearest(theirs, -1), _nearest(theirs[::-1], new)[::-1]]

    def agreeing(self, old: int, new: int) -> int:
        """How many of the two neighbours of an old and a new unit are pairs: 0, 1 or 2."""
        return sum(mine[old] == theirs[new] for mine, theirs in zip(self._old, self._new, strict=True))

    def candidates(self, rest: Iterable[int], spare: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Each old with each new unit of those named that have a neighbour in common."""
        rest, spare = tuple(rest), tuple(spare)
        for mine, theirs in zip(self._old, self._new, strict=True):
            there = _grouped(spare, theirs)
            for neighbour, places in _grouped(rest, mine).items():
                others = there.get(neighbour, ())
                if len(places) * len(others) <= _LOCAL**2:
                    yield from ((one, other) for one in places for other in others)


def _nearest(paired: Sequence[int | None], first: int) -> list[int]:
    """For each place, what stands at the nearest earlier place that has something; `first` before that."""
    found, last = [], first
    for one in paired:
        found.append(last)
        if one is not None:
            last = one
    return found


def _grouped(places: Iterable[int], by: Sequence[int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for place in places:
        groups[by[place]].append(place)
    return groups
