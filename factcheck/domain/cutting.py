"""Where the statements of a block are cut: pure. A character given up always goes to a neighbour.

All offsets are code points of the draft, half-open.
"""

import re
import unicodedata

from msgspec import Struct

from factcheck.domain.statement import Statement
from factcheck.domain.text import Span

_WORD = re.compile(r"[^\s\u2013\u2014/]+[\u2013\u2014/]*|[\u2013\u2014/]+")

_AROUND = " \t\n,;:!?()[]\u201c\u201d\u201e\u00ab\u00bb\"\u2018\u2019'\u2013\u2014"


class CannotCutError(ValueError):
    """A cut that makes no sense: why not, and what to do instead."""

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class Run(Struct, frozen=True):
    """The characters of one block, where it begins in the draft, and its statements in the order of the text."""

    start: int
    text: str
    statements: tuple[Statement, ...]

    def of(self, span: Span) -> str:
        """The characters of a span of the draft that lies in the block."""
        return self.text[span.start - self.start : span.end - self.start]

    def trimmed(self, start: int, end: int) -> Span | None:
        """The run without white space at its ends; None where there is nothing else."""
        words = self.text[max(0, start - self.start) : max(0, end - self.start)]
        if not words.strip():
            return None
        first = start + len(words) - len(words.lstrip())
        return Span(first, first + len(words.strip()))

    def words(self, span: Span | None = None) -> list[Span]:
        """The words of the block or of a part of it. A dash and a slash end one."""
        first, last = (span.start - self.start, span.end - self.start) if span else (0, len(self.text))
        return [
            Span(word.start() + self.start, word.end() + self.start)
            for word in _WORD.finditer(self.text, first, last)
        ]

    def bare(self, span: Span) -> Span:
        """The words without the signs around them: a name without its comma and its quotation marks."""
        words = self.of(span)
        inner = words.strip(_AROUND)
        if (
            inner.endswith(".")
            and "." not in inner[:-1]
            and span.end in {s.span.end for s in self.statements}
        ):
            inner = inner[:-1]
        if not inner:
            return span
        first = span.start + words.index(inner)
        return Span(first, first + len(inner))

    def index_of(self, statement_id: str) -> int:
        """Which of the statements it is, from 0. Raises CannotCutError when it is none of them."""
        for index, statement in enumerate(self.statements):
            if statement.id == statement_id:
                return index
        raise CannotCutError("This statement is not in this block.", "Look at the article again.")

    def is_inside_a_word(self, at: int) -> bool:
        """Whether a cut before this character would part a word."""
        before, after = self.trimmed(self.start, at), self.trimmed(at, self.start + len(self.text))
        if before is None or after is None or before.end < after.start:
            return False
        return all(word.start != after.start for word in self.words())

    def is_inside_a_character(self, at: int) -> bool:
        """Whether a cut would part a letter from its accent or a sign from what shapes it."""
        place = at - self.start
        if not 0 < place < len(self.text):
            return False
        here, before = self.text[place], self.text[place - 1]
        return unicodedata.category(here) in ("Mn", "Me", "Mc") or here == "\u200d" or before == "\u200d"


class Piece(Struct, frozen=True):
    """One statement after a cut. `keeps` is the id of the statement that goes on here; None for a new one."""

    span: Span
    keeps: str | None


class Cut(Struct, frozen=True):
    """The statements that a cut leaves where others stood, and those that end: each with the one it goes into."""

    pieces: tuple[Piece, ...]
    retired: tuple[tuple[str, str], ...] = ()


def split_at(run: Run, statement_id: str, at: int, *, inside: bool = False) -> Cut:
    """Two of one: the second begins at this character. `inside` says that a word may be parted."""
    statement = run.statements[run.index_of(statement_id)]
    if not statement.span.start < at < statement.span.end:
        raise CannotCutError("That place is not inside the statement.", "Choose a word after its first one.")
    _refuse_parted(run, at, inside=inside)
    first = _whole(run, statement.span.start, at)
    second = _whole(run, at, statement.span.end)
    return Cut((Piece(first, statement_id), Piece(second, None)))


