"""A terminal for measuring: it time-stamps what a program writes when it is read, and looks at it afterwards."""

import os
import pty
import re
import select
import signal
import struct
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from types import TracebackType
from typing import Self

import pyte

COLUMNS, ROWS = 120, 40
QUIET = 0.05
"""Seconds without a byte after which a key is taken to be answered."""
PATIENCE = 10.0
"""Seconds after which what was to be shown counts as missed."""

_ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[?2048$p": b"\x1b[?2048;0$y"}
"""Terminals of today know synchronised output (2026); a size sent in the stream (2048) they need not know."""
_SYNCHRONISED = re.compile(rb"\x1b\[\?2026([hl])")
_MARK = b"\x1b[?2026"


@dataclass(frozen=True, slots=True)
class Shown:
    """What came of a key: when its text was on the screen (None: never), frames and bytes until then.

    `at` is in seconds after the key.
    """

    at: float | None
    frames: int
    size: int


class Terminal:
    """A program in a pty of 120 by 40. `started` is the moment before it was executed."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._patience = patience
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._held = b""
        self._is_half_painted = False
        self._asked = b""
        self.size = 0
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            _become(command, environment, folder)
        ioctl(self._terminal, TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._is_over = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What the screen shows after the frames that were looked at."""
        return "\n".join(self._screen.display)

    # ------------------------------------------------------------------------------------------- bytes

    def press(self, keys: str) -> float:
        """Type something; returns the moment."""
        moment = time.perf_counter()
        with suppress(OSError):  # a program that is gone is told by what it does not show
            os.write(self._terminal, keys.encode())
        return moment

    def read(self, seconds: float) -> bool:
        """Take in what arrives within some time, without looking at it; returns whether anything did."""
        if self._is_over or not select.select([self._terminal], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._terminal, 1 << 16)
        except OSError:  # the other end is gone
            data = b""
        if not data:
            self._is_over = True
            return False
        self._chunks.append((time.perf_counter(), data))
        self.size += len(data)
        self._answer(data)
        return True

    def read_until_quiet(self, quiet: float = QUIET) -> None:
        """Take in everything until nothing has come for some time."""
        end = time.perf_counter() + self._patience
        while time.perf_counter() < end and self.read(quiet):
            pass

    def _answer(self, data: bytes) -> None:
        self._asked = (self._asked + data)[-(len(data) + len(_MARK) + 2) :]
        for question, answer in _ANSWERS.items():
            if question in self._asked:
                os.write(self._terminal, answer)
                self._asked = self._asked.replace(question, b"")

    # ------------------------------------------------------------------------------------------ frames

    def frames(self) -> Iterator[float]:
        """The moments at which a reader saw something new, in order; `text` is then what was seen."""
        while self._chunks:
            moment, data = self._chunks.pop(0)
            data = self._held + data
            cut = data.rfind(b"\x1b", -len(_MARK))
            self._held = data[cut:] if cut >= 0 and _MARK.startswith(data[cut:]) else b""
            data = data[: len(data) - len(self._held)]
            for _ in self._painted(data):
                yield moment

    def _painted(self, data: bytes) -> Iterator[None]:
        start = 0
        for mark in _SYNCHRONISED.finditer(data):
            self._stream.feed(data[start : mark.end()])
            start = mark.end()
            self._is_half_painted = mark[1] == b"h"
            if self._has_changed():
                yield
        self._stream.feed(data[start:])
        if self._has_changed():
            yield

    def _has_changed(self) -> bool:
        if self._is_half_painted or not self._screen.dirty:
            return False
        self._screen.dirty.clear()
        return True

    def wait_for(self, *wanted: str, since: float | None = None) -> Shown:
        """Wait until the screen shows all of these patterns, and then until it is quiet."""
        since = self.started if since is None else since
        patterns = [re.compile(pattern) for pattern in wanted]
        found, frames, size = None, 0, self.size - sum(len(data) for _, data in self._chunks)
        end = time.perf_counter() + self._patience
        while found is None:
            for moment in self.frames():
                frames += 1
                if found is None and all(pattern.search(self.text) for pattern in patterns):
                    found = moment - since
            if found is None:
                if self._is_over or time.perf_counter() > end:
                    break
                self.read(0.2)
                self.read_until_quiet()
        return Shown(found, frames, self.size - size)

    def ask(self, keys: str, *wanted: str) -> Shown:
        """Press a key and wait until the screen shows these patterns. What came before is not counted."""
        for _ in self.frames():
            pass
        since = self.press(keys)
        self.read(self._patience)
        self.read_until_quiet()
        return self.wait_for(*wanted, since=since)

    # ------------------------------------------------------------------------------------------ the end

    def peak_memory(self) -> float | None:
        """The most memory that the program has had at once, in MB of a million bytes; None where unknown."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii", errors="replace")
        except OSError:
            return None
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) * 1024 / 1e6 if found else None

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def wait(self) -> int:
        """Read until the program is gone; returns its exit code, or minus the signal that ended it."""
        end = time.perf_counter() + self._patience
        while self.read(end - time.perf_counter()):
            pass
        return self.kill()

    def kill(self) -> int:
        """End the program without warning if it still runs; returns how it ended."""
        if self.pid:
            if not self._is_over:
                self.signal(signal.SIGKILL)
            self._status = os.waitpid(self.pid, 0)[1]
            self.pid = 0
        return os.waitstatus_to_exitcode(self._status)


def _become(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
    """In the child: be the program, or nothing."""
    try:
        os.chdir(folder)
        os.execvpe(command[0], list(command), dict(environment))  # noqa: S606  # the command is our own
    finally:
        os._exit(127)
