"""Links, hints and criticism in a review session: reads at once, writes in the writer's thread."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.link import HintState, LinkType, StoredHint
from factcheck.domain.statement import Statement

if TYPE_CHECKING:
    from factcheck.services.linking import Linking
    from factcheck.services.replying import Replying
    from factcheck.services.session import ReviewSession
    from factcheck.store.ledger import Ledger


class LinkingDesk:
    """What the screens ask of a session about how statements bear on each other."""

    def __init__(self, session: "ReviewSession") -> None:
        self._session = session

    # reads

    def hints(self, state: HintState) -> Sequence[int]:
        """The numbers of the hints of which this became, the best first."""
        article = self._session.article
        match state:
            case HintState.ACCEPTED:
                return sorted(article.accepted_hints)
            case HintState.DISMISSED:
                return sorted(article.dismissed_hints)
        gone = article.accepted_hints | article.dismissed_hints
        count = self._session.reader.surroundings.hint_count(article.id)
        return [number for number in range(count) if number not in gone] if gone else range(count)

    def hint(self, number: int) -> StoredHint | None:
        """One hint as it stands."""
        return self._session.reader.surroundings.hint(self._session.article, number)

    def linked(self, start: int, *, forward: bool = True) -> Iterator[list[Statement]]:
        """The statements with a link from a place of the draft on, part by part of the article."""
        return self._session.reader.surroundings.linked(self._session.article.id, start, forward=forward)

    def with_words(self, words: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
        """Numbers and characters of the statements with all these words, part by part of the article."""
        return self._session.reader.surroundings.with_words(self._session.article.id, words)

    # writes

    def link(
        self, seen: Statement, other: Statement, kind: LinkType, *, is_from_here: bool = True
    ) -> Future[Changes]:
        """Link two statements."""
        return self._do(lambda linking: linking.link(seen, other, kind, is_from_here=is_from_here))

    def confirm(self, seen: Statement, other: Statement, link_id: str) -> Future[Changes]:
        """Say that a link still holds."""
        return self._do(lambda linking: linking.confirm(seen, other, link_id))

    def settle(self, seen: Statement, other: Statement | None, link_id: str, why: str) -> Future[Changes]:
        """Settle a link with a word why."""
        return self._do(lambda linking: linking.settle(seen, other, link_id, why))

    def open_again(self, seen: Statement, other: Statement | None, link_id: str) -> Future[Changes]:
        """Open a settled link again."""
        return self._do(lambda linking: linking.open_again(seen, other, link_id))

    def remove(self, seen: Statement, other: Statement | None, link_id: str) -> Future[Changes]:
        """Take a link away."""
        return self._do(lambda linking: linking.remove(seen, other, link_id))

    def accept_hint(self, hint: StoredHint, source: Statement, target: Statement) -> Future[Changes]:
        """Make the link that a hint suggests."""
        return self._do(lambda linking: linking.accept_hint(hint, source, target))

    def dismiss_hint(self, hint: StoredHint) -> Future[Changes]:
        """Put a hint aside."""
        article = self._session.article
        return self._do(lambda linking: linking.dismiss_hint(article, hint))

    def reopen_hint(self, hint: StoredHint) -> Future[Changes]:
        """Make a hint one that is still to be looked at."""
        article = self._session.article
        return self._do(lambda linking: linking.reopen_hint(article, hint))

    def put_criticism(self, seen: Statement, to: str, at: str) -> Future[Changes]:
        """Say whom criticism was put to, and when."""
        return self._session.submit(lambda ledger: _replying(ledger).put(seen, to, at))

    def answer_criticism(self, seen: Statement, answer: str) -> Future[Changes]:
        """Write down how criticism was answered."""
        return self._session.submit(lambda ledger: _replying(ledger).answer(seen, answer))

    def _do(self, use_case: Callable[["Linking"], Changes]) -> Future[Changes]:
        return self._session.submit(lambda ledger: use_case(_linking(ledger)))


def _linking(ledger: "Ledger") -> "Linking":
    from factcheck.services.linking import Linking  # in the writer's thread

    return Linking(ledger)


def _replying(ledger: "Ledger") -> "Replying":
    from factcheck.services.replying import Replying

    return Replying(ledger)
