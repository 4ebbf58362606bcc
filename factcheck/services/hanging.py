"""Hanging the notes that the author left (footnotes, endnotes, comments) on their statements, as source leads."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec import Struct

from factcheck.documents.document import Note
from factcheck.domain.extracted import Extraction
from factcheck.domain.source import Lead


class Hung(Struct, frozen=True):
    """The notes of each statement, in the order of the statements, and those at words that are not checked."""

    by_statement: tuple[tuple[Note, ...], ...]
    left: tuple[Note, ...]

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence on the notes that became no leads, where there are any."""
        if not self.left:
            return ()
        count = len(self.left)
        what = "1 note of the author’s stands" if count == 1 else f"{count} notes of the author’s stand"
        return (f"{what} at words that are not checked, and became no lead.",)


def hang(notes: Sequence[Note], extraction: Extraction) -> Hung:
    """Which note belongs to which statement: the one that holds the character before the note, or else the last
    one before it in the same block.
    """
    statements = extraction.statements
    by_statement: list[list[Note]] = [[] for _ in statements]
    left = []
    block_starts = [block.span.start for block in extraction.blocks]
    starts = [statement.span.start for statement in statements]
    for note in sorted(notes, key=lambda note: note.offset):
        at = max(note.offset - 1, 0)
        block = bisect_right(block_starts, at) - 1
        place = bisect_right(starts, at) - 1
        if place + 1 < len(statements) and (place < 0 or statements[place].block != block):
            place += 1  # before the first words of its block
        if block >= 0 and place >= 0 and statements[place].block == block:
            by_statement[place].append(note)
        else:
            left.append(note)
    return Hung(tuple(map(tuple, by_statement)), tuple(left))


def leads_of(notes: Sequence[Note], new_id: Callable[[], str]) -> tuple[Lead, ...]:
    """Leads that nobody has used yet."""
    return tuple(Lead(new_id(), note.kind.value, note.text, note.author) for note in notes)
