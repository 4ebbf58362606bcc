"""What the gate looks at, read in two goes and not one by one. Grows with the article."""

from collections.abc import Iterator

from factcheck.domain.gate import Candidate, candidate_of
from factcheck.domain.progress import WorkState
from factcheck.store.connection import Connection, Row
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

_NOTHING_ON_IT = f"work_state = '{WorkState.UNTOUCHED.value}' AND is_unanswered = 0 AND overrides = '[]'"
_NUMBERED = (
    "FROM position JOIN statement ON statement.id = position.statement_id WHERE position.article_id = ?"
)


def candidates(connection: Connection, article_id: str) -> Iterator[Candidate]:
    """The statements of an article before the gate, in the order of the text. Raises the store's faults.

    One that nobody has touched comes without what is in it.
    """
    bare = connection.all(
        f"SELECT ordinal, statement_id, version {_NUMBERED} AND {_NOTHING_ON_IT} ORDER BY ordinal",
        (article_id,),
    )
    columns = ", ".join(f"statement.{name}" for name in STATEMENT_COLUMNS)
    rows = connection.all(
        f"SELECT ordinal, work_state, {columns} {_NUMBERED} AND NOT ({_NOTHING_ON_IT}) ORDER BY ordinal",
        (article_id,),
    )
    untouched = (Candidate(int(row[0]), str(row[1]), int(row[2]), WorkState.UNTOUCHED) for row in bare)
    touched = (_touched(row) for row in rows)
    yield from _in_order(untouched, touched)


def _touched(row: Row) -> Candidate:
    statement = statement_of_row(row[2:])
    if statement.private_note and row[1] == WorkState.IN_PROGRESS:
        return candidate_of(int(row[0]), statement)
    return Candidate(int(row[0]), statement.id, statement.version, WorkState(row[1]), statement)


def _in_order(one: Iterator[Candidate], other: Iterator[Candidate]) -> Iterator[Candidate]:
    from heapq import merge

    return merge(one, other, key=lambda candidate: candidate.number)
