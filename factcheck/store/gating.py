"""What the gate looks at: every statement of an article, and in full only those against which something rare may stand.

Grows with the article. To read all that hangs on ten thousand statements takes seconds; a few columns say at a glance
which questions are open and which details are left, and that nothing else stands against them.
"""

from collections.abc import Collection, Iterator
from heapq import merge
from typing import Any

from msgspec import Struct
from msgspec.json import Decoder

from factcheck.domain.mark import Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.reasons import Candidate, candidate_of
from factcheck.domain.source import Stance
from factcheck.domain.verdict import Question
from factcheck.store.connection import Connection, Row
from factcheck.store.details_left import TOLD, is_doubtful, told_left
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

_NOTHING_ELSE = "s.overrides = '[]' AND s.open_queries = 0 AND s.open_links = 0 AND s.is_unanswered = 0 AND s.suggested IS NULL"
_ANSWERS = " AND ".join(
    f"(s.{q}_sign IS NULL OR s.{q}_sign IN ('{Sign.NOT_YET}', '{Sign.CONFIRMED}', '{Sign.LEFT}') "
    f"OR (s.{q}_sign = '{Sign.UNVERIFIED}' AND s.{q}_basis IS NOT NULL))"
    for q in ("said", "so")
)
_BARE, _USUAL, _RARE = range(3)
"""A private note alone is no work that a report could show."""
_HOW = (
    f"CASE WHEN NOT ({_NOTHING_ELSE}) THEN {_RARE} "
    f"WHEN s.work_state IN ('{WorkState.UNTOUCHED}', '{WorkState.EXCLUDED}') THEN {_BARE} "
    f"WHEN s.work_state IN ('{WorkState.IN_PROGRESS}', '{WorkState.DONE}') AND {_ANSWERS} "
    f"AND (s.private_note = '' OR s.work_state = '{WorkState.DONE}') THEN {_USUAL} ELSE {_RARE} END"
)
_TOLD = ", ".join(f"s.{column.strip()}" for column in TOLD.split(","))
_GLANCE = (
    f"SELECT {_HOW}, p.ordinal, s.id, s.version, s.work_state, s.said_sign, s.so_sign, s.citations, s.ticks, {_TOLD} "
    "FROM position p JOIN statement s ON s.id = p.statement_id WHERE p.article_id = ? ORDER BY p.ordinal"
)
_AT_A_TIME = 400
_CONFIRMED, _NOT_YET = (
    Sign.CONFIRMED.value,
    Sign.NOT_YET.value,
)  # as columns have them: looked at 20,000 times
_STATES = {state.value: state for state in WorkState}
_UNANSWERED = {
    (False, False): (),
    (True, False): (Question.SAID.value,),
    (False, True): (Question.SO.value,),
    (True, True): (Question.SAID.value, Question.SO.value),
}
"""The questions without an answer, by whether *said* and *so* have none."""


class _Cited(Struct, frozen=True):
    """As much of a citation as says whether it is enough for "confirmed"."""

    source: str
    question: Question
    stance: Stance
    locator: str


_CITED = Decoder(list[_Cited])


def candidates(
    connection: Connection, article_id: str, primary: Collection[str], ticked: Collection[str]
) -> Iterator[Candidate]:
    """The statements of an article before the gate, in the order of the text. Raises the store's faults.

    `primary` has the ids of the primary sources, `ticked` the hashes of the names and titles that are ticked anywhere.
    Most come without what is in them: what stands against them is told by their columns.
    """
    unsure: list[tuple[int, str]] = []
    told: list[Candidate] = []
    for how, *row in connection.all(_GLANCE, (article_id,)):
        candidate = None
        if how == _BARE:
            candidate = Candidate(row[0], row[1], row[2], _STATES[row[3]])
        elif how == _USUAL:
            candidate = _at_a_glance(row, primary, ticked)
        if candidate is None:
            unsure.append((row[0], row[1]))
        else:
            told.append(candidate)
    yield from merge(told, _in_full(connection, unsure), key=lambda candidate: candidate.number)


def _at_a_glance(row: list[Any], primary: Collection[str], ticked: Collection[str]) -> Candidate | None:
    """A statement as its columns tell it; None where they do not tell enough."""
    number, statement_id, version, state, said, so, citations, ticks, *told = row
    if _CONFIRMED in (said, so):
        confirmed = [q for q, sign in ((Question.SAID, said), (Question.SO, so)) if sign == _CONFIRMED]
        if not _has_primary(citations, confirmed, primary):
            return None
    details, gone_over, exact, start = told
    left = tuple(told_left(details, gone_over, exact, start, ticked))
    if is_doubtful(ticks, so) and (left or "wrong" in ticks):
        return None
    unanswered = _UNANSWERED[said == _NOT_YET, so == _NOT_YET]
    return Candidate(number, statement_id, version, _STATES[state], unanswered=unanswered, details_left=left)


def _has_primary(citations: str, confirmed: Collection[Question], primary: Collection[str]) -> bool:
    """Whether there is a primary source with a locator wherever it is confirmed: that is enough by any policy."""
    cited = [
        one
        for one in _CITED.decode(citations)
        if one.stance is Stance.SUPPORTS and one.source in primary and one.locator.strip()
    ]
    return all(any(one.question is question for one in cited) for question in confirmed)


def _in_full(connection: Connection, wanted: list[tuple[int, str]]) -> Iterator[Candidate]:
    columns = ", ".join((*STATEMENT_COLUMNS, "work_state"))
    for first in range(0, len(wanted), _AT_A_TIME):
        numbers = {one: number for number, one in wanted[first : first + _AT_A_TIME]}
        places = ", ".join("?" * len(numbers))
        rows = connection.all(f"SELECT {columns} FROM statement WHERE id IN ({places})", tuple(numbers))
        found = {str(row[0]): row for row in rows}
        for one, number in numbers.items():
            if one in found:
                yield _touched(number, found[one])


def _touched(number: int, row: Row) -> Candidate:
    statement, state = statement_of_row(row[:-1]), row[-1]
    if statement.private_note and state == WorkState.IN_PROGRESS:
        return candidate_of(number, statement)
    return Candidate(number, statement.id, statement.version, WorkState(state), statement)
