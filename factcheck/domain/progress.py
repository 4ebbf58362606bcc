"""How far the work on a statement and on an article has come. Derived, and never confused with a verdict."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self

from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict


class WorkState(StrEnum):
    """How far a statement has been worked through."""

    UNTOUCHED = "untouched"
    IN_PROGRESS = "in_progress"
    RECHECK = "recheck"
    DONE = "done"
    EXCLUDED = "excluded"

    @property
    def words(self) -> str:
        """The state as it is read: "in progress"."""
        return self.value.replace("_", " ")


OPEN_STATES = frozenset({WorkState.UNTOUCHED, WorkState.IN_PROGRESS, WorkState.RECHECK})


def work_state(statement: Statement) -> WorkState:
    """Done when each question has an answer that counts; recheck as soon as one does not count any longer."""
    if statement.excluded is not None:
        return WorkState.EXCLUDED
    given = [q for q in statement.questions if statement.answer(q) is not None]
    if any(not statement.counts(q) for q in given):
        return WorkState.RECHECK
    if len(given) == len(statement.questions):
        return WorkState.DONE
    if given or statement.private_note or statement.public_note:
        return WorkState.IN_PROGRESS
    return WorkState.UNTOUCHED


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over an article's statements; only verdicts that count are in it.

    `verdicts` is the number of verdicts given to *said* and *so* together; left to the speaker is none.
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

    @property
    def open(self) -> int:
        """Statements that still want something."""
        return self.untouched + self.in_progress + self.recheck

    @classmethod
    def of(cls, statement: Statement | None) -> Self:
        """What one statement adds; nothing when it does not exist."""
        if statement is None:
            return cls()
        counts = {"statements": 1, work_state(statement).value: 1}
        if statement.excluded is None:
            for question in statement.questions:
                if statement.counts(question):
                    counts |= _counted(question, statement, counts)
        return cls(**counts)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(Tally)})

    def __sub__(self, other: "Tally") -> "Tally":
        return Tally(**{f.name: getattr(self, f.name) - getattr(other, f.name) for f in fields(Tally)})

    def verdict_count(self, question: Question, verdict: Verdict) -> int:
        """How many statements have this verdict on this question."""
        count: int = getattr(self, f"{question.value}_{verdict.value}")
        return count


def _counted(question: Question, statement: Statement, counts: dict[str, int]) -> dict[str, int]:
    answer = statement.answer(question)
    if answer is None:
        return {}
    if answer.verdict is None:
        return {"so_left_to_speaker": 1}
    return {"verdicts": counts.get("verdicts", 0) + 1, f"{question.value}_{answer.verdict.value}": 1}
