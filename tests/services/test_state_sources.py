"""Sources among all other work, in any sequence with undo, redo and restarts: as a plain model says."""

from dataclasses import dataclass, field

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.services.sourcing import Sourcing
from tests.services.test_state import NUMBERS, QUESTIONS, Review, State

pytestmark = pytest.mark.no_cover  # use cases are counted in their own tests: here their order is tried

STANCES = st.sampled_from(Stance)


@dataclass
class WithSources(State):
    """Titles and what each was merged into by the source's id; what is cited by the statement's."""

    sources: dict[str, tuple[str, str | None]] = field(default_factory=dict)
    cited: dict[str, tuple[Citation, ...]] = field(default_factory=dict)


class ReviewWithSources(Review):
    """Adds what is done with sources."""

    now: WithSources

    def __init__(self) -> None:
        super().__init__()
        self.now = WithSources()

    def sourcing(self) -> Sourcing:
        self.shop.by()
        return Sourcing(self.shop.ledgers["ann"])

    def sources(self) -> list[Source]:
        found = self.shop.reader.surroundings.sources(self.shop.article.id)
        return [source for source in found if source.merged_into is None]

    @rule(number=NUMBERS, question=QUESTIONS, stance=STANCES, title=st.text("ab[]", min_size=1, max_size=3))
    def add_and_cite(self, number: int, question: Question, stance: Stance, title: str) -> None:
        seen = self.pick(number)
        asked = question if question in seen.questions else Question.SO
        source = Source("", "", title, SourceKind.DATA, Tier.PRIMARY, Level.PUBLIC)
        self.remember()
        changes = self.sourcing().add_and_cite(seen, source, Citation("", "", asked, stance, "p. 1"))
        self.now.sources[changes.sources[0]] = (title, None)
        self.note_citations(seen.id)
        assert self.now.cited[seen.id][-1].source == changes.sources[0]

    @precondition(lambda self: self.now.sources)
    @rule(number=NUMBERS, which=NUMBERS, stance=STANCES, locator=st.text("ab ", max_size=3))
    def cite(self, number: int, which: int, stance: Stance, locator: str) -> None:
        seen, sources = self.pick(number), self.sources()
        self.remember()
        self.sourcing().cite(
            seen, sources[which % len(sources)], Citation("", "", Question.SO, stance, locator)
        )
        self.note_citations(seen.id)
        assert len(self.now.cited[seen.id]) == len(seen.citations) + 1

    @rule(number=NUMBERS)
    def uncite(self, number: int) -> None:
        seen = self.pick(number)
        if seen.citations:
            self.remember()
            self.sourcing().remove_citation(seen, seen.citations[0].id)
            self.now.cited[seen.id] = self.now.cited[seen.id][1:]

    @precondition(lambda self: sum(into is None for _, into in self.now.sources.values()) > 1)
    @rule(which=NUMBERS)
    def merge(self, which: int) -> None:
        sources = self.sources()
        one, other = sources[which % len(sources)], sources[(which + 1) % len(sources)]
        self.remember()
        self.sourcing().merge(one, other)
        self.now.sources[one.id] = (one.title, other.id)

    def note_citations(self, statement_id: str) -> None:
        stored = self.shop.reader.statement(statement_id)
        assert stored is not None
        self.now.cited[statement_id] = stored.citations

    @invariant()
    def sources_and_citations_are_those_of_the_model(self) -> None:
        found = self.shop.reader.surroundings.sources(self.shop.article.id)
        assert {s.id: (s.title, s.merged_into) for s in found} == self.now.sources
        cited = {s.id: s.citations for s in self.shop.reader.statements(self.shop.article.id) if s.citations}
        assert cited == {k: v for k, v in self.now.cited.items() if v}


TestP06SourcesAmongAnyWork = ReviewWithSources.TestCase
TestP06SourcesAmongAnyWork.settings = settings(max_examples=6, stateful_step_count=30)
