"""What the review screen works with: one article under review.

Reads answer at once (`ArticleReading`); writes go to the writer thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factcheck.domain.place import Place
from factcheck.services.article_reading import ArticleReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future

    from factcheck.domain.article import Article
    from factcheck.domain.author import Author
    from factcheck.domain.changes import Changes
    from factcheck.domain.history import News
    from factcheck.domain.statement import Flag, Statement
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


class ReviewSession(ArticleReading):
    """One article under review by one person on one device."""

    def __init__(
        self, reader: Reader, writer: Writer, author: Author, article: Article, *, is_read_only: bool
    ) -> None:
        self._newest = reader.newest_event()  # before anything else is read: what comes later is news
        super().__init__(reader, article)
        self._writer = writer
        self._author = author
        self._own = set[str]()  # the groups of this window's own writes that it has not met in the log yet
        self._pending = 0
        self.is_read_only = is_read_only

    @property
    def person(self) -> str:
        """Who is checking."""
        return self._author.person

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

    def place(self) -> Place | None:
        """Where this person stood, on this device."""
        return self.reader.place(self._article.id, self._author.person, self._author.device)

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
