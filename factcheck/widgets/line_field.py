"""A field for one line of text, which shows each unseen character as one that is seen."""

from rich.text import Text
from textual import events
from textual.geometry import Region
from textual.widgets import Input

from factcheck.domain.visible import visible
from factcheck.widgets.own_keys import OwnKeys


class LineField(OwnKeys, Input):
    """Holds what was typed as it was typed; what is painted has as many code points."""

    def __init__(self, value: str = "", *, placeholder: str = "", field_id: str | None = None) -> None:
        super().__init__(
            value, placeholder=visible(placeholder), id=field_id, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    def on_mount(self) -> None:
        """A text that is longer than the field is seen from its end, where one goes on typing."""
        end = Region(self.content_width - 1, 0, 1, 1)
        self.call_after_refresh(self.scroll_to_region, end, force=True, animate=False)

    @property
    def _value(self) -> Text:
        """What Textual paints. A Text made of the raw value would lose characters and pass on others."""
        return Text(visible(self.value), no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: events.Paste) -> None:
        """All of a paste, in one line: Textual would take the first of its lines and drop the others."""
        event.stop()
        event.prevent_default()
        line = " ".join(event.text.splitlines())
        self.replace(line, *self.selection)
