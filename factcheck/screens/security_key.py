"""Signing with a security key: `ssh-keygen` does that, and has the terminal to itself to ask for a PIN or a finger."""

import asyncio
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from textual.app import App, SuspendNotSupported

from factcheck.domain.visible import visible

if TYPE_CHECKING:
    from factcheck.signing.finding import Found

T = TypeVar("T")
_TOLD = """
Signing with {}.
Type the PIN whenever it is asked for, and touch the security key when it blinks: a package wants more than one signature.
"""


async def signed_with(app: App[None], found: "Found", start: Callable[[], Future[T]]) -> T:
    """What came of signing with a key, the screen put aside meanwhile where the key asks on the terminal.

    Raises what the signing raises.
    """
    if not found.asks_on_terminal:
        return await asyncio.wrap_future(start())
    try:
        with app.suspend(), _interrupts_for_the_child_alone():
            sys.stdout.write(_TOLD.format(visible(found.where)))
            sys.stdout.flush()
            started = start()
            wait([started])  # what it raises must not be raised here, or the screen would not come back
    except SuspendNotSupported:
        started = start()
    return await asyncio.wrap_future(started)


@contextmanager
def _interrupts_for_the_child_alone() -> Iterator[None]:
    """Ctrl+c gives up the PIN, not the review. A handler, for a signal that is ignored would be so in the child, too."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
