"""Something longer to read: help, history."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.geometry import Size

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of, keys_of
from factcheck.widgets.key_line import Key
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ScrollingPane

_AROUND = 10
_AROUND_SHORT = 4
"""Rows that the box itself takes, and in a short window, where it has no blank ones."""


class _Text(ScrollingPane):
    def __init__(self, lines: Callable[[int], Sequence[PaintedLine]]) -> None:
        super().__init__(widget_id="reading")
        self._set = lines

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines, and no higher than leaves room for the box around it."""
        around = _AROUND_SHORT if self.screen.has_class("-short") else _AROUND
        return min(super().get_content_height(container, viewport, width), self.app.size.height - around)

    def all_lines(self, width: int) -> Sequence[PaintedLine]:
        return self._set(width)


class ReadingDialog(Dialog[None], inherit_bindings=False):
    """Shows lines, set for the width that there is, until it is closed."""

    BINDINGS = bindings_of(Where.LIST)

    def __init__(self, title: str, lines: Callable[[int], Sequence[PaintedLine]]) -> None:
        super().__init__(title)
        self._text = _Text(lines)

    def compose_room(self) -> ComposeResult:
        self._text.keys = f"{self.key_of('down')} {self.key_of('up')}"
        yield self._text

    def keys(self) -> Sequence[Key]:
        return [k for k in keys_of(self.WHERE, is_modal=True) if k.command_id == "close"]

    def acts(self) -> dict[str, Act]:
        page, far = max(1, self.size.height - 10), 10**9
        return {
            "down": lambda: self._text.scroll_rows(1),
            "up": lambda: self._text.scroll_rows(-1),
            "page_down_list": lambda: self._text.scroll_rows(page),
            "page_up_list": lambda: self._text.scroll_rows(-page),
            "top": lambda: self._text.scroll_rows(-far),
            "bottom": lambda: self._text.scroll_rows(far),
            "choose": lambda: None,
            "close": self._close,
        }

    def _close(self) -> None:
        self.dismiss(None)
