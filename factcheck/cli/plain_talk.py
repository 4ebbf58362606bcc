"""The two ends of the line mode: lines that are typed or piped in, data and talk that go out, and signals."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import BinaryIO, TextIO

from factcheck.cli.output import ask, put, say
from factcheck.errors import ExitCode

_LONGEST_IN_A_TERMINAL = 4095
"""Bytes of a line that a terminal hands over; what is typed beyond that it drops (termios(3), canonical mode)."""

_SIGNALS = {
    signal.SIGHUP: ExitCode.HANGUP,
    signal.SIGINT: ExitCode.INTERRUPTED,
    signal.SIGTERM: ExitCode.TERMINATED,
}


class LeavingBySignal(BaseException):  # no error: nothing that handles errors may catch it
    """Somebody wants the program to end: `code` is what it ends with."""

    def __init__(self, code: ExitCode) -> None:
        super().__init__(code)
        self.code = code


class Talk:
    """Asks for lines and answers them. Data goes to one stream, prompts and talk to the other."""

    def __init__(self, typed: BinaryIO, data: TextIO, talk: TextIO, *, is_terminal: bool = False) -> None:
        self._typed = typed
        self._data = data
        self._talk = talk
        self._is_terminal = is_terminal
        self._is_waiting = False
        self._leaving: ExitCode | None = None

    def tell(self, line: str) -> None:
        """One line of data."""
        put(line, self._data)

    def say(self, line: str) -> None:
        """One line of talk, after all the data before it."""
        self._data.flush()
        say(line, self._talk)
        self._talk.flush()

    def ask(self, prompt: str) -> str | None:
        """The next line without its end; None at the end of the input.

        Bytes that are no UTF-8 are replaced, and that is said. Raises LeavingBySignal, and only here, so that
        nothing that was begun is left in the middle.
        """
        self._data.flush()
        ask(prompt, self._talk, end=" " if self._is_terminal else "\n")
        try:
            line = self._read()
        except LeavingBySignal as leaving:
            if leaving.code is not ExitCode.HANGUP:
                self._end_line()
            raise
        if not line:
            self._end_line()
            return None
        line = line.rstrip(b"\r\n")
        if self._is_terminal and len(line) >= _LONGEST_IN_A_TERMINAL:
            self.say(
                "A terminal drops what goes beyond 4,095 bytes in a line: type long texts in several lines."
            )
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            self.say("Bytes that are not UTF-8 were replaced.")
            return line.decode("utf-8", "replace")

    def _end_line(self) -> None:
        """Nobody has typed the line's end after the prompt."""
        if self._is_terminal:
            with suppress(OSError):  # the terminal may be gone as well
                self.say("")

    def _read(self) -> bytes:
        self._is_waiting = True
        try:
            if self._leaving is not None:
                raise LeavingBySignal(self._leaving)
            return self._typed.readline()
        except OSError:  # the terminal is gone
            return b""
        finally:
            self._is_waiting = False

    def leave(self, code: ExitCode) -> None:
        """End the program as soon as nothing is in the middle: at once while it waits for a line."""
        self._leaving = self._leaving or code
        if self._is_waiting:
            raise LeavingBySignal(code)


@contextmanager
def listening(talk: Talk) -> Iterator[None]:
    """Let the signals that end a program end the talk."""

    def leave(number: int, frame: FrameType | None) -> None:
        talk.leave(_SIGNALS[signal.Signals(number)])

    before = {number: signal.signal(number, leave) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
