"""The articles of a store, without what is in them: all that `factcheck list` reads, so it loads nothing else."""

from typing import TYPE_CHECKING, Any

from factcheck.domain.article import Article
from factcheck.domain.tally import Tally
from factcheck.store.connection import Connection, Row

if TYPE_CHECKING:
    from factcheck.domain.article_line import ArticleLine
    from factcheck.domain.signoff import Signoff

TALLY_COLUMNS = Tally.__struct_fields__
ARTICLE_COLUMNS = (
    *"id slug title draft_id dateline author editor deadline is_archived".split(),
    *(_NUMBERS := ("taken_back", "accepted_hints", "dismissed_hints")),
    "signoff",
    "publisher",
)


def columns(table: str, names: "list[str] | tuple[str, ...]") -> str:
    """Columns of a table as a query names them."""
    return ", ".join(f"{table}.{name}" for name in names)


def listed(connection: Connection, *, archived: bool) -> "list[ArticleLine]":
    """The articles on the desk, or those that are archived; the one last worked on first. Raises the store's faults."""
    from factcheck.domain.article_line import ArticleLine  # a review reads its article here as well

    rows = connection.all(
        f"SELECT {columns('article', ARTICLE_COLUMNS)}, touched_at, {columns('tally', TALLY_COLUMNS)} FROM article "
        "JOIN tally ON tally.article_id = article.id WHERE is_archived = ? ORDER BY touched_at DESC, slug",
        (int(archived),),
    )
    width = len(ARTICLE_COLUMNS)
    found = [(article_of_row(row[:width]), row[width], Tally(*row[width + 1 :])) for row in rows]
    return [ArticleLine(one, tally, at, _signed(connection, one)) for one, at, tally in found]


def _signed(connection: Connection, article: Article) -> str:
    if article.signoff is None:
        return ""
    from factcheck.store.since_signing import signed_state  # most articles are not signed yet

    return signed_state(connection, article).value


def article_of_row(row: Row) -> Article:
    """The article of a row in the order of ARTICLE_COLUMNS. Raises ValueError when the row is damaged."""
    values: dict[str, Any] = dict(zip(ARTICLE_COLUMNS, row, strict=True))
    values["is_archived"] = bool(values["is_archived"])
    for name in _NUMBERS:
        values[name] = _numbers(values[name])
    if values["signoff"] is not None:
        values["signoff"] = _signoff(values["signoff"])
    return Article(**values)


def _signoff(column: str) -> "Signoff":
    import json  # most articles are not signed yet

    from factcheck.domain.signoff import signoff_of

    return signoff_of(json.loads(column))


def _numbers(column: str) -> frozenset[int]:
    if column == "[]":
        return frozenset()
    import json  # most articles have none, and a list of them need not wait for it

    return frozenset(json.loads(column))
