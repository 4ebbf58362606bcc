"""Any file to a document: which format it is, how large it may be, and who reads it."""

import codecs
import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.documents import plain
from factcheck.documents.document import Document, Taken
from factcheck.documents.encodings import proposed
from factcheck.documents.html_source import declared
from factcheck.documents.parsing import Limits, Watch, parsed
from factcheck.domain.draft import Provenance
from factcheck.errors import InputRefusedError

if TYPE_CHECKING:
    from factcheck.documents.fetching import Rules


class _Format(Struct, frozen=True):
    """A format that a parser in the child takes: how it is called, what it is, and the most bytes of it."""

    importer: str
    media_type: str
    largest: int
    is_text: bool = False


_MB = 1_000_000
_FORMATS = {
    "markdown": _Format("markdown 1", "text/markdown", 20 * _MB, is_text=True),
    "html": _Format("html 1", "text/html", 20 * _MB),
    "docx": _Format(
        "docx 1", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100 * _MB
    ),
    "pdf": _Format("pdf 1", "application/pdf", 100 * _MB),
}
_MAGIC = {b"%PDF-": "pdf", b"PK\x03\x04": "docx", b"PK\x05\x06": "docx"}
_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "markdown",
    "text/plain": None,
}
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_PAGE = re.compile(
    rb"\s*(<!doctype html|<html[\s>]|<\?xml[^>]{0,200}\?>\s*<(!doctype )?html[\s>])", re.IGNORECASE
)


def document_in(
    path: Path, encoding: str | None = None, *, may_guess: bool = False, watch: Watch | None = None
) -> Document:
    """The document in a file. Raises UsageError when there is no such file or encoding, else like `document_of`."""
    return document_of(plain.content_of(path), path.name, encoding, may_guess=may_guess, watch=watch)


def document_at(
    url: str, encoding: str | None = None, *, rules: "Rules | None" = None, watch: Watch | None = None
) -> Document:
    """The document at an address of the web. Raises InputRefusedError, else like `document_of`."""
    from factcheck.documents.fetching import fetched

    found = fetched(url, rules)
    told = {"media_type": found.media_type, "charset": found.charset, "url": found.url}
    name = found.url.partition("#")[0].partition("?")[0]
    document = document_of(found.content, name, encoding, told=told, watch=watch)
    return replace(document, address=found.url)


def document_of(
    content: bytes,
    name: str,
    encoding: str | None = None,
    *,
    told: Mapping[str, str] | None = None,
    may_guess: bool = False,
    limits: Limits | None = None,
    watch: Watch | None = None,
) -> Document:
    """The document in some bytes; `name` is what it will be called, and its ending tells the format.

    `told` is what a server said of them: its `media_type`, `charset` and `url`. With `may_guess`, a text that
    does not say its encoding is read in a proposed one, and says that; somebody has to confirm it.

    Raises UsageError for an unknown encoding, InputRefusedError for what cannot be taken in, LeftError when it
    was left meanwhile.
    """
    said = dict(told or {})
    form = _form_of(content, name, said.pop("media_type", ""))
    if may_guess and encoding is None and (guess := _guess(content, form, said)):
        guessed = document_of(content, name, guess, told=told, limits=limits, watch=watch)
        warning = (
            f"It does not say how it is encoded. {guess} is a guess: look at each letter before you store it."
        )
        warnings = (warning, *guessed.provenance.warnings)
        return replace(guessed, provenance=replace(guessed.provenance, warnings=warnings), is_guessed=True)
    if form is None:
        charset = encoding or said.get("charset") or None
        return replace(plain.read_bytes(content, name, charset), original=content)
    known = _FORMATS[form]
    if len(content) > known.largest:
        raise InputRefusedError(
            f"{name} is larger than {known.largest // _MB} million bytes.", "Import it in parts."
        )

    def read(given: bytes, options: dict[str, str]) -> Taken:
        return parsed(given, name, form, said | options, limits=limits, watch=watch)

    return (
        _of_text(content, name, encoding, known, read)
        if known.is_text
        else _of_file(content, name, encoding, known, read)
    )


def _form_of(content: bytes, name: str, media_type: str) -> str | None:
    """The format by the first bytes, by what a server calls it, or by its name; None for plain text and what is
    refused there.
    """
    if found := next((form for magic, form in _MAGIC.items() if content.startswith(magic)), None):
        return found
    if media_type in _MEDIA_TYPES:
        return _MEDIA_TYPES[media_type]
    if found := _SUFFIXES.get(Path(name).suffix.lower()):
        return found
    return "html" if _PAGE.match(content.removeprefix(codecs.BOM_UTF8)[:1024]) else None


def _guess(content: bytes, form: str | None, said: Mapping[str, str]) -> str | None:
    """A proposal for the encoding of a text that says none and is not UTF-8; None where none is needed."""
    is_text = form is None or form == "html" or _FORMATS[form].is_text
    if not is_text or said.get("charset") or plain.is_marked(content) or plain.is_refused(content):
        return None
    if form == "html" and declared(content):
        return None
    try:
        content.decode()
    except UnicodeDecodeError:
        return proposed(content)
    return None


def _of_text(
    content: bytes,
    name: str,
    encoding: str | None,
    told: _Format,
    read: Callable[[bytes, dict[str, str]], Taken],
) -> Document:
    """What is decoded first, so that nothing is guessed, and then read."""
    decoded = plain.read_bytes(content, name, encoding)
    taken = read(decoded.text.encode(), {})
    return _document(content, name, told, taken, decoded.provenance.encoding, decoded.provenance.warnings)


def _of_file(
    content: bytes,
    name: str,
    encoding: str | None,
    told: _Format,
    read: Callable[[bytes, dict[str, str]], Taken],
) -> Document:
    taken = read(content, {"encoding": encoding} if encoding else {})
    return _document(content, name, told, taken, taken.encoding, ())


def _document(
    content: bytes, name: str, told: _Format, taken: Taken, encoding: str, warnings: tuple[str, ...]
) -> Document:
    if not taken.text.strip():
        raise InputRefusedError(f"{name} holds no text.", "Choose a file with an article in it.")
    unseen = plain.unseen_warnings(taken.text)
    return Document(
        text=taken.text,
        provenance=Provenance(
            name=name,
            media_type=told.media_type,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            encoding=encoding,
            importer=told.importer,
            warnings=tuple(dict.fromkeys((*warnings, *taken.warnings, *unseen))),
        ),
        proposals=taken.proposals,
        notes=taken.notes,
        stated=taken.stated,
        origins=taken.origins,
        original=content,
    )
