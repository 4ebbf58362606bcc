"""Places of a text that are taken already, looked up fast however many there are."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factcheck.domain.text import Span


class Taken:
    """Runs of a text that do not overlap each other; offsets are code points, half-open."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts: list[int] = []
        self._spans: list[Span] = []
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> bool:
        """Take a run; False, and nothing is taken, when a part of it is taken already."""
        place = bisect_left(self._starts, span.start)
        if self._hits(span, place):
            return False
        self._starts.insert(place, span.start)
        self._spans.insert(place, span)
        return True

    def has(self, span: Span) -> bool:
        """Whether a part of the run is taken."""
        return self._hits(span, bisect_left(self._starts, span.start))

    def in_order(self) -> Iterator[Span]:
        """The runs taken so far, by their place."""
        return iter(self._spans)

    def _hits(self, span: Span, place: int) -> bool:
        is_before = place > 0 and self._spans[place - 1].end > span.start
        return is_before or (place < len(self._starts) and self._starts[place] < span.end)


def touched(spans: Sequence[Span], span: Span) -> range:
    """Which of some spans in order, apart from each other, share a character with `span`, by their index."""
    first = bisect_right(spans, span.start, key=lambda one: one.end)
    last = bisect_left(spans, span.end, key=lambda one: one.start)
    return range(first, last)
