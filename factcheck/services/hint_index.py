"""Which hints touch a statement, for the card: the best ones, read on a little at each question."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.store.reading import Reader

_AT_ONCE = 500
_BEST = 5000
"""The card suggests from so many hints, the best ones; the screen of hints has them all."""


class HintIndex:
    """The hints of one article by the statements that they are about. The hints never change, what became of them does."""

    def __init__(self, reader: "Reader", article_id: str) -> None:
        self._reader = reader
        self._article_id = article_id
        self._numbers: dict[str, tuple[int, ...]] = {}
        self._read = 0
        self._is_whole = False

    def touching(self, statement_id: str) -> tuple[int, ...]:
        """The numbers of the hints at a statement, the best first."""
        if not self._is_whole:
            self._read_on()
        return self._numbers.get(statement_id, ())

    def _read_on(self) -> None:
        ends = self._reader.surroundings.hint_ends(self._article_id, self._read, _AT_ONCE)
        for number, *statements in ends:
            for one in statements:
                self._numbers[one] = (*self._numbers.get(one, ()), number)
        self._read += _AT_ONCE
        self._is_whole = len(ends) < _AT_ONCE or self._read >= _BEST
