"""The desk: the articles of this store, how far each has come, and the way into one."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import partial

from textual.app import ComposeResult

from factcheck.clock import Clock
from factcheck.commands import Where
from factcheck.domain.review import ArticleLine
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.ports import DeskPort
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import FixedLines, Heading, NoticeLine
from factcheck.widgets.local_time import day_and_hour
from factcheck.widgets.painted import PaintedLine, padded
from factcheck.widgets.scrolling import ChoiceList

_EMPTY: list[PaintedLine] = [
    (),
    (("  No articles yet.", "strong"),),
    (),
    (("  Leave with ctrl+q, and import one:", ""),),
    (),
    (("      factcheck import FILE", "accent"),),
    (),
    (("  or look at one of ours first, with nothing of yours touched:", ""),),
    (),
    (("      factcheck demo", "accent"),),
]
_BAR = 10
_DONE = 9
_OPEN = 7
_VERDICTS = 18
_TOUCHED = 17
_WIDE = 100


class _Articles(ChoiceList):
    """The list, set again when the window gets another width."""

    def __init__(self, now: Clock, zone: tzinfo | None) -> None:
        super().__init__(widget_id="articles")
        self._now = now
        self._zone = zone
        self._articles: Sequence[ArticleLine] = ()
        self._set_for = -1

    def show(self, articles: Sequence[ArticleLine]) -> None:
        """Show these articles."""
        self._articles = articles
        self._set_for = -1
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        if self._set_for != width:
            self._set_for = width
            now = self._now()
            rows = [_row(a, width - 2, now, self._zone) for a in self._articles]
            self.set_rows(rows, heading=_heading(width - 2), empty=_EMPTY)
        return super().lines_for(width, height)


class DeskScreen(CommandScreen, inherit_bindings=False):
    """All articles, the one last worked on first."""

    BINDINGS = bindings_of(Where.DESK)

    def __init__(self, port: DeskPort, *, clock: Clock, zone: tzinfo | None = None) -> None:
        super().__init__()
        self._port = port
        self._articles: Sequence[ArticleLine] = port.articles()
        self._list = _Articles(clock, zone)
        self.notice = NoticeLine(widget_id="notice")

    def compose_room(self) -> ComposeResult:
        yield Heading("Desk", self._port.person, widget_id="heading")
        yield NoticeLine(widget_id="head-rule")
        yield self._list
        yield self.notice
        count = len(self._articles)
        status = FixedLines(widget_id="status")
        status.say((f"{count} article{'' if count == 1 else 's'}", ""))
        yield status
        yield KeyLine(keys_of(Where.DESK), widget_id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self._list.show(self._articles)

    def acts(self) -> dict[str, Act]:
        moves = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")
        acts: dict[str, Act] = {move: partial(self._list.go, move) for move in moves}
        return acts | {"open": self._list.take}

    def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        """An article was taken: the program opens it, after the keys before it."""
        article = self._articles[message.index].article
        self.app.call_later(self.app.run_action, f"open_article('{article.id}')", self.app)


def _columns(width: int) -> tuple[int, bool]:
    """The cells of the title, and whether there is room for the bar and the verdicts."""
    is_wide = width >= _WIDE - 10
    fixed = _DONE + _OPEN + _TOUCHED + (_BAR + 1 + _VERDICTS if is_wide else 0)
    return (max(10, width - fixed - 2), is_wide)


def _heading(width: int) -> PaintedLine:
    title, is_wide = _columns(width)
    middle = (" " * (_BAR + 1), "") if is_wide else ("", "")
    verdicts = padded("VERDICTS", _VERDICTS, "muted") if is_wide else ("", "")
    return (
        padded("ARTICLE", title, "muted"), ("  ", ""), middle, padded("DONE", _DONE, "muted"),
        padded("OPEN", _OPEN, "muted"), verdicts, padded("LAST TOUCHED", _TOUCHED, "muted"),
    )  # fmt: skip


def _row(line: ArticleLine, width: int, now: datetime, zone: tzinfo | None) -> PaintedLine:
    title, is_wide = _columns(width)
    tally = line.tally
    checkable = max(1, tally.statements - tally.excluded)
    full = _BAR * tally.done // checkable
    wide: PaintedLine = (
        (("━" * full, "confirmed"), ("╌" * (_BAR - full), "muted"), (" ", "")) if is_wide else ()
    )
    counts = (
        (tally.said_confirmed + tally.so_confirmed, "✓", "confirmed"),
        (tally.said_unverified + tally.so_unverified, "?", "unverified"),
        (tally.said_disputed + tally.so_disputed, "✗", "disputed"),
    )
    verdicts: PaintedLine = (
        tuple(
            padded(f"{glyph} {count}", _VERDICTS // 3, look if count else "muted")
            for count, glyph, look in counts
        )
        if is_wide
        else ()
    )
    touched = day_and_hour(line.touched_at, now, zone) if line.touched_at else ""
    return (
        padded(line.article.title, title, "strong"), ("  ", ""), *wide,
        padded(f"{tally.done}/{tally.statements}", _DONE), padded(str(tally.open), _OPEN), *verdicts,
        padded(touched, _TOUCHED, "muted"),
    )  # fmt: skip
