"""The document that a command line names: a file, an address of the web, or standard input."""

import sys
from pathlib import Path

from factcheck.documents.document import Document
from factcheck.documents.intake import document_at, document_in, document_of
from factcheck.documents.parsing import Watch
from factcheck.documents.plain import LARGEST


def read_document(name: str, encoding: str | None, watch: Watch | None = None) -> Document:
    """The document in a file, at an address, or in standard input for "-"; `watch` hears how far it is.

    Raises UsageError and InputRefusedError.
    """
    if name == "-":
        return document_of(sys.stdin.buffer.read(LARGEST + 1), "standard input", encoding)
    if name.lower().startswith(("http://", "https://")):
        return document_at(name, encoding, watch=watch)
    return document_in(Path(name), encoding, watch=watch)
