"""Keeps the place: where one stands and what is half-typed, on the disk soon after each move."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from factcheck.domain.verdict import Question
from factcheck.errors import FactcheckError

DELAY = 0.25
"""Seconds from a move until it is saved; moves within it are saved together."""

PlaceFacts = tuple[str | None, Question, tuple[int, int], dict[str, str], str, dict[str, str]]
"""The statement's id, the question, the row at the upper edge, what is half-typed by its field, the filter, and
what the store is known to hold of half-typed texts."""


class PlaceKeeper:
    """Saves the newest place after each move and once on the way out, and hears when that fails.

    A move that leads back to where one was is saved like any other: another window may have saved its own place
    in between, and the place is that of who moved last.

    `later` runs something after so many seconds; `saved` is told of each place that is on the disk, `failed` of a
    FactcheckError, `broke` of anything else.
    """

    def __init__(
        self,
        read: Callable[[], PlaceFacts],
        save: Callable[[PlaceFacts], Future[None]],
        *,
        later: Callable[[float, Callable[[], None]], asyncio.TimerHandle],
        saved: Callable[[PlaceFacts], None],
        failed: Callable[[FactcheckError], None],
        broke: Callable[[BaseException], None],
    ) -> None:
        self._read = read
        self._save = save
        self._later = later
        self._saved = saved
        self._failed = failed
        self._broke = broke
        self._waiting: asyncio.TimerHandle | None = None
        self._is_to_save = True

    def moved(self) -> None:
        """Something of the place is different now: save it soon."""
        self._is_to_save = True
        if self._waiting is None:
            self._waiting = self._later(DELAY, self._keep)

    def _keep(self) -> None:
        self.keep_now()

    def keep_now(self) -> asyncio.Future[None] | None:
        """Save the place at once; None when it was, and nothing moved since."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if not self._is_to_save:
            return None
        self._is_to_save = False
        place = self._read()
        future = asyncio.wrap_future(self._save(place))
        future.add_done_callback(partial(self._done, place))
        return future

    def _done(self, place: PlaceFacts, future: asyncio.Future[None]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._saved(place)
            return
        self._is_to_save = True
        if isinstance(error, FactcheckError):
            self._failed(error)
        else:
            self._broke(error)
