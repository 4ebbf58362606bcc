"""The article as rows of a page, laid out only where somebody looks: pure, knows no screen.

A row is one line of one block, its label, or the blank behind it. An anchor (block, row) says which row is at
the upper edge; nothing here ever walks over more blocks than fit on a page.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.mark import BlockText, Mark
from factcheck.widgets.layout import MEASURE, Line, line_of, wrap

CHUNK = 8
_CHUNKS_KEPT = 48
_CHUNKS_IN_USE = 5
"""More than a page shows: each block takes two rows at least, and a page is rarely higher than forty."""

Anchor = tuple[int, int]
"""A block's number and a row within it, both from 0."""
ReadBlocks = Callable[[int, int], Sequence[BlockText]]
"""The blocks from the first number on, so many."""
ReadMarks = Callable[[int, int], Sequence[Mark]]
"""The marks of all statements from the first to the last block, both included."""

_INDENTED = {BlockKind.CAPTION: 2, BlockKind.CREDIT: 2, BlockKind.PULL_QUOTE: 4}


class SetBlock(Struct, frozen=True):
    """A block that is laid out: `has_label` when a row above its lines says why it is not checked."""

    text: BlockText
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    indent: int

    @property
    def has_label(self) -> bool:
        """Excluded blocks say so."""
        return self.text.is_excluded

    @property
    def rows(self) -> int:
        """The label, the lines, and the blank behind them."""
        return len(self.lines) + 1 + self.has_label


