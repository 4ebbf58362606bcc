"""The text of a document while a parser puts it together: paragraphs, and what is known of each."""

import re
from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from factcheck.documents.document import Note, NoteKind, Origin, Proposals, Taken
from factcheck.domain.article import BlockKind
from factcheck.domain.draft import Stated
from factcheck.domain.text import Span
from factcheck.errors import InputRefusedError

_BETWEEN = "\n\n"
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")
"""No text file holds these, and no database takes them."""
LONGEST = 100_000_000
"""The most characters that a parser may take out of a file."""


class Hanging(Struct, frozen=True):
    """A note on the character before `at`, counted within its paragraph."""

    at: int
    kind: NoteKind
    text: str
    author: str = ""


class Piece(Struct, frozen=True):
    """Words that stand at one place of the file, and the part of its tree that holds them, where it has one."""

    words: str
    place: str = ""
    element: Any = None


class Sheet(Struct):
    """Takes paragraphs in reading order and keeps count of the offsets. Raises InputRefusedError when it is full."""

    warnings: list[str] = field(default_factory=list)
    proposals: Proposals = field(default_factory=Proposals)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _notes: list[Note] = field(default_factory=list)
    _stated: list[Stated] = field(default_factory=list)
    _origins: list[Origin] = field(default_factory=list)

    def add(
        self,
        pieces: Iterable[Piece],
        *,
        kind: BlockKind | None = None,
        reason: str | None = None,
        notes: Iterable[Hanging] = (),
    ) -> None:
        """Put a paragraph under the last one. White space at its ends is left out; a blank one is not put there,
        and its notes hang on what stands before it.
        """
        pieces = list(pieces)
        whole = "".join(piece.words for piece in pieces)
        words = whole.strip()
        left = len(whole) - len(whole.lstrip())
        if words:
            if self._parts:
                self._put(_BETWEEN)
            start = self._length
            self._put(words)
            self._place(pieces, start, left, len(words))
            if kind is not None:
                self._stated.append(Stated(Span(start, self._length), kind, reason))
        else:
            start, left = self._length, 0
        for note in notes:
            offset = min(max(start + note.at - left, start), self._length)
            self._notes.append(
                Note(offset, note.kind, _clean(note.text.strip()), _clean(note.author.strip()))
            )

    @property
    def is_empty(self) -> bool:
        """Whether no paragraph has words yet."""
        return not self._parts

    def _put(self, words: str) -> None:
        self._length += len(words)
        if self._length > LONGEST:
            raise InputRefusedError(
                f"There are more than {LONGEST // 1_000_000} million characters in it.", "Import it in parts."
            )
        self._parts.append(words)

    def _place(self, pieces: list[Piece], start: int, left: int, length: int) -> None:
        at = -left
        for piece in pieces:
            first, at = at, at + len(piece.words)
            inside, behind = max(first, 0), min(at, length)
            if piece.place and inside < behind:
                span = Span(start + inside, start + behind)
                last = self._origins[-1] if self._origins else None
                if last is not None and last.place == piece.place and last.span.end == span.start:
                    self._origins[-1] = Origin(Span(last.span.start, span.end), last.place)
                else:
                    self._origins.append(Origin(span, piece.place))

    def taken(self, encoding: str = "") -> Taken:
        """All of it."""
        text = "".join(self._parts)
        if impossible := len(_IMPOSSIBLE.findall(text)):
            self.warnings.append(f"{impossible} characters that no text can hold were replaced by �.")
        return Taken(
            text=_clean(text),
            encoding=encoding,
            warnings=tuple(dict.fromkeys(self.warnings)),
            proposals=Proposals(*(_clean(" ".join(p.split()))[:500] for p in _values(self.proposals))),
            notes=tuple(note for note in self._notes if note.text),
            stated=tuple(self._stated),
            origins=tuple(self._origins),
        )


def counted(count: int, what: str) -> str:
    """A count with its word: "1 place", "2 places"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _values(proposals: Proposals) -> tuple[str, str, str, str]:
    return proposals.title, proposals.author, proposals.date, proposals.source


def _clean(text: str) -> str:
    return _IMPOSSIBLE.sub("\ufffd", text)
