"""How a row of the card is set: a label, then what it is about, aligned under each other."""

from collections.abc import Iterator, Sequence

from factcheck.widgets.layout import wrap
from factcheck.widgets.painted import PaintedLine, Piece, padded, paragraph

MARK = 2
LABEL = 9
INSET = MARK + LABEL


def indented(line: PaintedLine, by: int = INSET) -> PaintedLine:
    """A line further to the right."""
    return ((" " * by, ""), *line)


def field_rows(label: str, text: str, width: int, look: str) -> list[PaintedLine]:
    """A label and a text beside it, over as many lines as it takes."""
    return labelled(label, paragraph(text, max(8, width - INSET), look))


def labelled(label: str, body: Sequence[PaintedLine]) -> list[PaintedLine]:
    """A label beside the first of some lines."""
    first: PaintedLine = (("  ", ""), padded(label, LABEL, "strong"), *body[0])
    return [first, *(indented(line) for line in body[1:])]


def numbered(head: Piece, text: str, width: int, look: str = "") -> Iterator[PaintedLine]:
    """A text behind a short head ("1", "↔ 5"), its further lines under its beginning."""
    lines = wrap(text, max(8, width - len(head[0]))) if text else []
    for index, line in enumerate(lines):
        start: Piece = head if index == 0 else (" " * len(head[0]), "")
        yield (start, (text[line.start : line.end], look))


def section(label: str, lines: list[PaintedLine]) -> Iterator[PaintedLine]:
    """A labelled section with a blank line above it; nothing where there are no lines."""
    if lines:
        yield ()
        yield from labelled(label, lines)
