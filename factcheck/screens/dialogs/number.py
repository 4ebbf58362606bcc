"""Going to a statement by its number."""

from textual.app import ComposeResult
from textual.widgets import Input

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of


class NumberDialog(Dialog[int], inherit_bindings=False):
    """Ends with the number that was typed, or None."""

    BINDINGS = bindings_of(Where.NUMBER)
    WHERE = Where.NUMBER
    AUTO_FOCUS = "Input"

    def __init__(self, total: int) -> None:
        super().__init__(f"Go to statement (1 to {total})")

    def compose_room(self) -> ComposeResult:
        field = Input(restrict="[0-9]*", max_length=9, id="number", compact=True)
        field.cursor_blink = False
        yield field

    def acts(self) -> dict[str, Act]:
        return {"go": self._go, "leave_number": lambda: self._leave(None)}

    def _go(self) -> None:
        typed = self.query_one(Input).value
        self._leave(int(typed) if typed else None)

    def _leave(self, number: int | None) -> None:
        self.dismiss(number)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter in the field goes."""
        message.stop()
        self._go()
