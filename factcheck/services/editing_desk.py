"""Editing statements in a review session: reads at once, writes in the writer's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.domain.cutting import Run
from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from factcheck.domain.changes import Changes
    from factcheck.domain.exclusion import Exclusion
    from factcheck.domain.statement import Attribution, Detail, Statement
    from factcheck.domain.text import Span
    from factcheck.services.detailing import Detailing
    from factcheck.services.editing import Editing
    from factcheck.services.rereading import Reread, Rereading
    from factcheck.services.session import ReviewSession
    from factcheck.store.ledger import Ledger


class EditingDesk:
    """What the screens ask of a session about the words of statements and what was found in them."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session

    def run(self, statement: Statement) -> Run:
        """The words of a statement's block, and the statements in it."""
        (block,) = self._session.blocks(statement.block, 1)
        marks = self._session.marks(statement.block, statement.block)
        found = (self._session.statement(mark.id) for mark in marks)
        return Run(block.block.span.start, block.text, tuple(s for s in found if s is not None))

    def split(self, seen: Statement, at: int, *, inside: bool = False) -> Future[Changes]:
        """Make two statements of one."""
        return self._edit(lambda editing: editing.split(seen, at, inside=inside))

    def join(self, seen: Statement) -> Future[Changes]:
        """Make one statement of this one and the next."""
        return self._edit(lambda editing: editing.join(seen))

    def begin_at(self, seen: Statement, at: int, *, inside: bool = False) -> Future[Changes]:
        """Let the statement begin elsewhere."""
        return self._edit(lambda editing: editing.begin_at(seen, at, inside=inside))

    def end_at(self, seen: Statement, at: int, *, inside: bool = False) -> Future[Changes]:
        """Let the statement end elsewhere."""
        return self._edit(lambda editing: editing.end_at(seen, at, inside=inside))

    def add(self, seen: Statement, selection: Span, *, inside: bool = False) -> Future[Changes]:
        """Make a statement of selected words."""
        return self._edit(lambda editing: editing.add(seen, selection, inside=inside))

    def exclude(self, seen: Statement, reason: Exclusion) -> Future[Changes]:
        """Leave a statement out of the check."""
        return self._edit(lambda editing: editing.exclude(seen, reason))

    def include(self, seen: Statement) -> Future[Changes]:
        """Check a statement after all."""
        return self._edit(lambda editing: editing.include(seen))

    def put_detail(self, seen: Statement, detail: Detail, old: Detail | None = None) -> Future[Changes]:
        """Add a detail, or put it in the place of an old one."""
        return self._detail(lambda detailing: detailing.put_detail(seen, detail, old))

    def remove_detail(self, seen: Statement, detail: Detail) -> Future[Changes]:
        """Take a detail off."""
        return self._detail(lambda detailing: detailing.remove_detail(seen, detail))

    def set_date(self, seen: Statement, detail: Detail, typed: str) -> Future[Changes]:
        """Say which day or period a date means."""
        return self._detail(lambda detailing: detailing.set_date(seen, detail, typed))

    def set_attributions(self, seen: Statement, attributions: Sequence[Attribution]) -> Future[Changes]:
        """Say who says what in the statement."""
        return self._detail(lambda detailing: detailing.set_attributions(seen, attributions))

    def look_again(self) -> Future[Reread]:
        """What this extractor would find otherwise; nothing is stored."""
        article_id = self._session.article.id
        return self._session.look(lambda ledger: _rereading(ledger).reread(article_id, is_dry=True))

    def reread(self) -> Future[Changes]:
        """Take over what this extractor finds."""
        article_id = self._session.article.id

        def use_case(ledger: Ledger) -> Changes:
            changes = _rereading(ledger).reread(article_id).changes
            if changes is None:
                raise ActionRefusedError("Nothing was stored.", "Try again.")
            return changes

        return self._session.submit(use_case)

    def _edit(self, use_case: Callable[[Editing], Changes]) -> Future[Changes]:
        return self._session.submit(lambda ledger: use_case(_editing(ledger)))

    def _detail(self, use_case: Callable[[Detailing], Changes]) -> Future[Changes]:
        return self._session.submit(lambda ledger: use_case(_detailing(ledger)))


def _editing(ledger: Ledger) -> Editing:
    from factcheck.services.editing import Editing

    return Editing(ledger)


def _rereading(ledger: Ledger) -> Rereading:
    from factcheck.services.rereading import Rereading  # loads the extraction

    return Rereading(ledger)


def _detailing(ledger: Ledger) -> Detailing:
    from factcheck.services.detailing import Detailing

    return Detailing(ledger)
