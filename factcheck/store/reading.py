"""All that screens and lists read, as plain SQL: SQLModel would cost more than the first frame.

Each read is flat in the number of statements, except those that say that they read everything.
"""

import json
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.domain.article import Article, Block, BlockKind
from factcheck.domain.filter import Filter
from factcheck.domain.mark import BlockText, Mark, mark_of
from factcheck.domain.place import Place
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question
from factcheck.store.connection import Connection, Row
from factcheck.store.finding import (
    OPEN,
    condition,
    has_ticked_names,
    places_with,
    ticked_among,
    ticked_names,
)
from factcheck.store.listing import ARTICLE_COLUMNS, TALLY_COLUMNS, article_of_row, columns, listed
from factcheck.store.mark_rows import MARK_COLUMNS, mark_of_row
from factcheck.store.outline import Outline
from factcheck.store.rows import STATEMENT_COLUMNS, statement_of_row
from factcheck.store.surroundings import Surroundings

if TYPE_CHECKING:
    from factcheck.domain.article_line import ArticleLine
    from factcheck.domain.draft import Draft
    from factcheck.domain.event import Event
    from factcheck.domain.history import HistoryLine, News
    from factcheck.domain.signoff import SignedState

_BLOCK = "number kind start_offset end_offset is_excluded reason same_as text".split()
STATEMENTS = f"SELECT {columns('statement', STATEMENT_COLUMNS)} FROM statement"


