"""Reading a whole article: for a report, and for checking the store against its log. Grows with the article."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.domain.article import Article, BlockKind
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import attributions_in, details_in
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.errors import DamagedError
from factcheck.store.reading import STATEMENTS, Reader
from factcheck.store.rows import leads_of, statement_of_row

if TYPE_CHECKING:
    from factcheck.domain.draft import Draft
    from factcheck.domain.event import Event
    from factcheck.domain.review import LogHead, Review

_BLOCKS_AT_A_TIME = 500


class WholeReader(Reader):
    """A reader that also reads everything there is about an article. Raises the store's faults."""

    def review(self, article_id: str) -> "Review":
        """The whole review at one moment, whatever others write meanwhile. Reads everything.

        Raises LookupError when there is no such article.
        """
        with self._connection.snapshot():
            article = self.article(article_id)
            if article is None:
                raise LookupError(article_id)
            return self.whole(article)

    def whole(self, article: Article) -> "Review":
        """Like `review`, inside a snapshot that somebody else keeps."""
        from factcheck.domain.review import Review  # `show` needs the statements alone

        return Review(
            article=article,
            draft=self.draft(article.draft_id),
            text="".join(self.text(article.draft_id)),
            blocks=tuple(b.block for b in self.blocks(article, 0, self.block_count(article.draft_id))),
            statements=tuple(self.statements(article.id)),
            tally=self.tally(article.id),
            log=self.log_heads(article.id),
            sources=tuple(self.surroundings.sources(article.id)),
        )

    def standing(self, article_id: str) -> tuple[Tally, list[Statement]]:
        """The counts and all statements at one moment. Reads all of them, and nothing else."""
        with self._connection.snapshot():
            return self.tally(article_id), self.statements(article_id)

    def gone(self, article_id: str) -> list[Statement]:
        """The statements whose words are gone from the draft, each as it stood in the last one that had them."""
        later = "SELECT 1 FROM draft WHERE article_id = ? AND number > 1 LIMIT 1"
        if self._connection.one(later, (article_id,)) is None:
            return []
        from factcheck.store import revisions  # most articles have one draft

        return revisions.gone(self._connection, article_id)

    def origins(self, article_id: str) -> Iterator[Statement]:
        """All statements as the import left them. Reads everything."""
        rows = self._connection.all(
            "SELECT statement_id, draft_id, block, kind, start_offset, end_offset, details, attributions, leads "
            "FROM origin WHERE article_id = ?",
            (article_id,),
        )
        texts: dict[str, str] = {}
        for statement_id, draft_id, block, kind, start, end, details, attributions, leads in rows:
            if draft_id not in texts:
                texts[draft_id] = "".join(self.text(draft_id))
            span = Span(start, end)
            yield Statement(
                id=statement_id,
                article_id=article_id,
                draft_id=draft_id,
                block=block,
                kind=BlockKind(kind),
                span=span,
                exact=span.of(texts[draft_id]),
                details=details_in(details),
                attributions=attributions_in(attributions),
                leads=leads_of(leads),
            )

    def log(self, article_id: str) -> "Iterator[tuple[Event, int, str, str]]":
        """Every event of an article as it was written, with the device's count, content and chain hash."""
        from factcheck.store.past import EVENT_COLUMNS, event_of_row

        rows = self._connection.all(
            f"SELECT {', '.join(EVENT_COLUMNS)}, device_seq, content_hash, chain_hash FROM event "
            "WHERE article_id = ? ORDER BY seq",
            (article_id,),
        )
        for row in rows:
            yield event_of_row(row[:-3]), row[-3], row[-2], row[-1]

    def text(self, draft_id: str) -> Iterator[str]:
        """The whole stored text of a draft, in parts."""
        first = 0
        sql = "SELECT lead, text FROM draft_block WHERE draft_id = ? AND number >= ? AND number < ? ORDER BY number"
        while rows := self._connection.all(sql, (draft_id, first, first + _BLOCKS_AT_A_TIME)):
            for lead, text in rows:
                yield lead
                yield text
            first += _BLOCKS_AT_A_TIME
        tail = self._connection.one("SELECT tail FROM draft WHERE id = ?", (draft_id,))
        yield str(tail[0]) if tail else ""

    def drafts(self, article_id: str) -> "list[Draft]":
        """All drafts of an article, without their text; the oldest first."""
        rows = self._connection.all(
            "SELECT id FROM draft WHERE article_id = ? ORDER BY number", (article_id,)
        )
        return [self.draft(draft_id) for (draft_id,) in rows]

    def statements(self, article_id: str) -> list[Statement]:
        """All statements of an article, in the order of the text."""
        rows = self._connection.each(
            f"{STATEMENTS} WHERE article_id = ? ORDER BY start_offset", (article_id,)
        )
        return [statement_of_row(row) for row in rows]

    def newest_printed(self, article_id: str) -> int:
        """The number of the newest event of an article that can change what its report prints."""
        from factcheck.store.since_signing import PRINTED_NOWHERE

        hidden = ", ".join(f"'{kind.value}'" for kind in PRINTED_NOWHERE)
        row = self._connection.one(
            f"SELECT MAX(seq) FROM event WHERE article_id = ? AND kind NOT IN ({hidden})", (article_id,)
        )
        return int(row[0] or 0) if row else 0

    def signed_file(self, article_id: str, sha256: str) -> bytes:
        """Bytes that were signed, or a signature, as they were kept. Raises DamagedError when they are not."""
        import hashlib

        row = self._connection.one(
            "SELECT content FROM signed_file WHERE article_id = ? AND sha256 = ?", (article_id, sha256)
        )
        content = bytes(row[0]) if row else b""
        if row is None or hashlib.sha256(content).hexdigest() != sha256:
            raise DamagedError(
                "What was signed is not kept as it was signed.",
                "Take the signed package that was handed over, and run `factcheck doctor`.",
            )
        return content

    def log_heads(self, article_id: str) -> "tuple[LogHead, ...]":
        """For each device that worked on the article: how many events, and the head of their chain."""
        from factcheck.domain.review import LogHead

        rows = self._connection.all(
            "SELECT e.device, e.device_seq, e.chain_hash FROM event e JOIN (SELECT device, "
            "MAX(device_seq) AS newest FROM event WHERE article_id = ? GROUP BY device) heads "
            "ON heads.device = e.device AND heads.newest = e.device_seq "
            "WHERE e.article_id = ? ORDER BY e.device",
            (article_id, article_id),
        )
        return tuple(LogHead(device, count, head) for device, count, head in rows)
