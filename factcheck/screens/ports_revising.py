"""What the screens ask about a new draft. A part of the review's port."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from factcheck.documents.document import Document
from factcheck.documents.parsing import Watch
from factcheck.domain.changes import Changes
from factcheck.domain.revision import Happening, PastRevision
from factcheck.domain.statement import Statement
from factcheck.services.revising import Revision


class RevisingPort(Protocol):
    """A draft is read, looked at, and taken; what it did can be seen later, and what is gone be placed by hand."""

    def read(self, path: Path, watch: Watch | None = None) -> Document:
        """The document in a file. Takes its time: never to be called where keys are waited for."""
        ...

    def look(self, document: Document, watch: Watch | None = None) -> Future[Revision]:
        """What it would do. Takes its time in the writer's thread, and ends when nobody waits for it."""
        ...

    def take(self, document: Document, seen_draft: str) -> Future[Changes]: ...

    def last(self) -> PastRevision | None:
        """What the draft under review did when it was taken; None where it is the first one."""
        ...

    def before(self, happening: Happening) -> Statement | None:
        """A statement as it stood before that."""
        ...

    def gone(self) -> Sequence[Statement]:
        """The statements whose words are gone, each as it stood in the last draft that had them."""
        ...

    def place(self, gone: Statement, seen: Statement) -> Future[Changes]: ...
