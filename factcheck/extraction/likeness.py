"""How much two units of text are alike. It only ever proposes a place: no verdict depends on it."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+")
_SAMPLES = 12
"""The rarest words of a unit, by which its like are looked up."""
_COMMON = 24
"""A word in more units than this is too common to look anything up by."""
_FEW = 5
"""So many candidates are looked at for a unit."""
GoOn: TypeAlias = Callable[[], None]
"""Is called now and then while two texts are compared; what it raises ends that."""
_AT_A_TIME = 256


def go_on_always() -> None:
    """Nobody can end it."""


def now_and_then(units: Iterable[T], go_on: GoOn, every: int = _AT_A_TIME) -> Iterator[T]:
    """The same units, and between some of them the question whether to go on."""
    for number, unit in enumerate(units):
        if number % every == 0:
            go_on()
        yield unit


class Likeness:
    """Weighs what words units have in common: rare ones weigh more, and endings less than whole words."""

    def __init__(self, old: Sequence[str], new: Sequence[str], go_on: GoOn = go_on_always) -> None:
        self._old = [_features(unit) for unit in now_and_then(old, go_on)]
        self._new = [_features(unit) for unit in now_and_then(new, go_on)]
        frequency = Counter(chain.from_iterable(chain(self._old, self._new)))
        total = len(old) + len(new)
        self._weight = {word: math.log(1 + total / count) for word, count in frequency.items()}
        self._old_weights = [self._weigh(unit) for unit in self._old]
        self._new_weights = [self._weigh(unit) for unit in self._new]

    def _weigh(self, words: frozenset[str]) -> float:
        return sum(self._weight[word] for word in words)

    def __call__(self, old: int, new: int) -> float:
        """From 0, nothing in common, to 1, the same words. A part of a longer unit is like it, but less so."""
        both = self._weigh(self._old[old] & self._new[new])
        mine, theirs = self._old_weights[old], self._new_weights[new]
        if not both:
            return 0.0
        return max(2 * both / (mine + theirs), 0.75 * both / min(mine, theirs))

    def look_up(self, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs of the old and new units named that share rare words, a few for each old one."""
        holders: dict[str, list[int]] = defaultdict(list)
        for place in new:
            for word in self._new[place]:
                holders[word].append(place)
        for place in old:
            votes: dict[int, float] = defaultdict(float)
            known = [word for word in self._old[place] if 0 < len(holders.get(word, ())) <= _COMMON]
            for word in sorted(known, key=lambda one: (-self._weight[one], one))[:_SAMPLES]:
                for other in holders[word]:
                    votes[other] += self._weight[word]
            for other in sorted(votes, key=lambda one: (-votes[one], one))[:_FEW]:
                yield place, other


def _features(unit: str) -> frozenset[str]:
    """The words of a unit, and the stems of long ones, each once."""
    words = _WORD.findall(unit.casefold())
    return frozenset(chain(words, (word[:5] + "-" for word in words if len(word) > 5)))
