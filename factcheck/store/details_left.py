"""Which statements have details left to go over. No condition in SQL says it: names that are ticked elsewhere count."""

from collections.abc import Iterator

from factcheck.domain.mark import Sign
from factcheck.domain.progress import has_details_left
from factcheck.domain.statement import COUNT_ELSEWHERE, HARD_DETAILS
from factcheck.store.connection import Connection, Row
from factcheck.store.finding import LOOKS_LEFT, ticked_names
from factcheck.store.listing import columns
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

COLUMNS = columns("statement", STATEMENT_COLUMNS)
"""What is asked of a row, in the order in which it is told."""

_HARD = tuple(f'["{kind.value}",' for kind in HARD_DETAILS)
_ONE_BY_ONE = tuple(f'["{kind.value}",' for kind in HARD_DETAILS - COUNT_ELSEWHERE)
_DETAILS, _TICKS, _SO, _EXCLUDED, _START = map(
    STATEMENT_COLUMNS.index, ("details", "ticks", "so_sign", "excluded", "start_offset")
)
_ROWS_AT_A_TIME = 500


def has_left(row: Row, ticked: frozenset[str]) -> bool:
    """Whether the statement of a row has details left; those that nobody has touched say it at a glance.

    `ticked` has the hashes of the names and titles that are ticked anywhere in the article.
    """
    details = row[_DETAILS]
    if row[_EXCLUDED] is not None or not any(kind in details for kind in _HARD):
        return False
    is_untouched = row[_TICKS] == "[]" and row[_SO] != Sign.LEFT
    if is_untouched and (not ticked or any(kind in details for kind in _ONE_BY_ONE)):
        return True
    return has_details_left(statement_of_row(row), ticked)


def rows_left(
    connection: Connection, article_id: str, start: int, *, forward: bool = True, also: str = "1 = 1"
) -> Iterator[Row]:
    """The rows with details left, from a place of the draft on or back, that another condition holds of, too."""
    ticked = ticked_names(connection, article_id)
    comparison, direction = (">", "ASC") if forward else ("<", "DESC")
    place = start
    while rows := connection.all(
        f"SELECT {COLUMNS} FROM statement WHERE article_id = ? AND start_offset {comparison} ? "
        f"AND {LOOKS_LEFT} AND {also} ORDER BY start_offset {direction} LIMIT {_ROWS_AT_A_TIME}",
        (article_id, place),
    ):
        place = rows[-1][_START]
        yield from (row for row in rows if has_left(row, ticked))


def starts_left(connection: Connection, article_id: str) -> Iterator[int]:
    """Where the statements with details left begin, in the order of the text. Grows with the article."""
    return (row[_START] for row in rows_left(connection, article_id, -1))
