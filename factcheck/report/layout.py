"""The article as it is set in a report: paragraphs of marked pieces, from the document alone."""

import re
from collections.abc import Iterator

from msgspec import Struct

from factcheck.report.checks import Document

NOT_CHECKED = "not_checked"

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


class Piece(Struct, frozen=True, gc=False):
    """A run of the article. `statement` is the number of the statement that it is, `omission` the number,
    from 1, of the entry under what was not checked; both None between the two.
    """

    text: str
    statement: int | None = None
    omission: int | None = None


class Paragraph(Struct, frozen=True):
    """A run of pieces that are set together. `kind` is that of its statements, or "not_checked"."""

    kind: str
    pieces: tuple[Piece, ...]


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """The whole text, in order. A blank line parts paragraphs, and so does a line end where the kind changes.

    Nothing when the report was made without the text.
    """
    text: str | None = document["article"]["text"]
    if text is None:
        return
    kind, held = "", list[Piece]()
    for piece, its_kind in _pieces(document, text):
        if not its_kind and ("\n" not in piece.text or not _BLANK_LINE.search(piece.text)):
            held.append(piece)
            continue
        if held and (not its_kind or (its_kind != kind and "\n" in held[-1].text)):
            yield from _set(kind, held)
            kind, held = "", []
        if its_kind:
            kind = kind or its_kind
            held.append(piece)
    yield from _set(kind, held)


def _pieces(document: Document, text: str) -> Iterator[tuple[Piece, str]]:
    """The text cut at the ends of its runs, each with its kind; what an earlier run has is not repeated."""
    cursor = 0
    for start, end, number, kind in _runs(document):
        if start > cursor:
            yield Piece(text[cursor:start]), ""
        shown = text[max(start, cursor) : end]
        if kind != NOT_CHECKED:
            yield Piece(shown, statement=number), kind
        elif shown.strip():
            yield Piece(shown, omission=number), kind
        cursor = max(cursor, end)
    if cursor < len(text):
        yield Piece(text[cursor:]), ""


def _runs(document: Document) -> list[tuple[int, int, int, str]]:
    runs = [
        (s["anchor"]["start"], s["anchor"]["end"], s["number"], s["kind"]) for s in document["statements"]
    ]
    stated = {run[:2] for run in runs}
    for number, one in enumerate(document["not_checked"], 1):
        if (one["start"], one["end"]) not in stated:
            runs.append((one["start"], one["end"], number, NOT_CHECKED))
    return sorted(runs, key=lambda run: run[:2])


def _set(kind: str, held: list[Piece]) -> Iterator[Paragraph]:
    """A paragraph without the blanks at its ends; none when nothing else is there."""
    while held and not held[0].text.strip() and held[0].statement is None:
        del held[0]
    while held and not held[-1].text.strip() and held[-1].statement is None:
        del held[-1]
    if held:
        yield Paragraph(kind or NOT_CHECKED, tuple(held))
