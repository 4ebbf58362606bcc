"""Finding an article: a field at the foot of the desk, which the list follows while one types."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from factcheck.widgets.lines import FixedLines

if TYPE_CHECKING:
    from factcheck.screens.desk import DeskScreen
    from factcheck.widgets.find_field import FindField


class FindingArticles:
    """Opens the field and closes it; what was looked for stays in the desk's view."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self._field: FindField | None = None

    @property
    def is_open(self) -> bool:
        """Whether letters go into the field."""
        return self._field is not None

    def compose(self) -> ComposeResult:
        """The row of the field; the field itself comes when it is wanted."""
        with Horizontal(id="finding"):
            label = FixedLines(widget_id="find-label")
            label.say(("find", "accent"))
            yield label
            hint = FixedLines(widget_id="find-hint")
            keep, leave = self._screen.key_of("open"), self._screen.key_of("show_desk")
            hint.say((f"↑ ↓ choose · {keep} keep · {leave} all", "muted"))
            yield hint

    async def open(self) -> None:
        """Show the field, with what was looked for last."""
        from factcheck.widgets.find_field import FindField  # loads the editor of lines

        row = self._screen.query_one("#finding", Horizontal)
        await row.remove_children(FindField)
        self._field = FindField(self._screen.view.words, field_id="find")
        await row.mount(self._field, before="#find-hint")
        self._show(is_open=True)
        self._screen.set_focus(self._field)

    def close(self) -> None:
        """Put the field away; what was looked for stays."""
        self.follow()
        self._field = None
        self._screen.set_focus(None)
        self._show(is_open=False)

    def _show(self, *, is_open: bool) -> None:
        self._screen.status.display = not is_open
        self._screen.query_one("#finding").display = is_open
        self._screen.dim()

    def follow(self) -> None:
        """Show what is called as the field says."""
        if self._field is not None and self._field.value != self._screen.view.words:
            self._screen.view.words = self._field.value
            self._screen.paint()
