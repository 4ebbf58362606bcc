"""Queries in a review session: reads at once, writes in the writer's thread."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.domain.asking import Asked, asked_in, in_order
from factcheck.domain.changes import Changes
from factcheck.domain.query import Addressee
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement

if TYPE_CHECKING:
    from factcheck.services.querying import Querying
    from factcheck.services.session import ReviewSession
    from factcheck.store.ledger import Ledger
    from factcheck.store.reading import Reader


class QueryingDesk:
    """What the screens ask of a session about queries."""

    def __init__(self, session: "ReviewSession") -> None:
        self._session = session

    def asked(self) -> Sequence[Asked]:
        """All queries of the article, by addressee, the open ones first. Looks at each statement once."""
        return asked_of(self._session.reader, self._session.article.id)

    def sources(self) -> Sequence[Source]:
        """The sources of the article: those that are confidential must not be given away."""
        return self._session.reader.surroundings.sources(self._session.article.id)

    def ask(self, seen: Statement, to: Addressee, text: str, name: str = "") -> Future[Changes]:
        """Ask something about a statement."""
        return self._do(lambda querying: querying.ask(seen, to, text, name))

    def answer(self, seen: Statement, query_id: str, answer: str) -> Future[Changes]:
        """Write down what came back."""
        return self._do(lambda querying: querying.answer(seen, query_id, answer))

    def close(self, seen: Statement, query_id: str) -> Future[Changes]:
        """Say that nothing more is wanted."""
        return self._do(lambda querying: querying.close(seen, query_id))

    def reopen(self, seen: Statement, query_id: str) -> Future[Changes]:
        """Wait for an answer again."""
        return self._do(lambda querying: querying.reopen(seen, query_id))

    def _do(self, use_case: Callable[["Querying"], Changes]) -> Future[Changes]:
        return self._session.submit(lambda ledger: use_case(_querying(ledger)))


def asked_of(reader: "Reader", article_id: str) -> Sequence[Asked]:
    """All queries of an article, by addressee, the open ones first. Looks at each statement once."""
    statements = reader.surroundings.with_column(article_id, "queries")
    numbers = reader.surroundings.numbers([s.id for s in statements])
    return in_order(one for s in statements for one in asked_in(numbers.get(s.id, 0), s))


def _querying(ledger: "Ledger") -> "Querying":
    from factcheck.services.querying import Querying  # in the writer's thread

    return Querying(ledger)
