"""How many statements of an article stand how: numbers alone, for whoever shows them."""

from operator import add, sub
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

if TYPE_CHECKING:
    from factcheck.domain.verdict import Question, Verdict


class Tally(Struct, frozen=True):
    """Counts over an article's statements; only verdicts that count are in it.

    `verdicts` is the number of verdicts given to *said* and *so* together; left to the speaker is none.
    A link counts at both of its ends in `open_links`; `unanswered` is criticism without a reply.
    """

    statements: int = 0
    untouched: int = 0
    in_progress: int = 0
    recheck: int = 0
    done: int = 0
    excluded: int = 0
    verdicts: int = 0
    said_confirmed: int = 0
    said_unverified: int = 0
    said_disputed: int = 0
    so_confirmed: int = 0
    so_unverified: int = 0
    so_disputed: int = 0
    so_left_to_speaker: int = 0
    open_queries: int = 0
    open_links: int = 0
    unanswered: int = 0

    @property
    def open(self) -> int:
        """Statements that still want something."""
        return self.untouched + self.in_progress + self.recheck

    @property
    def verdicts_in_words(self) -> str:
        """The number of verdicts as it is read: "1 verdict", "9 verdicts"."""
        return f"{self.verdicts} verdict{'' if self.verdicts == 1 else 's'}"

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*map(add, astuple(self), astuple(other)))

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(*map(sub, astuple(self), astuple(other)))

    def verdict_count(self, question: "Question", verdict: "Verdict") -> int:
        """How many statements have this verdict on this question."""
        count: int = getattr(self, f"{question.value}_{verdict.value}")
        return count
