"""The details of a statement as rows of the card: the hard ones with letter and state, then the cues, quietly."""

from collections.abc import Iterator, Sequence

from factcheck.domain.around import Around
from factcheck.domain.checklist import LETTERS, DetailState, Item, checklist
from factcheck.domain.statement import HARD_DETAILS, DetailType, Statement
from factcheck.widgets.card_dates import meaning_of
from factcheck.widgets.card_rows import INSET, LABEL
from factcheck.widgets.layout import width_of, wrap
from factcheck.widgets.painted import PaintedLine, Piece, padded, width_of_line

_TYPE = 9
"""Wide enough for the types of what is ticked; a longer type of a cue has what it is about behind it."""
_BETWEEN = 3
_LETTER = "letter"
ASKED = f"{_LETTER} accent strong"
"""The look of a letter that a key stands for at the moment."""
_GLYPHS = {
    DetailState.NOT_YET: "·",
    DetailState.TICKED: "✓",
    DetailState.WRONG: "✗",
    DetailState.ELSEWHERE: " ",  # it says at its end where it was ticked
}
_LOOKS = {
    DetailState.NOT_YET: "muted",
    DetailState.TICKED: "confirmed",
    DetailState.WRONG: "disputed",
    DetailState.ELSEWHERE: "confirmed",
}


def detail_rows(
    statement: Statement, around: Around, number: int, width: int, page: int | None = None
) -> Iterator[PaintedLine]:
    """Hard details by their type, then the cues. `page` is that of the letters while one ticks, else None."""
    items = checklist(statement, around.ticked_at)
    room = max(8, width - INSET - _TYPE)
    rows: list[tuple[str, list[PaintedLine]]] = []
    for kind in DetailType:
        cells = [_cell(item, number, room, page) for item in items if item.detail.type is kind]
        if cells:
            rows.append((kind.value, _side_by_side(cells, room)))
    yield from _section("DETAILS", rows, "strong")
    yield from _section("CUES", list(_cues(statement, width - INSET)), "muted")


def _section(label: str, rows: list[tuple[str, list[PaintedLine]]], look: str) -> Iterator[PaintedLine]:
    if rows:
        yield ()
    for kind, lines in rows:
        for index, line in enumerate(lines):
            beside = padded(kind if index == 0 else "", type_width(kind), "muted")
            yield (("  ", ""), padded(label, LABEL, look), beside, *line)
            label = ""


def type_width(kind: str) -> int:
    """The cells of the column of types in a row of this type."""
    return max(_TYPE, len(kind) + 1)


def _cell(item: Item, number: int, room: int, page: int | None) -> list[PaintedLine]:
    """A detail: its letter, its state, its words, and what is to be known of it; over several lines if need be."""
    is_asked = page is not None and item.label in _labels(page)
    head = f"{item.label} {_GLYPHS[item.state]} "
    letter: Piece = (f"{item.label} ", ASKED if is_asked else f"{_LETTER} muted")
    words = item.words.replace("\n", " ")
    text = words + meaning_of(item.detail) + _told(item, number)
    lines = wrap(text, max(4, room - len(head)))
    cell: list[PaintedLine] = []
    for index, line in enumerate(lines):
        start: PaintedLine = (letter, (f"{_GLYPHS[item.state]} ", _LOOKS[item.state]))
        if index:
            start = ((" " * len(head), ""),)
        split = min(max(len(words), line.start), line.end)
        told = ((text[split : line.end], _LOOKS[item.state]),) if split < line.end else ()
        cell.append((*start, (text[line.start : split], ""), *told))
    return cell


def _labels(page: int) -> Sequence[str]:
    return [letter + (str(page + 1) if page else "") for letter in LETTERS]


def _told(item: Item, number: int) -> str:
    """What stands behind the words: the right value, or where the same name is ticked."""
    if item.state is DetailState.WRONG:
        return f" → {item.right}" if item.right else ""
    if item.state is DetailState.ELSEWHERE:
        return " ✓ here" if item.ticked_at == number else f" ✓ at {item.ticked_at}"
    return ""


def _side_by_side(cells: Sequence[Sequence[PaintedLine]], room: int) -> list[PaintedLine]:
    """The cells in as few lines as they fit into; one of several lines stands alone."""
    lines: list[PaintedLine] = []
    is_open = False  # whether more fits into the last line
    for cell in cells:
        is_one = len(cell) == 1
        if is_open and is_one and width_of_line(lines[-1]) + _BETWEEN + width_of_line(cell[0]) <= room:
            lines[-1] = (*lines[-1], (" " * _BETWEEN, ""), *cell[0])
        else:
            lines.extend(cell)
        is_open = is_one
    return lines


def _cues(statement: Statement, room: int) -> Iterator[tuple[str, list[PaintedLine]]]:
    for kind in DetailType:
        words = [statement.within(d.span) for d in statement.details if d.type is kind]
        if words and kind not in HARD_DETAILS:
            text, beside = " · ".join(words), max(8, room - type_width(kind.value))
            yield kind.value, [((text[line.start : line.end], "muted"),) for line in wrap(text, beside)]


def label_at(lines: Sequence[PaintedLine], row: int, column: int) -> str | None:
    """The letter of the detail that is shown at a place of the card; None where there is none."""
    for line in reversed(lines[: row + 1]):
        letters = _letters_in(line)
        if letters:
            return next((label for at, label in reversed(letters) if at <= column), None)
        if line[:3] != (("  ", ""), padded("", LABEL, "strong"), padded("", _TYPE, "muted")):
            return None
    return None


def _letters_in(line: PaintedLine) -> list[tuple[int, str]]:
    """The letters of a line, each with the column in which it stands."""
    found, at = [], 0
    for text, look in line:
        if look.startswith(_LETTER):
            found.append((at, text.strip()))
        at += width_of(text)
    return found
