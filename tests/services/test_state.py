"""Any sequence of actions, undo, redo and restarts: the store is what its log says, and what a plain model says."""

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.domain.checklist import checklist
from factcheck.domain.link import HintState, LinkType
from factcheck.domain.place import Place
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.tick import TickState
from factcheck.domain.verdict import Question, Verdict, bases_for
from factcheck.errors import ActionRefusedError
from factcheck.services.keeping import Keeping
from factcheck.services.linking import Linking
from factcheck.services.replying import Replying
from factcheck.services.suggesting import Suggesting
from factcheck.services.ticking import Ticking
from tests.build import ARTICLE, Shop, open_shop

pytestmark = pytest.mark.no_cover  # use cases are counted in their own tests: here their order is tried

QUESTIONS = st.sampled_from(Question)
NUMBERS = st.integers(0, 30)
DENIAL = "Clerk Bo Marsh denied that the town had spent almost 50,000 crowns on the bridge."
"""What may contradict another statement, so that there are hints."""
Answers = dict[tuple[str, str], tuple[str, str | None]]


@dataclass
class State:
    """What undo brings back. A new kind of action has its facts here, and compares them in `the_rest_is…`."""

    answers: Answers = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    public_notes: dict[str, str] = field(default_factory=dict)
    flags: set[tuple[str, Flag]] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    article: dict[str, str | None] = field(default_factory=dict)
    is_archived: bool = False
    taken_back: int = 0
    links: dict[tuple[str, str, LinkType], str | None] = field(default_factory=dict)
    hearings: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    hints: dict[int, HintState] = field(default_factory=dict)
    ticks: dict[tuple[str, str, int], TickState] = field(default_factory=dict)
    wordings: dict[str, tuple[str, ChangeState]] = field(default_factory=dict)


