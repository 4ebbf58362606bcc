"""Asking for one line."""

from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from textual.widget import Widget

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.prompt import Explained, Prompt
from factcheck.widgets.line_field import LineField

Typed = TypeVar("Typed")


class LineDialog(Prompt[Typed], inherit_bindings=False):
    """A field with something in it already, to be changed or replaced."""

    BINDINGS = bindings_of(Where.LINE)
    WHERE = Where.LINE
    AUTO_FOCUS = "LineField"

    def __init__(
        self,
        title: str,
        explained: Explained,
        text: str,
        *,
        placeholder: str = "",
        ask: Callable[[str], Awaitable[Typed]],
        keep: Callable[[str | None], None],
    ) -> None:
        super().__init__(title, explained, ask=ask, keep=keep)
        self._field = LineField(text, placeholder=placeholder, field_id="line")

    def compose_field(self) -> Iterator[Widget]:
        yield self._field

    @property
    def typed(self) -> str:
        return self._field.value

    def acts(self) -> dict[str, Act]:
        return {"save_line": self.submit, "leave_prompt": self.leave}


class ShredDialog(LineDialog[str], inherit_bindings=False):
    """Asks for an article's name before it is destroyed."""

    BINDINGS = bindings_of(Where.SHRED)
    WHERE = Where.SHRED
    DOING = "shredding…"

    def acts(self) -> dict[str, Act]:
        return {"shred_now": self.submit, "leave_prompt": self.leave}
