"""Going through the statements."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Moving:
    """The acts that make another statement the current one; at an end they say so and stay."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        stand = self._screen.stand
        return {
            "next": lambda: self._go(stand.following, "this is the last statement"),
            "previous": lambda: self._go(stand.preceding, "this is the first statement"),
            "next_paragraph": lambda: self._go(stand.following_block, "this is the last paragraph"),
            "previous_paragraph": lambda: self._go(stand.preceding_block, "this is the first paragraph"),
            "first": lambda: self._go(stand.first, "this is the first statement"),
            "last": lambda: self._go(stand.last, "this is the last statement"),
            "next_open": self._next_open,
            "back": self._back,
            "go_to_number": self._ask_number,
        }

    def _go(self, find: Callable[[], Statement | None], otherwise: str) -> None:
        stand = self._screen.stand
        if not stand.step_to(find()):
            self._screen.say(otherwise if stand.selection is None else self._in_filter(otherwise))

    def _in_filter(self, otherwise: str) -> str:
        """An end of what the filter lets through, and how to get out of it."""
        selection, key = self._screen.stand.selection, self._screen.key_of("show_all")
        if selection is None or not len(selection):
            return f"the filter lets no statement through; {key} goes through all"
        return f"{otherwise} by the filter; {key} goes through all"

    def _next_open(self) -> None:
        found, is_from_start = self._screen.stand.next_open()
        if found is None:
            done = "all done: nothing is left open"
            self._screen.say(
                done if self._screen.stand.selection is None else self._in_filter("none is open")
            )
        elif not self._screen.stand.step_to(found):
            self._screen.say("this is the last one that is open")
        elif is_from_start:
            self._screen.say("from the end on to the start: the first one that is open")

    def _back(self) -> None:
        if not self._screen.stand.step_back():
            self._screen.say("this is where you came in")

    def _ask_number(self) -> None:
        from factcheck.screens.dialogs.number import NumberDialog  # loads the input field

        async def go(number: int | None) -> None:
            if number is not None:
                total = self._screen.stand.tally.statements
                self._go_to(number, total)

        self._screen.push(NumberDialog(self._screen.stand.tally.statements), go)

    def _go_to(self, number: int, total: int) -> None:
        statement = self._screen.port.by_number(number)
        if statement is None:
            self._screen.say(f"there is no statement {number}; the last one is {total}")
        else:
            self._screen.stand.step_to(statement)
