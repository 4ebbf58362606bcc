"""The same screen with fewer bytes: of what Textual writes of a frame, only what a terminal does not show yet.

Textual writes a changed line from its pane's left edge on, and names all colours again for every run of text. A
terminal keeps its characters and its colours: only what becomes different has to be said. Every frame says its
first colours in full and leaves plain ones behind.
"""

import re
from operator import ne

from msgspec import Struct

from factcheck.widgets.layout import ONE_CELL
from factcheck.widgets.terminal_looks import (
    PLAIN,
    TerminalLook,
    are_alike_when_blank,
    change,
    look_after,
)

_STEP = re.compile(
    rf"\x1b\[([0-9;]*)m(?:({ONE_CELL}+)(\x1b\[0m)?)?"  # colours, mostly with their text and back
    r"|\n?\x1b\[([0-9]+);([0-9]+)H"
    rf"|({ONE_CELL}+)|([^\x00-\x1f\x7f-\x9f]+)|(.)",
    re.DOTALL,
)
_ROW = re.compile("\x1b\\[([0-9]+);[0-9]+H")
_ALL_ANEW = "\x1b[1;1H"
FRAME_START, FRAME_END = "\x1b[?2026h", "\x1b[?2026l"
"""A frame stands between them: the terminal shows it at once. They change nothing."""
_STRETCH = re.compile(b"\1+(?:\0{1,4}\1+)*")
"""Cells that differ, with short gaps between them: a leap over a gap is four or five bytes."""
_ONE_LOOK = re.compile(r"(.)\1*", re.DOTALL)
_NO_BLANK = re.compile("[^ ]")
_UNKNOWN = "\0"


class _Row(Struct):
    """What a row of the terminal shows: by columns, its characters, and one character for the look of each."""

    text: str = ""
    looks: str = ""

    def put(self, x: int, text: str, looks: str) -> None:
        """Overwrite from a column on."""
        gap = _UNKNOWN * (x - len(self.text))
        self.text = f"{self.text[:x]}{gap}{text}{self.text[x + len(text) :]}"
        self.looks = f"{self.looks[:x]}{gap}{looks}{self.looks[x + len(text) :]}"


class Thrift:
    """Knows what the terminal shows from the frames that were written, and so what of the next one is new."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._signs: dict[TerminalLook, str] = {}
        self._looks: list[TerminalLook] = []

    def forget(self) -> None:
        """Nothing is known of what the terminal shows: everything has to be written."""
        self._rows.clear()
        self._signs.clear()
        self._looks.clear()

    def shortened(self, frame: str) -> str:
        """What to write instead of a frame, so that the terminal shows the same and its cursor is in the same place.

        A frame from the upper left corner on is written whole: it is meant to paint everything. Whatever holds
        more than text, colours and places is handed on as it is, and then nothing is known any more.
        """
        if frame in (FRAME_START, FRAME_END):
            return frame
        if frame.startswith(_ALL_ANEW):
            self.forget()
        try:
            return _Writing(self).written(frame)
        except ValueError:
            self.forget()
            return frame

    def differing(self, y: int, x: int, text: str, look: TerminalLook) -> list[tuple[int, int]]:
        """The stretches of a text, [start, end), that are not on the screen yet; from now on they are."""
        sign = self._signs.get(look)
        if sign is None:
            sign = self._signs[look] = chr(len(self._looks))
            self._looks.append(look)
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = _Row()
        size = len(text)
        old_text, old_looks, looks = row.text[x : x + size], row.looks[x : x + size], sign * size
        if old_text == text and old_looks == looks:
            return []
        row.put(x, text, looks)
        if old_looks != looks:
            old_text = self._without_seen_looks(old_text, old_looks, look)
        is_different = bytes(map(ne, old_text, text)) + b"\1" * (size - len(old_text))
        return [found.span() for found in _STRETCH.finditer(is_different)]

    def _without_seen_looks(self, text: str, looks: str, look: TerminalLook) -> str:
        """The characters that would not be seen to change if they got this look; the others are made unknown."""
        kept = []
        for run in _ONE_LOOK.finditer(looks):
            part = text[run.start() : run.end()]
            old = self._looks[ord(run[1])]
            if old != look:
                is_blind = are_alike_when_blank(old, look)
                part = _NO_BLANK.sub(_UNKNOWN, part) if is_blind else _UNKNOWN * len(part)
            kept.append(part)
        return "".join(kept)

    def forget_row(self, y: int) -> None:
        """Nothing is known of this row."""
        self._rows.pop(y, None)


class _Writing:
    """Goes through one frame with the cursor that Textual means, and with the terminal's own behind it."""

    def __init__(self, known: Thrift) -> None:
        self._known = known
        self._bytes: list[str] = []
        self._look: TerminalLook | None = None
        self._cursor: tuple[int, int] | None = None
        self._y, self._x = 0, 0
        self._is_column_known = False

    def written(self, frame: str) -> str:
        """What to write. Raises ValueError when the frame holds more than is known here."""
        wanted, lowest = PLAIN, max((int(row) for row in _ROW.findall(frame)), default=0)
        for step in _STEP.finditer(frame):
            codes, run, is_over, row, column, text, wide, other = step.groups()
            if codes is not None:
                wanted = look_after(wanted, codes)
                if run:
                    self._put(run, wanted)
                if is_over:
                    wanted = PLAIN
            elif row:
                if step[0][0] == "\n" and self._y >= lowest:
                    raise ValueError("a line feed that may scroll")
                self._y, self._x, self._is_column_known = int(row), int(column), True
            elif text:
                self._put(text, wanted)
            elif wide:
                self._put_blindly(wide, wanted)
            else:
                raise ValueError(f"{other!r} is no text, colour or place")
        self._move()
        if self._look is not None:
            self._bytes.append(change(self._look, wanted))
        return "".join(self._bytes)

    def _put(self, text: str, look: TerminalLook) -> None:
        if not self._is_column_known:
            self._put_blindly(text, look)
            return
        y, x = self._y, self._x
        for start, end in self._known.differing(y, x, text, look):
            self._x = x + start
            self._move()
            self._say(text[start:end], look)
            self._cursor = (y, x + end)
        self._x = x + len(text)

    def _put_blindly(self, text: str, look: TerminalLook) -> None:
        """Terminals do not agree on how many columns this takes: what follows on the row has no known place."""
        self._move()
        self._say(text, look)
        self._known.forget_row(self._y)
        self._is_column_known, self._cursor = False, None

    def _move(self) -> None:
        """Bring the terminal's cursor to where Textual means it to be."""
        if not self._is_column_known or self._cursor == (self._y, self._x):
            return
        ahead = self._x - self._cursor[1] if self._cursor and self._cursor[0] == self._y else 0
        self._bytes.append(f"\x1b[{ahead}C" if ahead > 0 else f"\x1b[{self._y};{self._x}H")
        self._cursor = (self._y, self._x)

    def _say(self, text: str, look: TerminalLook) -> None:
        is_seen = self._look is None or text.strip(" ") or not are_alike_when_blank(self._look, look)
        if is_seen:
            self._bytes.append(change(self._look, look))
            self._look = look
        self._bytes.append(text)
