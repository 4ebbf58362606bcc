"""The articles as aligned rows of which one is chosen; only the rows in view are made."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from textual import events
from textual.message import Message

from factcheck.domain.article_line import ArticleLine
from factcheck.widgets.article_columns import Columns, heading, row
from factcheck.widgets.painted import Painted, PaintedLine, width_of_line

_WHEEL_ROWS = 3
_HEAD = 2
_BAR = 2


class ArticleList(Painted):
    """Shows articles; says which one was chosen by the mouse, and which one was taken."""

    class ArticleChosen(Message):
        """The mouse has chosen another article."""

    class ArticleTaken(Message):
        """The chosen article is to be opened."""

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, *, widget_id: str | None = None
    ) -> None:
        super().__init__(widget_id=widget_id)
        self._now = now
        self._zone = zone
        self._articles: Sequence[ArticleLine] = ()
        self._among: Sequence[ArticleLine] = ()
        self._empty: Sequence[PaintedLine] = ()
        self._columns: Columns | None = None
        self._cells: dict[int, PaintedLine] = {}
        """The rows as they are when not chosen, by their index: a move would set each of them again."""
        self._cells_at = ""
        self._first = 0
        self._index = 0
        self._is_to_be_seen = True

    def show(
        self,
        articles: Sequence[ArticleLine],
        chosen_id: str | None,
        *,
        among: Sequence[ArticleLine],
        empty: Sequence[PaintedLine],
    ) -> None:
        """Show these, one of them chosen: that with the id, or else the one in its place; `empty` when none.

        The columns are those of all the articles `among` which these were found, so that they stay in place.
        """
        self._articles, self._among, self._empty, self._columns = articles, among, empty, None
        self._cells.clear()
        found = next((i for i, line in enumerate(articles) if line.article.id == chosen_id), self._index)
        self.choose(found)

    @property
    def chosen(self) -> ArticleLine | None:
        """The article with the bar."""
        return self._articles[self._index] if self._articles else None

    @property
    def number(self) -> int:
        """The number of the chosen article from 1; 0 when there is none."""
        return self._index + 1 if self._articles else 0

    def choose(self, index: int) -> None:
        """Choose a row, the nearest that there is, and bring it into view."""
        self._index = max(0, min(index, len(self._articles) - 1))
        self._is_to_be_seen = True
        self.repaint()

    def go(self, where: str) -> None:
        """Move by the id of a command: down, up, top, bottom, page_down_list, page_up_list."""
        page = max(1, self.size.height - _HEAD - 1)
        step = {"down": 1, "up": -1, "page_down_list": page, "page_up_list": -page}.get(where)
        self.choose(self._index + step if step else (0 if where == "top" else len(self._articles)))

    def take(self) -> None:
        """Say that the chosen article is to be opened."""
        if self._articles:
            self.post_message(self.ArticleTaken())

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The heading and the rows in view."""
        if not self._articles:
            return self._empty
        room = max(1, height - _HEAD)
        if self._is_to_be_seen:
            self._first = min(max(self._first, self._index - room + 1), self._index)
        self._first = max(0, min(self._first, len(self._articles) - room))
        if self._columns is None or self._columns.width != width - _BAR:
            self._columns = Columns.fitting(self._among, width - _BAR)
            self._cells.clear()
        now = self._now()
        if self._cells_at != (minute := f"{now:%F %R}"):  # today becomes yesterday, and a deadline passes
            self._cells_at = minute
            self._cells.clear()
        shown = range(self._first, min(len(self._articles), self._first + room))
        rows = [self._row(index, self._columns, now) for index in shown]
        return [((" " * _BAR, ""), *heading(self._columns)), (), *rows]

    def _row(self, index: int, columns: Columns, now: datetime) -> PaintedLine:
        cells = self._cells.get(index)
        if cells is None:
            cells = self._cells[index] = row(self._articles[index], columns, now, self._zone)
        if index != self._index:
            return ((" " * _BAR, ""), *cells)
        title, *others = cells
        lit = tuple((text, f"{look} current".strip()) for text, look in others)
        rest = max(0, columns.width - width_of_line(cells))
        return (("▌", "bar"), (" ", "current"), (title[0], "strong current"), *lit, (" " * rest, "current"))

    def on_click(self, event: events.Click) -> None:
        """A click chooses an article, a double click opens it."""
        at = event.get_content_offset(self)
        index = self._first + at.y - _HEAD if at is not None and at.y >= _HEAD else -1
        if not 0 <= index < len(self._articles):
            return
        if event.chain >= 2 and index == self._index:
            self.take()
        elif index != self._index:
            self.choose(index)
            self.post_message(self.ArticleChosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the part in view."""
        event.stop()
        self._scroll(_WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the part in view back."""
        event.stop()
        self._scroll(-_WHEEL_ROWS)

    def _scroll(self, rows: int) -> None:
        self._first += rows
        self._is_to_be_seen = False
        self.repaint()
