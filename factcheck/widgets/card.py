"""The card of the current statement: one render, whatever it has to say."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.domain.verdict import Question
from factcheck.widgets.card_details import ASKED, label_at
from factcheck.widgets.card_lines import CardFacts, card_lines
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ScrollingPane

_ROOM = 3
"""Rows that are kept below what is brought into view: a second line of the last one, and what says that there is more."""


class Card(ScrollingPane):
    """Shows one statement's card; without a statement, the lines that say what to do instead."""

    @dataclass
    class QuestionPointed(Message):
        """A question was clicked."""

        question: Question

    @dataclass
    class DetailPointed(Message):
        """A detail was clicked: its letter."""

        label: str

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._facts: CardFacts | None = None
        self.empty: Sequence[PaintedLine] = ()
        """What to say where there is no statement."""
        self._are_letters_new = False

    def show(self, facts: CardFacts | None) -> None:
        """Show this statement; another one than before from its first line."""
        old, self._facts = self._facts, facts
        if old is None or facts is None or old.statement.id != facts.statement.id:
            self.scroll_to_top()
        if facts is not None and facts.ticking is not None and (old is None or old.ticking != facts.ticking):
            self._are_letters_new = True
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The part in view; when letters begin to be asked for, the part with as many of them as fit."""
        if self._are_letters_new and height:
            self._are_letters_new = False
            lines = self.all_lines(width)
            rows = [row for row, line in enumerate(lines) if any(look == ASKED for _, look in line)]
            if rows and rows[-1] - self._offset > height - _ROOM:
                self._offset = max(0, min(rows[0] - 1, rows[-1] - height + _ROOM))
        return super().lines_for(width, height)

    def all_lines(self, width: int) -> Sequence[PaintedLine]:
        """Every line of the card."""
        return card_lines(self._facts, width) if self._facts else self.empty

    def on_click(self, event: events.Click) -> None:
        """A click on a question, or on what stands below it, points to it."""
        at = event.get_content_offset(self)
        row = self.row_at(at.y) if at else None
        if at is None or row is None:
            return
        lines = self.all_lines(self.size.width)
        label = label_at(lines, row, at.x)
        if label is not None:
            self.post_message(self.DetailPointed(label))
            return
        question = _question_at(lines, row)
        if question is not None:
            self.post_message(self.QuestionPointed(question))


_LABELS = {question.value.upper(): question for question in Question}


def _question_at(lines: Sequence[PaintedLine], row: int) -> Question | None:
    """The question whose label is in this line or the nearest label above it, with no gap between."""
    for line in reversed(lines[: row + 1]):
        if not line:
            return None
        if len(line) > 2 and line[0][0] in {"▸ ", "  "} and line[1][1].endswith("strong"):
            return _LABELS.get(line[1][0].strip())
    return None
