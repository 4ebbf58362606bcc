"""What the review screen works with: one article under review.

Reads are plain SQL in the caller's thread and answer at once; writes go to the writer thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.place import Place
from factcheck.services.hint_index import HintIndex
from factcheck.services.surroundings import around, with_hints

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from factcheck.domain.around import Around
    from factcheck.domain.article import Article
    from factcheck.domain.author import Author
    from factcheck.domain.changes import Changes
    from factcheck.domain.filter import Filter
    from factcheck.domain.history import HistoryLine, News
    from factcheck.domain.mark import BlockText, Mark, Standing
    from factcheck.domain.statement import Flag, Statement
    from factcheck.domain.tally import Tally
    from factcheck.domain.verdict import Basis, Question, Verdict
    from factcheck.services.editing_desk import EditingDesk
    from factcheck.services.keeping import Keeping
    from factcheck.services.linking_desk import LinkingDesk
    from factcheck.services.querying_desk import QueryingDesk
    from factcheck.services.reviewing import Reviewing
    from factcheck.services.revising_desk import RevisingDesk
    from factcheck.services.signing_desk import SigningDesk
    from factcheck.services.sourcing_desk import SourcingDesk
    from factcheck.services.ticking_desk import TickingDesk
    from factcheck.services.writer import Writer
    from factcheck.store.ledger import Ledger
    from factcheck.store.reading import Reader


T = TypeVar("T")


class _DraftFacts:
    """What is asked again and again about the draft that is checked."""

    def __init__(self, reader: Reader, draft_id: str) -> None:
        self.id = draft_id
        self.number = reader.draft_number(draft_id)
        self.blocks = reader.block_count(draft_id)


class ReviewSession:
    """One article under review by one person on one device."""

    def __init__(
        self, reader: Reader, writer: Writer, author: Author, article: Article, *, is_read_only: bool
    ) -> None:
        self.reader = reader
        self._writer = writer
        self._author = author
        self._article = article
        self._is_article_stale = False
        self._newest = reader.newest_event()
        self._own: set[str] = (
            set()
        )  # the groups of this window's own writes that it has not met in the log yet
        self._pending = 0
        self.is_read_only = is_read_only
        self._hints = HintIndex(reader, article.id)
        self._draft = _DraftFacts(reader, article.draft_id)

    @property
    def person(self) -> str:
        """Who is checking."""
        return self._author.person

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

    @property
    def linking(self) -> LinkingDesk:
        """Links, hints and criticism."""
        from factcheck.services.linking_desk import LinkingDesk  # when it is first asked for

        return LinkingDesk(self)

    @property
    def ticking(self) -> TickingDesk:
        """Ticks and suggested wording."""
        from factcheck.services.ticking_desk import TickingDesk  # when it is first asked for

        return TickingDesk(self)

    @property
    def sourcing(self) -> SourcingDesk:
        """What is done with sources."""
        from factcheck.services.sourcing_desk import SourcingDesk

        return SourcingDesk(self)

    @property
    def querying(self) -> QueryingDesk:
        """Queries to the author, the editor and sources."""
        from factcheck.services.querying_desk import QueryingDesk  # when it is first asked for

        return QueryingDesk(self)

    @property
    def revising(self) -> RevisingDesk:
        """A new draft of the article."""
        from factcheck.services.revising_desk import RevisingDesk  # when it is first asked for

        return RevisingDesk(self)

    @property
    def signing(self) -> SigningDesk:
        """The gate, the sign-off and the reports."""
        from factcheck.services.signing_desk import SigningDesk  # when it is first asked for

        return SigningDesk(self)

    @property
    def editing(self) -> EditingDesk:
        """Statements and what was found in them, edited by hand."""
        from factcheck.services.editing_desk import EditingDesk  # when it is first asked for

        return EditingDesk(self)

    def warm_up(self) -> None:
        """Get ready to write, once the first frame is on the screen: the use cases are loaded there, too."""
        self._writer.run(_load_use_cases)
        self._writer.warm_up()

    def tally(self) -> Tally:
        """The article's counts."""
        return self.reader.tally(self._article.id)

    def place(self) -> Place | None:
        """Where this person stood, on this device."""
        return self.reader.place(self._article.id, self._author.person, self._author.device)

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

    def news(self) -> Sequence[News]:
        """What other windows and people wrote to this article since the last time that this was asked.

        Empty while this window itself is writing: then the next time says it.
        """
        if self._pending:
            return ()
        found = self.reader.since(self._article.id, self._newest)
        if found:
            self._newest = found[-1].seq
        others = [n for n in found if n.group not in self._own]
        self._own.clear()
        if any(n.statement_id is None for n in others):
            self._is_article_stale = True
        return others

    def history(self, statement_id: str) -> Sequence[HistoryLine]:
        """What was done about a statement, newest first."""
        return self.reader.history(statement_id)

    def give_verdict(
        self, seen: Statement, question: Question, verdict: Verdict, basis: Basis | None = None
    ) -> Future[Changes]:
        """Give a verdict to a question, with its basis when that is said at once."""
        return self._review(lambda reviewing: reviewing.give_verdict(seen, question, verdict, basis))

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
        seen = self.article
        return self._review(lambda reviewing: reviewing.take_back_block(seen, block))

    def undo(self) -> Future[Changes]:
        """Take back the last action that stands."""
        return self._review(lambda reviewing: reviewing.undo(self._article.id))

    def redo(self) -> Future[Changes]:
        """Bring back what was undone last."""
        return self._review(lambda reviewing: reviewing.redo(self._article.id))

    def switch_flag(self, seen: Statement, flag: Flag) -> Future[Changes]:
        """Raise a flag, or lower it when it is up."""
        return self._review(lambda reviewing: reviewing.switch_flag(seen, flag))

    def switch_publication(self, seen: Statement) -> Future[Changes]:
        """Mark for publication, or take the mark off."""
        return self._review(lambda reviewing: reviewing.switch_publication(seen))

    def set_dateline(self, dateline: str | None) -> Future[Changes]:
        """Say place and date of the article, or take them away."""
        seen = self.article
        return self.submit(lambda ledger: _keeping(ledger).set_dateline(seen, dateline))

    def _review(self, use_case: Callable[[Reviewing], Changes]) -> Future[Changes]:
        return self.submit(lambda ledger: use_case(_reviewing(ledger)))

    def look(self, look: Callable[[Ledger], T]) -> Future[T]:
        """Look at something in the writer's thread, after what was asked for before; nothing is written."""
        return self._writer.submit(look)

    def submit(self, use_case: Callable[[Ledger], Changes]) -> Future[Changes]:
        """Have a use case done in the writer's thread, after those that were asked for before."""
        self._pending += 1
        return self._writer.submit(lambda ledger: self._do(use_case, ledger))

    def _do(self, use_case: Callable[[Ledger], Changes], ledger: Ledger) -> Changes:
        """In the writer's thread, so that whoever waits for the result finds all of it noted."""
        changes = None
        try:
            changes = use_case(ledger)
            if changes.group is not None:
                self._own.add(changes.group)
            return changes
        finally:  # what fails may do so because of what another window did to the article
            if changes is None or changes.is_article_changed or not changes.statements:
                self._is_article_stale = True
            self._pending -= 1

    def save_place(
        self,
        statement_id: str | None,
        question: Question,
        top: tuple[int, int],
        typed: Mapping[str, str],
        wanted: str = "",
        known: Mapping[str, str] | None = None,
    ) -> Future[None]:
        """Remember where this person stands, by which filter, and what is typed but not saved.

        `known` is what this window knew to be stored of half-typed texts: what differs from it is written, and
        what another window typed stays.
        """
        place = Place(self._article.id, statement_id, question, top, wanted, dict(typed))
        return self._writer.submit(lambda ledger: ledger.save_place(place, known or {}))

    def close(self) -> None:
        """Wait for what is being written."""
        self._writer.submit(lambda ledger: None).result()


def _load_use_cases() -> None:
    import factcheck.services.detailing
    import factcheck.services.keeping
    import factcheck.services.linking
    import factcheck.services.reviewing
    import factcheck.services.sourcing
    import factcheck.services.ticking
    import factcheck.store.past  # noqa: F401  # loaded for later


def _reviewing(ledger: Ledger) -> Reviewing:
    from factcheck.services.reviewing import Reviewing  # with the extraction: not before the first frame

    return Reviewing(ledger)


def _keeping(ledger: Ledger) -> Keeping:
    from factcheck.services.keeping import Keeping

    return Keeping(ledger)
