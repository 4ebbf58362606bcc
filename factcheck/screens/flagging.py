"""Flags for somebody else's eyes, and the mark for publication."""

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
            "legal_flag": self._flag,
            "criticism_flag": self._criticism,
            "publication": self._publish,
        }

    async def _flag(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            await screen.write(lambda: screen.port.switch_flag(statement, Flag.LEGAL))

    async def _criticism(self) -> None:
        """Raise the flag and ask whom it was put to; where it is up, ask what is to be done about it."""
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        from factcheck.screens.reply_menus import ReplyMenus  # loads the field and the menus

        if Flag.CRITICISM in statement.flags:
            screen.push(ReplyMenus(screen, statement).dialog())
            return
        await screen.write(lambda: screen.port.switch_flag(statement, Flag.CRITICISM))
        raised = screen.stand.statement
        if raised is not None and Flag.CRITICISM in raised.flags:
            screen.paint()
            ReplyMenus(screen, raised).ask_whom()

    async def _publish(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            await screen.write(lambda: screen.port.switch_publication(statement))
