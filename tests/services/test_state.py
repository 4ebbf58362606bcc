"""Any sequence of actions, undo, redo and restarts: the store is what its log says, and what a plain model says."""

import tempfile
from copy import deepcopy
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factcheck.domain.place import Place
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict, bases_for
from tests.build import Shop, open_shop

QUESTIONS = st.sampled_from(Question)
NUMBERS = st.integers(0, 30)
Answers = dict[tuple[str, str], tuple[str, str | None]]


class Review(RuleBasedStateMachine):
    """What a checker does, against dictionaries and two stacks of whole states."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.shop: Shop
        self.answers: Answers = {}
        self.notes: dict[str, str] = {}
        self.taken_back = 0
        self.done: list[tuple[Answers, dict[str, str], int]] = []
        self.undone: list[tuple[Answers, dict[str, str], int]] = []
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
        self.done.append((deepcopy(self.answers), dict(self.notes), self.taken_back))
        self.undone.clear()

    @rule(number=NUMBERS, question=QUESTIONS, verdict=st.sampled_from(Verdict), basis=st.integers(0, 5))
    def give_verdict(self, number: int, question: Question, verdict: Verdict, basis: int) -> None:
        seen = self.pick(number)
        if question not in seen.questions:
            question = Question.SO
        fitting = (None, *bases_for(question, verdict))
        chosen = fitting[basis % len(fitting)]
        before = self.answers.get((seen.id, question.value))
        after = (verdict.value, chosen.value if chosen else None)
        is_same = before is not None and before[0] == verdict.value and chosen in (None, before[1])
        changes = None
        if not is_same:
            self.remember()
            self.answers[seen.id, question.value] = after
        changes = self.shop.by().give_verdict(seen, question, verdict, chosen)
        assert changes.is_empty == is_same

    @rule(number=NUMBERS)
    def leave_to_speaker(self, number: int) -> None:
        seen = self.pick(number)
        if seen.attributions and self.answers.get((seen.id, "so")) != ("left", None):
            self.remember()
            self.answers[seen.id, "so"] = ("left", None)
            assert not self.shop.by().leave_to_speaker(seen).is_empty

    @rule(number=NUMBERS, question=QUESTIONS)
    def clear(self, number: int, question: Question) -> None:
        seen = self.pick(number)
        if (seen.id, question.value) in self.answers:
            self.remember()
            del self.answers[seen.id, question.value]
            assert not self.shop.by().clear_verdict(seen, question).is_empty
        else:
            assert self.shop.by().clear_verdict(seen, question).is_empty

    @rule(
        number=NUMBERS,
        text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=9),
    )
    def note(self, number: int, text: str) -> None:
        seen = self.pick(number)
        if self.notes.get(seen.id, "") != text:
            self.remember()
            self.notes[seen.id] = text
            self.shop.by().write_private_note(seen, text)

    @precondition(lambda self: self.taken_back == 0)
    @rule()
    def take_back_block(self) -> None:
        self.remember()
        (excluded,) = self.shop.reader.excluded_blocks(self.shop.article)
        self.taken_back = len(
            self.shop.by().take_back_block(self.shop.article, excluded.block.number).statements
        )

    @rule()
    def undo(self) -> None:
        changes = self.shop.by().undo(self.shop.article.id)
        assert changes.is_empty == (not self.done)
        if self.done:
            self.undone.append((self.answers, self.notes, self.taken_back))
            self.answers, self.notes, self.taken_back = self.done.pop()

    @rule()
    def redo(self) -> None:
        changes = self.shop.by().redo(self.shop.article.id)
        assert changes.is_empty == (not self.undone)
        if self.undone:
            self.done.append((self.answers, self.notes, self.taken_back))
            self.answers, self.notes, self.taken_back = self.undone.pop()

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
        assert found == self.answers
        assert {k: v for k, v in notes.items() if v} == {k: v for k, v in self.notes.items() if v}

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
