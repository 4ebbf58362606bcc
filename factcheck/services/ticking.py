"""Ticking: each detail by itself. What is wrong becomes suggested wording in the same action.

There is no way to tick more than one: going over the details is the work.
"""

from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.checklist import DetailState, Item, checklist
from factcheck.domain.correction import Fate, Rewording, rewording
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.statement import Statement
from factcheck.domain.tick import Tick, TickState
from factcheck.domain.wording import what_of
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on, nothing_to_do

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

_ALSO = {
    Fate.KEPT: "",
    Fate.SUGGESTED: "; wording suggested",
    Fate.WITHDRAWN: "; suggested wording withdrawn",
    Fate.LEFT: "; the suggested wording is left as it is",
}


class Ticking:
    """The use cases of going over details. All raise the store's faults, and ChangedMeanwhileError.

    A detail is named by what a tick on it is given for, and by its occurrence in the statement.
    """

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def tick(self, seen: Statement, given_for: str, occurrence: int) -> Changes:
        """Say of one detail that it is right."""
        with acting_on(self._ledger, seen, "detail ticked") as (writing, statement):
            item = _item(statement, given_for, occurrence)
            if item.state is DetailState.TICKED:
                return nothing_to_do(writing, seen.article_id, "detail already ticked")
            tick = Tick(given_for, occurrence, TickState.TICKED, writing.person, writing.at)
            return _record(writing, statement, item, tick, EventKind.TICKED)

    def mark_wrong(self, seen: Statement, given_for: str, occurrence: int, right: str = "") -> Changes:
        """Say of one detail that it is wrong, with its right value where that is known.

        Raises ActionRefusedError when the right value is what stands there.
        """
        with acting_on(self._ledger, seen, "detail marked wrong") as (writing, statement):
            item = _item(statement, given_for, occurrence)
            right = right.strip()
            if "\x00" in right:
                raise ActionRefusedError("A value cannot hold NUL characters.", "Take them out.")
            if right == item.words:
                raise ActionRefusedError("That is what it says already.", "Type what it ought to say.")
            if item.state is DetailState.WRONG and item.right == right:
                return nothing_to_do(writing, seen.article_id, "detail already marked wrong")
            tick = Tick(given_for, occurrence, TickState.WRONG, writing.person, writing.at, right or None)
            return _record(writing, statement, item, tick, EventKind.MARKED_WRONG)

    def take_off(self, seen: Statement, given_for: str, occurrence: int) -> Changes:
        """Take off what was said of one detail here."""
        with acting_on(self._ledger, seen, "tick taken off") as (writing, statement):
            item = _item(statement, given_for, occurrence)
            if item.tick is None:
                return nothing_to_do(writing, seen.article_id, "detail not ticked here")
            return _record(writing, statement, item, None, EventKind.UNTICKED)


def _item(statement: Statement, given_for: str, occurrence: int) -> Item:
    for item in checklist(statement):
        if (item.given_for, item.occurrence) == (given_for, occurrence):
            return item
    raise ActionRefusedError(
        "This statement has no such detail any longer.", "Look at its details as they are now."
    )


def _record(
    writing: "Writing", statement: Statement, item: Item, tick: Tick | None, kind: EventKind
) -> Changes:
    payload: dict[str, Json] = {"given_for": item.given_for, "occurrence": item.occurrence}
    if tick is not None and tick.right is not None:
        payload["right"] = tick.right
    reworded = rewording(statement, item, tick)
    deeds = [Deed(statement.id, kind, payload), *_wording(statement, reworded)]
    return writing.record(statement.article_id, what_of(kind, payload) + _ALSO[reworded.fate], deeds)


def _wording(statement: Statement, reworded: Rewording) -> list[Deed]:
    if reworded.fate is Fate.SUGGESTED:
        payload: dict[str, Json] = {
            "old": statement.exact,
            "new": reworded.new,
            "kind": reworded.kind.value,
        }
        return [Deed(statement.id, EventKind.WORDING_SUGGESTED, payload)]
    if reworded.fate is Fate.WITHDRAWN:
        return [Deed(statement.id, EventKind.WORDING_WITHDRAWN, {})]
    return []
