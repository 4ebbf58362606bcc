"""Sources, for the screens: what is on file, where it is used, and everything that is done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.domain.source import Citation, Stance
from factcheck.domain.verdict import Question
from factcheck.domain.work_form import value_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.domain.changes import Changes
    from factcheck.domain.source import Source
    from factcheck.domain.statement import Statement
    from factcheck.services.session import ReviewSession
    from factcheck.services.sourcing import Sourcing
    from factcheck.store.ledger import Ledger


class OnFile(Struct, frozen=True):
    """A source that can be cited. `article` is the title of the other article that has it, "" for this one."""

    source: Source
    article: str = ""


class Use(Struct, frozen=True):
    """Where a source is cited: the statement's number, from 1, its id and characters, and for which question."""

    number: int
    statement_id: str
    exact: str
    question: Question
    stance: Stance
    locator: str


class SourcingDesk:
    """The sources of the article under review. Reads answer at once; writes go to the writer's thread."""

    def __init__(self, session: ReviewSession) -> None:
        self._session = session

    def sources(self) -> list[Source]:
        """The sources of this article, without those that turned out to be another one; the newest last."""
        found = self._session.reader.surroundings.sources(self._session.article.id)
        return [source for source in found if source.merged_into is None]

    def on_file(self) -> list[OnFile]:
        """All sources that can be cited: this article's, the newest first, then those of other articles."""
        reader, here = self._session.reader, self._session.article.id
        found = [s for s in reversed(reader.surroundings.sources()) if s.merged_into is None]
        titles = {s.article_id: "" for s in found if s.article_id == here}
        for source in found:
            if source.article_id not in titles:
                article = reader.article(source.article_id)
                titles[source.article_id] = article.title if article else source.article_id
        listed = [OnFile(s, titles[s.article_id]) for s in found]
        return sorted(listed, key=lambda one: one.article != "")

    def last(self) -> tuple[Source, Citation] | None:
        """What this person cited last in this article, also before a restart; None when nothing stands."""
        from factcheck.store.past import last_cited

        reader = self._session.reader
        for event in last_cited(reader.connection, self._session.article.id, self._session.person):
            citation = value_of(Citation, event.payload["citation"])
            source = reader.surroundings.sources_by_id({citation.source}).get(citation.source)
            if source is not None:
                return source, citation
        return None

    def uses(self) -> dict[str, list[Use]]:
        """Where each source is cited, by its id, in the order of the text. Grows with the citations."""
        surroundings = self._session.reader.surroundings
        found: dict[str, list[Use]] = {}
        for number, statement_id, exact, forms in surroundings.citations(self._session.article.id):
            for form in forms:
                use = Use(
                    number,
                    statement_id,
                    exact,
                    Question(str(form["question"])),
                    Stance(str(form["stance"])),
                    str(form["locator"]),
                )
                found.setdefault(str(form["source"]), []).append(use)
        merged: dict[str, list[Use]] = {}
        for wanted, source in surroundings.sources_by_id(found).items():
            merged.setdefault(source.id, []).extend(found[wanted])
        return {source: sorted(uses, key=lambda use: use.number) for source, uses in merged.items()}

    # ------------------------------------------------------------------------------------------ writing

    def add(self, source: Source) -> Future[Changes]:
        """Put a source on file that is not cited yet."""
        article_id = self._session.article.id
        return self._do(lambda sourcing: sourcing.add(article_id, source))

    def add_and_cite(
        self, seen: Statement, source: Source, citation: Citation, lead: str | None = None
    ) -> Future[Changes]:
        """Put a new source on file and cite it for a statement."""
        return self._do(lambda sourcing: sourcing.add_and_cite(seen, source, citation, lead=lead))

    def cite(
        self, seen: Statement, source: Source, citation: Citation, lead: str | None = None
    ) -> Future[Changes]:
        """Cite a source that is on file; one of another article as a copy."""
        return self._do(lambda sourcing: sourcing.cite(seen, source, citation, lead=lead))

    def change_citation(self, seen: Statement, citation: Citation) -> Future[Changes]:
        """Replace what a citation says."""
        return self._do(lambda sourcing: sourcing.change_citation(seen, citation))

    def remove_citation(self, seen: Statement, citation_id: str) -> Future[Changes]:
        """Take a citation off a statement."""
        return self._do(lambda sourcing: sourcing.remove_citation(seen, citation_id))

    def change(self, seen: Source, wanted: Source) -> Future[Changes]:
        """Say something else about a source."""
        return self._do(lambda sourcing: sourcing.change(seen, wanted))

    def merge(self, seen: Source, into: Source) -> Future[Changes]:
        """Say that a source is another one, too."""
        return self._do(lambda sourcing: sourcing.merge(seen, into))

    def attach(self, seen: Source, path: Path) -> Future[Changes]:
        """Keep a copy of a file as evidence for a source."""
        return self._do(lambda sourcing: sourcing.attach(seen, path))

    def _do(self, use_case: Callable[[Sourcing], Changes]) -> Future[Changes]:
        def act(ledger: Ledger) -> Changes:
            from factcheck.services.sourcing import Sourcing

            return use_case(Sourcing(ledger))

        return self._session.submit(act)
