"""What belongs to an article beside its statements: sources, hints, and where names were ticked."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.statement import Statement
from factcheck.domain.text import normal_form
from factcheck.store.connection import Connection
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row

if TYPE_CHECKING:
    from factcheck.domain.canonical import Json
    from factcheck.domain.link import StoredHint
    from factcheck.domain.source import Source

_AT_A_TIME = 500
_READ_AT_ONCE = 200
"""Statements whose words are compared together; that takes ten times as long as looking at a column of them."""
_FEW_TICKS = 100
"""Where a name is ticked at more places, the first of them is looked for from the start of the text."""
_FIRST_OF_FEW = (
    "SELECT MIN(position.ordinal) FROM ticked_name JOIN position "
    "ON position.statement_id = ticked_name.statement_id "
    "WHERE ticked_name.article_id = ? AND ticked_name.given_for = ?"
)
_FIRST_OF_MANY = (
    "SELECT position.ordinal FROM position CROSS JOIN ticked_name "
    "WHERE position.article_id = ? AND ticked_name.statement_id = position.statement_id "
    "AND ticked_name.given_for = ? ORDER BY position.ordinal LIMIT 1"
)
_LOOKED_AT_ONCE = 1000
"""Statements that are looked at together: some milliseconds, which no key notices."""


class Surroundings:
    """Reads them through a connection. Every method raises the store's faults."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sources(self, article_id: str | None = None) -> "list[Source]":
        """The sources of an article, or of all articles, those that were merged included; the oldest first."""
        from factcheck.store.source_rows import SOURCE_COLUMNS, source_of_row

        condition, values = ("article_id = ?", (article_id,)) if article_id else ("1 = 1", ())
        rows = self._connection.all(
            f"SELECT {', '.join(SOURCE_COLUMNS)} FROM source WHERE {condition} ORDER BY id", values
        )
        return [source_of_row(row) for row in rows]

    def sources_by_id(self, ids: Collection[str]) -> "dict[str, Source]":
        """These sources, by id; one that was merged is answered with the one that it turned out to be."""
        found: dict[str, Source] = {}
        for wanted in ids:
            source = self.source(wanted)
            seen = {wanted}
            while source and source.merged_into and source.merged_into not in seen:
                seen.add(source.merged_into)
                source = self.source(source.merged_into) or source
            if source is not None:
                found[wanted] = source
        return found

    def source(self, source_id: str) -> "Source | None":
        """One source, as it is."""
        from factcheck.store.source_rows import SOURCE_COLUMNS, source_of_row

        row = self._connection.one(
            f"SELECT {', '.join(SOURCE_COLUMNS)} FROM source WHERE id = ?", (source_id,)
        )
        return source_of_row(row) if row else None

    def numbers(self, statement_ids: Sequence[str]) -> dict[str, int]:
        """The numbers of these statements, from 1; those that there are not (any longer) are left out."""
        numbers: dict[str, int] = {}
        for first in range(0, len(statement_ids), _AT_A_TIME):
            batch = tuple(statement_ids[first : first + _AT_A_TIME])
            marks = ", ".join("?" * len(batch))
            rows = self._connection.all(
                f"SELECT statement_id, ordinal FROM position WHERE statement_id IN ({marks})", batch
            )
            numbers |= {str(statement_id): int(ordinal) for statement_id, ordinal in rows}
        return numbers

    def ticked_at(self, article_id: str, given_for: Collection[str]) -> dict[str, int]:
        """For hashes of names and titles: the number of the first statement in which such a one is ticked."""
        ticked: dict[str, int] = {}
        for wanted in given_for:
            some = self._connection.all(
                "SELECT 1 FROM ticked_name WHERE article_id = ? AND given_for = ? LIMIT ?",
                (article_id, wanted, _FEW_TICKS + 1),
            )
            first = _FIRST_OF_FEW if len(some) <= _FEW_TICKS else _FIRST_OF_MANY
            row = self._connection.one(first, (article_id, wanted)) if some else None
            if row and row[0] is not None:
                ticked[wanted] = int(row[0])
        return ticked

    def hints(self, article: Article) -> "list[StoredHint]":
        """The hints of an article, the best first, each with what became of it."""
        from factcheck.store.hint_rows import HINT_COLUMNS, hint_of_row

        rows = self._connection.all(
            f"SELECT {', '.join(HINT_COLUMNS)} FROM hint WHERE article_id = ? ORDER BY number", (article.id,)
        )
        return [with_state(hint_of_row(row), article) for row in rows]

    def hint_count(self, article_id: str) -> int:
        """How many hints the import of an article left."""
        row = self._connection.one(
            "SELECT number FROM hint WHERE article_id = ? ORDER BY number DESC LIMIT 1", (article_id,)
        )
        return int(row[0]) + 1 if row else 0

    def hint(self, article: Article, number: int) -> "StoredHint | None":
        """One hint, with what became of it."""
        from factcheck.store.hint_rows import HINT_COLUMNS, hint_of_row

        row = self._connection.one(
            f"SELECT {', '.join(HINT_COLUMNS)} FROM hint WHERE article_id = ? AND number = ?",
            (article.id, number),
        )
        return with_state(hint_of_row(row), article) if row else None

    def hint_ends(self, article_id: str, first: int, count: int) -> list[tuple[int, str, str]]:
        """The numbers of so many hints from one on, with the ids of the statements that they are about."""
        rows = self._connection.all(
            "SELECT number, from_id, to_id FROM hint WHERE article_id = ? AND number >= ? AND number < ? "
            "ORDER BY number",
            (article_id, first, first + count),
        )
        return [(int(number), str(source), str(target)) for number, source, target in rows]

    def linked(self, article_id: str, start: int, *, forward: bool = True) -> Iterator[list[Statement]]:
        """The statements with a link, from a place of the draft on, part by part of the article as it is read."""
        comparison, direction = (">", "ASC") if forward else ("<", "DESC")
        place = start
        while rows := self._connection.all(
            f"SELECT id, links <> '[]', start_offset FROM statement WHERE article_id = ? "
            f"AND start_offset {comparison} ? ORDER BY start_offset {direction} LIMIT {_LOOKED_AT_ONCE}",
            (article_id, place),
        ):
            place = int(rows[-1][2])
            yield [
                statement_of_row(row)
                for statement_id, has_links, _ in rows
                if has_links
                for row in self._connection.all(
                    f"SELECT {', '.join(STATEMENT_COLUMNS)} FROM statement WHERE id = ?", (statement_id,)
                )
            ]

    def with_words(self, article_id: str, words: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
        """The numbers and characters of the statements that have all these words, part by part of the article.

        Case, typography, and how accents are composed do not count.
        """
        needles = [normal_form(word).casefold() for word in words]
        last = 0
        while rows := self._connection.all(
            "SELECT position.ordinal, statement.exact FROM position "
            "JOIN statement ON statement.id = position.statement_id "
            f"WHERE position.article_id = ? AND position.ordinal > ? ORDER BY position.ordinal LIMIT {_READ_AT_ONCE}",
            (article_id, last),
        ):
            last = int(rows[-1][0])
            yield [
                (int(number), str(exact))
                for number, exact in rows
                if all(needle in normal_form(exact).casefold() for needle in needles)
            ]

    def citations(self, article_id: str) -> "list[tuple[int, str, str, list[dict[str, Json]]]]":
        """Number, id, characters and citations (as they are kept) of each statement that cites a source.

        The forms and not the values: of ten thousand statements this takes a tenth of a second.
        """
        rows = self._connection.all(
            "SELECT position.ordinal, statement.id, statement.exact, statement.citations FROM statement "
            "JOIN position ON position.statement_id = statement.id "
            "WHERE statement.article_id = ? AND statement.citation_count > 0 ORDER BY statement.start_offset",
            (article_id,),
        )
        return [(int(number), str(at), str(exact), json.loads(str(form))) for number, at, exact, form in rows]

    def with_column(self, article_id: str, column: str) -> list[Statement]:
        """The statements in which something hangs: `column` is citations, queries, links, leads or suggested.

        Grows with the article.
        """
        if column not in ("citations", "queries", "links", "leads", "suggested", "hearing", "flags"):
            raise ValueError(column)
        rows = self._connection.all(
            f"SELECT {', '.join(STATEMENT_COLUMNS)} FROM statement WHERE article_id = ? "
            f"AND {column} IS NOT NULL AND {column} <> '[]' ORDER BY start_offset",
            (article_id,),
        )
        return [statement_of_row(row) for row in rows]


def with_state(hint: "StoredHint", article: Article) -> "StoredHint":
    """A hint with what became of it in the article."""
    from factcheck.domain.link import hint_state

    return replace(hint, state=hint_state(article, hint.number))
