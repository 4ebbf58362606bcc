"""The way from the review to the sign-off and to the reports."""

from typing import TYPE_CHECKING

from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class HandingOver:
    """The acts that open the two lists."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"sign_off": self._sign_off, "reports": self._reports}

    def _sign_off(self) -> None:
        from factcheck.screens.sign_off import SignOffScreen

        screen = self._screen
        gate = SignOffScreen(screen)

        async def left(_: None) -> None:
            if gate.target is not None:
                screen.stand.step_to(screen.port.statement(gate.target))

        screen.push(gate, left)

    def _reports(self) -> None:
        from factcheck.screens.reports import ReportsScreen

        async def left(_: None) -> None:
            return

        self._screen.push(ReportsScreen(self._screen), left)
