"""What the screens ask about queries. A part of the review's port."""

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Protocol

from factcheck.domain.asking import Asked
from factcheck.domain.changes import Changes
from factcheck.domain.query import Addressee
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement


class QueryingPort(Protocol):
    """Reads answer at once; writes end like those of the review's port."""

    def asked(self) -> Sequence[Asked]:
        """All queries of the article, by addressee, the open ones first."""
        ...

    def sources(self) -> Sequence[Source]: ...
    def ask(self, seen: Statement, to: Addressee, text: str, name: str = "") -> Future[Changes]: ...
    def answer(self, seen: Statement, query_id: str, answer: str) -> Future[Changes]: ...
    def close(self, seen: Statement, query_id: str) -> Future[Changes]: ...
    def reopen(self, seen: Statement, query_id: str) -> Future[Changes]: ...
