"""The card of the current statement: one render, whatever it has to say."""

from collections.abc import Sequence

from factcheck.widgets.card_lines import CardFacts, card_lines
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ScrollingPane


class Card(ScrollingPane):
    """Shows one statement's card; without a statement, the lines that say what to do instead."""

    def __init__(self, *, empty: Sequence[PaintedLine] = (), widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id, more=" · tab, pgdn")
        self._facts: CardFacts | None = None
        self._empty = empty

    def show(self, facts: CardFacts | None) -> None:
        """Show this statement; another one than before from its first line."""
        old, self._facts = self._facts, facts
        if old is None or facts is None or old.statement.id != facts.statement.id:
            self.scroll_to_top()
        self.repaint()

    def all_lines(self, width: int) -> Sequence[PaintedLine]:
        """Every line of the card."""
        return card_lines(self._facts, width) if self._facts else self._empty
