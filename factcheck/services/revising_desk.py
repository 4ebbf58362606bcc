"""A new draft in a review session: looked at first, then taken. Both are done in the writer's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.documents.document import Document
    from factcheck.documents.parsing import Watch
    from factcheck.domain.changes import Changes
    from factcheck.domain.extracted import Extraction
    from factcheck.domain.revision import Happening, PastRevision
    from factcheck.domain.statement import Statement
    from factcheck.services.revising import Revision
    from factcheck.services.session import ReviewSession
    from factcheck.store.ledger import Ledger


class RevisingDesk:
    """What the screens ask of a session about a new draft."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session
        self._read: tuple[Document, Extraction] | None = None

    def read(self, path: Path, watch: Watch | None = None) -> Document:
        """The document in a file, and what is in it. Takes its time, in which others may write.

        Raises UsageError and InputRefusedError, LeftError when nobody waits for it any longer.
        """
        from factcheck.documents.intake import document_in  # with the parsers
        from factcheck.documents.parsing import Watch
        from factcheck.extraction.extractor import extract

        watch = watch or Watch()
        document = document_in(path, watch=watch)
        told = watch.over(len(document.text))
        self._read = document, extract(document.text, document.stated, has_hints=False, told=told)
        return document

    def _found(self, document: Document) -> Extraction | None:
        """What was found in it when it was read."""
        return self._read[1] if self._read is not None and self._read[0] is document else None

    def look(self, document: Document, watch: Watch | None = None) -> Future[Revision]:
        """What the document would do as the new draft; nothing is stored.

        Ends with LeftError, and lets others write, as soon as nobody waits for it any longer.
        """
        article, found = self._session.article, self._found(document)

        def use_case(ledger: Ledger) -> Revision:
            from factcheck.services.revising import Revising  # with the extraction

            go_on = watch.go_on if watch is not None else lambda: None
            return Revising(ledger).revise(article.id, document, is_dry=True, found=found, go_on=go_on)

        return self._session.look(use_case)

    def take(self, document: Document, seen_draft: str) -> Future[Changes]:
        """Make the document the draft, in the place of the one that was looked at."""
        article_id, found = self._session.article.id, self._found(document)

        def use_case(ledger: Ledger) -> Changes:
            from factcheck.services.revising import Revising

            changes = (
                Revising(ledger).revise(article_id, document, seen_draft=seen_draft, found=found).changes
            )
            if changes is None:
                raise ActionRefusedError("Nothing was stored.", "Try again.")
            return changes

        return self._session.submit(use_case)

    def last(self) -> PastRevision | None:
        """What the draft under review did when it was taken; None where it is the first one."""
        from factcheck.store import revisions

        return revisions.last_revision(self._session.reader.connection, self._session.article)

    def before(self, happening: Happening) -> Statement | None:
        """A statement as it stood before the draft was taken; None for a new one."""
        from factcheck.store import revisions

        return revisions.before(self._session.reader.connection, happening)

    def gone(self) -> Sequence[Statement]:
        """The statements whose words are gone, each as it stood in the last draft that had them."""
        from factcheck.store import revisions

        return revisions.gone(self._session.reader.connection, self._session.article.id)

    def place(self, gone: Statement, seen: Statement) -> Future[Changes]:
        """Put a statement that is gone at one of the draft."""

        def use_case(ledger: Ledger) -> Changes:
            from factcheck.services.placing import Placing  # with the extraction

            return Placing(ledger).place(gone, seen)

        return self._session.submit(use_case)
