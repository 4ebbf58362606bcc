"""The hard details of a statement, each with its letter, and how it stands: what a checker goes over one by one."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from factcheck.domain.statement import COUNT_ELSEWHERE, Detail, DetailType, Statement
from factcheck.domain.tick import Tick, TickState

LETTERS = "abcdefghijklmnopqrstuvwxyz"
NOWHERE: Mapping[str, int] = {}
"""No name is ticked at another place."""


class DetailState(StrEnum):
    """How a detail stands. `elsewhere`: the same name or title is ticked at another place, and that counts here."""

    NOT_YET = "not yet"
    TICKED = "ticked"
    WRONG = "wrong"
    ELSEWHERE = "ticked elsewhere"


class Item(Struct, frozen=True):
    """A detail on the list. `label` names it: "a" to "z", behind these "a2" and so on. `ticked_at` is the number
    of the first statement in which the same name or title is ticked.
    """

    label: str
    detail: Detail
    given_for: str
    occurrence: int
    words: str
    tick: Tick | None = None
    ticked_at: int | None = None

    @property
    def state(self) -> DetailState:
        """How it stands: what was said of it here goes before what was said elsewhere."""
        if self.tick is not None:
            return DetailState.WRONG if self.tick.state is TickState.WRONG else DetailState.TICKED
        return DetailState.NOT_YET if self.ticked_at is None else DetailState.ELSEWHERE

    @property
    def right(self) -> str:
        """The right value of a wrong one; empty where it is not known."""
        return (self.tick and self.tick.right) or ""


def checklist(statement: Statement, ticked_at: Mapping[str, int] = NOWHERE) -> Sequence[Item]:
    """All hard details in the order in which they are shown: type by type, in each as they stand in the text."""
    kinds = list(DetailType)
    hard = sorted(statement.hard_details(), key=lambda found: kinds.index(found[0].type))
    return [
        Item(
            label=label_of(index),
            detail=detail,
            given_for=given_for,
            occurrence=occurrence,
            words=statement.within(detail.span),
            tick=statement.tick(given_for, occurrence),
            ticked_at=ticked_at.get(given_for) if detail.type in COUNT_ELSEWHERE else None,
        )
        for index, (detail, given_for, occurrence) in enumerate(hard)
    ]


def label_of(index: int) -> str:
    """The name of the item at an index, from 0: its letter, from the 27th on with the number of its page."""
    page, letter = divmod(index, len(LETTERS))
    return LETTERS[letter] + (str(page + 1) if page else "")


def page_of(items: Sequence[Item], page: int) -> Sequence[Item]:
    """The items that have the letters at one time; `page` counts from 0."""
    return items[page * len(LETTERS) : (page + 1) * len(LETTERS)]


def page_count(items: Sequence[Item]) -> int:
    """How many pages there are; one at least."""
    return max(1, -(-len(items) // len(LETTERS)))
