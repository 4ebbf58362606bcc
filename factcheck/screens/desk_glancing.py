"""What stands below the list of articles: the chosen one at a glance, or in three lines where there is no room."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.geometry import Size

from factcheck.domain.article_line import ArticleLine
from factcheck.domain.glance import Glance
from factcheck.widgets.article_brief import ArticleBrief
from factcheck.widgets.article_glance import ArticleOpening, ArticleStanding, GlanceFacts
from factcheck.widgets.lines import Frame, Frames

if TYPE_CHECKING:
    from factcheck.screens.desk import DeskScreen

_AROUND_THE_LIST = 4
"""Rows that a list takes beside its articles: borders, heading, a blank."""
_OTHERS = 3
"""Rows of the screen that are neither list nor glance."""
_LEAST = 12
"""Below so many rows a glance says too little."""
_FAIR = 18
"""So many rows it gets in a tall window, however long the list is."""
_TALL = 30


class Glancing:
    """Reads little, once for each article that is chosen, and shows it with the key that chose it."""

    def __init__(self, screen: "DeskScreen") -> None:
        self._screen = screen
        self._read: dict[str, Glance] = {}
        self._brief = ArticleBrief(screen.clock, screen.zone, widget_id="brief-article")
        self._opening = ArticleOpening(widget_id="opening")
        self._standing = ArticleStanding(screen.clock, screen.zone, widget_id="standing")
        self._frames = Frames(widget_id="glance")
        self._arranged: tuple[int, int] | None = None
        self._most = 0

    def compose(self) -> ComposeResult:
        """The panes, with the room that there is for them in this window."""
        self._frames.show(
            {
                "opening": Frame((("How it begins", "strong"),), pad=1),
                "standing": Frame((("How it stands", "strong"),), pad=1),
            },
            "",
        )
        with self._frames:
            yield self._opening
            yield self._standing
        yield self._brief

    def arrange(self, size: Size, count: int) -> None:
        """Divide the height between a list of so many articles and the glance. A list that was longer keeps its room."""
        self._most = max(self._most, count)
        rows = _rows_of_list(size.height, self._most) if count else 0
        if self._arranged == (size.height, rows):
            return
        self._arranged = (size.height, rows)
        self._screen.frame.styles.height = rows or "1fr"
        self._frames.display = rows > 0
        self._brief.display = not rows

    def forget(self) -> None:
        """The articles were read again: so is what lies on top of them."""
        self._read.clear()

    def show(self, line: ArticleLine | None) -> None:
        """Show this article, or nothing."""
        if not self._frames.display:
            self._brief.show(line)
            return
        facts = self._facts(line) if line is not None else None
        self._opening.show(facts)
        self._standing.show(facts)

    def _facts(self, line: ArticleLine) -> GlanceFacts:
        glance = self._glance(line)
        is_headed = any(" ".join(text.split()) == line.article.title for _, text in glance.opening[:1])
        is_titled = self._screen.has_class("-narrow") or not is_headed
        return GlanceFacts(line, glance, self._screen.key_of, is_titled)

    def _glance(self, line: ArticleLine) -> Glance:
        found = self._read.get(line.article.id)
        if found is None:
            found = self._read[line.article.id] = self._screen.port.glance(line)
        return found


def _rows_of_list(height: int, count: int) -> int:
    """So many rows are for the list with its borders; 0 when it is to have all of them."""
    room, wanted = height - _OTHERS, count + _AROUND_THE_LIST
    if height >= _TALL:
        return min(wanted, max(room - _FAIR, room // 2))
    return wanted if wanted <= room - _LEAST else 0
