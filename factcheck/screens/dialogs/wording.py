"""Writing a suggested wording, with the old words and what is different above it."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.widgets import TextArea

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.screens.dialogs.note import NoteArea
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ScrollingPane
from factcheck.widgets.wording_lines import diff_lines


class WordingPane(ScrollingPane):
    """The two wordings below each other."""

    def __init__(self, old: str, new: str, *, widget_id: str) -> None:
        super().__init__(widget_id=widget_id)
        self._old = old
        self.new = new

    def all_lines(self, width: int) -> Sequence[PaintedLine]:
        """The old words, then the new ones."""
        return list(diff_lines(self._old, self.new, width))


class WordingDialog(Dialog[str], inherit_bindings=False):
    """Ends with the words to suggest, or with None when it was left; then what was typed is kept elsewhere."""

    BINDINGS = bindings_of(Where.WORDING)
    WHERE = Where.WORDING
    AUTO_FOCUS = "NoteArea"

    def __init__(self, title: str, old: str, new: str, *, typed: Callable[[str], None]) -> None:
        super().__init__(title)
        self._pane = WordingPane(old, new, widget_id="wordings")
        self._typed = typed
        self._area = NoteArea(new, id="note", tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        self._area.cursor_blink = False
        self._area.highlight_cursor_line = False

    def compose_room(self) -> ComposeResult:
        yield self._pane
        yield self._area

    def on_mount(self) -> None:
        """The cursor stands where one goes on writing."""
        self._area.move_cursor(self._area.document.end)

    def acts(self) -> dict[str, Act]:
        return {
            "save_wording": lambda: self.dismiss(self._area.text),
            "leave_wording": lambda: self.dismiss(None),
        }

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Hand on what is typed, and show what is different now."""
        message.stop()
        if self._area.text != self._pane.new:
            self._pane.new = self._area.text
            self._typed(self._area.text)
            self._pane.repaint()
