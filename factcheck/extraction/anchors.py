"""Where units of an old text stand in a new one, by their very words: as sure as words and order can make it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise


class Pairs:
    """Which unit of the old text is which of the new one, both by number from 0; each is used once."""

    __slots__ = ("by_new", "by_old", "sure")

    def __init__(self) -> None:
        self.by_old: dict[int, int] = {}
        self.by_new: dict[int, int] = {}
        self.sure: set[int] = set()

    def add(self, old: int, new: int, *, is_sure: bool) -> None:
        """Pair two free units. A pair that is not sure has a place that could as well be another's."""
        self.by_old[old], self.by_new[new] = new, old
        if is_sure:
            self.sure.add(old)

    def is_free(self, old: int, new: int) -> bool:
        """Whether neither of the two is in a pair."""
        return old not in self.by_old and new not in self.by_new


def anchored(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Pair equal units whose place is unique, or fixed by the neighbours, or by the order between two others.

    Time is that of sorting: n log n in the number of units.
    """
    pairs = Pairs()
    once = {key for key, count in Counter(old).items() if count == 1}
    places = {key: place for place, key in enumerate(new) if key in once}
    counts = Counter(key for key in new if key in once)
    for place, key in enumerate(old):
        if counts[key] == 1:
            pairs.add(place, places[key], is_sure=True)
    _grow(old, new, pairs)
    _fill(old, new, pairs)
    _grow(old, new, pairs)
    return pairs


def _grow(old: Sequence[Hashable], new: Sequence[Hashable], pairs: Pairs) -> None:
    """Pair equal units that stand side by side with a pair, and so on from there."""
    for step in (1, -1):
        for start, other in sorted(pairs.by_old.items(), reverse=step < 0):
            here, there = start + step, other + step
            while (
                0 <= here < len(old)
                and 0 <= there < len(new)
                and old[here] == new[there]
                and pairs.is_free(here, there)
            ):
                pairs.add(here, there, is_sure=True)
                here, there = here + step, there + step


def _fill(old: Sequence[Hashable], new: Sequence[Hashable], pairs: Pairs) -> None:
    """Pair what is there equally often between two pairs that follow each other in both texts."""
    spine = [(-1, -1), *in_order(sorted(pairs.by_old.items())), (len(old), len(new))]
    for (left, other_left), (right, other_right) in pairwise(spine):
        mine, theirs = defaultdict(list), defaultdict(list)
        for place in range(left + 1, right):
            if place not in pairs.by_old:
                mine[old[place]].append(place)
        if not mine:
            continue
        for place in range(other_left + 1, other_right):
            if place not in pairs.by_new:
                theirs[new[place]].append(place)
        for key, places in mine.items():
            if len(places) == len(theirs[key]):
                for here, there in zip(places, theirs[key], strict=True):
                    pairs.add(here, there, is_sure=True)


def in_order(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs (sorted by the old place) whose new places rise too: what was not moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, (_, new) in enumerate(found):
        rank = bisect_left(tails, new)
        before.append(ends[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [new]
        ends[rank : rank + 1] = [place]
    return list(_walked_back(found, before, ends[-1] if ends else -1))[::-1]


def _walked_back(
    found: Sequence[tuple[int, int]], before: Sequence[int], last: int
) -> Iterator[tuple[int, int]]:
    while last >= 0:
        yield found[last]
        last = before[last]
