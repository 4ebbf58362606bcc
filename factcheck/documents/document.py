"""What an importer returns: the text as it will be stored, where it came from, and what the file says of it."""

from enum import StrEnum

from msgspec import Struct

from factcheck.domain.draft import Provenance, Stated
from factcheck.domain.text import Span


class NoteKind(StrEnum):
    """What a pointer is that the author left."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"


class Note(Struct, frozen=True):
    """A footnote, endnote or comment of the author's. It hangs on the character before `offset`."""

    offset: int
    kind: NoteKind
    text: str
    author: str = ""


class Origin(Struct, frozen=True):
    """Where a stretch of the text stands in the file: "p12 r3" (paragraph and run, from 1), or "page 3"."""

    span: Span
    place: str


class Proposals(Struct, frozen=True):
    """What the file says of itself. Nobody has to believe it; "" where it says nothing."""

    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""


class Taken(Struct, frozen=True):
    """What a parser took out of a file. `encoding` is "" for a format that has none."""

    text: str
    encoding: str = ""
    warnings: tuple[str, ...] = ()
    proposals: Proposals = Proposals()
    notes: tuple[Note, ...] = ()
    stated: tuple[Stated, ...] = ()
    origins: tuple[Origin, ...] = ()


class Document(Struct, frozen=True):
    """Decoded text with LF line ends and without BOM, otherwise as it was in the file.

    `original` is the file's bytes, None for a text that never was one.
    """

    text: str
    provenance: Provenance
    proposals: Proposals = Proposals()
    notes: tuple[Note, ...] = ()
    stated: tuple[Stated, ...] = ()
    origins: tuple[Origin, ...] = ()
    original: bytes | None = None
    address: str = ""
    """Where on the web it was asked for, in full. It may hold a key of the reader's, so no report prints it."""
    is_guessed: bool = False
    """Whether its encoding is a proposal that nobody has confirmed yet."""

    def __repr__(self) -> str:
        """Its name only: a draft's words have no place in a log."""
        return f"Document({self.provenance.name!r})"
