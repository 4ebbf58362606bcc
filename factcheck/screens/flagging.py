"""Flags for somebody else's eyes, and the mark for publication."""

from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.statement import Flag
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Flagging:
    """The acts that raise a flag or a mark, and lower it again."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "legal_flag": partial(self._flag, Flag.LEGAL),
            "criticism_flag": partial(self._flag, Flag.CRITICISM),
            "publication": self._publish,
        }

    async def _flag(self, flag: Flag) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            await screen.write(lambda: screen.port.switch_flag(statement, flag))

    async def _publish(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            await screen.write(lambda: screen.port.switch_publication(statement))
