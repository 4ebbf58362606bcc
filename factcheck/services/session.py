"""What the screens work with: the desk, and one article under review.

Reads are plain SQL in the caller's thread and answer at once; writes go to the writer thread.
"""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.event import Author
from factcheck.domain.mark import BlockText, Mark
from factcheck.domain.place import Place
from factcheck.domain.progress import Tally
from factcheck.domain.review import ArticleLine, HistoryLine
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.errors import UsageError
from factcheck.services.writer import Writer
from factcheck.store.reading import Reader

if TYPE_CHECKING:
    from factcheck.services.reviewing import Reviewing
    from factcheck.store.ledger import Ledger


class ReviewSession:
    """One article under review by one person on one device."""

    def __init__(
        self, reader: Reader, writer: Writer, author: Author, article: Article, *, is_read_only: bool
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._author = author
        self._article = article
        self._is_article_stale = False
        self.is_read_only = is_read_only
        self.draft_number = reader.draft(article.draft_id).number
        self.block_count = reader.block_count(article.draft_id)

    @property
    def person(self) -> str:
        """Who is checking."""
        return self._author.person

    @property
    def article(self) -> Article:
        """The article as it stands after the newest write of this window."""
        if self._is_article_stale:
            self._is_article_stale = False
            self._article = self._reader.article(self._article.id) or self._article
        return self._article

    def warm_up(self) -> None:
        """Get ready to write, once the first frame is on the screen."""
        self._writer.warm_up()

    def tally(self) -> Tally:
        """The article's counts."""
        return self._reader.tally(self._article.id)

    def place(self) -> Place | None:
        """Where this person stood, on this device."""
        return self._reader.place(self._article.id, self._author.person, self._author.device)

    def blocks(self, first: int, count: int) -> Sequence[BlockText]:
        """Blocks of the draft, from a number on."""
        return self._reader.blocks(self.article, first, count)

    def marks(self, first_block: int, last_block: int) -> Sequence[Mark]:
        """The marks of the statements in these blocks, the last included."""
        return self._reader.marks(self._article, first_block, last_block)

    def excluded_blocks(self) -> Sequence[BlockText]:
        """The blocks that the extraction left out."""
        return self._reader.excluded_blocks(self.article)

    def statement(self, statement_id: str) -> Statement | None:
        """One statement."""
        return self._reader.statement(statement_id)

    def number_of(self, statement_id: str) -> int:
        """The number of a statement, from 1; 0 when there is no such statement."""
        return self._reader.number_of(statement_id)

    def by_number(self, number: int) -> Statement | None:
        """The statement with this number."""
        return self._reader.by_number(self._article.id, number)

    def after(self, statement: Statement) -> Statement | None:
        """The next statement in the text."""
        return self._reader.after(self._article.id, statement.span.start)

    def before(self, statement: Statement) -> Statement | None:
        """The previous statement in the text."""
        return self._reader.before(self._article.id, statement.span.start)

    def next_open(self, statement: Statement | None) -> Statement | None:
        """The next statement after this one that still wants something; from the start when None."""
        return self._reader.next_open(self._article.id, statement.span.start if statement else -1)

    def history(self, statement_id: str) -> Sequence[HistoryLine]:
        """What was done about a statement, newest first."""
        return self._reader.history(statement_id)

    def give_verdict(self, seen: Statement, question: Question, verdict: Verdict) -> Future[Changes]:
        """Give a verdict to a question."""
        return self._review(lambda reviewing: reviewing.give_verdict(seen, question, verdict))

    def clear_verdict(self, seen: Statement, question: Question) -> Future[Changes]:
        """Take the answer to a question away."""
        return self._review(lambda reviewing: reviewing.clear_verdict(seen, question))

    def leave_to_speaker(self, seen: Statement) -> Future[Changes]:
        """Leave *so* to the speaker."""
        return self._review(lambda reviewing: reviewing.leave_to_speaker(seen))

    def choose_basis(self, seen: Statement, question: Question, basis: Basis | None) -> Future[Changes]:
        """Say why a verdict is unverified or disputed."""
        return self._review(lambda reviewing: reviewing.choose_basis(seen, question, basis))

    def write_private_note(self, seen: Statement, text: str) -> Future[Changes]:
        """Replace the private note."""
        return self._review(lambda reviewing: reviewing.write_private_note(seen, text))

    def write_public_note(self, seen: Statement, text: str) -> Future[Changes]:
        """Replace the public note."""
        return self._review(lambda reviewing: reviewing.write_public_note(seen, text))

    def take_back_block(self, block: int) -> Future[Changes]:
        """Make statements of a block that the extraction left out."""
        return self._review(lambda reviewing: reviewing.take_back_block(self._article, block))

    def undo(self) -> Future[Changes]:
        """Take back the last action that stands."""
        return self._review(lambda reviewing: reviewing.undo(self._article.id))

    def redo(self) -> Future[Changes]:
        """Bring back what was undone last."""
        return self._review(lambda reviewing: reviewing.redo(self._article.id))

    def _review(self, use_case: Callable[["Reviewing"], Changes]) -> Future[Changes]:
        future = self._writer.submit(lambda ledger: use_case(_reviewing(ledger)))
        future.add_done_callback(self._note_changes)
        return future

    def _note_changes(self, future: Future[Changes]) -> None:
        if future.exception() is None and future.result().is_numbering_changed:
            self._is_article_stale = True

    def save_place(
        self, statement_id: str | None, question: Question, top: tuple[int, int], typed: Mapping[str, str]
    ) -> Future[None]:
        """Remember where this person stands, and what is typed but not saved."""
        place = Place(self._article.id, statement_id, question, top, typed=dict(typed))
        return self._writer.submit(lambda ledger: ledger.save_place(place))

    def close(self) -> None:
        """Wait for what is being written."""
        self._writer.submit(lambda ledger: None).result()


def _reviewing(ledger: "Ledger") -> "Reviewing":
    from factcheck.services.reviewing import Reviewing  # with the extraction: not before the first frame

    return Reviewing(ledger)


class Desk:
    """The articles of a store, and the way into one."""

    def __init__(self, reader: Reader, writer: Writer, author: Author, *, is_read_only: bool) -> None:
        self._reader = reader
        self._writer = writer
        self._author = author
        self._is_read_only = is_read_only

    @property
    def person(self) -> str:
        """Who is checking."""
        return self._author.person

    def articles(self) -> Sequence[ArticleLine]:
        """The articles that are not archived, the one last worked on first."""
        return self._reader.articles()

    def find(self, name: str | None) -> Article:
        """The article with this slug or id, or else the one where this person was last, or the newest.

        Raises UsageError when there is none.
        """
        if name is not None:
            article = self._reader.article(name)
        else:
            article = self._reader.last_article(self._author.person, self._author.device)
            newest = self.articles() if article is None else ()
            article = newest[0].article if newest else article
        if article is None:
            raise UsageError(
                f"There is no article called {name!r}." if name else "There is no article yet.",
                "`factcheck list` names the articles; `factcheck import FILE` makes one.",
            )
        return article

    def open(self, article_id: str) -> ReviewSession:
        """Open an article for review. Raises UsageError when there is none."""
        article = self.find(article_id)
        return ReviewSession(
            self._reader, self._writer, self._author, article, is_read_only=self._is_read_only
        )

    def close(self) -> None:
        """Wait for what is being written, then let go of the store."""
        self._writer.close()
        self._reader.close()
