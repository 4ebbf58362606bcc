"""Writing a note. Whatever is typed is handed on at once, so that it is never lost."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.widgets import TextArea

from factcheck.commands.command import Where
from factcheck.domain.visible import visible
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.own_keys import OwnKeys


class NoteArea(OwnKeys, TextArea):
    """An editor that shows each unseen character as one that is seen, and changes none of them."""

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted: as many code points as are stored."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)


class NoteDialog(Dialog[str], inherit_bindings=False):
    """Ends with the note to save, or with None when it was left; then what was typed is kept elsewhere.

    `typed` hears of each change of the text.
    """

    BINDINGS = bindings_of(Where.NOTE)
    WHERE = Where.NOTE
    AUTO_FOCUS = "NoteArea"

    def __init__(
        self, title: str, explained: tuple[str, str], text: str, *, typed: Callable[[str], None]
    ) -> None:
        super().__init__(title)
        self._explained = explained
        self._text = text
        self._typed = typed

    def compose_room(self) -> ComposeResult:
        explained = FixedLines(widget_id="explained")
        explained.say(self._explained)
        yield explained
        area = NoteArea(self._text, id="note", tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        area.cursor_blink = False
        area.highlight_cursor_line = False
        yield area

    def on_mount(self) -> None:
        """The cursor stands where one goes on writing."""
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)

    def acts(self) -> dict[str, Act]:
        return {"save_note": self._save, "leave_note": self._leave}

    def _save(self) -> None:
        self.dismiss(self.query_one(NoteArea).text)

    def _leave(self) -> None:
        self.dismiss(None)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Hand on what is typed."""
        if message.text_area.text != self._text:
            self._text = message.text_area.text
            self._typed(self._text)