def join_next(run: Run, statement_id: str) -> Cut:
    """One of two: the statement and the next one of the same block."""
    index = run.index_of(statement_id)
    if index + 1 == len(run.statements):
        raise CannotCutError(
            "This is the last statement of its paragraph: statements are not joined across its end.",
            "Go to the first of the two and join there.",
        )
    one, other = run.statements[index : index + 2]
    joined = Span(one.span.start, other.span.end)
    return Cut((Piece(joined, one.id),), ((other.id, one.id),))


def start_at(run: Run, statement_id: str, at: int, *, inside: bool = False) -> Cut:
    """Let a statement begin at this character: what lies between goes to, or comes from, the one before it."""
    index = run.index_of(statement_id)
    if index == 0:
        raise CannotCutError(
            "No statement stands before it in this paragraph that could take these words.",
            "Split it there instead: nothing may fall out of the check.",
        )
    return _bound(run, index - 1, at, inside=inside)


def end_at(run: Run, statement_id: str, at: int, *, inside: bool = False) -> Cut:
    """Let a statement end before this character: what lies between goes to, or comes from, the one after it."""
    index = run.index_of(statement_id)
    if index + 1 == len(run.statements):
        raise CannotCutError(
            "No statement stands after it in this paragraph that could take these words.",
            "Split it there instead: nothing may fall out of the check.",
        )
    return _bound(run, index, at, inside=inside)


def _bound(run: Run, index: int, at: int, *, inside: bool) -> Cut:
    """Move the boundary between a statement and the next one."""
    one, other = run.statements[index : index + 2]
    if one.span.end <= at <= other.span.start:
        raise CannotCutError("The boundary is there already.", "Choose another word.")
    if not one.span.start < at < other.span.end:
        raise CannotCutError(
            "That would leave nothing of one of the two statements.",
            "Join them instead, or choose a nearer word.",
        )
    _refuse_parted(run, at, inside=inside)
    first, second = _whole(run, one.span.start, at), _whole(run, at, other.span.end)
    return Cut((Piece(first, one.id), Piece(second, other.id)))


def take_out(run: Run, selection: Span, *, inside: bool = False) -> Cut:
    """A statement of its own for a selection: cut out of those that it lies in, with two cuts at most.

    It is a new one, unless it takes in a whole statement or the beginning of the only one: that goes on in it.
    """
    touched = [s for s in run.statements if s.span.overlaps(selection)]
    if not touched:
        raise CannotCutError("No statement of this paragraph has these words.", "Choose other words.")
    first, last = touched[0], touched[-1]
    span = _whole(run, max(selection.start, first.span.start), min(selection.end, last.span.end))
    if any(s.span == span for s in touched):
        raise CannotCutError("These words are a statement already.", "Choose fewer words, or more.")
    before = run.trimmed(first.span.start, span.start)
    after = run.trimmed(span.end, last.span.end)
    for edge, rest in ((span.start, before), (span.end, after)):
        if rest is not None:
            _refuse_parted(run, edge, inside=inside)
            _whole(run, rest.start, rest.end)
    whole = [s.id for s in touched if span.covers(s.span)]
    keeps = whole[0] if whole else first.id if before is None and first is last else None
    pieces = [Piece(span, keeps)]
    if before is not None:
        pieces.insert(0, Piece(before, first.id))
    if after is not None:
        pieces.append(Piece(after, None if first is last else last.id))
    return Cut(tuple(pieces), tuple((other, whole[0]) for other in whole[1:]))


def _refuse_parted(run: Run, at: int, *, inside: bool) -> None:
    if run.is_inside_a_character(at):
        raise CannotCutError(
            "That would part a letter from its accent.", "Choose a place before or behind it."
        )
    if not inside and run.is_inside_a_word(at):
        raise CannotCutError(
            "That would part a word.", "Choose the beginning of a word, or say that it may be parted."
        )


def _whole(run: Run, start: int, end: int) -> Span:
    """A run without blanks at its ends. Raises CannotCutError when nothing in it could be checked."""
    span = run.trimmed(start, end)
    if span is None or not any(map(str.isalnum, run.of(span))):
        raise CannotCutError("That would leave a statement without a word in it.", "Choose another word.")
    return span