class Pages:
    """The blocks near the window, laid out for one width; all else is read again when it is wanted."""

    def __init__(self, block_count: int, read_blocks: ReadBlocks, read_marks: ReadMarks) -> None:
        self._count = block_count
        self._read_blocks = read_blocks
        self._read_marks = read_marks
        self._width = MEASURE
        self._chunks: OrderedDict[int, dict[int, SetBlock]] = OrderedDict()

    @property
    def block_count(self) -> int:
        """How many blocks the draft has."""
        return self._count

    @property
    def width(self) -> int:
        """The cells of a line."""
        return self._width

    def set_width(self, width: int) -> None:
        """Lay out for another width, in cells."""
        if width != self._width:
            self._width = width
            self._chunks.clear()

    def forget(self, block_count: int) -> None:
        """Read everything again when it is wanted next."""
        self._count = block_count
        self._chunks.clear()

    def renew_marks(self) -> None:
        """Read the marks again, now for the chunks in use last, else when they are wanted; lines stay."""
        for index in list(self._chunks)[:-_CHUNKS_IN_USE]:
            del self._chunks[index]
        for index, chunk in self._chunks.items():
            marks = self._marks_of(index)
            for number, old in chunk.items():
                chunk[number] = SetBlock(old.text, marks.get(number, ()), old.lines, old.indent)

    def put_mark(self, mark: Mark) -> None:
        """A statement stands differently now; its place is the same, and so is what is gone over in it."""
        chunk = self._chunks.get(mark.block // CHUNK)
        if chunk and mark.block in chunk:
            old = chunk[mark.block]
            marks = tuple(replace(mark, gone_over=m.gone_over) if m.id == mark.id else m for m in old.marks)
            chunk[mark.block] = SetBlock(old.text, marks, old.lines, old.indent)

    def block(self, number: int) -> SetBlock:
        """One block, laid out. Raises KeyError when there is no such block."""
        index = number // CHUNK
        chunk = self._chunks.get(index)
        if chunk is None:
            chunk = self._chunks[index] = self._set(index)
            while len(self._chunks) > _CHUNKS_KEPT:
                self._chunks.popitem(last=False)
        else:
            self._chunks.move_to_end(index)
        return chunk[number]

    def _set(self, index: int) -> dict[int, SetBlock]:
        first = index * CHUNK
        count = min(CHUNK, self._count - first)
        texts = self._read_blocks(first, count)
        marks = self._marks_of(index)
        laid: dict[int, SetBlock] = {}
        for text in texts:
            number, indent = text.block.number, _INDENTED.get(text.block.kind, 0)
            own = marks.get(number, ())
            laid[number] = SetBlock(text, own, wrap(text.text, self._width - indent), indent)
        return laid

    def _marks_of(self, index: int) -> dict[int, tuple[Mark, ...]]:
        """The marks of a chunk by their block, in the order of the text."""
        first = index * CHUNK
        last = min(first + CHUNK, self._count) - 1
        marks: dict[int, list[Mark]] = {}
        for mark in self._read_marks(first, last):
            marks.setdefault(mark.block, []).append(mark)
        return {number: tuple(sorted(own, key=lambda m: m.span)) for number, own in marks.items()}

    def rows_from(self, anchor: Anchor, count: int) -> Iterator[tuple[SetBlock, int]]:
        """The rows from the anchor on: the block and the row within it, as many as there are."""
        number, row = anchor
        while number < self._count and count > 0:
            block = self.block(number)
            for inner in range(row, min(block.rows, row + count)):
                yield block, inner
            count -= max(0, block.rows - row)
            number, row = number + 1, 0

    def moved(self, anchor: Anchor, by: int) -> Anchor:
        """The anchor so many rows further down (or up, when negative), as far as there are rows."""
        number, row = anchor[0], anchor[1] + by
        while row < 0 and number > 0:
            number -= 1
            row += self.block(number).rows
        while number < self._count - 1 and row >= self.block(number).rows:
            row -= self.block(number).rows
            number += 1
        return (number, max(0, row))

    def clamped(self, anchor: Anchor, height: int) -> Anchor:
        """The anchor, or one above it, so that the page is not emptier than it must be."""
        if self._count == 0:
            return (0, 0)
        number = min(max(0, anchor[0]), self._count - 1)
        anchor = (number, min(max(0, anchor[1]), self.block(number).rows - 1))
        last = self._count - 1
        if last - number >= height:
            return (
                anchor  # each block has a row at least: the end is further down, and is not read for nothing
            )
        lowest = self.moved((last, self.block(last).rows - 1), -height)
        return min(anchor, lowest)

    def rows_of(self, mark: Mark) -> tuple[int, int]:
        """The first and the last row of a statement within its block."""
        block = self.block(mark.block)
        start = block.text.block.span.start
        first = line_of(block.lines, mark.span.start - start)
        last = line_of(block.lines, mark.span.end - 1 - start)
        return (first + block.has_label, last + block.has_label)

    def distance(self, top: Anchor, to: Anchor, limit: int) -> int:
        """How many rows `to` is below `top`; `limit` when it is that far or further, -1 when above."""
        if to < top:
            return -1
        rows, number = -top[1], top[0]
        while number < to[0] and rows < limit:
            rows += self.block(number).rows
            number += 1
        return min(limit, rows + to[1]) if number == to[0] else limit

    def showing(self, top: Anchor, mark: Mark, height: int, margin: int = 2) -> Anchor:
        """The anchor at which the statement is wholly on a page of `height` rows: `top`, if it is already.

        Else the page is turned once for several steps to come: down, the statement is set at a third of it,
        up, near its lower edge. One that is higher than the page is shown from its start.
        """
        first, last = self.rows_of(mark)
        size = last - first + 1
        start = (mark.block, first)
        if size >= height:
            return self.clamped(start, height)
        margin = min(margin, (height - size) // 2)
        third = min(height // 3, height - size - margin)
        up = self.distance(top, start, 2 * height)
        is_near_above = up < 0 and self.distance(start, top, height) < height
        if is_near_above or 0 <= up < margin:
            near = self.moved(start, -margin)
            if self.clamped(near, height) == self.clamped(top, height):
                return self.clamped(top, height)  # the article begins here: there is nothing above
            return self.clamped(self.moved(start, -(height - size - third)), height)
        if up < 0 or up + size + margin > height:
            return self.clamped(self.moved(start, -third), height)
        return self.clamped(top, height)
