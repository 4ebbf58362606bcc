"""What the screens ask of the services about sources."""

from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.domain.changes import Changes
from factcheck.domain.source import Citation, Source
from factcheck.domain.statement import Statement

if TYPE_CHECKING:
    from factcheck.services.sourcing_desk import OnFile, Use


class SourcingPort(Protocol):
    """The sources of the article under review. Reads answer at once; writes are done in order."""

    def sources(self) -> list[Source]: ...
    def on_file(self) -> "list[OnFile]":
        """All sources that can be cited: this article's first, then those of other articles."""
        ...

    def last(self) -> tuple[Source, Citation] | None:
        """What this person cited last in this article, also before a restart."""
        ...

    def uses(self) -> "dict[str, list[Use]]":
        """Where each source is cited, by its id."""
        ...

    def add(self, source: Source) -> Future[Changes]: ...
    def add_and_cite(
        self, seen: Statement, source: Source, citation: Citation, lead: str | None = None
    ) -> Future[Changes]: ...
    def cite(
        self, seen: Statement, source: Source, citation: Citation, lead: str | None = None
    ) -> Future[Changes]: ...
    def change_citation(self, seen: Statement, citation: Citation) -> Future[Changes]: ...
    def remove_citation(self, seen: Statement, citation_id: str) -> Future[Changes]: ...
    def change(self, seen: Source, wanted: Source) -> Future[Changes]: ...
    def merge(self, seen: Source, into: Source) -> Future[Changes]: ...
    def attach(self, seen: Source, path: Path) -> Future[Changes]: ...
