"""The article as a page that is read: text, the current statement in it, and the verdicts at the margin."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.domain.article import BlockKind
from factcheck.domain.mark import Mark
from factcheck.domain.progress import WorkState
from factcheck.widgets.found import lit
from factcheck.widgets.layout import MEASURE, Line, offset_at, width_of
from factcheck.widgets.pages import Anchor, Pages, SetBlock
from factcheck.widgets.painted import Painted, PaintedLine, Piece
from factcheck.widgets.signs import flag_piece, margin_pieces

BAR = "▌"
BOUNDARY = "▏"
_LEFT = 3
_MARGIN = 5
_RIGHT = 1
_GAP = 1
_WHEEL_ROWS = 3
_LOOKS = {
    BlockKind.HEADLINE: "strong",
    BlockKind.SUBHEAD: "strong",
    BlockKind.STANDFIRST: "italic",
    BlockKind.PULL_QUOTE: "italic",
    BlockKind.CAPTION: "muted",
    BlockKind.CREDIT: "muted",
    BlockKind.BYLINE: "muted",
    BlockKind.DATELINE: "muted",
}


class ArticleView(Painted):
    """Paints what is near the window and holds no more than that. `pages` reads the draft."""

    @dataclass
    class StatementPointed(Message):
        """The mouse has chosen a statement."""

        statement_id: str

    class Scrolled(Message):
        """The page was moved by hand; the current statement is the same."""

    def __init__(self, pages: Pages, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._pages = pages
        self.empty: Sequence[PaintedLine] = ()
        """What to say where there is no statement."""
        self._current: Mark | None = None
        self._is_to_be_shown = False
        self.top: Anchor = (0, 0)
        """The row at the upper edge."""
        self.only: Container[int] | None = None
        """Where the statements begin that a filter lets through; the others are dimmed. None without one."""
        self.found: re.Pattern[str] | None = None
        """What is lit up in the text. Painted, like `only`, by the next `show`."""

    def show(self, mark: Mark | None, top: Anchor | None = None) -> None:
        """Make a statement the current one and bring it into view, from `top` where that is given."""
        self._current = mark
        if top is not None:
            self.top = top
        self._is_to_be_shown = True
        self.repaint()

    def put_marks(self, marks: Sequence[Mark]) -> None:
        """Statements stand differently now. Paints nothing: `show` does."""
        for mark in marks:
            self._pages.put_mark(mark)

    def renew_marks(self) -> None:
        """Other details may be gone over now, also in other statements: read that again at once."""
        self._pages.renew_marks()

    def forget(self, block_count: int | None = None) -> None:
        """Blocks or statements are other ones now (so many, where that is said): read them at the next `show`."""
        self._pages.forget(self._pages.block_count if block_count is None else block_count)

    def scroll_rows(self, rows: int) -> None:
        """Move the page; the current statement may leave it."""
        top = self._pages.clamped(self._pages.moved(self.top, rows), self.size.height)
        if top != self.top:
            self.top = top
            self.repaint()
            self.post_message(self.Scrolled())

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The rows of the page that fit."""
        if self._pages.block_count == 0 or height == 0:
            return self.empty
        before = self._pages.width
        self._pages.set_width(max(2, min(MEASURE, width - _LEFT - _MARGIN - _GAP - _RIGHT)))
        if before != self._pages.width:
            self._is_to_be_shown = True
        self.top = self._pages.clamped(self.top, height)
        if self._is_to_be_shown and self._current is not None:
            self.top = self._pages.showing(self.top, self._current, height)
        self._is_to_be_shown = False
        return [self._row(block, row) for block, row in self._pages.rows_from(self.top, height)]

    def _row(self, block: SetBlock, row: int) -> PaintedLine:
        index = row - block.has_label
        if index < 0:
            reason = block.text.block.reason or block.text.block.kind.value.replace("_", " ")
            return ((" " * (_LEFT + block.indent), ""), (f"{reason} · not checked", "excluded italic"))
        if index >= len(block.lines):
            return ()
        line = block.lines[index]
        here = _marks_on(block, line)
        is_current = self._current is not None and any(m.id == self._current.id for m in here)
        text = lit(tuple(self._text(block, line, here)), line.start, block.text.text, self.found)
        used = block.indent + sum(width_of(piece) for piece, _ in text)
        return (
            self._flag(block, line, here),
            (f"{BAR} ", "bar") if is_current else ("  ", ""),
            (" " * block.indent, ""),
            *text,
            (" " * (self._pages.width - used + _GAP), ""),
            *self._margin(block, line, here),
        )

    def _text(self, block: SetBlock, line: Line, here: Sequence[Mark]) -> Iterator[Piece]:
        """The characters of a line, cut where statements begin and end."""
        start, text = block.text.block.span.start, block.text.text
        plain = "excluded" if block.text.is_excluded else _LOOKS.get(block.text.block.kind, "")
        at = line.start
        for index, mark in enumerate(here):
            first = max(line.start, mark.span.start - start)
            last = min(line.end, mark.span.end - start)
            if at < first:
                yield self._between(text[at:first], plain, is_boundary=index > 0)
            is_current = self._current is not None and mark.id == self._current.id
            is_checked = mark.state is not WorkState.EXCLUDED
            look = plain if is_checked and self._is_let_through(mark) else "excluded"
            yield from _gone_over(text, first, last, mark, start, f"{plain} current" if is_current else look)
            at = last
        if at < line.end:
            yield (text[at : line.end], plain)

    @staticmethod
    def _between(gap: str, look: str, *, is_boundary: bool) -> Piece:
        """What stands between two statements of a paragraph: a hairline in the place of its blank."""
        if is_boundary and gap.startswith(" "):
            return (BOUNDARY + gap[1:], "rule")
        return (gap, look)

    def _is_let_through(self, mark: Mark) -> bool:
        return self.only is None or mark.span.start in self.only

    @staticmethod
    def _flag(block: SetBlock, line: Line, here: Sequence[Mark]) -> Piece:
        """The sign of the first statement that begins on this line and has one."""
        start = block.text.block.span.start + line.start
        signs = (flag_piece(m) for m in here if m.span.start >= start)
        return next((piece for piece in signs if piece[0] != " "), (" ", ""))

    def _margin(self, block: SetBlock, line: Line, here: Sequence[Mark]) -> PaintedLine:
        """The glyphs of the statements that begin on this line, two of them at most, the current one first."""
        start = block.text.block.span.start
        begun = [m for m in here if m.span.start - start >= line.start]
        if not begun:
            return ()
        if len(begun) == 1:
            return ((" " * (_MARGIN - 2), ""), *self._glyphs(begun[0]))
        if len(begun) == 2:
            return (*self._glyphs(begun[0]), (" ", ""), *self._glyphs(begun[1]))
        current = self._current.id if self._current else ""
        shown = next((m for m in begun if m.id == current), begun[0])
        more = min(len(begun) - 1, 99)
        return ((f"{f'+{more}':<{_MARGIN - 2}}", "muted"), *self._glyphs(shown))

    def _glyphs(self, mark: Mark) -> PaintedLine:
        pieces = margin_pieces(mark)
        return pieces if self._is_let_through(mark) else tuple((glyph, "excluded") for glyph, _ in pieces)

    def on_click(self, event: events.Click) -> None:
        """A click on a statement makes it the current one."""
        at = event.get_content_offset(self)
        if at is None:
            return
        rows = list(self._pages.rows_from(self.top, at.y + 1))
        if at.y < len(rows):
            block, row = rows[at.y]
            found = self._statement_at(block, row, at.x - _LEFT - block.indent)
            if found is not None:
                self.post_message(self.StatementPointed(found.id))

    @staticmethod
    def _statement_at(block: SetBlock, row: int, column: int) -> Mark | None:
        index = row - block.has_label
        if not 0 <= index < len(block.lines):
            return None
        line, start = block.lines[index], block.text.block.span.start
        here = _marks_on(block, line)
        offset = offset_at(block.text.text, line, max(0, column))
        if offset is not None:
            for mark in here:
                if mark.span.start <= offset + start < mark.span.end:
                    return mark
        return here[-1] if here else None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the page."""
        event.stop()
        self.scroll_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the page back."""
        event.stop()
        self.scroll_rows(-_WHEEL_ROWS)


def _gone_over(text: str, first: int, last: int, mark: Mark, start: int, look: str) -> Iterator[Piece]:
    """The characters of a statement on a line; a pencil has gone through those that are gone over."""
    at, plain, struck = first, look.strip(), f"{look} struck".strip()
    for span in sorted(mark.gone_over):
        begin, end = max(at, span.start - start), min(last, span.end - start)
        if begin < end:
            if at < begin:
                yield (text[at:begin], plain)
            yield (text[begin:end], struck)
            at = end
    if at < last:
        yield (text[at:last], plain)


def _marks_on(block: SetBlock, line: Line) -> Sequence[Mark]:
    """The statements with characters on a line. Statements follow each other and do not overlap."""
    start = block.text.block.span.start
    first = bisect_right(block.marks, line.start + start, key=lambda m: m.span.end)
    behind = bisect_left(block.marks, line.end + start, key=lambda m: m.span.start)
    return block.marks[first:behind]
