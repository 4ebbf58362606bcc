"""What is read of the article under review: plain SQL in the caller's thread, which answers at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.services.hint_index import HintIndex
from factcheck.services.surroundings import around, with_hints

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.domain.around import Around
    from factcheck.domain.article import Article
    from factcheck.domain.filter import Filter
    from factcheck.domain.history import HistoryLine
    from factcheck.domain.mark import BlockText, Mark, Standing
    from factcheck.domain.statement import Statement
    from factcheck.domain.tally import Tally
    from factcheck.store.reading import Reader


class _DraftFacts:
    """What is asked again and again about the draft that is checked."""

    def __init__(self, reader: Reader, draft_id: str) -> None:
        self.id = draft_id
        self.number = reader.draft_number(draft_id)
        self.blocks = reader.block_count(draft_id)


class ArticleReading:
    """One article as the store has it now."""

    def __init__(self, reader: Reader, article: Article) -> None:
        self.reader = reader
        self._article = article
        self._is_article_stale = False
        self._hints = HintIndex(reader, article.id)
        self._draft = _DraftFacts(reader, article.draft_id)

    @property
    def article(self) -> Article:
        """The article as it stands after the newest write of this window."""
        if self._is_article_stale:
            self._is_article_stale = False
            self._article = self.reader.article(self._article.id) or self._article
        return self._article

    @property
    def draft_number(self) -> int:
        """The number of the draft that is checked, from 1."""
        return self._current_draft().number

    @property
    def block_count(self) -> int:
        """How many blocks the draft has."""
        return self._current_draft().blocks

    def _current_draft(self) -> _DraftFacts:
        draft_id = self.article.draft_id
        if self._draft.id != draft_id:
            self._draft = _DraftFacts(self.reader, draft_id)
        return self._draft

    def tally(self) -> Tally:
        """The article's counts."""
        return self.reader.tally(self._article.id)

    def blocks(self, first: int, count: int) -> Sequence[BlockText]:
        """Blocks of the draft, from a number on."""
        return self.reader.blocks(self.article, first, count)

    def marks(self, first_block: int, last_block: int) -> Sequence[Mark]:
        """The marks of the statements in these blocks, the last included."""
        return self.reader.marks(self.article, first_block, last_block)

    def excluded_blocks(self) -> Sequence[BlockText]:
        """The blocks that the extraction left out."""
        return self.reader.excluded_blocks(self.article)

    def statement(self, statement_id: str) -> Statement | None:
        """One statement."""
        return self.reader.statement(statement_id)

    def around(self, statement: Statement) -> Around:
        """What the card shows beside a statement."""
        touching = self._hints.touching(statement.id)
        return with_hints(self.reader, self.article, around(self.reader, statement), statement, touching)

    def number_of(self, statement_id: str) -> int:
        """The number of a statement, from 1; 0 when there is no such statement."""
        return self.reader.number_of(statement_id)

    def by_number(self, number: int) -> Statement | None:
        """The statement with this number."""
        return self.reader.by_number(self._article.id, number)

    def after(self, statement: Statement, wanted: Filter | None = None) -> Statement | None:
        """The next statement in the text that the filter lets through."""
        return self.reader.after(self._article.id, statement.span.start, wanted)

    def before(self, statement: Statement, wanted: Filter | None = None) -> Statement | None:
        """The previous statement in the text that the filter lets through."""
        return self.reader.before(self._article.id, statement.span.start, wanted)

    def next_open(self, statement: Statement | None, wanted: Filter | None = None) -> Statement | None:
        """The next statement that still wants something; from the start of the text when None is given."""
        return self.reader.next_open(self._article.id, statement.span.start if statement else -1, wanted)

    def first_of(self, wanted: Filter) -> Statement | None:
        """The first statement that a filter lets through."""
        return self.reader.after(self._article.id, -1, wanted)

    def count(self, wanted: Filter) -> int:
        """How many statements a filter lets through."""
        return self.reader.count(self._article.id, wanted)

    def speakers(self) -> Sequence[str]:
        """Everybody who is quoted, the most quoted first."""
        return self.reader.speakers(self._article.id)

    def starting_at(self, start: int) -> Statement | None:
        """The statement that begins at a place of the draft, or the next one."""
        return self.reader.after(self._article.id, start - 1)

    def starts(self, wanted: Filter) -> array[int]:
        """Where the statements that a filter lets through begin, in the order of the text."""
        return self.reader.outline.starts(self._article.id, wanted)

    def ticked_names(self) -> frozenset[str]:
        """The hashes of the names and titles that are ticked somewhere in the article."""
        return self.reader.ticked_names(self._article.id)

    def filter_counts(self) -> Mapping[Filter, int]:
        """How many statements each filter lets through; the filters by speaker last, the most quoted first."""
        return self.reader.outline.filter_counts(self._article.id)

    def counting_filters(self) -> Iterator[Mapping[Filter, int] | None]:
        """The same, for one who has other things to do in between: None for each part, then the counts."""
        return self.reader.outline.counting_filters(self._article.id)

    def standings(self, start: int, count: int) -> Sequence[Standing]:
        """How the statements stand that begin at or after a place of the draft, so many of them."""
        return self.reader.outline.standings(self._article.id, start, count)

    def finding(self, words: str, start: int, *, forward: bool = True) -> Iterator[Statement | None]:
        """Like `find`, from a place of the draft on; None for each part of the article that has nothing."""
        batches = self.reader.outline.batches_with(self._article.id, words, start, forward=forward)
        for batch in batches:
            yield from map(self.reader.statement, batch)
            if not batch:
                yield None

    def find(self, words: str, statement: Statement, *, forward: bool = True) -> Statement | None:
        """The next (or previous) statement that has the words in its text or a note."""
        return self.reader.find(self._article.id, words, statement.span.start, forward=forward)

    def history(self, statement_id: str) -> Sequence[HistoryLine]:
        """What was done about a statement, newest first."""
        return self.reader.history(statement_id)
