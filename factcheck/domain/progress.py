"""How far the work on a statement and on an article has come. Derived, and never confused with a verdict."""

from enum import StrEnum

from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.verdict import Question


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


def tally_of(statement: Statement | None) -> Tally:
    """What one statement adds to its article's counts; nothing when it does not exist."""
    if statement is None:
        return Tally()
    counts = {"statements": 1, work_state(statement).value: 1}
    if statement.excluded is None:
        for question in statement.questions:
            if statement.counts(question):
                counts |= _counted(question, statement, counts)
    return Tally(**counts)


def _counted(question: Question, statement: Statement, counts: dict[str, int]) -> dict[str, int]:
    answer = statement.answer(question)
    if answer is None:
        return {}
    if answer.verdict is None:
        return {"so_left_to_speaker": 1}
    return {"verdicts": counts.get("verdicts", 0) + 1, f"{question.value}_{answer.verdict.value}": 1}
