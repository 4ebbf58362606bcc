"""The author's own Word file, ready to be marked: its parts, its tree, and where each character stands."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from factcheck.domain.visible import visible
from factcheck.report.checks import Document
from factcheck.report.docx_form import content_types, properties, styles
from factcheck.report.ooxml import HEAD, WORD, paragraph, relations, run

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLES = {"headline": "Title", "subhead": "Heading2"}


class Leaf(Struct, frozen=True):
    """A run of the text, in code points, and the element that holds it from its character `offset` on."""

    start: int
    end: int
    element: Any
    offset: int


class Manuscript(Struct, frozen=True):
    """A Word file taken apart. `document` is the name of the part with the text, `tree` its tree, which is changed
    in place; `leaves` are in the order of the text.
    """

    parts: Mapping[str, bytes]
    document: str
    tree: Any
    leaves: tuple[Leaf, ...]


def from_text(document: Document) -> Manuscript:
    """A plain Word file of the article's text, for one that did not come in one. Each line is a paragraph.

    Raises ValueError when the report was made without the text.
    """
    from lxml import etree

    text = document["article"]["text"]
    if text is None:
        raise ValueError("the report has no text to make a file of")
    kinds = {s["anchor"]["start"]: s["kind"] for s in document["statements"]}
    lines, starts, at = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            style = _STYLES.get(kinds.get(at + len(line) - len(line.lstrip()), ""), "Article")
            lines.append(paragraph(run(line), style))
            starts.append(at)
        at += len(line) + 1
    tree = etree.fromstring(
        f'{HEAD}<w:document xmlns:w="{WORD}"><w:body>{"".join(lines)}</w:body></w:document>'.encode()
    )
    held = list(tree.iter(f"{{{WORD}}}t"))
    leaves = (Leaf(start, start + len(one.text), one, 0) for start, one in zip(starts, held, strict=True))
    return Manuscript(_parts(document), "word/document.xml", tree, tuple(leaves))


def _parts(document: Document) -> dict[str, bytes]:
    return {
        "[Content_Types].xml": content_types(
            (
                ("/word/document.xml", f"{_MAIN}.document.main+xml"),
                ("/word/styles.xml", f"{_MAIN}.styles+xml"),
                ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            )
        ),
        "_rels/.rels": relations(
            (
                ("officeDocument", "word/document.xml"),
                (
                    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            )
        ),
        "docProps/core.xml": properties(document, visible(document["article"]["title"])),
        "word/_rels/document.xml.rels": relations((("styles", "styles.xml"),)),
        "word/document.xml": b"",
        "word/styles.xml": styles(),
    }
