"""How far something is, on one line that is gone at the end; only where somebody is looking."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def progress(stream: TextIO | None = None) -> Iterator[Callable[[str, float], None]]:
    """What is given takes what is being done and how far it is, from 0 to 1. Nothing is written to a pipe or a file."""
    stream = stream or sys.stderr
    shown = ""

    def tell(what: str, share: float) -> None:
        nonlocal shown
        line = f"{what} … {share:4.0%}"
        if line != shown and stream.isatty():
            stream.write("\r" + line.ljust(len(shown)))
            stream.flush()
            shown = line

    try:
        yield tell
    finally:
        if shown:
            stream.write("\r" + " " * len(shown) + "\r")
            stream.flush()
