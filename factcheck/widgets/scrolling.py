"""Panes with more lines than rows, and lists with a chosen line: still one render, no widget per line."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.widgets.painted import Painted, PaintedLine, shortened, width_of_line

_WHEEL_ROWS = 3


def more_below(count: int, keys: str) -> str:
    """What stands in the last row where there is more than fits, and the keys that show it."""
    hint = f"▾ {count} more" if count > 0 else "▴ the end"
    return f"{hint} · {keys}" if keys else hint


class ScrollingPane(Painted):
    """Shows a part of its lines; when there are more, its last row says so."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._offset = 0
        self.keys = ""
        """With which keys one sees more."""

    def all_lines(self, width: int) -> Sequence[PaintedLine]:
        """Every line of the pane."""
        raise NotImplementedError

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The part in view."""
        lines = self.all_lines(width)
        if len(lines) <= height:
            self._offset = 0
            return lines
        room = max(1, height - 1)
        self._offset = min(max(0, self._offset), len(lines) - room)
        below = len(lines) - self._offset - room
        return [*lines[self._offset : self._offset + room], ((more_below(below, self.keys), "muted"),)]

    def row_at(self, y: int) -> int | None:
        """The index of the line that is shown so far down; None below the last, and where it says that there is more."""
        lines = self.all_lines(self.size.width)
        is_cut = len(lines) > self.size.height
        row = self._offset + y
        return row if row < len(lines) and not (is_cut and y >= self.size.height - 1) else None

    def scroll_rows(self, rows: int) -> None:
        """Move the part in view."""
        self._offset = max(0, self._offset + rows)
        self.repaint()

    def scroll_to_top(self) -> None:
        """Show the first line again at the next repaint."""
        self._offset = 0

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the part in view."""
        event.stop()
        self.scroll_rows(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the part in view back."""
        event.stop()
        self.scroll_rows(-_WHEEL_ROWS)


class ChoiceList(Painted):
    """Lines of which one is chosen, with a bar and a background, and optionally a heading that stays."""

    @dataclass
    class LineChosen(Message):
        """A line was chosen by enter or a click: its index from 0."""

        index: int

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._rows: Sequence[PaintedLine] = ()
        self._heading: PaintedLine | None = None
        self._empty: Sequence[PaintedLine] = ()
        self._first = 0
        self.chosen = 0
        """The index of the chosen line."""

    def fill(
        self,
        rows: Sequence[PaintedLine],
        *,
        heading: PaintedLine | None = None,
        empty: Sequence[PaintedLine] = (),
    ) -> None:
        """Show these lines; `empty` when there are none."""
        self.set_rows(rows, heading=heading, empty=empty)
        self.repaint()

    def set_rows(
        self, rows: Sequence[PaintedLine], *, heading: PaintedLine | None, empty: Sequence[PaintedLine]
    ) -> None:
        """Like `fill`, for one who is painting already."""
        self._rows, self._heading, self._empty = rows, heading, empty
        self.chosen = max(0, min(self.chosen, len(rows) - 1))

    def choose(self, index: int) -> None:
        """Choose a line; the nearest that there is."""
        self.chosen = max(0, min(index, len(self._rows) - 1))
        self.repaint()

    def go(self, where: str) -> None:
        """Move by the id of a command: down, up, top, bottom, page_down_list, page_up_list."""
        page = max(1, self.size.height - 2)
        step = {"down": 1, "up": -1, "page_down_list": page, "page_up_list": -page}.get(where)
        self.choose(self.chosen + step if step else (0 if where == "top" else len(self._rows)))

    def take(self) -> None:
        """Say that the chosen line is taken."""
        if self._rows:
            self.post_message(self.LineChosen(self.chosen))

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The heading and the lines around the chosen one."""
        if not self._rows:
            return self._empty
        head: list[PaintedLine] = [(("  ", ""), *self._heading), ()] if self._heading else []
        room = max(1, height - len(head))
        if len(self._rows) <= room:
            self._first = 0
            return [*head, *(self._line(index, width) for index in range(len(self._rows)))]
        room = max(1, room - 1)
        self._first = min(max(self._first, self.chosen - room + 1), self.chosen, len(self._rows) - room)
        shown = range(self._first, self._first + room)
        below = len(self._rows) - shown.stop
        hint = f"▾ {below} more" if below else "▴ the end"
        return [*head, *(self._line(index, width) for index in shown), (("  ", ""), (hint, "muted"))]

    def _line(self, index: int, width: int) -> PaintedLine:
        row = shortened(self._rows[index], width - 2)
        if index != self.chosen:
            return (("  ", ""), *row)
        rest = max(0, width - 2 - width_of_line(row))
        lit = tuple((text, f"{look} current".strip()) for text, look in row)
        return (("▌ ", "bar"), *lit, (" " * rest, "current"))

    def on_click(self, event: events.Click) -> None:
        """A click chooses a line, a click on the chosen one takes it."""
        at = event.get_content_offset(self)
        index = self._first + (at.y if at else -1) - (2 if self._heading else 0)
        if at is None or not 0 <= index < len(self._rows):
            return
        if index == self.chosen:
            self.take()
        else:
            self.choose(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel chooses the next line."""
        event.stop()
        self.go("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel chooses the line before."""
        event.stop()
        self.go("up")
