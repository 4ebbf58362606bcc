"""Asking for the passphrase of a key. It is not shown, and kept nowhere."""

from collections.abc import Awaitable, Callable, Iterator

from rich.text import Text
from textual.widget import Widget

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.prompt import Prompt
from factcheck.widgets.line_field import LineField


class SecretField(LineField):
    """Paints a dot for each character."""

    @property
    def _value(self) -> Text:
        return Text("•" * len(self.value), no_wrap=True, overflow="ignore", end="")


class PassphraseDialog(Prompt[bool], inherit_bindings=False):
    """Ends, and says so, when the key could sign; what is wrong is said in place."""

    BINDINGS = bindings_of(Where.PASSPHRASE)
    WHERE = Where.PASSPHRASE
    AUTO_FOCUS = "SecretField"
    DOING = "signing…"

    def __init__(self, where: str, *, ask: Callable[[str], Awaitable[None]]) -> None:
        told = ((where, "muted"), ("It is used once, for this signature, and kept nowhere.", "muted"))

        async def signed(typed: str) -> bool:
            await ask(typed)
            return True

        super().__init__("The passphrase of the key", told, ask=signed, keep=lambda text: None)
        self._field = SecretField(field_id="line")

    def compose_field(self) -> Iterator[Widget]:
        yield self._field

    @property
    def typed(self) -> str:
        return self._field.value

    def acts(self) -> dict[str, Act]:
        return {"use_passphrase": self.submit, "leave_passphrase": self.leave}
