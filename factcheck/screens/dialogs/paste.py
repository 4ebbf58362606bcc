"""Taking a whole article from the clipboard, through the terminal’s own paste."""

from collections.abc import Awaitable, Callable, Iterator

from textual import events
from textual.message import Message
from textual.widget import Widget

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, bindings_of
from factcheck.screens.dialogs.note import NoteArea
from factcheck.screens.dialogs.prompt import Prompt
from factcheck.services.previewing import Preview

SHOWN = 100_000
"""A text that is longer than this many characters is shown up to there only, and cannot be edited here."""
_EXPLAINED = (("Paste it with your terminal's own key: ctrl+shift+v, cmd+v, or the middle button.", "muted"),)
_CONTROLS = "The terminal passed control characters on, so parts of the text may be missing."


def from_terminal(text: str) -> str:
    """A pasted text with its own line ends: terminals send them as CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class PasteArea(NoteArea):
    """Takes a paste whole: an editor of its own would cut it into lines and put them together otherwise."""

    class TextPasted(Message):
        """A text came from the terminal."""

    def __init__(self, text: str) -> None:
        super().__init__("", id="paste", tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.whole = ""
        self._shown = ""
        if text:
            self.take(text)

    def take(self, text: str) -> None:
        """Hold this text, and show of it what can be shown at once."""
        self.whole = text = from_terminal(text)
        self.read_only = len(text) > SHOWN
        self.load_text(text[:SHOWN])
        self._shown = self.text
        self.move_cursor((0, 0) if self.read_only else self.document.end)

    @property
    def taken(self) -> str:
        """The text as it was pasted, or as it was edited afterwards."""
        return self.whole if self.text == self._shown else self.text

    def _on_paste(self, event: events.Paste) -> None:  # type: ignore[override]  # Textual awaits only what can be awaited
        event.prevent_default()
        event.stop()
        if self.text and not self.read_only:
            self.insert(from_terminal(event.text))
        else:
            self.take(event.text)
        self.post_message(self.TextPasted())


class PasteDialog(Prompt[Preview], inherit_bindings=False):
    """Ends with what an import of the pasted text would make."""

    BINDINGS = bindings_of(Where.PASTE)
    WHERE = Where.PASTE
    AUTO_FOCUS = "PasteArea"
    DOING = "reading…"

    def __init__(
        self,
        text: str,
        *,
        ask: Callable[[str], Awaitable[Preview]],
        keep: Callable[[str | None], None],
    ) -> None:
        super().__init__("Paste an article", _EXPLAINED, ask=ask, keep=keep)
        self._area = PasteArea(text)

    def compose_field(self) -> Iterator[Widget]:
        yield self._area

    def on_mount(self) -> None:
        """A text that was pasted onto the desk is here already."""
        if self._area.whole:
            self._report()

    @property
    def typed(self) -> str:
        return self._area.taken

    def acts(self) -> dict[str, Act]:
        return {"read_paste": self._read, "leave_prompt": self.leave}

    def _read(self) -> None:
        self.run_worker(self.submit())

    def on_paste_area_text_pasted(self) -> None:
        """Say how much has come."""
        self._report()

    def _report(self) -> None:
        text = self._area.taken
        said = [(f"{len(text):,} characters", "")]
        if self._area.read_only:
            said = [(f"{len(text):,} characters; only their beginning is shown, all are taken", "")]
        if "\x1b" in text:
            said.append((f"{_CONTROLS} Import it as a file instead.", "warning"))
        self.say(*said)
