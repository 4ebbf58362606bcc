"""Working on a great many values without looking for garbage in between."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """While it lasts, nothing is searched for cycles; as a decorator, while the function runs.

    A long report, or an action on thousands of statements, is a million small values that stay until it is written,
    and none of them is in a cycle: going over them again and again was a quarter of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
