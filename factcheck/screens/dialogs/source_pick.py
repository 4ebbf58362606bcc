"""Choosing one of many by typing a part of it: the list follows."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.screens.commanded import BOX_CSS, Act, Dialog, bindings_of
from factcheck.widgets.line_field import LineField
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ChoiceList

_SHOWN = 200
_ROOM = 10


class SourcePickDialog(Dialog[None], inherit_bindings=False):
    """Hands the index of what was chosen to `take`, and stays until that lets go of it.

    `rows` are the lines, `words` what each is found by.
    """

    BINDINGS = bindings_of(Where.SOURCE_PICK)
    WHERE = Where.SOURCE_PICK
    AUTO_FOCUS = "LineField"
    CSS_PATH = [*BOX_CSS, "form.tcss"]

    def __init__(
        self,
        title: str,
        rows: Sequence[PaintedLine],
        words: Sequence[str],
        *,
        take: Callable[["SourcePickDialog", int], None],
    ) -> None:
        super().__init__(title)
        self._rows = rows
        self._words = [w.casefold() for w in words]
        self._take = take
        self._field = LineField(
            "", placeholder="type a part of the title, creator or address", field_id="line"
        )
        self._list = ChoiceList(widget_id="choices")
        self._found: list[int] = []

    def compose_room(self) -> ComposeResult:
        yield self._field
        self._list.styles.height = min(_ROOM, max(3, len(self._rows)))
        self._list.styles.margin = (1, 0, 0, 0)
        self._follow()
        yield self._list

    def acts(self) -> dict[str, Act]:
        return {
            "pick_source": self._choose,
            "source_down": lambda: self._list.go("down"),
            "source_up": lambda: self._list.go("up"),
            "leave_prompt": self._leave,
        }

    def _leave(self) -> None:
        self.dismiss(None)

    def _follow(self) -> None:
        """Show what has all the words that are typed."""
        wanted = self._field.value.casefold().split()
        found = [i for i, words in enumerate(self._words) if all(word in words for word in wanted)]
        self._found = found[:_SHOWN]
        self._list.fill(
            [self._rows[i] for i in self._found], empty=[(("Nothing has these words.", "muted"),)]
        )

    def on_input_changed(self, message: LineField.Changed) -> None:
        """The list follows what is typed."""
        message.stop()
        self._follow()

    def _choose(self) -> None:
        self._follow()  # the field has taken in all keys before this one, whether its message came or not
        if self._found:
            self._take(self, self._found[self._list.chosen])

    def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        """A click takes a line."""
        if self.is_current:
            self._take(self, self._found[message.index])
