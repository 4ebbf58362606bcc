"""Plain text: bytes to text with a report of all that was changed on the way. Nothing is guessed."""

import codecs
import hashlib
from pathlib import Path

from factcheck.documents.document import Document
from factcheck.documents.encodings import proposed
from factcheck.domain.draft import Provenance
from factcheck.domain.visible import unseen_characters
from factcheck.errors import InputRefusedError, UsageError

IMPORTER = "text 1"
LARGEST = 100_000_000
"""The most bytes that are taken in; a book of a million words has about six million."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one with a password"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich-text file"),
)
_TEXT_SUFFIXES = {".md": "text/markdown", ".markdown": "text/markdown"}
_SAVE_AS_TEXT = "Copy the article's text, or save it as plain text in UTF-8, and import that."


def read_file(path: Path, encoding: str | None = None) -> Document:
    """The document in a file.

    Raises UsageError when there is no such file or encoding, InputRefusedError when it is not text.
    """
    return read_bytes(content_of(path), path.name, encoding)


def content_of(path: Path) -> bytes:
    """The bytes of a file. Raises UsageError when there is none, InputRefusedError when it is too large."""
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(path.name)
        with path.open("rb") as file:
            content = file.read(
                LARGEST + 1
            )  # what `stat` says of a pipe or a growing file is not what is read
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror or 'cannot be read'}.",
            "Check the name, and whether you may read the file.",
        ) from error
    if len(content) > LARGEST:
        raise _too_large(path.name)
    return content


def read_bytes(content: bytes, name: str, encoding: str | None = None) -> Document:
    """The document in some bytes; `name` is what it will be called.

    Raises UsageError for an unknown encoding, InputRefusedError when it is not text, empty or too large.
    """
    if len(content) > LARGEST:
        raise _too_large(name)
    _refuse_other_formats(content, name)
    bom, found = next(((b, e) for b, e in _BOMS if content.startswith(b)), (b"", None))
    chosen = found or encoding or "utf-8"
    text = _decode(content[len(bom) :], chosen, name)
    if "\x00" in text:
        raise InputRefusedError(f"{name} holds NUL characters, so it is not text.", _SAVE_AS_TEXT)
    warnings = []
    if bom:
        warnings.append("A byte order mark at the start was removed.")
    if crlf := text.count("\r\n"):
        text = text.replace("\r\n", "\n")
        warnings.append(f"{crlf} Windows line ends were changed to plain ones.")
    if not text.strip():
        raise InputRefusedError(f"{name} holds no text.", "Choose a file with an article in it.")
    warnings += unseen_warnings(text)
    return Document(
        text=text,
        provenance=Provenance(
            name=name,
            media_type=_TEXT_SUFFIXES.get(Path(name).suffix.lower(), "text/plain"),
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            encoding=chosen,
            importer=IMPORTER,
            warnings=tuple(warnings),
        ),
    )


def is_marked(content: bytes) -> bool:
    """Whether it begins with a byte order mark."""
    return any(content.startswith(bom) for bom, _ in _BOMS)


def is_refused(content: bytes) -> bool:
    """Whether it is of a format that is no text."""
    return any(content.startswith(magic) for magic, _ in _OTHER_FORMATS)


def unseen_warnings(text: str) -> tuple[str, ...]:
    """A sentence on the characters that a reader would not see, where there are any."""
    unseen = unseen_characters(text)
    listed = ", ".join(f"{code} ({count}x)" for code, count in sorted(unseen.items()))
    return (f"Characters that cannot be seen are in the text: {listed}.",) if unseen else ()


def _refuse_other_formats(content: bytes, name: str) -> None:
    what = next((w for magic, w in _OTHER_FORMATS if content.startswith(magic)), None)
    if what:
        raise InputRefusedError(f"{name} is {what}, which cannot be taken in yet.", _SAVE_AS_TEXT)


def _decode(content: bytes, encoding: str, name: str) -> str:
    _check_encoding(encoding)
    try:
        return content.decode(encoding)
    except UnicodeError as error:
        guess = proposed(content)
        likely = f"It may be {guess}: " if guess and guess != encoding else ""
        raise InputRefusedError(
            f"{name} is not text in {encoding}.",
            f"{likely}Name its encoding, for example --encoding {guess or 'cp1252'} (cp1252 is western Europe’s), "
            "and look at the result.",
        ) from error


def _check_encoding(encoding: str) -> None:
    try:
        "".encode(encoding)
    except LookupError as error:
        raise UsageError(
            f"There is no text encoding called {encoding!r}.", "Try utf-8, cp1252, koi8-r or cp949."
        ) from error


def _too_large(name: str) -> InputRefusedError:
    return InputRefusedError(
        f"{name} is larger than {LARGEST // 1_000_000} million bytes.", "Import it in parts."
    )
