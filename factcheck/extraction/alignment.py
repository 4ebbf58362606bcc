"""Where a place in old words lies in the words that they became: pure. Offsets are code points of the words."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

from factcheck.domain.text import Span, normal_form

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 1_000_000
"""Words times words that are compared; of a longer statement only what is the same at both ends is found."""


class Alignment:
    """Old words laid beside new ones, word by word."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = _Words(old), _Words(new)
        self._runs = _runs(self._old.normal, self._new.normal)
        self._starts = [run[0] for run in self._runs]

    def start(self, place: int) -> int:
        """Where words begin that began at this place: behind whatever was put before them."""
        return self._mapped(place, is_end=False)

    def end(self, place: int) -> int:
        """Where words end that ended at this place: before whatever was put behind them."""
        return self._mapped(place, is_end=True)

    def of(self, span: Span) -> Span | None:
        """The run that became of a run; None when nothing is left of it."""
        start, end = self.start(span.start), self.end(span.end)
        return Span(start, end) if start < end else None

    def same_words(self) -> Iterator[tuple[Span, Span]]:
        """The words that both have, each with its place in the old ones and in the new ones."""
        for old, new, same, _ in self._runs:
            for step in range(same):
                before, after = self._old.span(old + step), self._new.span(new + step)
                if before and after:
                    yield before, after

    def _mapped(self, place: int, *, is_end: bool) -> int:
        if is_end and place == 0:
            return 0
        index, inside = self._old.at(place - is_end)
        inside += is_end
        old, new, same, size = self._runs[bisect_right(self._starts, index) - 1]
        if index < old + same:
            there = new + index - old
            length = self._new.length(there)
            is_whole = is_end and inside == self._old.length(index)
            return self._new.starts[there] + (length if is_whole else min(inside, length))
        return self._new.starts[new + (size if is_end else same)]


class _Words:
    """The words of a text: where each begins, the end of the text last, and their normal forms."""

    def __init__(self, text: str) -> None:
        self.starts = [found.start() for found in _TOKEN.finditer(text)]
        self.normal = [normal_form(found.group()) for found in _TOKEN.finditer(text)]
        self.starts.append(len(text))

    def at(self, place: int) -> tuple[int, int]:
        """Which word has a place, and how far in it that is. The end of the text is a word of its own."""
        index = bisect_right(self.starts, place) - 1
        return index, place - self.starts[index]

    def span(self, index: int) -> Span | None:
        """The place of a word; None for the end of the text."""
        length = self.length(index)
        return Span(self.starts[index], self.starts[index] + length) if length else None

    def length(self, index: int) -> int:
        """How many code points a word has."""
        return self.starts[index + 1] - self.starts[index] if index + 1 < len(self.starts) else 0


def _runs(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Runs of words: where each begins in both, how many are the same, and how many new ones there are in all.

    Behind the same words of a run stand those that differ, up to the next run.
    """
    first, last = _ends(old, new)
    middle = (old[first : len(old) - last], new[first : len(new) - last])
    blocks = [(0, 0, first)]
    if len(middle[0]) * len(middle[1]) <= _MOST:
        matcher = SequenceMatcher(None, *middle, autojunk=False)
        blocks += [(a + first, b + first, size) for a, b, size in matcher.get_matching_blocks() if size]
    blocks.append((len(old) - last, len(new) - last, last + 1))  # the end of the text is the same in both
    sizes = [b for _, b, _ in blocks[1:]] + [len(new)]
    return [(a, b, same, after - b) for (a, b, same), after in zip(blocks, sizes, strict=True)]


def _ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words are the same at the beginning, and how many of the rest at the end."""
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - first
    last = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return first, last