class Reader:
    """Reads a store through one connection. Every method raises the store's faults."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def connection(self) -> Connection:
        """What it reads through."""
        return self._connection

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    # articles

    def articles(self, *, archived: bool = False) -> "list[ArticleLine]":
        """The articles on the desk, or those that are archived; the one last worked on first."""
        return listed(self._connection, archived=archived)

    def article(self, name: str) -> Article | None:
        """The article with this slug or id."""
        row = self._connection.one(
            f"SELECT {columns('article', ARTICLE_COLUMNS)} FROM article WHERE slug = ? OR id = ?",
            (name, name),
        )
        return article_of_row(row) if row else None

    def last_article(self, person: str, device: str) -> Article | None:
        """The article at which this person was last, on this device."""
        row = self._connection.one(
            "SELECT article_id FROM place WHERE person = ? AND device = ? ORDER BY at DESC LIMIT 1",
            (person, device),
        )
        return self.article(str(row[0])) if row else None

    def tally(self, article_id: str) -> Tally:
        """An article's counts."""
        row = self._connection.one(
            f"SELECT {columns('tally', TALLY_COLUMNS)} FROM tally WHERE article_id = ?", (article_id,)
        )
        return Tally(*row) if row else Tally()

    def place(self, article_id: str, person: str, device: str) -> Place | None:
        """Where this person stood in the article, on this device."""
        row = self._connection.one(
            "SELECT statement_id, question, top_block, top_line, filter, typed, at FROM place "
            "WHERE person = ? AND device = ? AND article_id = ?",
            (person, device, article_id),
        )
        if row is None:
            return None
        statement_id, question, block, line, chosen, typed, at = row
        return Place(
            article_id, statement_id, Question(question), (block, line), chosen, json.loads(typed), at
        )

    # the draft

    def signed_state(self, article: Article) -> "SignedState":
        """Whether an article is signed, and whether its report would print the same now."""
        from factcheck.store.since_signing import signed_state  # most articles are not signed yet

        return signed_state(self._connection, article)

    def draft_number(self, draft_id: str) -> int:
        """The number of a draft, from 1. Raises LookupError when there is none."""
        row = self._connection.one("SELECT number FROM draft WHERE id = ?", (draft_id,))
        if row is None:
            raise LookupError(draft_id)
        return int(row[0])

    def draft(self, draft_id: str) -> "Draft":
        """A draft without its text. Raises LookupError when there is none."""
        row = self._connection.one(
            "SELECT article_id, number, sha256, length, extractor, extraction_sha256, provenance "
            "FROM draft WHERE id = ?",
            (draft_id,),
        )
        if row is None:
            raise LookupError(draft_id)
        from factcheck.domain.draft import Draft, Provenance

        told = json.loads(row[6])
        told["warnings"] = tuple(told["warnings"])
        article_id, number, sha256, length, extractor, extraction_sha256, _ = row
        return Draft(
            draft_id, article_id, number, sha256, length, extractor, extraction_sha256, Provenance(**told)
        )

    def block_count(self, draft_id: str) -> int:
        """How many blocks a draft has."""
        row = self._connection.one(
            "SELECT number FROM draft_block WHERE draft_id = ? ORDER BY number DESC LIMIT 1", (draft_id,)
        )
        return int(row[0]) + 1 if row else 0

    def blocks(self, article: Article, first: int, count: int) -> list[BlockText]:
        """Blocks of the article's draft, from a number on."""
        rows = self._connection.all(
            f"SELECT {', '.join(_BLOCK)} FROM draft_block WHERE draft_id = ? AND number >= ? AND number < ? "
            "ORDER BY number",
            (article.draft_id, first, first + count),
        )
        return [_block_text(row, article) for row in rows]

    def excluded_blocks(self, article: Article) -> list[BlockText]:
        """All blocks that the extraction left out, those that were taken back included. Reads all blocks."""
        rows = self._connection.all(
            f"SELECT {', '.join(_BLOCK)} FROM draft_block WHERE draft_id = ? AND is_excluded = 1 ORDER BY number",
            (article.draft_id,),
        )
        return [_block_text(row, article) for row in rows]

    # statements

    @property
    def outline(self) -> Outline:
        """All statements of an article at a glance."""
        return Outline(self._connection)

    @property
    def surroundings(self) -> Surroundings:
        """Sources, hints, and where names were ticked."""
        return Surroundings(self._connection)

    def marks(self, article: Article, first_block: int, last_block: int) -> list[Mark]:
        """The marks of the statements in these blocks, the last included, in the order of the text.

        Where names are ticked in the article, each statement is read whole, to see which of them it has.
        """
        ticked = has_ticked_names(self._connection, article.id)
        rows = self._connection.all(
            f"SELECT {', '.join(STATEMENT_COLUMNS if ticked else MARK_COLUMNS)} FROM statement WHERE article_id = ? "
            "AND start_offset >= (SELECT MIN(start_offset) FROM draft_block WHERE draft_id = ? AND number = ?) "
            "AND start_offset < (SELECT MAX(end_offset) FROM draft_block WHERE draft_id = ? AND number = ?) "
            "ORDER BY start_offset",
            (article.id, article.draft_id, first_block, article.draft_id, last_block),
        )
        if not ticked:
            return [mark_of_row(row) for row in rows]
        statements = [statement_of_row(row) for row in rows]
        names = ticked_among(self._connection, article.id, statements)
        return [mark_of(statement, names) for statement in statements]

    def ticked_names(self, article_id: str) -> frozenset[str]:
        """The hashes of the names and titles that are ticked somewhere in the article."""
        return ticked_names(self._connection, article_id)

    def statement(self, statement_id: str) -> Statement | None:
        """One statement."""
        return self._statement("WHERE id = ?", statement_id)

    def number_of(self, statement_id: str) -> int:
        """The number of a statement, from 1; 0 when there is no such statement."""
        row = self._connection.one("SELECT ordinal FROM position WHERE statement_id = ?", (statement_id,))
        return int(row[0]) if row else 0

    def by_number(self, article_id: str, number: int) -> Statement | None:
        """The statement with this number."""
        return self._statement(
            "JOIN position ON position.statement_id = statement.id "
            "WHERE position.article_id = ? AND position.ordinal = ?",
            article_id,
            number,
        )

    def after(self, article_id: str, start: int, wanted: Filter | None = None) -> Statement | None:
        """The first statement that begins after a place of the draft and that the filter lets through."""
        return self._nearest(article_id, start, wanted)

    def before(self, article_id: str, start: int, wanted: Filter | None = None) -> Statement | None:
        """The last statement that begins before a place of the draft and that the filter lets through."""
        return self._nearest(article_id, start, wanted, forward=False)

    def next_open(self, article_id: str, start: int, wanted: Filter | None = None) -> Statement | None:
        """The first statement after a place that still wants something and that the filter lets through."""
        return self._nearest(article_id, start, wanted, also=OPEN)

    def _nearest(
        self,
        article_id: str,
        start: int,
        wanted: Filter | None,
        *,
        forward: bool = True,
        also: str = "1 = 1",
    ) -> Statement | None:
        if wanted is not None and wanted.looks_at_names:
            from factcheck.store.details_left import places_left  # most filters look at a column

            places = places_left(self._connection, article_id, start, forward=forward, also=also)
            found = next(places, None)
            return self.statement(found[0]) if found else None
        sql, values = condition(wanted)
        comparison, direction = (">", "ASC") if forward else ("<", "DESC")
        return self._statement(
            f"WHERE article_id = ? AND start_offset {comparison} ? AND {also} AND {sql} "
            f"ORDER BY start_offset {direction} LIMIT 1",
            article_id,
            start,
            *values,
        )

    def count(self, article_id: str, wanted: Filter) -> int:
        """How many statements a filter lets through. Grows with the article."""
        if wanted.looks_at_names:
            return len(self.outline.starts(article_id, wanted))
        sql, values = condition(wanted)
        row = self._connection.one(
            f"SELECT COUNT(*) FROM statement WHERE article_id = ? AND {sql}", (article_id, *values)
        )
        return int(row[0]) if row else 0

    def speakers(self, article_id: str) -> list[str]:
        """Everybody who is quoted, the most quoted first. Grows with the article."""
        rows = self._connection.all(
            "SELECT attributions FROM statement WHERE article_id = ? AND attributions <> '[]'", (article_id,)
        )
        quoted = Counter(
            name for (form,) in rows for name in {a["speaker"] for a in json.loads(form)} if name
        )
        return [name for name, _ in quoted.most_common()]

    def find(self, article_id: str, words: str, start: int, *, forward: bool = True) -> Statement | None:
        """The next statement after (or before) a place that has the words in its text or a note, or None."""
        found = next(places_with(self._connection, article_id, words, start, forward=forward), None)
        return self.statement(found) if found else None

    def _statement(self, condition: str, *values: str | int) -> Statement | None:
        row = self._connection.one(f"{STATEMENTS} {condition}", values)
        return statement_of_row(row) if row else None

    # what was done: see past.py, which is loaded when somebody asks

    def stream(self, stream_id: str) -> "list[Event]":
        """All events of a stream, oldest first."""
        from factcheck.store.past import stream

        return stream(self._connection, stream_id)

    def newest_event(self) -> int:
        """The number of the newest event in the store, of whatever article; 0 when there is none."""
        row = self._connection.one("SELECT MAX(seq) FROM event")
        return int(row[0] or 0) if row else 0

    def since(self, article_id: str, newest: int) -> "list[News]":
        """What was written to an article after an event: by whom, when, what, and to which statement."""
        from factcheck.store.past import since

        return since(self._connection, article_id, newest)

    def history(self, statement_id: str) -> "list[HistoryLine]":
        """What was done about a statement, newest first; undo and redo show in the lines they concern."""
        from factcheck.store.past import history

        return history(self._connection, statement_id)


def _block_text(row: Row, article: Article) -> BlockText:
    number, kind, start, end, is_excluded, reason, same_as, text = row
    block = Block(number, BlockKind(kind), Span(start, end), bool(is_excluded), reason, same_as)
    return BlockText(block, text, is_taken_back=number in article.taken_back)
