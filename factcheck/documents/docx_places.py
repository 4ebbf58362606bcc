"""Where in the XML of a Word file each character of its text stands, so that it can be marked there."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, field

from factcheck.documents.docx import Walk
from factcheck.documents.docx_package import Package
from factcheck.documents.sheet import Piece, Sheet


class Place(Struct, frozen=True):
    """A run of the text, in code points, and the element that holds it from its character `offset` on."""

    start: int
    end: int
    element: Any
    offset: int


class Placed(Struct, frozen=True):
    """A Word file taken apart: its text, every part, the tree of the part with the text, and the places in order."""

    text: str
    parts: dict[str, bytes]
    document: str
    tree: Any
    places: tuple[Place, ...]


class _PlacingSheet(Sheet):
    """A sheet that also keeps the elements."""

    places: list[Place] = field(default_factory=list)

    def _place(self, pieces: list[Piece], start: int, left: int, length: int) -> None:
        at = -left
        for piece in pieces:
            first, at = at, at + len(piece.words)
            inside, behind = max(first, 0), min(at, length)
            if piece.element is not None and inside < behind:
                self.places.append(Place(start + inside, start + behind, piece.element, inside - first))


def place(content: bytes) -> Placed:
    """Take a Word file apart in the way in which it was imported. Raises InputRefusedError."""
    package, sheet = Package(content), _PlacingSheet()
    parts = package.parts()
    package = Package(content)
    tree = package.xml(package.document)
    text = Walk(package, tree, _tell_nobody, sheet).taken().text
    return Placed(text, parts, package.document, tree, tuple(_in_order(sheet.places)))


def _in_order(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda one: one.start)


def _tell_nobody(done: int, of: int) -> None:
    """Nobody watches: the file was imported once already."""
