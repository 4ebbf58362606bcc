"""A list whose entries take several lines each; only those in view are ever set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from factcheck.widgets.painted import Painted, PaintedLine

_BAR, _BEFORE_BORDER = 2, 1


class BlockList(Painted):
    """Entries of several lines, of which one is chosen, with a bar beside it and `gap` empty lines below each."""

    @dataclass
    class EntryTaken(Message):
        """The chosen entry was clicked: its index from 0."""

        index: int

    def __init__(self, *, gap: int = 1, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._gap = gap
        self._count = 0
        self._lines_of: Callable[[int, int], Sequence[PaintedLine]] = lambda index, width: ()
        self._empty: Sequence[PaintedLine] = ()
        self._first = 0
        self._shown: list[int] = []
        self.chosen = 0
        """The index of the chosen entry."""

    def fill(
        self,
        count: int,
        lines_of: Callable[[int, int], Sequence[PaintedLine]],
        *,
        empty: Sequence[PaintedLine] = (),
    ) -> None:
        """Show so many entries, each as its lines for a width; `empty` when there are none."""
        self._count, self._lines_of, self._empty = count, lines_of, empty
        self.choose(self.chosen)

    def choose(self, index: int) -> None:
        """Choose an entry; the nearest that there is."""
        self.chosen = max(0, min(index, self._count - 1))
        self.repaint()

    def go(self, where: str) -> None:
        """Move by the id of a command: down, up, top, bottom, page_down_list, page_up_list."""
        page = max(1, len(set(self._shown)) - 1)
        step = {"down": 1, "up": -1, "page_down_list": page, "page_up_list": -page}.get(where)
        self.choose(self.chosen + step if step else (0 if where == "top" else self._count))

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The entries around the chosen one, which is seen whole where it fits; the last row says what is below."""
        self._shown = []
        if not self._count:
            return self._empty
        room = max(1, height - 1)
        self._first = self._first_in_view(width, room)
        lines: list[PaintedLine] = []
        index = self._first
        while index < self._count and len(lines) < room:
            for line in self._entry(index, width)[: room - len(lines)]:
                lines.append(line)
                self._shown.append(index)
            index += 1
        below = self._count - index
        lines += [()] * (room - len(lines))
        hint = f"▾ {below:,} more" if below > 0 else ""
        return [*lines, (("  ", ""), (hint, "muted"))]

    def _first_in_view(self, width: int, room: int) -> int:
        """The first entry to show: as before, if the chosen one is then seen whole."""
        if self.chosen < self._first:
            return self.chosen
        used, first = len(self._entry(self.chosen, width)) - self._gap, self.chosen
        while first > self._first and used + len(above := self._entry(first - 1, width)) <= room:
            used += len(above)
            first -= 1
        return first

    def _entry(self, index: int, width: int) -> list[PaintedLine]:
        bar = ("▌ ", "bar") if index == self.chosen else ("  ", "")
        return [
            *((bar, *line) for line in self._lines_of(index, max(1, width - _BAR - _BEFORE_BORDER))),
            *[()] * self._gap,
        ]

    def on_click(self, event: events.Click) -> None:
        """A click chooses an entry, a click on the chosen one takes it."""
        at = event.get_content_offset(self)
        if at is None or not 0 <= at.y < len(self._shown):
            return
        index = self._shown[at.y]
        if index == self.chosen:
            self.post_message(self.EntryTaken(index))
        else:
            self.choose(index)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel chooses the next entry."""
        event.stop()
        self.go("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel chooses the entry before."""
        event.stop()
        self.go("up")
