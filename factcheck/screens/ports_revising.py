"""What the screens ask about a new draft. A part of the review's port."""

from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from factcheck.documents.document import Document
from factcheck.domain.changes import Changes
from factcheck.services.revising import Revision


class RevisingPort(Protocol):
    """A draft is read, looked at, and taken; only the last stores something."""

    def read(self, path: Path) -> Document:
        """The document in a file. Takes its time: never to be called where keys are waited for."""
        ...

    def look(self, document: Document) -> Future[Revision]: ...
    def take(self, document: Document, seen_draft: str) -> Future[Changes]: ...
