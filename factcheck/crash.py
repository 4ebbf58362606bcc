"""What is kept of a crash: where it happened, never what was being read or written."""

import platform
import sys
import traceback
from pathlib import Path

from factcheck.clock import Clock, stamp
from factcheck.paths import PRIVATE_FILE, make_private_folder, write_whole
from factcheck.version import VERSION


def crash_report(error: BaseException, at: str) -> str:
    """The report: versions, the kinds of error and the places in the code.

    No message, no local variable and no argument is in it, since any of them may hold words of an article.
    """
    lines = [
        f"factcheck {VERSION}, Python {platform.python_version()} on {sys.platform}",
        f"at {at}",
        "Verdicts that were shown as saved are on the disk. `factcheck doctor` checks the store.",
    ]
    cause: BaseException | None = error
    told: list[BaseException] = []
    while cause is not None and cause not in told:  # chains of causes can run in a circle
        told.append(cause)
        lines += ["", f"{type(cause).__module__}.{type(cause).__qualname__}"]
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__, limit=50)
        ]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _place(filename: str) -> str:
    parts = Path(filename).parts
    return "/".join(parts[-3:])


def write_crash_report(folder: Path, error: BaseException, clock: Clock) -> Path | None:
    """Write a crash report; None when the disk does not take it either."""
    at = stamp(clock())
    path = folder / f"crash-{at.replace(':', '').replace('.', '-')}.txt"
    try:
        make_private_folder(folder)
        write_whole(path, crash_report(error, at).encode("utf-8"), mode=PRIVATE_FILE)
    except OSError:
        return None
    return path
