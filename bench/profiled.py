"""Runs the program under Python's own profiler: `python -m bench.profiled OUTPUT WHAT ARGUMENT…`.

WHAT is `start` (all of it), `screen` (the thread of the keys) or `writer` (the thread that saves); the last two are
profiled from the signal SIGUSR1 on. Written to OUTPUT at the end, as `pstats` reads it.
"""

import cProfile
import signal
import sys
from collections.abc import Callable
from typing import Any

from factcheck.cli.main import main
from factcheck.services.writer import Writer


def run(output: str, what: str, arguments: list[str]) -> int:
    """Run the program and write its profile; returns the program's exit code."""
    profile = cProfile.Profile()
    if what == "start":
        profile.enable()
    elif what == "writer":
        _profile_writer(profile)
    else:
        signal.signal(signal.SIGUSR1, lambda number, frame: profile.enable())
    try:
        return main(arguments)
    finally:
        profile.disable()
        profile.dump_stats(output)


def _profile_writer(profile: cProfile.Profile) -> None:
    """Each use case is profiled on its own thread, once the signal has come."""
    heard: list[int] = []
    signal.signal(signal.SIGUSR1, lambda number, frame: heard.append(number))
    submit = Writer.submit

    def submitted(writer: Writer, use_case: Callable[[Any], Any]) -> Any:
        def profiled(ledger: Any) -> Any:
            return profile.runcall(use_case, ledger) if heard else use_case(ledger)

        return submit(writer, profiled)

    Writer.submit = submitted  # type: ignore[assignment,method-assign]  # this process is there for nothing else


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], sys.argv[2], sys.argv[3:]))
