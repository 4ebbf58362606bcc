"""Links between statements: making them, walking along them, and the screens that list them."""

from typing import TYPE_CHECKING

from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.pairs import PairsScreen
    from factcheck.screens.review import ReviewScreen


class Linking:
    """The acts about how statements bear on each other."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"hints": self._hints}

    def _hints(self) -> None:
        from factcheck.screens.hints import HintsScreen

        self._open(HintsScreen(self._screen))

    def _open(self, pairs: "PairsScreen") -> None:
        """Show a list of pairs, and go where it leads to."""

        async def left(_: None) -> None:
            if pairs.target is not None:
                self._screen.stand.step_to(self._screen.port.statement(pairs.target))

        self._screen.push(pairs, left)
