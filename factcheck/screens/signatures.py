"""The way from the sign-off to what is signed there: the signature, the editor's, a withdrawal, and the reports."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.sign_off import SignOffScreen
    from factcheck.signing.finding import Found

    Asking = Callable[[SignOffScreen, Sequence[str], Sequence[Found]], None]


class Signatures:
    """The acts that ask for a signature, or for what one came in. What each asks is loaded when it is first asked."""

    def __init__(self, screen: "SignOffScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "sign_now": self._sign,
            "sign_redacted": self._sign_redacted,
            "countersign": self._countersign,
            "take_over": self._take_over,
            "withdraw_signoff": self._withdraw,
            "reports": self._reports,
        }

    def _is_read_only(self, what: str) -> bool:
        if self._screen.port.is_read_only:
            self._screen.say(f"the store can only be read: nothing can be {what}")
        return self._screen.port.is_read_only

    async def _sign(self) -> None:
        screen = self._screen
        why = screen.why_shut()
        if why:
            screen.say(why)
        elif not self._is_read_only("signed"):
            from factcheck.screens.signing import ask_to_sign

            await self._ask(screen.port.signing.preview(screen.gate), ask_to_sign)

    async def _sign_redacted(self) -> None:
        """Of what is signed, with the same key; nothing is recorded, so a store that can only be read will do."""
        from factcheck.screens.signing import ask_to_sign_redacted

        screen, used = self._screen, self._used
        screen.say("looking at what is signed …")
        look = screen.port.signing.redacted_preview()
        await self._ask(look, ask_to_sign_redacted, lambda key: key == used, "that signed the full one")

    async def _countersign(self) -> None:
        if self._is_read_only("countersigned"):
            return
        from factcheck.screens.countersigning import ask_to_countersign

        screen, used = self._screen, self._used
        screen.say("looking at what is signed …")
        look = screen.port.signing.countersign_preview()
        await self._ask(look, ask_to_countersign, lambda key: key != used, "but the checker’s")

    @property
    def _used(self) -> str:
        """The fingerprint of the key that signed."""
        signoff = self._screen.port.article.signoff
        return signoff.key if signoff else ""

    async def _ask(
        self,
        look: "Future[list[str]]",
        ask: "Asking",
        is_fitting: Callable[[str], bool] = lambda key: True,
        which: str = "to sign with",
    ) -> None:
        """Show what would be signed, and ask the rest, where there is a key that fits: nobody signs twice with one."""
        screen = self._screen
        try:
            lines = await asyncio.wrap_future(look)
            keys = await asyncio.to_thread(screen.port.signing.keys)
        except FactcheckError as error:
            screen.say(f"{error.sentence} {error.next_step}")
            return
        offered = [found for found in keys if found.public is None or is_fitting(found.public.fingerprint)]
        if not offered:
            screen.say(
                f"there is no SSH key here {which if keys else 'to sign with'}: `factcheck key new` makes one"
            )
            return
        screen.say("")
        ask(screen, lines, offered)

    def _take_over(self) -> None:
        if self._is_read_only("taken over"):
            return
        if self._screen.port.article.signoff is None:
            self._screen.say("nothing is signed yet that an editor could have countersigned")
            return
        from factcheck.screens.countersigning import ask_what_came_back

        ask_what_came_back(self._screen)

    def _withdraw(self) -> None:
        if not self._screen.is_withdrawable():
            self._screen.say("there is no sign-off that stands")
        elif not self._is_read_only("withdrawn"):
            from factcheck.screens.countersigning import ask_to_withdraw

            ask_to_withdraw(self._screen)

    def _reports(self) -> None:
        from factcheck.screens.reports import ReportsScreen

        self._screen.app.push_screen(ReportsScreen(self._screen.review))
