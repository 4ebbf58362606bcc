"""Word files by hand: their XML, and a zip file that tells nothing of when and where it was made."""

import io
import re
import zipfile
from base64 import b64encode
from collections.abc import Iterable, Mapping
from html import escape
from unicodedata import bidirectional

from factcheck.domain.visible import visible

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
DOCUMENT_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CARRIED = "urn:factcheck:carried:1"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LOOKS = {"del": "<w:strike/>", "ins": '<w:b/><w:bCs/><w:u w:val="single"/>', "": ""}
"""How words of a change look: struck out, new, or as they were."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold."""
_RTL = frozenset({"R", "AL"})
_STRONG = frozenset({"L", *_RTL})
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def zipped(
    parts: Mapping[str, bytes], times: Mapping[str, tuple[int, int, int, int, int, int]] | None = None
) -> bytes:
    """The parts as a zip file in this order. The same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (times or {}).get(name, EARLIEST))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            package.writestr(info, content)
    return out.getvalue()


def carried_part(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A custom XML part with files in base64."""
    inside = "".join(
        f'<file name="{name}">{b64encode(content).decode("ascii")}</file>' for name, content in files
    )
    return f'{HEAD}<carried xmlns="{CARRIED}">{inside}</carried>'.encode()


def relations(targets: Iterable[tuple[str, str]]) -> bytes:
    """A part of relations: (the last part of the kind, the target), numbered rId1, rId2 \u2026"""
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind if ":" in kind else f"{DOCUMENT_RELATIONS}/{kind}"}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'.encode()


def text_of(words: str) -> str:
    """Words as the content of a run: nothing in them is markup, what cannot be seen is made visible."""
    shown = escape(visible(words, keep_line_feeds=True), quote=False)
    if shown and "\n" not in shown:
        return f'<w:t xml:space="preserve">{shown}</w:t>'
    lines = shown.split("\n")
    return "<w:br/>".join([f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines])


def run(words: str, looks: str = "") -> str:
    """A run of words; `looks` is the content of its properties. It reads from the right where its letters do."""
    rtl = "<w:rtl/>" if reads_from_the_right(words) else ""
    properties = f"<w:rPr>{looks}{rtl}</w:rPr>" if looks or rtl else ""
    return f"<w:r>{properties}{text_of(words)}</w:r>"


def paragraph(content: str, style: str = "", *, from_the_right: bool = False, more: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    bidi = "<w:bidi/>" if from_the_right else ""
    properties = f"<w:pPr>{named}{more}{bidi}</w:pPr>" if named or more or bidi else ""
    return f"<w:p>{properties}{content}</w:p>"


def link(to: str, words: str, looks: str = "") -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{to}">{run(words, f"""<w:rStyle w:val="Link"/>{looks}""")}</w:hyperlink>'


def bookmark(name: str, number: int, content: str) -> str:
    """Something that a link can lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def reads_from_the_right(words: str) -> bool:
    """Whether the first letter that has a direction is one of a script that is read from the right."""
    if words.isascii() or not _RIGHT_TO_LEFT.search(words):
        return False
    return next((bidirectional(c) for c in words if bidirectional(c) in _STRONG), "L") in _RTL


def table(widths: Iterable[int], lines: Iterable[Iterable[str]]) -> str:
    """A table of cells that are paragraphs already; its first line is its head. Widths are in twentieths of a point."""
    widths = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    rows = []
    for number, cells in enumerate(lines):
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for width, cell in zip(widths, cells, strict=True)
        )
        rows.append(f"<w:tr>{'' if number else head}{inside}</w:tr>")
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0420" w:firstRow="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
