"""A glance at an article for the desk: a few rows, read by index, however long the article is."""

from factcheck.domain.article import Article, BlockKind
from factcheck.domain.glance import Glance, Waiting
from factcheck.domain.tally import Tally
from factcheck.store.connection import Connection
from factcheck.store.finding import OPEN

_BLOCKS = 8
_LONGEST = 1_200
"""So many characters of a block, or of a statement, are read."""
_QUERIES = 4
_LOOKED_THROUGH = 1_000
"""Among so many statements from the start it looks for queries: there is no index of them."""


def glance(connection: Connection, article: Article, tally: Tally, person: str, device: str) -> Glance:
    """What is on top of an article for this person on this device. Raises the store's faults."""
    number, words = _next(connection, article.id) if tally.open else (0, "")
    return Glance(
        _opening(connection, article),
        _left_at(connection, article.id, person, device),
        number,
        words,
        _waiting(connection, article.id) if tally.open_queries else (),
    )


def _opening(connection: Connection, article: Article) -> tuple[tuple[BlockKind, str], ...]:
    rows = connection.all(
        f"SELECT kind, substr(text, 1, {_LONGEST}) FROM draft_block WHERE draft_id = ? AND is_excluded = 0 "
        f"ORDER BY number LIMIT {_BLOCKS}",
        (article.draft_id,),
    )
    return tuple((BlockKind(kind), str(text)) for kind, text in rows)


def _left_at(connection: Connection, article_id: str, person: str, device: str) -> int:
    row = connection.one(
        "SELECT position.ordinal FROM place JOIN position ON position.statement_id = place.statement_id "
        "WHERE place.person = ? AND place.device = ? AND place.article_id = ?",
        (person, device, article_id),
    )
    return int(row[0]) if row else 0


def _next(connection: Connection, article_id: str) -> tuple[int, str]:
    row = connection.one(
        f"SELECT id, substr(exact, 1, {_LONGEST}) FROM statement WHERE article_id = ? AND {OPEN} "
        "ORDER BY start_offset LIMIT 1",
        (article_id,),
    )
    if row is None:
        return 0, ""
    number = connection.one("SELECT ordinal FROM position WHERE statement_id = ?", (row[0],))
    return (int(number[0]) if number else 0), str(row[1])


def _waiting(connection: Connection, article_id: str) -> tuple[Waiting, ...]:
    from factcheck.domain.work_form import values_reader  # most articles wait for nobody

    rows = connection.all(
        "SELECT position.ordinal, early.queries FROM "
        "(SELECT id, start_offset, open_queries, queries FROM statement WHERE article_id = ? "
        f"ORDER BY start_offset LIMIT {_LOOKED_THROUGH}) early "
        "JOIN position ON position.statement_id = early.id "
        f"WHERE early.open_queries > 0 ORDER BY early.start_offset LIMIT {_QUERIES}",
        (article_id,),
    )
    read = values_reader("queries")
    asked = [(int(number), query) for number, column in rows for query in read(column)]
    return tuple(Waiting(number, query) for number, query in asked if query.is_open)[:_QUERIES]
