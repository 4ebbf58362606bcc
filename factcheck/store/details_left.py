"""Which statements have details left to go over. No condition in SQL says it: names that are ticked elsewhere count.

Grows with the article, so a few columns say it wherever they can; a statement is read whole only where a detail is
marked wrong, or *so* is left to the speaker.
"""

from collections.abc import Collection, Iterator

from msgspec import Struct
from msgspec.json import Decoder, decode

from factcheck.domain.mark import Sign
from factcheck.domain.progress import has_details_left
from factcheck.domain.statement import COUNT_ELSEWHERE, HARD_DETAILS, tick_hash
from factcheck.store.connection import Connection, Row
from factcheck.store.finding import LOOKS_LEFT, ticked_names
from factcheck.store.listing import columns
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

TOLD = "details, gone_over, exact, start_offset"
"""The columns that tell which details are left, where none is marked wrong and nothing is left to the speaker."""
COLUMNS = f"id, {TOLD}, ticks, so_sign, {LOOKS_LEFT}"
"""What is asked of a row, in the order in which it is told."""

_HARD_KINDS = frozenset(kind.value for kind in HARD_DETAILS)
_ELSEWHERE = frozenset(kind.value for kind in COUNT_ELSEWHERE)
_HARD = tuple(f'["{kind}",' for kind in _HARD_KINDS)
_ONE_BY_ONE = tuple(f'["{kind}",' for kind in _HARD_KINDS - _ELSEWHERE)
_WRONG = '"wrong"'
_START = 4


class _Told(Struct, frozen=True, array_like=True, gc=False):
    """As much of a detail as says what it is and where: what stands behind that in the column is not even read."""

    kind: str
    start: int
    end: int


_DETAILS = Decoder(list[_Told])
_ROWS_AT_A_TIME = 500


def told_left(details: str, gone_over: str, exact: str, start: int, ticked: Collection[str]) -> Iterator[str]:
    """The characters of the details that are left, in the order of the text, as the columns of TOLD tell them.

    `ticked` has the hashes of the names and titles that are ticked anywhere in the article.
    """
    if sum(map(details.count, _HARD)) == gone_over.count("[") - 1:
        return  # as many as are ticked; nothing needs to be read for that
    hard = [detail for detail in _DETAILS.decode(details) if detail.kind in _HARD_KINDS]
    if gone_over != "[]":
        gone = {(first, last) for first, last in decode(gone_over)}
        hard = [detail for detail in hard if (detail.start, detail.end) not in gone]
    for detail in hard:
        begins, ends = detail.start - start, detail.end - start
        characters = exact[begins if begins > 0 else 0 : ends if ends > 0 else 0]
        if not ticked or detail.kind not in _ELSEWHERE or tick_hash(detail.kind, characters) not in ticked:
            yield characters


def is_doubtful(ticks: str, so_sign: str) -> bool:
    """Whether these columns are not enough to tell it."""
    return so_sign == Sign.LEFT or _WRONG in ticks


def has_left(connection: Connection, row: Row, ticked: frozenset[str]) -> bool:
    """Whether the statement of a row in the order of COLUMNS has details left; most rows say it at a glance.

    `ticked` has the hashes of the names and titles that are ticked anywhere in the article.
    """
    statement_id, details, gone_over, exact, start, ticks, so_sign, looks_left = row
    if not looks_left:
        return False
    if is_doubtful(ticks, so_sign):
        whole = connection.one(
            f"SELECT {columns('statement', STATEMENT_COLUMNS)} FROM statement WHERE id = ?", (statement_id,)
        )
        return whole is not None and has_details_left(statement_of_row(whole), ticked)
    if sum(map(details.count, _ONE_BY_ONE)) >= gone_over.count("["):
        return True  # more than are ticked
    return next(told_left(details, gone_over, exact, start, ticked), None) is not None


def places_left(
    connection: Connection, article_id: str, start: int, *, forward: bool = True, also: str = "1 = 1"
) -> Iterator[tuple[str, int]]:
    """The ids of the statements with details left, and where they begin, from a place of the draft on or back.

    Another condition holds of them, too.
    """
    ticked = ticked_names(connection, article_id)
    comparison, direction = (">", "ASC") if forward else ("<", "DESC")
    place = start
    while rows := connection.all(
        f"SELECT {COLUMNS} FROM statement WHERE article_id = ? AND start_offset {comparison} ? "
        f"AND {LOOKS_LEFT} AND {also} ORDER BY start_offset {direction} LIMIT {_ROWS_AT_A_TIME}",
        (article_id, place),
    ):
        place = rows[-1][_START]
        yield from ((row[0], row[_START]) for row in rows if has_left(connection, row, ticked))


def starts_left(connection: Connection, article_id: str) -> Iterator[int]:
    """Where the statements with details left begin, in the order of the text. Grows with the article."""
    return (start for _, start in places_left(connection, article_id, -1))
