"""Asking for a line that is kept while it is typed."""

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.line import LineDialog
from factcheck.widgets.line_field import LineField


class KeptLineDialog(LineDialog[None], inherit_bindings=False):
    """A line that is handed on at each change, so that it is not lost with the terminal."""

    BINDINGS = bindings_of(Where.LINE)

    def on_input_changed(self, message: LineField.Changed) -> None:
        """Hand on what is typed."""
        message.stop()
        self._keep(message.value)


class WordsDialog(KeptLineDialog, inherit_bindings=False):
    """Asks for the words to find."""

    BINDINGS = bindings_of(Where.FIND)
    WHERE = Where.FIND
    DOING = "looking…"

    def acts(self) -> dict[str, Act]:
        return {"find_now": self.submit, "leave_prompt": self.leave}
