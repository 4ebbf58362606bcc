"""The statements that a filter lets through, by where they begin: stepping among them reads nothing."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable

from factcheck.domain.changes import Moved
from factcheck.domain.filter import Filter


class Selection:
    """Which statements are gone through. `starts` are places of the draft, in order."""

    def __init__(self, wanted: Filter, starts: Iterable[int]) -> None:
        self.wanted = wanted
        self._starts = array("q", starts)

    def __len__(self) -> int:
        return len(self._starts)

    def __contains__(self, start: object) -> bool:
        if not isinstance(start, int):
            return False
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] == start

    def after(self, start: int) -> int | None:
        """Where the next one begins."""
        index = bisect_right(self._starts, start)
        return self._starts[index] if index < len(self._starts) else None

    def before(self, start: int) -> int | None:
        """Where the previous one begins."""
        index = bisect_left(self._starts, start)
        return self._starts[index - 1] if index else None

    @property
    def first(self) -> int | None:
        """Where the first one begins."""
        return self._starts[0] if self._starts else None

    @property
    def last(self) -> int | None:
        """Where the last one begins."""
        return self._starts[-1] if self._starts else None

    def renew(self, starts: Iterable[int]) -> None:
        """Others come in and go out, too: these are let through now."""
        self._starts = array("q", starts)

    def take_over(self, moved: Iterable[Moved], ticked_elsewhere: Container[str] = ()) -> None:
        """These statements stand differently now, so they may have come in or gone out.

        `ticked_elsewhere` has the names that are ticked anywhere in the article, for a filter that looks at them.
        """
        for one in moved:
            if one.before is not None:
                self._put(one.before.span.start, is_in=False)
            if one.after is not None:
                self._put(one.after.span.start, is_in=self.wanted.lets_through(one.after, ticked_elsewhere))

    def _put(self, start: int, *, is_in: bool) -> None:
        index = bisect_left(self._starts, start)
        is_there = index < len(self._starts) and self._starts[index] == start
        if is_in and not is_there:
            self._starts.insert(index, start)
        elif is_there and not is_in:
            del self._starts[index]
