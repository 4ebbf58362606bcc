"""The program in a real terminal: a pty, a screen model, keys, and a sudden end."""

import codecs
import os
import pty
import select
import signal
import struct
import sys
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 20.0
"""How many seconds a text may take to appear before the test fails; nothing waits that long when all is well."""


class Terminal:
    """Runs `factcheck` with some arguments in a terminal of a size, and keeps what its screen shows."""

    def __init__(self, *arguments: str, home: Path, columns: int = 120, rows: int = 40) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.raw = b""
        environment = os.environ | {"FACTCHECK_HOME": str(home), "FACTCHECK_PERSON": "ann"}
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            program = [sys.executable, "-m", "factcheck", *arguments]
            os.execvpe(program[0], program, environment)
        self.resize(columns, rows)
        self.code: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.code is None:
            self.kill()
        os.close(self._terminal)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, as when a window is dragged."""
        ioctl(self._terminal, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    @property
    def text(self) -> str:
        """What the screen shows now."""
        return "\n".join(self.screen.display)

    def read(self, seconds: float) -> bool:
        """Take in what arrives within some time; returns whether anything did."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # the other end is gone
            return False
        self.raw += data
        self._stream.feed(self._decoder.decode(data))
        return bool(data)

    def wait_for(self, *texts: str) -> str:
        """Wait until the screen shows each of these texts; returns the screen. Raises AssertionError."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if all(text in self.text for text in texts):
                return self.text
            self.read(0.05)
        raise AssertionError(f"{texts} did not appear:\n{self.text}")

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds, taking in what the program says meanwhile. Raises AssertionError."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, f"it has not come about, and the screen shows:\n{self.text}"
            self.read(0.05)

    def wait_until_asleep(self) -> None:
        """Wait until the program has stopped, as after ctrl+z. Raises AssertionError."""

        def is_asleep() -> bool:
            pid, status = os.waitpid(self._pid, os.WUNTRACED | os.WNOHANG)
            return bool(pid) and os.WIFSTOPPED(status)

        self.wait_until(is_asleep)
        while self.read(0):  # what it said before it stopped
            pass

    def press(self, *keys: str) -> None:
        """Type some keys."""
        for key in keys:
            os.write(self._terminal, key.encode())

    def kill(self) -> None:
        """End the program without warning, as a power cut would."""
        self.signal(signal.SIGKILL)
        self.wait()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program that this terminal started."""
        os.kill(self._pid, number)

    def wait(self) -> int:
        """Wait for the program's end; returns its exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            if pid:
                self.code = os.waitstatus_to_exitcode(status)
                while self.read(0):
                    pass
                return self.code
            self.read(0.02)
        raise AssertionError("the program did not end")
