"""Two statements beside each other, or below each other where there is no room: who says what, and its answers."""

from itertools import zip_longest

from msgspec import Struct

from factcheck.domain.mark import Sign, sign
from factcheck.domain.statement import Statement
from factcheck.widgets.painted import PaintedLine, Piece, padded, paragraph, width_of_line
from factcheck.widgets.signs import LOOKS

BESIDE = 96
"""From so many cells on the two stand beside each other."""
_GAP = "  │  "
_MOST_LINES = 12
_GUTTER = 4
_GONE = "This statement is no longer there."


class End(Struct, frozen=True):
    """One of the two: its number, and the statement; None when there is no such statement any more."""

    number: int
    statement: Statement | None


class Pair(Struct, frozen=True):
    """Two statements, what is said about them above, and a sentence below, where there is one."""

    head: PaintedLine
    source: End
    target: End
    below: str = ""


def pair_lines(pair: Pair, width: int) -> list[PaintedLine]:
    """The lines of a pair for so many cells."""
    lines: list[PaintedLine] = [pair.head]
    if width >= BESIDE:
        half = (width - len(_GAP)) // 2
        for left, right in zip_longest(_end(pair.source, half), _end(pair.target, half), fillvalue=()):
            rest = " " * (half - width_of_line(left))
            lines.append((*left, (rest, ""), (_GAP, "rule"), *right))
    else:
        lines += [*_end(pair.source, width), *_end(pair.target, width)]
    if pair.below:
        lines += [((" " * _GUTTER, ""), *line) for line in paragraph(pair.below, width - _GUTTER, "muted")]
    return lines


def _end(end: End, width: int) -> list[PaintedLine]:
    """One of the two: its number and speaker, its words, and how its questions stand."""
    number: Piece = padded(str(end.number) if end.number else "–", _GUTTER, "accent")
    statement, room = end.statement, max(8, width - _GUTTER)
    if statement is None:
        return [(number, padded(_GONE, room, "muted"))]
    words = paragraph(" ".join(statement.exact.split()), room)
    if len(words) > _MOST_LINES:
        words = [*words[: _MOST_LINES - 1], (("…", "muted"),)]
    head: PaintedLine = (number, padded(_speakers(statement), room, "muted"))
    return [head, *(_inset(line) for line in words), _inset(answers_line(statement, room))]


def _inset(line: PaintedLine) -> PaintedLine:
    return ((" " * _GUTTER, ""), *line)


def _speakers(statement: Statement) -> str:
    outer = [a.speaker or "nobody named" for a in statement.attributions if a.within is None]
    return " + ".join(dict.fromkeys(" ".join(speaker.split()) for speaker in outer)) or "the article itself"


def answers_line(statement: Statement, room: int) -> PaintedLine:
    """How the questions of a statement stand; a basis only where there is room for it."""
    short: list[Piece] = []
    full: list[Piece] = []
    for question in statement.questions:
        stands = sign(statement, question) or Sign.NOT_YET
        answer = statement.answer(question)
        was = f"was {answer.words}" if answer and stands is Sign.WAS else stands.value
        piece: Piece = (f"{stands.glyph} {was}", LOOKS[stands])
        name: Piece = (f"{'' if question is statement.questions[0] else '   '}{question.value} ", "muted")
        short += [name, piece]
        full += [name, piece]
        if answer and answer.basis and stands is not Sign.WAS:
            full.append((f" ({answer.basis.words})", "muted"))
    return tuple(full if width_of_line(tuple(full)) <= room else short)
