"""The process in which a stranger's file is parsed: little time, little memory, no network, nothing to write to.

It reads a job and the file's bytes from standard input, and writes progress and one answer, each a line of JSON.
"""

import json
import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, BinaryIO

from factcheck.documents.document import Taken
from factcheck.documents.taken_form import form_of
from factcheck.errors import InputRefusedError

Progress = Callable[[int, int], None]
"""Told how many parts of how many are done."""
PARSERS = {"markdown": "markdown", "html": "html", "docx": "docx", "pdf": "pdf"}
"""The module in this room that has the `take(content, options, told)` of each format."""
_REFUSED = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "pty.", "urllib.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def main() -> int:
    """Answer one job."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(
        os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
    )  # libraries may talk; answers are ours alone
    job = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    _limit(job["memory"], job["seconds"])
    try:
        module = import_module(f"factcheck.documents.{PARSERS[job['format']]}")
        sys.addaudithook(_refuse)
        take: Callable[[bytes, dict[str, str], Progress], Taken] = module.take
        answer: dict[str, Any] = {"taken": form_of(take(content, job["options"], _progress(answers)))}
    except InputRefusedError as refused:
        answer = {"refused": [refused.sentence, refused.next_step]}
    except MemoryError:
        answer = {"failed": "memory"}
    except Exception as error:  # whatever a parser raises at a stranger's bytes, the file was not read
        answer = {"failed": type(error).__name__}
    _write(answers, answer)
    return 0


def _limit(memory: int, seconds: int) -> None:
    """Take away what a parser does not need. Systems that know no such limit have the parent's clock."""
    for what, limit in (
        (resource.RLIMIT_AS, (memory, memory)),
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),
        (resource.RLIMIT_CORE, (0, 0)),  # a dump of the memory would be the article, left on a disk
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, limit)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Python asks this before each thing that reaches out of the process."""
    if event.startswith(_REFUSED):
        raise PermissionError("a parser reaches for nothing outside")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
        raise PermissionError("a parser writes no file")


def _progress(answers: BinaryIO) -> Progress:
    def told(done: int, of: int) -> None:
        _write(answers, {"done": done, "of": of})

    return told


def _write(answers: BinaryIO, line: dict[str, Any]) -> None:
    answers.write(json.dumps(line).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    raise SystemExit(main())
