"""A new draft in a review session: looked at first, then taken. Both are done in the writer's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.documents.document import Document
    from factcheck.domain.changes import Changes
    from factcheck.domain.revision import Happening, PastRevision
    from factcheck.domain.statement import Statement
    from factcheck.services.revising import Revision
    from factcheck.services.session import ReviewSession
    from factcheck.store.ledger import Ledger


class RevisingDesk:
    """What the screens ask of a session about a new draft."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session

    def read(self, path: Path) -> Document:
        """The document in a file. Takes its time. Raises UsageError and InputRefusedError."""
        from factcheck.documents.intake import document_in  # with the parsers

        return document_in(path)

    def look(self, document: Document) -> Future[Revision]:
        """What the document would do as the new draft; nothing is stored."""
        article = self._session.article
        return self._session.look(lambda ledger: _revise(ledger, article.id, document, is_dry=True))

    def take(self, document: Document, seen_draft: str) -> Future[Changes]:
        """Make the document the draft, in the place of the one that was looked at."""
        article_id = self._session.article.id

        def use_case(ledger: Ledger) -> Changes:
            changes = _revise(ledger, article_id, document, seen_draft=seen_draft).changes
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


def _revise(
    ledger: Ledger,
    article_id: str,
    document: Document,
    *,
    is_dry: bool = False,
    seen_draft: str | None = None,
) -> Revision:
    from factcheck.services.revising import Revising  # with the extraction: not before the first frame

    return Revising(ledger).revise(article_id, document, is_dry=is_dry, seen_draft=seen_draft)
