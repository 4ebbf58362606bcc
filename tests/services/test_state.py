"""Any sequence of actions, undo, redo and restarts: the store is what its log says, and what a plain model says."""

import tempfile
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.domain.place import Place
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Question, Verdict, bases_for
from factcheck.services.keeping import Keeping
from tests.build import Shop, open_shop

QUESTIONS = st.sampled_from(Question)
NUMBERS = st.integers(0, 30)
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
        self.shop = open_shop(Path(self.folder.name))

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
    def p05_the_place_is_the_last_one(self) -> None:
        stored = self.shop.reader.place(self.shop.article.id, "ann", "device-of-ann")
        if self.place is None:
            assert stored is None
        else:
            assert stored is not None
            assert (stored.statement_id, stored.question) == (self.place.statement_id, self.place.question)
            assert (stored.top, stored.typed) == (self.place.top, self.place.typed)


TestP05P06AnyWorkAndRestart = Review.TestCase
TestP05P06AnyWorkAndRestart.settings = settings(max_examples=15, stateful_step_count=30)
