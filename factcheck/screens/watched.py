"""Reading a file that takes long: how far it is is shown, and whoever leaves ends it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factcheck.documents.parsing import Watch


@contextmanager
def watched(say: Callable[[tuple[str, str]], None]) -> Iterator[Watch]:
    """What a reading in another thread is handed; `say` is told in this one, until the reading is waited for no longer."""
    loop, left, said = asyncio.get_running_loop(), threading.Event(), [-1]

    def show(part: int) -> None:
        if not left.is_set():
            say((f"reading… {part} %", "warning"))

    def told(done: int, of: int) -> None:
        part = done * 100 // max(of, 1)
        if part != said[0]:
            said[0] = part
            loop.call_soon_threadsafe(show, part)

    try:
        yield Watch(told, left.is_set)
    finally:
        left.set()
