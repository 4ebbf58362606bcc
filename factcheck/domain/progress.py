"""How far the work on a statement and on an article has come. Derived, and never confused with a verdict."""

from collections.abc import Container, Iterator, Sequence
from enum import StrEnum

from factcheck.domain.statement import COUNT_ELSEWHERE, Detail, Flag, Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
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
    """Done when each question has an answer that counts; recheck as soon as one, or a link, counts no longer."""
    if statement.excluded is not None:
        return WorkState.EXCLUDED
    asked = statement.questions
    given = [q for q in asked if statement.answer(q) is not None]
    if not all(map(statement.counts, given)) or not all(map(statement.link_counts, statement.links)):
        return WorkState.RECHECK
    if len(given) == len(asked):
        return WorkState.DONE
    return WorkState.IN_PROGRESS if given or _has_work(statement) else WorkState.UNTOUCHED


def _has_work(statement: Statement) -> bool:
    """Whether anything but an answer hangs on a statement that a checker has put there."""
    s = statement
    return bool(
        s.private_note or s.public_note or s.citations or s.ticks or s.queries or s.suggested or s.links
    )


def open_queries(statement: Statement) -> int:
    """How many of its queries still wait for an answer."""
    return sum(q.is_open for q in statement.queries)


def open_links(statement: Statement) -> int:
    """How many of its links are not settled."""
    return sum(link.settled is None for link in statement.links)


def is_unanswered(statement: Statement) -> bool:
    """Whether it criticises somebody from whom no reply is on record."""
    hearing = statement.hearing
    return Flag.CRITICISM in statement.flags and (hearing is None or not hearing.answer)


def is_gone_over(statement: Statement, ticked_elsewhere: Container[str] = ()) -> bool:
    """Whether each question is answered and no hard detail is left.

    `ticked_elsewhere` has the hashes of names and titles that were ticked at another place of the article.
    """
    return all(map(statement.counts, statement.questions)) and not has_details_left(
        statement, ticked_elsewhere
    )


def has_details_left(statement: Statement, ticked_elsewhere: Container[str] = ()) -> bool:
    """Whether a hard detail is neither ticked, here or elsewhere, nor marked wrong, nor left to the speaker.

    What is left to the speaker is the content alone: the article's own details around it are still ticked.
    """
    return next(details_left(statement, ticked_elsewhere), None) is not None


def details_left(statement: Statement, ticked_elsewhere: Container[str] = ()) -> Iterator[Detail]:
    """Those details, in the order of the text."""
    left = _left_to_speaker(statement)
    for detail, given_for, occurrence in statement.hard_details():
        if (
            statement.tick(given_for, occurrence) is None
            and not (detail.type in COUNT_ELSEWHERE and given_for in ticked_elsewhere)
            and not any(run.start <= detail.start and detail.end <= run.end for run in left)
        ):
            yield detail


def _left_to_speaker(statement: Statement) -> Sequence[Span]:
    so = statement.so
    if so is None or not so.is_left_to_speaker or not statement.counts(Question.SO):
        return ()
    return [run for attribution in statement.attributions for run in attribution.content]


def tally_of(statement: Statement | None) -> Tally:
    """What one statement adds to its article's counts; nothing when it does not exist."""
    if statement is None:
        return Tally()
    counts = {
        "statements": 1,
        work_state(statement).value: 1,
        "open_queries": open_queries(statement),
        "open_links": open_links(statement),
        "unanswered": int(is_unanswered(statement)),
    }
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
