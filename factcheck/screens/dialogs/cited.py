"""What is cited for a statement: edit a citation, take it off, use a lead, or go on to a new source."""

from collections.abc import Callable, Sequence

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.choice import ChoiceDialog
from factcheck.widgets.painted import PaintedLine


class CitedDialog(ChoiceDialog, inherit_bindings=False):
    """Hands the index of the line to `chosen`, with whether it is to be taken off, and stays below what that opens."""

    BINDINGS = bindings_of(Where.CITED)
    WHERE = Where.CITED

    def __init__(
        self,
        title: str,
        rows: Sequence[PaintedLine],
        letters: str,
        *,
        chosen: Callable[["CitedDialog", int, bool], None],
    ) -> None:
        super().__init__(title, rows, letters=letters)
        self._chosen_line = chosen

    def acts(self) -> dict[str, Act]:
        acts = super().acts()
        return acts | {
            "take_cited": acts["choose"],
            "take_off": lambda: self._chosen_line(self, self._list.chosen, True),
        }

    def take(self, index: int) -> None:
        if self.is_current:
            self._chosen_line(self, index, False)
