"""What the gate looks at: every statement of an article, and in full only those in which something may stand against it.

Grows with the article. To read all that hangs on ten thousand finished statements takes seconds; their columns say at
a glance that they are finished.
"""

import json
from collections.abc import Collection, Iterator
from heapq import merge
from typing import Any

from factcheck.domain.gate import Candidate, candidate_of
from factcheck.domain.mark import Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.source import Stance
from factcheck.domain.statement import COUNT_ELSEWHERE, HARD_DETAILS, tick_hash
from factcheck.store.connection import Connection, Row
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

_NUMBERED = "FROM position p JOIN statement s ON s.id = p.statement_id WHERE p.article_id = ? AND {} ORDER BY p.ordinal"
_NOTHING_LEFT = "s.overrides = '[]' AND s.open_queries = 0 AND s.open_links = 0 AND s.is_unanswered = 0 AND s.suggested IS NULL"
_UNTOUCHED = f"(s.work_state = '{WorkState.UNTOUCHED}' AND {_NOTHING_LEFT})"
_ANSWERED = " AND ".join(
    f"(s.{q}_sign IS NULL OR s.{q}_sign IN ('{Sign.CONFIRMED}', '{Sign.LEFT}') "
    f"OR (s.{q}_sign = '{Sign.UNVERIFIED}' AND s.{q}_basis IS NOT NULL))"
    for q in ("said", "so")
)
_FINISHED = (
    f"(s.work_state = '{WorkState.EXCLUDED}' OR (s.work_state = '{WorkState.DONE}' AND {_ANSWERED} "
    f"AND s.ticks NOT LIKE ?)) AND {_NOTHING_LEFT}"
)
_WRONG = '%"wrong"%'
_SUPPORTS = Stance.SUPPORTS.value
_HARD = frozenset(kind.value for kind in HARD_DETAILS)
_WRITTEN = tuple(f'["{kind}",' for kind in _HARD)
_ELSEWHERE = frozenset(kind.value for kind in COUNT_ELSEWHERE)
_AT_A_TIME = 400


def candidates(
    connection: Connection, article_id: str, primary: Collection[str], ticked: Collection[str]
) -> Iterator[Candidate]:
    """The statements of an article before the gate, in the order of the text. Raises the store's faults.

    `primary` has the ids of the primary sources, `ticked` the hashes of the names and titles that are ticked anywhere.
    A statement that nobody has touched, and one against which nothing can stand, come without what is in them.
    """
    bare = "SELECT p.ordinal, s.id, s.version, s.work_state "
    looks = (
        "SELECT p.ordinal, s.id, s.version, s.work_state, s.said_sign, s.so_sign, s.citations, s.details, "
        "s.gone_over, s.exact, s.start_offset "
    )
    doubtful = f"{bare} {_NUMBERED.format(f'NOT {_UNTOUCHED} AND NOT ({_FINISHED})')}"
    untouched = connection.all(bare + _NUMBERED.format(_UNTOUCHED), (article_id,))
    finished, unsure = (
        [],
        [(int(row[0]), str(row[1])) for row in connection.all(doubtful, (article_id, _WRONG))],
    )
    for row in connection.all(looks + _NUMBERED.format(_FINISHED), (article_id, _WRONG)):
        if row[3] == WorkState.EXCLUDED or _is_clear(row, primary, ticked):
            finished.append(row)
        else:
            unsure.append((int(row[0]), str(row[1])))
    yield from merge(
        map(_without_content, untouched),
        map(_without_content, finished),
        _in_full(connection, sorted(unsure)),
        key=lambda candidate: candidate.number,
    )


def _without_content(row: Row) -> Candidate:
    return Candidate(int(row[0]), str(row[1]), int(row[2]), WorkState(row[3]))


def _is_clear(row: Row, primary: Collection[str], ticked: Collection[str]) -> bool:
    """Whether a finished statement has a primary source wherever it is confirmed, and each hard detail is ticked."""
    said, so, citations = row[4:7]
    confirmed = [q for q, sign in (("said", said), ("so", so)) if sign == Sign.CONFIRMED]
    cited = json.loads(citations) if confirmed else []
    if not all(any(_supports(one, q, primary) for one in cited) for q in confirmed):
        return False
    return _is_gone_over(row[7:], ticked)


def _is_gone_over(row: Row, ticked: Collection[str]) -> bool:
    """Whether each hard detail is ticked, here or elsewhere, where none is marked wrong."""
    details, gone_over, exact, start = row
    if sum(map(details.count, _WRITTEN)) == gone_over.count("[") - 1:
        return True  # as many as are ticked; nothing needs to be read for that
    gone = {(first, last) for first, last in json.loads(gone_over)}
    for kind, first, last, *_ in json.loads(details):
        if kind not in _HARD or (first, last) in gone:
            continue
        if kind not in _ELSEWHERE or tick_hash(kind, exact[first - start : last - start]) not in ticked:
            return False
    return True


def _supports(citation: dict[str, Any], question: str, primary: Collection[str]) -> bool:
    return (
        citation["question"] == question
        and citation["stance"] == _SUPPORTS
        and citation["source"] in primary
        and bool(citation["locator"].strip())
    )


def _in_full(connection: Connection, wanted: list[tuple[int, str]]) -> Iterator[Candidate]:
    columns = ", ".join(STATEMENT_COLUMNS)
    for first in range(0, len(wanted), _AT_A_TIME):
        numbers = {one: number for number, one in wanted[first : first + _AT_A_TIME]}
        places = ", ".join("?" * len(numbers))
        rows = connection.all(f"SELECT {columns} FROM statement WHERE id IN ({places})", tuple(numbers))
        found = {str(row[0]): row for row in rows}
        for one, number in numbers.items():
            if one in found:
                yield _touched(number, found[one])


_STATE = STATEMENT_COLUMNS.index("work_state")


def _touched(number: int, row: Row) -> Candidate:
    statement = statement_of_row(row)
    if statement.private_note and row[_STATE] == WorkState.IN_PROGRESS:
        return candidate_of(number, statement)
    return Candidate(number, statement.id, statement.version, WorkState(row[_STATE]), statement)
