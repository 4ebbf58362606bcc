"""Suggesting other words for a statement. The article's own text is never changed by that."""

from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import EventKind
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Statement
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on, nothing_to_do, record_on

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger


class Suggesting:
    """The use cases of suggested wording. All raise the store's faults, and ChangedMeanwhileError."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def suggest(self, seen: Statement, new: str, kind: ChangeKind) -> Changes:
        """Suggest words in place of those that stand there; it waits to be decided.

        Raises ActionRefusedError when there are no words, or when they are those that stand there.
        """
        with acting_on(self._ledger, seen, "wording suggested") as (writing, statement):
            new = new.strip()
            if "\x00" in new:
                raise ActionRefusedError("A wording cannot hold NUL characters.", "Take them out.")
            if not new:
                raise ActionRefusedError(
                    "There are no words to suggest.", "Type them, or withdraw the suggestion."
                )
            if new == statement.exact.strip():
                raise ActionRefusedError("That is what it says already.", "Type what it ought to say.")
            now = statement.suggested
            if now is not None and (now.old, now.new, now.kind) == (statement.exact, new, kind):
                return nothing_to_do(writing, seen.article_id, f"already suggested: {now.state}")
            payload: dict[str, Json] = {"old": statement.exact, "new": new, "kind": kind.value}
            return record_on(writing, statement, EventKind.WORDING_SUGGESTED, payload)

    def decide(self, seen: Statement, state: ChangeState) -> Changes:
        """Note what the editor or the author has said to it: accepted, rejected, or pending again."""
        with acting_on(self._ledger, seen, f"suggested wording {state}") as (writing, statement):
            if statement.suggested is None:
                raise _nothing_suggested()
            if statement.suggested.state is state:
                return nothing_to_do(writing, seen.article_id, f"suggested wording already {state}")
            return record_on(writing, statement, EventKind.WORDING_DECIDED, {"state": state.value})

    def withdraw(self, seen: Statement) -> Changes:
        """Take the suggestion back."""
        with acting_on(self._ledger, seen, "suggested wording withdrawn") as (writing, statement):
            if statement.suggested is None:
                raise _nothing_suggested()
            return record_on(writing, statement, EventKind.WORDING_WITHDRAWN, {})


def _nothing_suggested() -> ActionRefusedError:
    return ActionRefusedError("No wording is suggested for this statement.", "Suggest one first.")
