"""Parsing a stranger's file in a child process, so that whatever it does to the parser is a plain refusal here."""

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

import factcheck
from factcheck.documents.document import Taken
from factcheck.documents.taken_form import taken_of
from factcheck.errors import InputRefusedError

_AT_A_TIME = 2**16
_LONGEST_ANSWER = 512 * 2**20
_SAVE_AS_TEXT = "Copy the article's text, or save it as plain text in UTF-8, and import that."
_FAREWELL = 1.0
"""Seconds that a child has to end by itself when it has said all."""
_LOOK = 0.1
"""Seconds after which it is looked whether anybody still wants the answer."""


class Limits(Struct, frozen=True):
    """What a parser may use: seconds of work and seconds altogether, and bytes of memory."""

    seconds: int = 60
    patience: float = 120.0
    memory: int = 2**30


class Watch(Struct, frozen=True):
    """Who waits for a file: is told how far it is, and says when it is not wanted any longer."""

    told: Callable[[int, int], None] = lambda done, of: None
    is_left: Callable[[], bool] = lambda: False

    def go_on(self) -> None:
        """Raise LeftError when nobody waits for it any longer."""
        if self.is_left():
            raise LeftError("Nobody waits for it any longer.", "Choose it again.")

    def over(self, length: int) -> Callable[[int], None]:
        """What hears how far a text of a length is read; raises LeftError when nobody waits for it any longer."""

        def told(place: int) -> None:
            self.go_on()
            self.told(place, length)

        return told


class LeftError(InputRefusedError):
    """Nobody waits for the file any longer."""


def parsed(
    content: bytes,
    name: str,
    form: str,
    options: Mapping[str, str] | None = None,
    *,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Taken:
    """What is in a file of a format ("docx"). Raises InputRefusedError, LeftError when it was left meanwhile."""
    limits = limits or Limits()
    job = {"format": form, "options": dict(options or {}), "memory": limits.memory, "seconds": limits.seconds}
    with _started() as child:
        try:
            answer = _Talk(child, name, limits, watch or Watch()).answer(
                json.dumps(job).encode() + b"\n", content
            )
            with suppress(subprocess.TimeoutExpired):
                child.wait(_FAREWELL)
        finally:
            child.kill()
            child.wait()
    if answer is None:
        raise _ended(child.returncode, name, limits)
    return _read(answer, name, limits)


def _started() -> "subprocess.Popen[bytes]":
    # -P: a file beside the article that is called as a library must not be run. Nothing is written, no site of
    # the user's is read; where this very package is, is told, as it may not be installed.
    places = [str(Path(factcheck.__file__).parent.parent), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, places))}
    return subprocess.Popen(
        [sys.executable, "-P", "-B", "-s", "-X", "utf8", "-m", "factcheck.documents.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what a crash says may be the article
        env=environment,
        bufsize=0,
    )


class _Talk:
    """Hands a child its job and waits for the answer, with one eye on the clock."""

    def __init__(self, child: "subprocess.Popen[bytes]", name: str, limits: Limits, watch: Watch) -> None:
        self._child = child
        self._name = name
        self._limits = limits
        self._watch = watch
        self._end = time.monotonic() + limits.patience
        self._heard = bytearray()

    def answer(self, job: bytes, content: bytes) -> Any:
        """The child's last line; None when it ended without one. Raises InputRefusedError."""
        todo = [memoryview(content), memoryview(job)]
        given, heard = self._child.stdin, self._child.stdout
        assert given is not None  # noqa: S101  # both were asked for
        assert heard is not None  # noqa: S101
        with selectors.DefaultSelector() as selector:
            for file, event in ((given, selectors.EVENT_WRITE), (heard, selectors.EVENT_READ)):
                os.set_blocking(file.fileno(), False)
                selector.register(file, event)
            while True:
                ready = selector.select(_LOOK)
                self._look()
                for key, event in ready:
                    if event & selectors.EVENT_WRITE:
                        if not _write(key.fd, todo):
                            selector.unregister(given)
                            given.close()
                    elif (told := self._hear(key.fd)) is not _NOTHING:
                        return told

    def _look(self) -> None:
        if self._watch.is_left():
            raise LeftError(f"{self._name} was left before it was read.", "Import it again when you want it.")
        if time.monotonic() > self._end:
            raise _too_long(self._name, self._limits)

    def _hear(self, file: int) -> Any:
        """The answer, None when there will be none, or _NOTHING yet."""
        part = os.read(file, _AT_A_TIME)
        if not part:
            return None
        self._heard += part
        if len(self._heard) > _LONGEST_ANSWER:
            raise _too_much(self._name)
        if b"\n" not in part:
            return _NOTHING
        *lines, rest = self._heard.split(b"\n")
        self._heard = rest
        for line in lines:
            told = _json(bytes(line), self._name)
            if "done" not in told:
                return told
            self._watch.told(int(told["done"]), int(told["of"]))
        return _NOTHING


_NOTHING = object()


def _write(file: int, todo: list[memoryview]) -> bool:
    """Write some of what is to be done, the last first; whether there is more."""
    try:
        written = os.write(file, todo[-1][: _AT_A_TIME * 16])
    except BlockingIOError:
        return True
    except BrokenPipeError:  # it died; its answer, or none, is on its way
        return False
    todo[-1] = todo[-1][written:]
    while todo and not todo[-1]:
        todo.pop()
    return bool(todo)


def _json(line: bytes, name: str) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except ValueError as error:
        raise _unreadable(name) from error
    if not isinstance(told, dict):
        raise _unreadable(name)
    return told


def _read(answer: dict[str, Any], name: str, limits: Limits) -> Taken:
    match answer:
        case {"taken": form}:
            try:
                return taken_of(form)
            except ValueError as error:
                raise _unreadable(name) from error
        case {"refused": [str(sentence), str(next_step)]}:
            raise InputRefusedError(f"{name}: {sentence}", next_step)
        case {"failed": "memory"}:
            raise _too_much(name)
        case _:
            raise _unreadable(name)


def _ended(code: int, name: str, limits: Limits) -> InputRefusedError:
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        return _too_long(name, limits)
    return _unreadable(name)


def _unreadable(name: str) -> InputRefusedError:
    return InputRefusedError(
        f"{name} could not be read: it is damaged, or made so that reading it fails.", _SAVE_AS_TEXT
    )


def _too_long(name: str, limits: Limits) -> InputRefusedError:
    return InputRefusedError(
        f"{name} takes longer to read than is allowed ({limits.seconds} seconds of work).", _SAVE_AS_TEXT
    )


def _too_much(name: str) -> InputRefusedError:
    return InputRefusedError(f"{name} takes more memory to read than is allowed.", _SAVE_AS_TEXT)
