"""One of a few: a list in a box, taken by enter, by its letter or by a click."""

from collections.abc import Sequence

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ChoiceList


class ChoiceDialog(Dialog[int], inherit_bindings=False):
    """Ends with the index of the line that was taken, or None. `letters` take lines at once, a blank is none.

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
        lettered = ((index, letter) for index, letter in enumerate(letters) if letter != " ")
        keys = [*lettered, *((n, str(n + 1)) for n in range(9) if letters)]
        for index, key in keys:  # done before the next key is looked at, which may be for the screen below
            self._bindings.bind(key, f"letter({index})", show=False, priority=True)

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
        return acts | {"choose": self._choose, "close": lambda: self._leave(None)}

    def take(self, index: int) -> None:
        """A line was taken: the dialog ends with it."""
        self._leave(index)

    def _leave(self, index: int | None) -> None:
        if self.is_current:  # a second click may come while the box is going
            self.dismiss(index)

    def _choose(self) -> None:
        """At once, not by a message: the next key is for the screen below already."""
        if self._rows:
            self.take(self._list.chosen)

    def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        self.take(message.index)

    def action_letter(self, index: int) -> None:
        """A letter or a number takes its line."""
        if index < len(self._rows):
            self.take(index)
