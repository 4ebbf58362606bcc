"""Where the checker stands in an article: the statement, the question, and the way that led there."""

from collections import deque
from collections.abc import Sequence

from factcheck.domain.changes import Changes, Moved
from factcheck.domain.filter import Filter
from factcheck.domain.mark import ticked_names
from factcheck.domain.place import Place
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.verdict import Question
from factcheck.screens.ports import ReviewPort
from factcheck.screens.selection import Selection

_WAY_KEPT = 500
_BLOCKS_AT_ONCE = 32


class Stand:
    """The current statement and the moves from it. Reads through the port; knows no screen."""

    def __init__(self, port: ReviewPort) -> None:
        self._port = port
        self._way: deque[str] = deque(maxlen=_WAY_KEPT)
        self.tally: Tally = port.tally()
        self.statement: Statement | None = None
        self.question = Question.SO
        self.number = 0
        self.selection: Selection | None = None
        """What the stepping goes through; None for all statements."""

    def go_through(self, wanted: Filter | None) -> None:
        """Step through what a filter lets through, or through all. Grows with the article."""
        self.selection = Selection(wanted, self._port.starts(wanted)) if wanted is not None else None

    def go_into_selection(self) -> int:
        """Stand at a statement of the selection: this one, else the next, else the first; how many there are."""
        selection, statement = self.selection, self.statement
        if selection is None or statement is None or statement.span.start in selection:
            return len(selection) if selection is not None else 0
        start = selection.after(statement.span.start)
        self.step_to(self._starting_at(selection.first if start is None else start))
        return len(selection)

    def _starting_at(self, start: int | None) -> Statement | None:
        return None if start is None else self._port.starting_at(start)

    def come_back(self, place: Place | None) -> None:
        """Stand where one stood, or else at the first statement that is open."""
        if place is not None and place.statement_id is not None:
            statement = self._port.statement(place.statement_id)
            if statement is not None:
                self._stand_at(statement)
                if place.question in statement.questions:
                    self.question = place.question
                return
        statement = self._port.next_open(None) or self._port.by_number(1)
        if statement is not None:
            self._stand_at(statement)

    def step_to(self, statement: Statement | None) -> bool:
        """Go to another statement and remember the way; False when there is none."""
        if statement is None or (self.statement and statement.id == self.statement.id):
            return False
        if self.statement is not None:
            self._way.append(self.statement.id)
        self._stand_at(statement)
        return True

    def step_back(self) -> bool:
        """Go back along the way; False at its beginning."""
        while self._way:
            statement = self._port.statement(self._way.pop())
            if statement is not None:
                self._stand_at(statement)
                return True
        return False

    def _stand_at(self, statement: Statement) -> None:
        self.statement = statement
        self.number = self._port.number_of(statement.id)
        self.question = first_question(statement)

    def switch(self) -> bool:
        """Turn to the other question; False when the statement poses only one."""
        if self.statement is None or len(self.statement.questions) == 1:
            return False
        self.question = Question.SO if self.question is Question.SAID else Question.SAID
        return True

    def turn_to(self, question: Question) -> None:
        """Turn to a question that the statement poses."""
        if self.statement is not None and question in self.statement.questions:
            self.question = question

    def first(self) -> Statement | None:
        """The first statement."""
        if self.selection is not None:
            return self._starting_at(self.selection.first)
        return self._port.by_number(1)

    def last(self) -> Statement | None:
        """The last statement."""
        if self.selection is not None:
            return self._starting_at(self.selection.last)
        return self._port.by_number(self.tally.statements)

    def following(self) -> Statement | None:
        """The next statement."""
        if self.statement is None:
            return None
        if self.selection is not None:
            return self._starting_at(self.selection.after(self.statement.span.start))
        return self._port.after(self.statement)

    def preceding(self) -> Statement | None:
        """The previous statement."""
        if self.statement is None:
            return None
        if self.selection is not None:
            return self._starting_at(self.selection.before(self.statement.span.start))
        return self._port.before(self.statement)

    def following_block(self) -> Statement | None:
        """The first statement of the next block that has any."""
        first = self.statement.block + 1 if self.statement else 0
        if self.selection is not None:
            return self._first_from(self._block_start(first))
        while first < self._port.block_count:
            last = min(first + _BLOCKS_AT_ONCE, self._port.block_count) - 1
            marks = self._port.marks(first, last)
            if marks:
                return self._port.statement(min(marks, key=lambda m: m.span).id)
            first += _BLOCKS_AT_ONCE
        return None

    def preceding_block(self) -> Statement | None:
        """The first statement of the block before this one that has any."""
        last = self.statement.block - 1 if self.statement else -1
        if self.selection is not None and self.statement is not None:
            start = self.selection.before(self._block_start(self.statement.block) or 0)
            found = self._starting_at(start)
            return self._first_from(self._block_start(found.block)) if found else None
        while last >= 0:
            marks = self._port.marks(max(0, last - _BLOCKS_AT_ONCE + 1), last)
            if marks:
                block = max(m.block for m in marks)
                first = min((m for m in marks if m.block == block), key=lambda m: m.span)
                return self._port.statement(first.id)
            last -= _BLOCKS_AT_ONCE
        return None

    def _block_start(self, number: int) -> int | None:
        """Where a block begins in the draft."""
        blocks = self._port.blocks(number, 1) if number < self._port.block_count else ()
        return blocks[0].block.span.start if blocks else None

    def _first_from(self, start: int | None) -> Statement | None:
        """The first statement of the selection that begins at a place of the draft or after it."""
        if self.selection is None or start is None:
            return None
        return self._starting_at(self.selection.after(start - 1))

    def next_open(self) -> tuple[Statement | None, bool]:
        """The next open statement, and whether it was looked for from the start again."""
        wanted = self.selection.wanted if self.selection is not None else None
        found = self._port.next_open(self.statement, wanted)
        if found is not None:
            return found, False
        return self._port.next_open(None, wanted), True

    def apply(self, changes: Changes) -> None:
        """Take over what was changed, from the record of it."""
        self.tally = changes.tally
        self.take_over(changes.statements)
        if changes.is_numbering_changed:
            self.read_again()

    def take_over(self, moved: Sequence[Moved]) -> None:
        """These statements stand differently now, by this window or another one."""
        for one in moved:
            if self.statement and one.after and one.after.id == self.statement.id:
                self._renew(one.after)
        if self.selection is None:
            return
        if not self.selection.wanted.looks_at_names:
            self.selection.take_over(moved)
        elif any(_ticked(one.before) != _ticked(one.after) for one in moved):
            self.selection.renew(self._port.starts(self.selection.wanted))
        else:
            self.selection.take_over(moved, self._port.ticked_names())

    def read_again(self) -> None:
        """Read statement, number and counts from the store: another window, or a failure, has been there."""
        self.tally = self._port.tally()
        if self.statement is None:
            self.come_back(None)
            return
        statement = self._port.statement(self.statement.id)
        if statement is None:  # it went with the block that it was made of
            near = self._port.before(self.statement) or self._port.after(self.statement)
            self.statement, self.number = None, 0
            if near is not None:
                self._stand_at(near)
            return
        self._renew(statement)
        self.number = self._port.number_of(statement.id)

    def _renew(self, statement: Statement) -> None:
        self.statement = statement
        if self.question not in statement.questions:
            self.question = first_question(statement)


def _ticked(statement: Statement | None) -> frozenset[str]:
    return ticked_names(statement) if statement else frozenset()


def first_question(statement: Statement) -> Question:
    """The first question without an answer that counts, else the first one."""
    for question in statement.questions:
        if not statement.counts(question):
            return question
    return statement.questions[0]