class Review(RuleBasedStateMachine):
    """What a checker does, against dictionaries and two stacks of whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop: Shop
        self.now = State()
        self.done: list[State] = []
        self.undone: list[State] = []
        self.place: Place | None = None

    @initialize()
    def open(self) -> None:
        self.shop = open_shop(Path(self.folder.name), f"{ARTICLE}\n{DENIAL}\n")

    def teardown(self) -> None:
        self.shop.close()
        self.folder.cleanup()

    def pick(self, number: int) -> Statement:
        statements = self.shop.reader.statements(self.shop.article.id)
        return statements[number % len(statements)]

    def remember(self) -> None:
        self.done.append(deepcopy(self.now))
        self.undone.clear()

    @rule(number=NUMBERS, question=QUESTIONS, verdict=st.sampled_from(Verdict), basis=st.integers(0, 5))
    def give_verdict(self, number: int, question: Question, verdict: Verdict, basis: int) -> None:
        seen = self.pick(number)
        if question not in seen.questions:
            question = Question.SO
        fitting = (None, *bases_for(question, verdict))
        chosen = fitting[basis % len(fitting)]
        before = self.now.answers.get((seen.id, question.value))
        after = (verdict.value, chosen.value if chosen else None)
        is_same = before is not None and before[0] == verdict.value and chosen in (None, before[1])
        changes = None
        if not is_same:
            self.remember()
            self.now.answers[seen.id, question.value] = after
        changes = self.shop.by().give_verdict(seen, question, verdict, chosen)
        assert changes.is_empty == is_same

    @rule(number=NUMBERS)
    def leave_to_speaker(self, number: int) -> None:
        seen = self.pick(number)
        if seen.attributions and self.now.answers.get((seen.id, "so")) != ("left", None):
            self.remember()
            self.now.answers[seen.id, "so"] = ("left", None)
            assert not self.shop.by().leave_to_speaker(seen).is_empty

    @rule(number=NUMBERS, question=QUESTIONS)
    def clear(self, number: int, question: Question) -> None:
        seen = self.pick(number)
        if (seen.id, question.value) in self.now.answers:
            self.remember()
            del self.now.answers[seen.id, question.value]
            assert not self.shop.by().clear_verdict(seen, question).is_empty
        else:
            assert self.shop.by().clear_verdict(seen, question).is_empty

    @rule(
        number=NUMBERS,
        text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=9),
    )
    def note(self, number: int, text: str) -> None:
        seen = self.pick(number)
        if self.now.notes.get(seen.id, "") != text:
            self.remember()
            self.now.notes[seen.id] = text
            self.shop.by().write_private_note(seen, text)

    @rule(number=NUMBERS, text=st.text("ab[]", max_size=5))
    def public_note(self, number: int, text: str) -> None:
        seen = self.pick(number)
        if self.now.public_notes.get(seen.id, "") != text:
            self.remember()
            self.now.public_notes[seen.id] = text
            self.shop.by().write_public_note(seen, text)

    @rule(number=NUMBERS, question=QUESTIONS, basis=st.integers(0, 5))
    def choose_basis(self, number: int, question: Question, basis: int) -> None:
        seen = self.pick(number)
        word, before = self.now.answers.get((seen.id, question.value), ("left", None))
        fitting = () if word == "left" else bases_for(question, Verdict(word))
        if not fitting:
            return
        chosen = (None, *fitting)[basis % (len(fitting) + 1)]
        after = chosen.value if chosen else None
        if after != before:
            self.remember()
            self.now.answers[seen.id, question.value] = (word, after)
        changes = self.shop.by().choose_basis(seen, question, chosen)
        assert changes.is_empty == (after == before)

    @rule(number=NUMBERS, flag=st.sampled_from(Flag))
    def flag(self, number: int, flag: Flag) -> None:
        seen = self.pick(number)
        self.remember()
        self.now.flags ^= {(seen.id, flag)}
        assert not self.shop.by().switch_flag(seen, flag).is_empty

    @rule(number=NUMBERS)
    def publication(self, number: int) -> None:
        seen = self.pick(number)
        self.remember()
        self.now.published ^= {seen.id}
        assert not self.shop.by().switch_publication(seen).is_empty

    @rule(what=st.sampled_from(("title", "dateline", "deadline")), text=st.sampled_from(("", "a [b]", "c")))
    def say_of_the_article(self, what: str, text: str) -> None:
        self.shop.by()
        keeping = Keeping(self.shop.ledgers["ann"])
        seen = self.shop.reader.article(self.shop.article.id)
        assert seen is not None
        wanted: str | None = (text or "untitled") if what == "title" else (text or None)
        is_same = getattr(seen, what) == wanted
        if not is_same:
            self.remember()
            self.now.article[what] = wanted
        acts = {"title": keeping.rename, "dateline": keeping.set_dateline, "deadline": keeping.set_deadline}
        assert acts[what](seen, wanted or "").is_empty == is_same

    @rule(is_archived=st.booleans())
    def archive_or_bring_back(self, is_archived: bool) -> None:
        self.shop.by()
        keeping = Keeping(self.shop.ledgers["ann"])
        seen = self.shop.reader.article(self.shop.article.id)
        assert seen is not None
        is_same = self.now.is_archived == is_archived
        if not is_same:
            self.remember()
            self.now.is_archived = is_archived
        act = keeping.archive if is_archived else keeping.bring_back
        assert act(seen).is_empty == is_same

    def linking(self) -> Linking:
        self.shop.by()
        return Linking(self.shop.ledgers["ann"])

    @rule(number=NUMBERS, other=NUMBERS, kind=st.sampled_from(LinkType), is_from_here=st.booleans())
    def link(self, number: int, other: int, kind: LinkType, is_from_here: bool) -> None:
        seen, its_other = self.pick(number), self.pick(other)
        ends = (seen.id, its_other.id) if is_from_here else (its_other.id, seen.id)
        ways = {ends} if kind.has_direction else {ends, ends[::-1]}
        if seen.id == its_other.id or any((*way, kind) in self.now.links for way in ways):
            with pytest.raises(ActionRefusedError):
                self.linking().link(seen, its_other, kind, is_from_here=is_from_here)
            return
        self.remember()
        self.now.links[(*ends, kind)] = None
        assert not self.linking().link(seen, its_other, kind, is_from_here=is_from_here).is_empty

    @precondition(lambda self: self.now.links)
    @rule(number=NUMBERS, why=st.sampled_from(("", "both stand", "asked")), is_turned=st.booleans())
    def settle_open_or_remove_a_link(self, number: int, why: str, is_turned: bool) -> None:
        """A word settles; none opens what is settled, and takes away what is open."""
        key = sorted(self.now.links)[number % len(self.now.links)]
        source, target = (self.shop.reader.statement(one) for one in key[:2])
        assert source is not None
        assert target is not None
        (link,) = [x for x in source.links if (x.other, x.type, x.is_from_here) == (target.id, key[2], True)]
        seen, other = (target, source) if is_turned else (source, target)
        before = self.now.links[key]
        if why and why == before:
            assert self.linking().settle(seen, other, link.id, why).is_empty
            return
        self.remember()
        if why:
            self.now.links[key] = why
            self.linking().settle(seen, other, link.id, why)
        elif before is not None:
            self.now.links[key] = None
            self.linking().open_again(seen, other, link.id)
        else:
            del self.now.links[key]
            self.linking().remove(seen, other, link.id)

    @rule(number=NUMBERS, wanted=st.sampled_from(HintState))
    def turn_a_hint(self, number: int, wanted: HintState) -> None:
        article = self.shop.reader.article(self.shop.article.id)
        assert article is not None
        hints = self.shop.reader.surroundings.hints(article)
        hint = hints[number % len(hints)]
        if hint.state is not wanted:
            self.remember()
            self.now.hints[hint.number] = wanted
        if wanted is HintState.ACCEPTED:
            source = self.shop.reader.statement(hint.from_id)
            target = self.shop.reader.statement(hint.to_id)
            assert source is not None
            assert target is not None
            ways = [(source.id, target.id), (target.id, source.id)]
            linked = [w for w in ways if (*w, hint.type) in self.now.links]
            is_linked = bool(linked) and (not hint.type.has_direction or ways[0] in linked)
            if hint.state is not wanted and not is_linked:
                self.now.links[*ways[0], hint.type] = None
            changes = self.linking().accept_hint(hint, source, target)
        elif wanted is HintState.DISMISSED:
            changes = self.linking().dismiss_hint(article, hint)
        else:
            changes = self.linking().reopen_hint(article, hint)
        assert changes.is_empty == (hint.state is wanted)

    @rule(number=NUMBERS, which=st.integers(0, 4), said=st.sampled_from((None, *TickState)))
    def tick(self, number: int, which: int, said: TickState | None) -> None:
        """Something is said of a detail, or taken off."""
        seen = self.pick(number)
        items = checklist(seen)
        if not items:
            return
        item = items[which % len(items)]
        key = (seen.id, item.given_for, item.occurrence)
        is_same = self.now.ticks.get(key) is said
        if not is_same:
            self.remember()
            self.now.ticks.pop(key, None)
            self.now.ticks |= {key: said} if said else {}
        self.shop.by()
        ticking = Ticking(self.shop.ledgers["ann"])
        do = {None: ticking.take_off, TickState.TICKED: ticking.tick, TickState.WRONG: ticking.mark_wrong}
        assert do[said](seen, *key[1:]).is_empty == is_same

    @rule(number=NUMBERS, words=st.sampled_from(("", "New.", "[x]")), state=st.sampled_from(ChangeState))
    def suggest_or_decide(self, number: int, words: str, state: ChangeState) -> None:
        """Words are suggested; without any, a decision is noted, and one that is the same withdraws."""
        seen = self.pick(number)
        self.shop.by()
        suggesting, before = Suggesting(self.shop.ledgers["ann"]), self.now.wordings.get(seen.id)
        if words and (before is None or before[0] != words):
            self.remember()
            self.now.wordings[seen.id] = (words, ChangeState.PENDING)
            suggesting.suggest(seen, words, ChangeKind.CORRECTION)
        elif not words and before is not None:
            self.remember()
            if before[1] is state:
                del self.now.wordings[seen.id]
                suggesting.withdraw(seen)
            else:
                self.now.wordings[seen.id] = (before[0], state)
                suggesting.decide(seen, state)

    @rule(
        number=NUMBERS, to=st.sampled_from(("Quill", "the town")), answer=st.sampled_from(("", "no", "yes"))
    )
    def put_or_answer(self, number: int, to: str, answer: str) -> None:
        """What was put to nobody yet is put; else the answer is written down."""
        seen = self.pick(number)
        self.shop.by()
        replying, before = Replying(self.shop.ledgers["ann"]), self.now.hearings.get(seen.id)
        is_same = before is not None and before[2] == answer
        if not is_same:
            self.remember()
        if before is None:
            self.now.hearings[seen.id] = (to, "Monday", "")
            self.now.flags |= {(seen.id, Flag.CRITICISM)}
            assert not replying.put(seen, to, "Monday").is_empty
        else:
            self.now.hearings[seen.id] = (*before[:2], answer)
            assert replying.answer(seen, answer).is_empty == is_same

    @precondition(lambda self: self.now.taken_back == 0)
    @rule()
    def take_back_block(self) -> None:
        self.remember()
        (excluded,) = self.shop.reader.excluded_blocks(self.shop.article)
        self.now.taken_back = len(
            self.shop.by().take_back_block(self.shop.article, excluded.block.number).statements
        )

    @rule()
    def undo(self) -> None:
        changes = self.shop.by().undo(self.shop.article.id)
        assert changes.is_empty == (not self.done)
        if self.done:
            self.undone.append(self.now)
            self.now = self.done.pop()

    @rule()
    def redo(self) -> None:
        changes = self.shop.by().redo(self.shop.article.id)
        assert changes.is_empty == (not self.undone)
        if self.undone:
            self.done.append(self.now)
            self.now = self.undone.pop()

    @rule(
        number=NUMBERS, question=QUESTIONS, top=st.tuples(NUMBERS, NUMBERS), typed=st.text("ab[]", max_size=5)
    )
    def move(self, number: int, question: Question, top: tuple[int, int], typed: str) -> None:
        self.shop.by()
        place = Place(self.shop.article.id, self.pick(number).id, question, top, "", {"private_note": typed})
        self.shop.ledgers["ann"].save_place(place)
        self.place = place

    @rule()
    def restart(self) -> None:
        self.shop.restart()

    @invariant()
    def the_store_is_what_its_log_says(self) -> None:
        assert self.shop.findings() == []

    @invariant()
    def the_answers_are_those_of_the_model(self) -> None:
        found: Answers = {}
        notes = {}
        for statement in self.shop.reader.statements(self.shop.article.id):
            notes[statement.id] = statement.private_note
            for question in Question:
                answer = statement.answer(question)
                if answer is not None:
                    assert statement.counts(question)
                    word = answer.verdict.value if answer.verdict else "left"
                    found[statement.id, question.value] = (word, answer.basis.value if answer.basis else None)
        assert found == self.now.answers
        assert {k: v for k, v in notes.items() if v} == {k: v for k, v in self.now.notes.items() if v}

    @invariant()
    def the_rest_is_that_of_the_model(self) -> None:
        article = self.shop.reader.article(self.shop.article.id)
        assert article is not None
        assert article.is_archived == self.now.is_archived
        for what in ("title", "dateline", "deadline"):
            assert getattr(article, what) == self.now.article.get(what, getattr(self.shop.article, what))
        statements = self.shop.reader.statements(self.shop.article.id)
        assert {(s.id, flag) for s in statements for flag in s.flags} == self.now.flags
        assert {s.id for s in statements if s.is_for_publication} == self.now.published
        public = {s.id: s.public_note for s in statements if s.public_note}
        assert public == {k: v for k, v in self.now.public_notes.items() if v}

    @invariant()
    def links_hints_and_replies_are_those_of_the_model(self) -> None:
        statements = self.shop.reader.statements(self.shop.article.id)
        ends = [(s.id, x) for s in statements for x in s.links]
        for is_from_here in (True, False):
            found = {
                (here, x.other, x.type) if is_from_here else (x.other, here, x.type): x.settled
                for here, x in ends
                if x.is_from_here is is_from_here
            }
            assert found == self.now.links
        assert len(ends) == 2 * len(self.now.links)
        hearings = {s.id: s.hearing for s in statements if s.hearing is not None}
        assert {k: (h.put_to, h.put_at, h.answer) for k, h in hearings.items()} == self.now.hearings
        article = self.shop.reader.article(self.shop.article.id)
        assert article is not None
        turned = {h.number: h.state for h in self.shop.reader.surroundings.hints(article)}
        assert {k: v for k, v in turned.items() if v is not HintState.OPEN} == {
            k: v for k, v in self.now.hints.items() if v is not HintState.OPEN
        }

    @invariant()
    def ticks_and_wordings_are_those_of_the_model(self) -> None:
        statements = self.shop.reader.statements(self.shop.article.id)
        assert {
            (s.id, t.given_for, t.occurrence): t.state for s in statements for t in s.ticks
        } == self.now.ticks
        assert {
            s.id: (s.suggested.new, s.suggested.state) for s in statements if s.suggested
        } == self.now.wordings

    @invariant()
    def p05_the_place_is_the_last_one(self) -> None:
        stored = self.shop.reader.place(self.shop.article.id, "ann", "device-of-ann")
        if self.place is None:
            assert stored is None
        else:
            assert stored is not None
            assert (stored.statement_id, stored.question) == (self.place.statement_id, self.place.question)
            assert (stored.top, stored.typed) == (self.place.top, self.place.typed)


TestP05P06AnyWorkAndRestart = Review.TestCase
TestP05P06AnyWorkAndRestart.settings = settings(max_examples=8, stateful_step_count=30)
