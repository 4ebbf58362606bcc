"""The line mode's moves: each says where one is then, and reads the statement."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.cli.filters import filter_named
from factcheck.cli.plain_card import statements
from factcheck.cli.plain_words import number_of
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview

Act = Callable[[str], None]

_RECHECK = Filter(FilterBy.STATE, "recheck")
_BEFORE_THE_TEXT = -1
_AFTER_THE_TEXT = 2**62


class Moving:
    """What makes another statement, or another question, the current one; and what is stepped through."""

    def __init__(self, review: "LineReview") -> None:
        self._review = review
        self._words = ""
        self._offered: list[Filter] = []

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        stand, session = self._review.stand, self._review.session
        return {
            "next": lambda _: self._go(self._following(), "This is the last statement"),
            "previous": lambda _: self._go(self._preceding(), "This is the first statement"),
            "next_paragraph": lambda _: self._go(stand.following_block(), "This is the last paragraph"),
            "previous_paragraph": lambda _: self._go(stand.preceding_block(), "This is the first paragraph"),
            "first": lambda _: self._go(session.by_number(1), "This is the first statement"),
            "last": lambda _: self._go(
                session.by_number(stand.tally.statements), "This is the last statement"
            ),
            "next_open": self._next_open,
            "next_recheck": self._next_recheck,
            "go_to_number": self._go_to_number,
            "back": self._back,
            "switch": self._switch,
            "said": lambda _: self._turn_to(Question.SAID),
            "so": lambda _: self._turn_to(Question.SO),
            "find": self._find,
            "find_next": lambda _: self._find_again(forward=True),
            "find_previous": lambda _: self._find_again(forward=False),
            "filter": self._filter,
            "show_all": self._clear_filter,
        }

    def _go(self, found: Statement | None, otherwise: str) -> None:
        if self._review.stand.step_to(found):
            self._review.read()
            return
        wanted = self._review.wanted
        self._review.tell(f"{otherwise}{f' that is {wanted.words}; F clears the filter' if wanted else ''}.")

    def _following(self) -> Statement | None:
        statement = self._review.stand.statement
        return self._review.session.after(statement, self._review.wanted) if statement else None

    def _preceding(self) -> Statement | None:
        statement = self._review.stand.statement
        return self._review.session.before(statement, self._review.wanted) if statement else None

    def _next_open(self, _: str) -> None:
        review, wanted = self._review, self._review.wanted
        found = review.session.next_open(review.stand.statement, wanted)
        is_from_start = found is None
        if found is None:
            found = review.session.next_open(None, wanted)
        if found is None:
            review.tell("Nothing is left open.")
        elif not review.stand.step_to(found):
            review.tell("This is the last one that is open.")
        else:
            if is_from_start:
                review.tell("From the end on to the start.")
            review.read()

    def _next_recheck(self, _: str) -> None:
        review, session = self._review, self._review.session
        statement = review.stand.statement
        found = session.after(statement, _RECHECK) if statement else None
        if found is None and (found := session.first_of(_RECHECK)) and found != statement:
            review.tell("From the end on to the start.")
        if found is None:
            review.tell("Nothing is to be rechecked.")
        elif review.stand.step_to(found):
            review.read()
        else:
            review.tell("This is the only one to be rechecked.")

    def _go_to_number(self, argument: str) -> None:
        number, total = number_of(argument), self._review.stand.tally.statements
        found = self._review.session.by_number(number)
        if found is None:
            raise ActionRefusedError(
                f"There is no statement {number}.", f"The article has {total}; list reads them."
            )
        self._go(found, f"You are at {number}")

    def _back(self, _: str) -> None:
        if self._review.stand.step_back():
            self._review.read()
        else:
            self._review.tell("This is where you came in.")

    def _switch(self, _: str) -> None:
        question = Question.SO if self._review.stand.question is Question.SAID else Question.SAID
        self._turn_to(question)

    def _turn_to(self, question: Question) -> None:
        statement = self._review.current()
        if question not in statement.questions:
            raise ActionRefusedError(
                "Nobody is quoted here: the article says this itself.", "Only so can be answered."
            )
        self._review.stand.question = question
        self._review.tell(f"{self._review.stand.number}, {question} is asked now.")

    # ------------------------------------------------------------------------------------------ finding

    def _find(self, words: str) -> None:
        self._words = words
        self._find_again(forward=True)

    def _find_again(self, *, forward: bool) -> None:
        if not self._words:
            raise ActionRefusedError("Nothing has been looked for yet.", "Type find and the words.")
        review, statement = self._review, self._review.current()
        found = review.session.find(self._words, statement, forward=forward)
        is_round = found is None
        if found is None:
            start = _BEFORE_THE_TEXT if forward else _AFTER_THE_TEXT
            found = next(filter(None, review.session.finding(self._words, start, forward=forward)), None)
        if found is None:
            review.tell("No statement has these words.")
        elif found.id == statement.id:
            review.tell("No other statement has these words.")
        else:
            if is_round:
                review.tell("From the end on to the start." if forward else "From the start back to the end.")
            self._go(found, "")

    # ------------------------------------------------------------------------------------------ filters

    def _filter(self, name: str) -> None:
        if not name:
            self._list_filters()
            return
        session = self._review.session
        wanted = self._offer(number_of(name)) if name.isdigit() else filter_named(name, session.speakers())
        count = session.count(wanted)
        if not count:
            raise ActionRefusedError(f"No statement is {wanted.words}.", "The filter is what it was.")
        self._review.wanted = wanted
        self._review.tell(f"{statements(count)}, {wanted.words}. F clears the filter.")
        statement = self._review.stand.statement
        if statement is None or not self._lets_through(statement, wanted):
            later = session.after(statement, wanted) if statement else None
            self._go(later or session.first_of(wanted), "")

    def _lets_through(self, statement: Statement, wanted: Filter) -> bool:
        session = self._review.session
        before = session.before(statement)
        found = session.after(before, wanted) if before else session.first_of(wanted)
        return found is not None and found.id == statement.id

    def _offer(self, number: int) -> Filter:
        if not 1 <= number <= len(self._offered):
            raise ActionRefusedError(
                f"There is no filter {number}.", "f alone lists them with their numbers."
            )
        return self._offered[number - 1]

    def _list_filters(self) -> None:
        counted = [x for x in self._review.session.filter_counts().items() if x[1]]
        self._offered = [wanted for wanted, _ in counted]
        for number, (wanted, count) in enumerate(counted, 1):
            self._review.tell(f"{number}, {wanted.words}, {statements(count)}, {wanted}")
        self._review.tell(f"Now: {self._review.wanted.words if self._review.wanted else 'no filter'}.")

    def _clear_filter(self, _: str) -> None:
        self._review.wanted = None
        self._review.tell("No filter: all statements are stepped through.")
