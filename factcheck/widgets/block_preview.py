"""A document's blocks before it is imported: what each one is, how it begins, and why it is not checked."""

from collections.abc import Sequence

from textual import events

from factcheck.domain.mark import BlockText
from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, padded
from factcheck.widgets.scrolling import more_below

_KIND = 12
_MARGIN = 2
_LONGEST_REASON = 34
_FEWEST_WORDS = 24
_WHEEL_ROWS = 3


class BlockPreview(Painted):
    """One row a block; only the rows in view are made."""

    def __init__(self, blocks: Sequence[BlockText], *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._blocks = blocks
        self._first = 0
        self.keys = ""
        """With which keys one sees more."""

    def go(self, where: str) -> None:
        """Move by the id of a command: down, up, top, bottom, page_down_list, page_up_list."""
        page = max(1, self.size.height - 1)
        step = {"down": 1, "up": -1, "page_down_list": page, "page_up_list": -page}.get(where)
        self._show_from(self._first + step if step else (0 if where == "top" else len(self._blocks)))

    def _show_from(self, first: int) -> None:
        self._first = max(0, min(first, len(self._blocks) - self._room(self.size.height)))
        self.repaint()

    def _room(self, height: int) -> int:
        """The rows for blocks: all, or one less when the last one says how many more there are."""
        return height if len(self._blocks) <= height else max(1, height - 1)

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The rows in view."""
        room = self._room(height)
        self._first = max(0, min(self._first, len(self._blocks) - room))
        rows = [_row(block, width) for block in self._blocks[self._first : self._first + room]]
        below = len(self._blocks) - self._first - room
        if len(self._blocks) <= height:
            return rows
        return [*rows, ((more_below(below, self.keys), "muted"),)]

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the part in view."""
        event.stop()
        self._show_from(self._first + _WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the part in view back."""
        event.stop()
        self._show_from(self._first - _WHEEL_ROWS)


def _row(block: BlockText, width: int) -> PaintedLine:
    kind = block.block.kind.value.replace("_", " ")
    is_headline = kind == "headline"
    words = block.text[: 2 * width].replace("\n", " ")
    room = max(1, width - _MARGIN - _KIND - 1)
    if not block.is_excluded:
        return (
            (" " * _MARGIN, ""),
            padded(kind, _KIND, "muted"),
            (" ", ""),
            padded(words, room, "strong" if is_headline else ""),
        )
    reason = f"not checked: {block.block.reason or kind}"
    cells = min(width_of(reason), _LONGEST_REASON, max(0, room - _FEWEST_WORDS))
    return (
        padded("–", _MARGIN, "excluded"),
        padded(kind, _KIND, "excluded"),
        (" ", ""),
        padded(words, room - cells - 2, "excluded italic"),
        ("  ", ""),
        padded(reason, cells, "muted"),
    )
