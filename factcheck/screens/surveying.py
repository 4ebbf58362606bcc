"""Knowing how every statement stands, in a byte each: read little by little, then kept up to date."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable

from factcheck.domain.changes import Moved
from factcheck.domain.mark import Sign, Standing, mark_of
from factcheck.domain.progress import WorkState
from factcheck.screens.ports import ReviewPort

PART = 1000
"""Statements that are read at once: two milliseconds, which no key notices."""
_PAUSE = 0.03

NOT_CHECKED, CONFIRMED, LEFT, OPEN, UNVERIFIED, DISPUTED, RECHECK = range(7)
"""How a statement stands, the one that is to be seen first last."""
_BY_SIGN = {Sign.CONFIRMED: CONFIRMED, Sign.LEFT: LEFT, Sign.UNVERIFIED: UNVERIFIED, Sign.DISPUTED: DISPUTED}


class Survey:
    """All statements of an article from afar. `later` runs something after so many seconds."""

    def __init__(
        self,
        port: ReviewPort,
        *,
        later: Callable[[float, Callable[[], None]], object],
        ready: Callable[[], None],
    ) -> None:
        self._port = port
        self._later = later
        self._ready = ready
        self._starts = array("q")
        self._codes = bytearray()
        self._run = 0
        self.is_whole = False

    @property
    def codes(self) -> bytearray:
        """A byte for each statement in the order of the text; empty until all are read."""
        return self._codes if self.is_whole else bytearray()

    def read(self) -> None:
        """Read everything, from the start."""
        self._run += 1
        self.is_whole = False
        self._starts, self._codes = array("q"), bytearray()
        self._read_on(self._run)

    def _read_on(self, run: int) -> None:
        if run != self._run:
            return  # it was begun anew meanwhile
        start = self._starts[-1] + 1 if self._starts else 0
        part = self._port.standings(start, PART)
        self._starts.extend(s.start for s in part)
        self._codes.extend(map(code_of, part))
        if len(part) == PART:
            self._later(_PAUSE, lambda: self._read_on(run))
        else:
            self.is_whole = True
            self._ready()

    def take_over(self, moved: Iterable[Moved]) -> list[int]:
        """These statements stand differently now; their indices."""
        found = []
        for one in moved:
            if one.after is not None:
                mark = mark_of(one.after)
                index = bisect_left(self._starts, mark.span.start)
                if index < len(self._starts) and self._starts[index] == mark.span.start:
                    self._codes[index] = code_of(Standing(mark.span.start, mark.state, mark.said, mark.so))
                    found.append(index)
        return found


def code_of(standing: Standing) -> int:
    """How a statement stands, in one number; of several answers the one that is to be seen first."""
    if standing.state is WorkState.EXCLUDED:
        return NOT_CHECKED
    if standing.state is WorkState.RECHECK:
        return RECHECK
    answers = [_BY_SIGN.get(s, OPEN) for s in (standing.said, standing.so) if s is not None]
    return max(answers)
