"""What the lists of pairs of statements have in common: the hints, and the conflicts."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from factcheck.domain.link import LinkType
from factcheck.screens.review_list import ReviewList
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.pair_lines import End, Pair, pair_lines

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_KEPT = 100
"""So many pairs are remembered as they were shown: more than any window has room for."""


class PairsScreen(ReviewList, inherit_bindings=False):
    """A list of pairs over the review."""

    CSS_PATH = "pairs.tcss"
    LIST = "pairs"

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__(review)
        self._pairs: dict[int, Pair] = {}

    def read_pair(self, index: int) -> Pair:
        """One of them, as it stands now."""
        raise NotImplementedError

    def pair(self, index: int) -> Pair:
        """One of them, as it is shown: whatever is done is done to what was seen."""
        pair = self._pairs.pop(index, None) or self.read_pair(index)
        self._pairs[index] = pair
        if len(self._pairs) > _KEPT:
            del self._pairs[next(iter(self._pairs))]
        return pair

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        return pair_lines(self.pair(index), width)

    def show_pairs(self) -> None:
        """Show the pairs and how they stand."""
        self._pairs.clear()
        self.show_entries()

    def end(self, statement_id: str) -> End:
        """A statement and its number, as they are now."""
        return End(self.port.number_of(statement_id), self.port.statement(statement_id))

    def sentence(self, number: str, kind: LinkType, other: str) -> PaintedLine:
        """The head of a pair: "7  no evidence for  4"."""
        return ((number, "accent strong"), (f" {kind.words} ", "strong"), (other, "accent strong"))

    def on_block_list_entry_taken(self) -> None:
        """A click on the chosen pair goes to its first statement."""
        self.call_later(self._leave_for, 0)

    def leave_for(self, which: int) -> Callable[[], None]:
        """The act that goes to one of the two statements."""
        return lambda: self._leave_for(which)

    def _leave_for(self, which: int) -> None:
        index = self.chosen()
        if index is None:
            return
        pair = self.pair(index)
        statement = (pair.source, pair.target)[which].statement
        if statement is None:
            self.say("this statement is no longer there")
            return
        self.leave_to(statement.id)
