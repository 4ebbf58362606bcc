"""Any sequence of edits with work on the statements in between: undo, redo and a restart give exactly what was there."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.link import Link, LinkType
from factcheck.domain.source import Citation, Stance
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError
from factcheck.services.editing import Editing
from tests.build import Shop, open_shop
from tests.services.test_editing import record
from tests.services.test_given_for_edits import do, facts

pytestmark = pytest.mark.no_cover  # use cases are counted in their own tests: here their order is tried

TEXT = (
    "“We were never asked 3 times on Thursday. Nobody wrote 3 letters to us,” Quill said. It rained 3 days.\n"
)
NUMBERS = st.integers(0, 9)
HOWS = st.sampled_from(
    ("split", "join", "begin", "end", "add", "speaker", "cue", "content", "date", "dateline")
)
Snapshot = tuple[object, ...]


class Edits(RuleBasedStateMachine):
    """What a checker does to the words, against a stack of whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop: Shop
        self.given_for: dict[tuple[str, Question, str], object] = {}
        self.states: list[Snapshot] = []
        self.at = 0
        self.links = 0

    @initialize()
    def open(self) -> None:
        self.shop = open_shop(Path(self.folder.name), TEXT)
        self.states = [self.snapshot()]

    def teardown(self) -> None:
        self.shop.close()
        self.folder.cleanup()

    def statements(self) -> list[Statement]:
        return self.shop.reader.statements(self.shop.article.id)

    def pick(self, number: int) -> Statement:
        return self.statements()[number % len(self.statements())]

    def snapshot(self) -> Snapshot:
        article = self.shop.reader.article(self.shop.article.id)
        bare = (replace(s, version=0, changed_by=None, changed_at=None) for s in self.statements())
        return (article, *bare)

    def done(self, changes: Changes | None = None) -> None:
        if changes is None or not changes.is_empty:
            self.at += 1
            self.states[self.at :] = [self.snapshot()]

    @rule(how=HOWS, which=NUMBERS, at=st.integers(0, 99), length=st.integers(1, 40))
    def edit(self, how: str, which: int, at: int, length: int) -> None:
        self.shop.by()
        try:
            changes = do(self.shop, how, which, at, length)
        except ActionRefusedError:
            assert self.snapshot() == self.states[self.at]
        else:
            self.done(changes)

    @rule(which=NUMBERS, reason=st.sampled_from(Exclusion))
    def leave_out_or_take_back(self, which: int, reason: Exclusion) -> None:
        self.shop.by()
        seen, editing = self.pick(which), Editing(self.shop.ledgers["ann"])
        self.done(editing.exclude(seen, reason) if seen.excluded is None else editing.include(seen))

    @rule(which=NUMBERS, question=st.sampled_from(Question), verdict=st.sampled_from(Verdict))
    def answer(self, which: int, question: Question, verdict: Verdict) -> None:
        seen = self.pick(which)
        if question in seen.questions:
            changes = self.shop.by().give_verdict(seen, question, verdict)
            self.done(changes)
            answer = self.pick(which).answer(question)
            assert answer
            self.given_for[seen.id, question, answer.at] = facts(seen, question)

    @rule(which=NUMBERS, detail=NUMBERS)
    def tick(self, which: int, detail: int) -> None:
        seen = self.pick(which)
        hard = list(seen.hard_details())
        if hard:
            _, given_for, occurrence = hard[detail % len(hard)]
            record(
                self.shop, Deed(seen.id, EventKind.TICKED, {"given_for": given_for, "occurrence": occurrence})
            )
            self.done()

    @rule(which=NUMBERS)
    def cite(self, which: int) -> None:
        citation = Citation(f"c{len(self.states)}-{self.at}", "q1", Question.SO, Stance.SUPPORTS)
        record(self.shop, Deed(self.pick(which).id, EventKind.CITED, {"citation": form_of(citation)}))
        self.done()

    @rule(which=NUMBERS, other=NUMBERS)
    def link(self, which: int, other: int) -> None:
        one, two = self.pick(which), self.pick(other)
        if one.id == two.id:
            return
        self.links += 1
        deeds = [
            Deed(a.id, EventKind.LINKED, {"link": form_of(
                Link(f"k{self.links}", LinkType.DENIES, b.id, a is one, a.words_hash, b.words_hash, b.words_hash)
            )})
            for a, b in ((one, two), (two, one))
        ]  # fmt: skip
        record(self.shop, *deeds)
        self.done()

    @rule()
    def undo(self) -> None:
        assert self.shop.by().undo(self.shop.article.id).is_empty == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule()
    def redo(self) -> None:
        is_last = self.at + 1 == len(self.states)
        assert self.shop.by().redo(self.shop.article.id).is_empty == is_last
        self.at += not is_last

    @rule()
    def restart(self) -> None:
        self.shop.restart()

    @invariant()
    def p06_all_is_as_it_was_at_this_point(self) -> None:
        assert self.snapshot() == self.states[self.at]
        assert self.shop.findings() == []

    @invariant()
    def p21_a_verdict_counts_only_for_what_it_was_given_for(self) -> None:
        for statement in self.statements():
            for question in Question:
                answer = statement.answer(question)
                if answer is not None:
                    now, then = facts(statement, question), self.given_for[statement.id, question, answer.at]
                    assert statement.counts(question) == (now == then)

    @invariant()
    def each_link_hangs_on_both_its_ends_and_knows_the_other_s_words(self) -> None:
        by_id = {s.id: s for s in self.statements()}
        for statement in by_id.values():
            for link in statement.links:
                other = by_id[link.other]
                assert link.there_now == other.words_hash
                assert any(back.id == link.id and back.other == statement.id for back in other.links)

    @invariant()
    def a_tick_is_never_there_twice(self) -> None:
        for statement in self.statements():
            keys = [(t.given_for, t.occurrence) for t in statement.ticks]
            assert len(keys) == len(set(keys))


TestP06P21AnyEdits = Edits.TestCase
TestP06P21AnyEdits.settings = settings(max_examples=7, stateful_step_count=25)
