"""The same source as last time: asks only where in it."""

from collections.abc import Awaitable, Callable

from factcheck.commands.command import Where
from factcheck.domain.source import Stance
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.line import LineDialog

_NEXT = {
    Stance.SUPPORTS: Stance.CONTRADICTS,
    Stance.CONTRADICTS: Stance.CONTEXT,
    Stance.CONTEXT: Stance.SUPPORTS,
}


class LocatorDialog(LineDialog[None], inherit_bindings=False):
    """Ends when the citation is saved. `explained` says what will be cited; tab changes the stance."""

    BINDINGS = bindings_of(Where.LOCATOR)
    WHERE = Where.LOCATOR

    def __init__(
        self,
        title: str,
        told: Callable[[Stance], str],
        stance: Stance,
        text: str,
        *,
        ask: Callable[[str, Stance], Awaitable[None]],
        keep: Callable[[str | None], None],
    ) -> None:
        async def ask_so(typed: str) -> None:
            await ask(typed, self._stance)

        super().__init__(
            title, (("Where in it: page, paragraph or time stamp.", "muted"),), text, ask=ask_so, keep=keep
        )
        self._told = told
        self._stance = stance

    def on_mount(self) -> None:
        """What will be cited stands below the field."""
        self.say((self._told(self._stance), "accent"))

    def acts(self) -> dict[str, Act]:
        return {"cite_same": self.submit, "turn_stance": self._turn, "leave_prompt": self.leave}

    def _turn(self) -> None:
        self._stance = _NEXT[self._stance]
        self.say((self._told(self._stance), "accent"))
