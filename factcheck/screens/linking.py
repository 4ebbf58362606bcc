"""Links between statements: making them, walking along them, and the screens that list them."""

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.pairs import PairsScreen
    from factcheck.screens.review import ReviewScreen

_BREATH = 0.012
"""Seconds of looking after which other things get their turn."""
_BEFORE_ALL, _BEHIND_ALL = -1, 2**62


class Linking:
    """The acts about how statements bear on each other."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "link": self._link,
            "next_linked": partial(self._walk, forward=True),
            "previous_linked": partial(self._walk, forward=False),
            "hints": self._hints,
            "conflicts": self._conflicts,
        }

    def _link(self) -> None:
        statement = self._screen.stand.statement
        if statement is not None:
            from factcheck.screens.link_menus import LinkMenus  # loads the field and the menus

            self._screen.push(LinkMenus(self._screen, statement).dialog())

    def _hints(self) -> None:
        from factcheck.screens.hints import HintsScreen

        self._open(HintsScreen(self._screen))

    def _conflicts(self) -> None:
        from factcheck.screens.conflicts import ConflictsScreen

        self._open(ConflictsScreen(self._screen))

    def _open(self, pairs: "PairsScreen") -> None:
        """Show a list of pairs, and go where it leads to."""

        async def left(_: None) -> None:
            if pairs.target is not None:
                self._screen.stand.step_to(self._screen.port.statement(pairs.target))

        self._screen.push(pairs, left)

    # ------------------------------------------------------------------------------------------ walking

    async def _walk(self, *, forward: bool) -> None:
        """Go to the next statement with a link, once around, and say what it is linked to."""
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        found = await self._first(statement.span.start, forward=forward)
        is_around = found is None
        if found is None:
            found = await self._first(_BEFORE_ALL if forward else _BEHIND_ALL, forward=forward)
        if found is None:
            screen.say(f"no statement is linked yet; {screen.key_of('link')} links two")
            return
        is_here = not screen.stand.step_to(found)
        others = sorted(screen.port.number_of(link.other) for link in found.links)
        told = (
            f"linked to {', '.join(str(n) for n in dict.fromkeys(others) if n) or 'what is no longer there'}"
        )
        if is_here:
            told = f"the only one with a link; {told}"
        elif is_around:
            told = f"from the {'end on to the start' if forward else 'start on to the end'}: {told}"
        screen.say(told)

    async def _first(self, start: int, *, forward: bool) -> Statement | None:
        """The first one; while a long article is looked through, the screen goes on living."""
        began = time.monotonic()
        for batch in self._screen.port.linking.linked(start, forward=forward):
            if batch:
                return batch[0]
            if time.monotonic() - began > _BREATH:
                await asyncio.sleep(0)
                began = time.monotonic()
        return None
