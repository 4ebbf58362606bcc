"""One of a few: a list in a box, taken by enter, by its letter or by a click."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult

from factcheck.commands import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ChoiceList


class ChoiceDialog(Dialog[int], inherit_bindings=False):
    """Ends with the index of the line that was taken, or None. `letters` take lines at once.

    `room` is kept for lines that come later.
    """

    BINDINGS = bindings_of(Where.LIST)

    def __init__(
        self,
        title: str,
        rows: Sequence[PaintedLine],
        *,
        chosen: int = 0,
        letters: str = "",
        empty: str = "",
        room: int = 1,
    ) -> None:
        super().__init__(title)
        self._rows = rows
        self._chosen = chosen
        self._letters = letters
        self._empty = empty
        self._room = room
        self._list = ChoiceList(widget_id="choices")

    def compose_room(self) -> ComposeResult:
        self._list.chosen = self._chosen
        self.fill(self._rows)
        yield self._list

    def fill(self, rows: Sequence[PaintedLine]) -> None:
        """Show these lines; what is chosen stays, so lines may come in behind it."""
        self._rows = rows
        self._list.fill(rows, empty=[((self._empty, "muted"),)])
        self._list.styles.height = max(self._room, len(rows))

    def acts(self) -> dict[str, Act]:
        moves = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")
        acts: dict[str, Act] = {move: lambda move=move: self._list.go(move) for move in moves}  # type: ignore[misc]  # mypy cannot infer a lambda's default
        return acts | {"choose": self._list.take, "close": lambda: self._leave(None)}

    def _leave(self, index: int | None) -> None:
        self.dismiss(index)

    def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        self._leave(message.index)

    def on_key(self, event: events.Key) -> None:
        """A letter takes its line."""
        character = event.character or ""
        if character and character in self._letters:
            event.stop()
            self._leave(self._letters.index(character))
        elif self._letters and character in "123456789" and 0 < int(character or 0) < len(self._rows):
            event.stop()
            self._leave(int(character) - 1)
