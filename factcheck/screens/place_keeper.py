"""Keeps the place: where one stands and what is half-typed, on the disk soon after each move."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future

from factcheck.domain.verdict import Question
from factcheck.errors import FactcheckError

DELAY = 0.25
"""Seconds from a move until it is saved; moves within it are saved together."""

PlaceFacts = tuple[str | None, Question, tuple[int, int], dict[str, str], str]
"""The statement's id, the question, the row at the upper edge, and what is half-typed by its field, the filter."""


class PlaceKeeper:
    """Saves the newest place, never the same one twice, and hears when that fails.

    `later` runs something after so many seconds; `failed` is told of a FactcheckError, `broke` of anything else.
    """

    def __init__(
        self,
        read: Callable[[], PlaceFacts],
        save: Callable[[PlaceFacts], Future[None]],
        *,
        later: Callable[[float, Callable[[], None]], asyncio.TimerHandle],
        failed: Callable[[FactcheckError], None],
        broke: Callable[[BaseException], None],
    ) -> None:
        self._read = read
        self._save = save
        self._later = later
        self._failed = failed
        self._broke = broke
        self._waiting: asyncio.TimerHandle | None = None
        self._kept: PlaceFacts | None = None

    def moved(self) -> None:
        """Something of the place is different now: save it soon."""
        if self._waiting is None:
            self._waiting = self._later(DELAY, self._keep)

    def forget(self) -> None:
        """Another window may have saved its own place: the next move saves ours, even if it leads back to it."""
        self._kept = None

    def _keep(self) -> None:
        self.keep_now()

    def keep_now(self) -> asyncio.Future[None] | None:
        """Save the place at once; None when it is what was saved last."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        place = self._read()
        if place == self._kept:
            return None
        self._kept = place
        future = asyncio.wrap_future(self._save(place))
        future.add_done_callback(self._done)
        return future

    def _done(self, future: asyncio.Future[None]) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            return
        self._kept = None
        if isinstance(error, FactcheckError):
            self._failed(error)
        else:
            self._broke(error)
