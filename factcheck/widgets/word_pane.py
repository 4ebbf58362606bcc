"""The words of a paragraph with a cursor on one of them: pure lines, and the pane that shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from msgspec import Struct
from textual import events
from textual.geometry import Size
from textual.message import Message

from factcheck.domain.cutting import Run
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span
from factcheck.widgets.layout import Line, line_of, offset_at, wrap
from factcheck.widgets.marked import marked
from factcheck.widgets.painted import Painted, PaintedLine, Piece

_OTHERS = "muted"
_BORDER = "\u258f"
_AROUND = 12


class Cursor(Struct, frozen=True):
    """Which of the words of a run it is on, from 0, and where a selection began, if one did."""

    run: Run
    statement: Statement
    words: tuple[Span, ...]
    at: int
    anchor: int | None = None

    @property
    def word(self) -> Span:
        """The word that the cursor is on."""
        return self.words[self.at]

    @property
    def selection(self) -> Span:
        """The selected words; without a selection the word that the cursor is on."""
        other = self.at if self.anchor is None else self.anchor
        return Span(self.words[min(self.at, other)].start, self.words[max(self.at, other)].end)

    @property
    def is_inside(self) -> bool:
        """Whether the cursor is on a word of the statement itself."""
        return self.statement.span.covers(self.word)


def cursor_at(run: Run, statement: Statement) -> Cursor:
    """A cursor on the first word of a statement."""
    words = tuple(run.words())
    first = next((i for i, word in enumerate(words) if word.start >= statement.span.start), 0)
    return Cursor(run, statement, words, first)


def word_lines(cursor: Cursor, width: int) -> list[PaintedLine]:
    """The paragraph: other statements quiet, the borders between statements, selection and cursor."""
    shown, looks = _with_borders(cursor.run), list(_looks(cursor))
    return [tuple(_pieces(shown, looks, line)) for line in wrap(cursor.run.text, width)]


def cursor_line(cursor: Cursor, width: int) -> int:
    """The line that the cursor is on."""
    return line_of(wrap(cursor.run.text, width), cursor.word.start - cursor.run.start)


def word_above(cursor: Cursor, width: int, by: int) -> int:
    """The word that stands over (or, for a positive number, under) the cursor's, so many lines on."""
    lines, start = wrap(cursor.run.text, width), cursor.run.start
    here = line_of(lines, cursor.word.start - start)
    line = lines[min(max(0, here + by), len(lines) - 1)]
    column = cursor.word.start - start - lines[here].start
    wanted = min(line.start + column, max(line.start, line.end - 1)) + start
    return max((i for i, word in enumerate(cursor.words) if word.start <= wanted), default=0)


def _looks(cursor: Cursor) -> Iterator[tuple[int, int, str]]:
    """Runs of the block's characters with their looks, in order."""
    start, size = cursor.run.start, len(cursor.run.text)
    own = cursor.statement.span
    shift = own.start - start
    layers = [(0, size, "")]
    layers += [
        (s.span.start - start, s.span.end - start, _OTHERS) for s in cursor.run.statements if s.span != own
    ]
    if cursor.anchor is None:
        layers += [(first + shift, last + shift, look) for first, last, look in marked(cursor.statement)]
    else:  # nothing else is underlined then, so that the selection is seen without colours too
        layers.append((cursor.selection.start - start, cursor.selection.end - start, "current selected"))
    layers.append((cursor.word.start - start, cursor.word.end - start, "cursor"))
    edges = sorted({edge for first, last, _ in layers for edge in (first, last) if 0 <= edge <= size})
    for first, last in pairwise(edges):
        looks = [look for a, b, look in layers if a <= first and last <= b and look]
        yield first, last, " ".join(looks)


def _with_borders(run: Run) -> str:
    """The characters of the block with a hairline in place of the blank between two statements."""
    shown = list(run.text)
    for statement in run.statements[1:]:
        before = statement.span.start - run.start - 1
        if before > 0 and shown[before] == " ":
            shown[before] = _BORDER
    return "".join(shown)


def _pieces(text: str, looks: Sequence[tuple[int, int, str]], line: Line) -> Iterator[Piece]:
    for first, last, look in looks:
        if first < line.end and last > line.start:
            yield (text[max(first, line.start) : min(last, line.end)], look)


class WordPane(Painted):
    """Shows as much of the paragraph around the cursor as there is room for."""

    @dataclass
    class WordPointed(Message):
        """A word was clicked: its index from 0."""

        index: int

    def __init__(self, cursor: Cursor, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.cursor = cursor
        self._first = 0

    def show(self, cursor: Cursor) -> None:
        """Show another place of the cursor."""
        self.cursor = cursor
        self.repaint()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the paragraph, and no higher than leaves room for the box around it."""
        return max(1, min(len(word_lines(self.cursor, width)), self.app.size.height - _AROUND))

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The lines around the cursor."""
        lines, here = word_lines(self.cursor, width), cursor_line(self.cursor, width)
        self._first = min(max(self._first, here - height + 1, 0), here, max(0, len(lines) - height))
        return lines[self._first : self._first + height]

    def on_click(self, event: events.Click) -> None:
        """A click on a word points to it."""
        at = event.get_content_offset(self)
        lines = wrap(self.cursor.run.text, self.size.width)
        row = self._first + at.y if at else len(lines)
        offset = offset_at(self.cursor.run.text, lines[row], at.x) if at and row < len(lines) else None
        if offset is None:
            return
        place = offset + self.cursor.run.start
        for index, word in enumerate(self.cursor.words):
            if word.start <= place < word.end:
                self.post_message(self.WordPointed(index))
