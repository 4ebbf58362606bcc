"""What is fuzzed: each importer with the bytes that a stranger would send, and what must hold of its answer."""

import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from factcheck.documents import docx, html, markdown, plain
from factcheck.documents.document import Taken
from factcheck.documents.pdf_layout import Bit, furniture_of, in_reading_order, lines_of, paragraphs_of
from factcheck.domain.text import Span
from factcheck.errors import InputRefusedError
from factcheck.extraction.extractor import extract
from tests.conftest import FIXTURES
from tests.documents.word import docx as word_file
from tests.documents.word import part, zipped

Target = Callable[[bytes], None]
_NUMBERS = struct.Struct("<HHBBB")
_LETTERS = "aB. \t7“-"
_LONGEST = 4_000
"""So much text is also cut into statements; longer ones would take all the time."""


def text(content: bytes) -> None:
    """A text is refused, or each character that is not white space is in a block of it."""
    document = plain.read_bytes(content, "a.txt")
    if len(document.text) > _LONGEST:
        return
    found = extract(document.text)
    covered = {n for block in found.blocks for n in range(block.span.start, block.span.end)}
    assert all(n in covered for n, letter in enumerate(document.text) if not letter.isspace())
    assert all(one.span.of(document.text) == one.exact for one in found.statements)


def _importer(
    take: Callable[[bytes, dict[str, str], Callable[[int, int], None]], Taken],
) -> Callable[[bytes], None]:
    def target(content: bytes) -> None:
        _check(take(content, {}, lambda done, of: None))

    return target


def _check(taken: Taken) -> None:
    """What is taken out of a file is text, and all that is said of it is about places in that text."""
    if not taken.text:
        return  # whoever asked refuses it: there is nothing to check
    whole = Span(0, len(taken.text))
    assert "\x00" not in taken.text
    assert "\r" not in taken.text
    assert all(0 <= note.offset <= whole.end for note in taken.notes)
    assert all(whole.covers(one.span) for one in taken.stated)
    assert all(whole.covers(one.span) for one in taken.origins)
    taken.text.encode("utf-8")


def marked_text(content: bytes) -> None:
    """Markdown, which has been decoded before its importer gets it."""
    _importer(markdown.take)(content.decode("utf-8", "replace").replace("\x00", "").encode("utf-8"))


def word_body(content: bytes) -> None:
    """The inside of a Word file's document part: bytes for a zip file would nearly all end at its directory."""
    body = content.decode("utf-8", "replace").replace("\x00", "")
    _importer(docx.take)(word_file(body, footnotes=body[: len(body) // 4], comments=body[-40:]))


def word_package(content: bytes) -> None:
    """A whole part of a Word file, its XML declaration and root included."""
    files = {"word/document.xml": content.decode("latin-1"), "_rels/.rels": _RELATIONS}
    _importer(docx.take)(zipped(files))


def layout(content: bytes) -> None:
    """No arrangement of pieces on pages loses or doubles one."""
    bits = list(_bits(content))
    ordered = in_reading_order(bits)
    assert sorted(map(repr, ordered)) == sorted(map(repr, bits))
    lines = list(lines_of(ordered))
    assert [line for paragraph in paragraphs_of(lines) for line in paragraph] == lines
    furniture_of([(800.0, [bit for bit in bits if bit.page == page]) for page in (1, 2, 3)])


def _bits(content: bytes) -> Iterator[Bit]:
    for place in range(0, len(content) - _NUMBERS.size, _NUMBERS.size):
        left, bottom, width, size, kind = _NUMBERS.unpack_from(content, place)
        words = _LETTERS[kind % 8] * (1 + kind // 64)
        x, y = left / 64, bottom / 64
        yield Bit(words, x, y, x + width, y + size / 8, 1 + size / 8, 1 + kind % 3)


_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
TARGETS: Mapping[str, Target] = {
    "text": text,
    "markdown": marked_text,
    "html": _importer(html.take),
    "docx": word_body,
    "docx-part": word_package,
    "pdf-layout": layout,
}
_SEEDS: Mapping[str, tuple[str, ...]] = {
    "text": ("hostile/terminal/*", "hostile/unicode/*", "hostile/encodings/*"),
    "markdown": ("hostile/markdown/*", "hostile/unicode/*"),
    "html": ("hostile/html/*",),
}
_WORD = (
    '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ferry</w:t></w:r></w:p><w:p><w:ins w:id="1"><w:r>'
    '<w:t xml:space="preserve">It is </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>not</w:delText></w:r></w:del>'
    '<w:r><w:t>late</w:t><w:footnoteReference w:id="1"/><w:br/><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>'
    "<w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def seeds(name: str) -> Iterator[bytes]:
    """What the fuzzing of a target starts from."""
    if name == "docx":
        yield _WORD.encode()
    if name == "docx-part":
        yield part("document", f"<w:body>{_WORD}</w:body>").encode("latin-1", "xmlcharrefreplace")
    for pattern in _SEEDS.get(name, ()):
        yield from (path.read_bytes() for path in sorted(Path(FIXTURES).glob(pattern)))
    yield from (bytes(range(n, n + 70)) for n in (0, 60, 120))


def tried(name: str, content: bytes) -> bool:
    """One try; whether it was taken. What is refused in the program's own way is as good."""
    try:
        TARGETS[name](content)
    except InputRefusedError:
        return False
    return True
