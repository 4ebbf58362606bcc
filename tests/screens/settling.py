"""When the program has nothing left to do: what a pilot waits for after each key.

Textual's own way is to look whether the process used little time while it slept for 20 ms, twice a key. That is a
fifth of a second for a few letters in which nothing happens, and on a busy machine a program that waits for its turn
looks idle as well. Here the event loop itself is asked, and the threads that work for it.
"""

import asyncio
from asyncio import BaseEventLoop, TimerHandle
from collections.abc import Iterator
from concurrent.futures.thread import _WorkItem
from contextlib import contextmanager
from time import monotonic, process_time
from typing import Any
from unittest.mock import patch
from weakref import WeakSet

from textual._context import active_app
from textual.screen import Screen

SOON = 0.02
"""Seconds: what is to happen within them is waited for."""
STUCK = 0.1
"""Seconds without any work, after which a thread is taken to wait for the test itself."""
MOST = 1.0
"""Seconds after which the test goes on in any case, as Textual's own waiting does."""

_work: "WeakSet[_WorkItem[Any]]" = WeakSet()
"""What threads were given to do and have not done, its answer included."""


async def settled(min_sleep: float = 0.0, max_sleep: float = MOST) -> None:
    """Wait until nothing is ready to run, nothing is about to, and no thread works. Stands for `wait_for_idle`."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, BaseEventLoop)
    began = monotonic()
    while monotonic() - began < max_sleep:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]  # what a loop has to do is not public
            continue
        if _frame_was_begun():
            continue
        if _work:
            if not await _is_worked_on(loop):
                return
            continue
        soon = _soonest(loop) - loop.time()
        if soon > SOON:
            return
        await asyncio.sleep(max(0.0, soon))


def _frame_was_begun() -> bool:
    """Draw what waits for the next frame; a frame may be drawn when all else is done, and only then."""
    app = active_app.get()
    due = [screen for screen in app.screen_stack if _waits_for_a_frame(screen)]
    for screen in due:
        screen.call_next(screen._on_timer_update)
    return bool(due)


def _waits_for_a_frame(screen: Screen[Any]) -> bool:
    return screen.is_running and screen._update_timer._active.is_set()


def _soonest(loop: BaseEventLoop) -> float:
    timers: list[TimerHandle] = loop._scheduled  # type: ignore[attr-defined]  # as above
    return min((timer.when() for timer in timers if not timer.cancelled()), default=float("inf"))


async def _is_worked_on(loop: BaseEventLoop) -> bool:
    """Let the threads work until they have an answer. False when they, too, only wait."""
    used, began = process_time(), monotonic()
    while _work and not loop._ready:  # type: ignore[attr-defined]  # as above
        await asyncio.sleep(0.001)
        if monotonic() - began > STUCK:
            return process_time() - used > STUCK / 20
    return True


@contextmanager
def watched_threads() -> Iterator[None]:
    """Know what threads are given to do. It is done when its answer has been handed to the event loop."""
    begin, run = _WorkItem.__init__, _WorkItem.run

    def begun(self: "_WorkItem[Any]", *arguments: Any) -> None:
        begin(self, *arguments)
        _work.add(self)

    def done(self: "_WorkItem[Any]", *arguments: Any) -> None:
        try:
            run(self, *arguments)
        finally:
            _work.discard(self)

    with patch.object(_WorkItem, "__init__", begun), patch.object(_WorkItem, "run", done):
        yield
