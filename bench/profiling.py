"""Why something is slow: the program does again, under the profiler, what missed its aim or must."""

import io
import pstats
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure, Standing
from bench.keys import ReviewDriver
from bench.stores import CACHE, ROOT, Store, renewed

_KEYS = 100
_LINES = 45
_PARTS = {"S1": ("start",), "L1": ("screen",), "L2": ("screen", "writer"), "L3": ("screen",)}
"""What is profiled for a goal; each part is a run of its own, since one profiler may be active at a time."""


def profile_missed(
    figures: Sequence[Figure], stores: Sequence[Store], folder: Path = CACHE
) -> Iterator[Path]:
    """Profile each goal that was missed, at each length where it was; yields the reports."""
    late = {Standing.MISS, Standing.ABOVE_AIM}
    missed = {(f.goal, f.statements) for f in figures if f.standing in late and f.goal in _PARTS}
    profiles = folder / "profiles"
    profiles.mkdir(parents=True, exist_ok=True)
    for store in stores:
        for goal, parts in _PARTS.items():
            if (goal, store.total) in missed:
                for part in parts:
                    yield _profile(store, goal, part, profiles / f"{goal}-{store.total}-{part}.txt")


def _profile(store: Store, goal: str, part: str, report: Path) -> Path:
    raw = report.with_suffix(".prof")
    raw.unlink(missing_ok=True)
    command = [sys.executable, "-m", "bench.profiled", str(raw), part, "review", store.slug]
    driver = ReviewDriver(renewed(store), command=command)
    with driver.terminal as terminal:
        if driver.get_ready() and part != "start":
            terminal.signal(signal.SIGUSR1)
            for number in range(_KEYS):
                driver.verdict() if goal == "L2" and number % 3 else driver.move()
        terminal.press("\x11")
        code = terminal.wait()
        for _ in terminal.frames():
            pass
        last = f"no profile: ended with {code}, and showed last\n\n{terminal.text}\n"
    report.write_text(_readable(raw) if raw.exists() else last, encoding="utf-8")
    return report


def _readable(raw: Path) -> str:
    text = io.StringIO()
    stats = pstats.Stats(str(raw), stream=text)
    stats.sort_stats("tottime").print_stats(_LINES)
    stats.sort_stats("cumulative").print_stats(_LINES)
    return text.getvalue().replace(f"{ROOT}/", "")
