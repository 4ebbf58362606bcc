"""Ticks and suggested wording in a review session: writes in the writer's thread."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Statement

if TYPE_CHECKING:
    from factcheck.services.session import ReviewSession
    from factcheck.services.suggesting import Suggesting
    from factcheck.services.ticking import Ticking
    from factcheck.store.ledger import Ledger


class TickingDesk:
    """What the screens ask of a session about the details of statements, and about their words."""

    def __init__(self, session: "ReviewSession") -> None:
        self._session = session

    def tick(self, seen: Statement, given_for: str, occurrence: int) -> Future[Changes]:
        """Say of one detail that it is right."""
        return self._session.submit(lambda ledger: _ticking(ledger).tick(seen, given_for, occurrence))

    def mark_wrong(self, seen: Statement, given_for: str, occurrence: int, right: str) -> Future[Changes]:
        """Say of one detail that it is wrong, with its right value where that is known."""
        return self._session.submit(
            lambda ledger: _ticking(ledger).mark_wrong(seen, given_for, occurrence, right)
        )

    def take_off(self, seen: Statement, given_for: str, occurrence: int) -> Future[Changes]:
        """Take off what was said of one detail."""
        return self._session.submit(lambda ledger: _ticking(ledger).take_off(seen, given_for, occurrence))

    def suggest(self, seen: Statement, new: str, kind: ChangeKind) -> Future[Changes]:
        """Suggest words in place of those that stand there."""
        return self._session.submit(lambda ledger: _suggesting(ledger).suggest(seen, new, kind))

    def decide(self, seen: Statement, state: ChangeState) -> Future[Changes]:
        """Note what was said to the suggested wording."""
        return self._session.submit(lambda ledger: _suggesting(ledger).decide(seen, state))

    def withdraw(self, seen: Statement) -> Future[Changes]:
        """Take the suggested wording back."""
        return self._session.submit(lambda ledger: _suggesting(ledger).withdraw(seen))


def _ticking(ledger: "Ledger") -> "Ticking":
    from factcheck.services.ticking import Ticking  # in the writer's thread

    return Ticking(ledger)


def _suggesting(ledger: "Ledger") -> "Suggesting":
    from factcheck.services.suggesting import Suggesting  # in the writer's thread

    return Suggesting(ledger)
