"""Small panes of one or a few lines: heading, rule with a notice, what went wrong."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import (
    Painted,
    PaintedLine,
    padded,
    paragraph,
    shortened,
    spread,
    width_of_line,
)

_FRAMED = 6
"""Cells of a border that a notice in it leaves alone."""


class Heading(Painted):
    """What is on the screen: the program's name, a title, and something quiet at the right."""

    def __init__(self, title: str, aside: str = "", *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._title = title
        self._aside = aside

    def say(self, title: str, aside: str) -> None:
        """Another title, or another thing at the right."""
        if (title, aside) != (self._title, self._aside):
            self._title, self._aside = title, aside
            self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line; a title that is too long is cut, what stands at the right is not."""
        name = "factcheck  "
        aside = self._aside if width_of(self._aside) < width - 40 else ""
        title = padded(self._title, width - width_of(name) - width_of(aside) - 2, "strong")
        return [spread(((name, "accent"), title), ((aside, "muted"),), width)]


class NoticeLine(Painted):
    """A rule across the screen, and in it what the last key did, until the next one."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.notice = ""

    def say(self, notice: str) -> None:
        """Show this from now on; nothing when it is empty."""
        if notice != self.notice:
            self.notice = notice
            self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line."""
        return [ruled(self.notice, "─" * width)]


class Frame(Struct, frozen=True):
    """What stands in a pane's upper border, at the left and at the right, and the cells between border and pane."""

    title: PaintedLine
    aside: PaintedLine = ()
    pad: int = 0


class Frames(Painted):
    """Borders around the panes that it holds, with their titles; in the lower one stands what the last key did.

    A pane that begins at the edge of the window has no room for borders: then there is only a rule below it.
    They stay as they are while the panes are painted, so that they cost no bytes.
    """

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._frames: Mapping[str, Frame] = {}
        self._notice = ""
        self._drawn: list[tuple[int, int, Frame]] = []

    def on_mount(self) -> None:
        """In a window of another size other panes may be shown, which is known only when they have their places."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._follow(), immediate=True)

    def _follow(self) -> None:
        if list(self._boxes()) != self._drawn:
            self.turn()

    def show(self, frames: Mapping[str, Frame], notice: str) -> None:
        """Show these titles, by the ids of the panes, and say what the last key did; nothing when that is empty."""
        self._frames, self._notice = frames, notice
        self.repaint()

    def turn(self) -> None:
        """Another pane comes to the front: draw its borders when it has its place."""
        self._arranged_for = None
        self.refresh()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The borders, from the upper to the lower one."""
        boxes = self._drawn = list(self._boxes())
        if not boxes:
            return [*[()] * (height - 1), ruled(self._notice, "─" * width)]
        top: PaintedLine = ()
        sides = lower = ""
        for start, cells, frame in boxes:
            gap = " " * (start - len(sides))
            top = (*top, (gap, ""), *upper_border(frame, cells))
            sides += f"{gap}│{' ' * (cells - 2)}│"
            lower += f"{gap}╰{'─' * (cells - 2)}╯"
        return [top, *[((sides, "rule"),)] * (height - 2), ruled(self._notice, lower)]

    def _boxes(self) -> Iterator[tuple[int, int, Frame]]:
        """Where each border begins, and how many cells it takes."""
        for pane in self.displayed_children:
            frame = self._frames.get(pane.id or "")
            start = pane.region.x - self.region.x
            if frame is not None and start > frame.pad:
                yield start - frame.pad - 1, pane.region.width + 2 * frame.pad + 2, frame


class ListFrame(Frames):
    """The borders around one list."""

    def __init__(self, pane_id: str, title: str, *, pad: int = 0, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._pane_id = pane_id
        self._title = title
        self._pad = pad
        self._where = ""
        self._entitle()

    def say(self, notice: str) -> None:
        """Say what the last key did; nothing when it is empty."""
        self._notice = notice
        self.repaint()

    def say_where(self, words: str) -> None:
        """Say behind the title which part of the list is shown, or what is to be known of all of it."""
        self._where = words
        self._entitle()
        self.repaint()

    def _entitle(self) -> None:
        where: PaintedLine = (("  ", ""), (self._where, "accent")) if self._where else ()
        self._frames = {self._pane_id: Frame(((self._title, "strong"), *where), pad=self._pad)}


def upper_border(frame: Frame, width: int) -> PaintedLine:
    """The border above a pane; what is at its right goes where there is no room for both."""
    title = shortened(frame.title, width - 6)
    rest = width - 5 - width_of_line(title)
    aside = frame.aside if 0 < width_of_line(frame.aside) < rest - 3 else ()
    if aside:
        aside = ((" ", ""), *aside, (" ─", "rule"))
        rest -= width_of_line(aside)
    return (("╭─ ", "rule"), *title, (f" {'─' * rest}", "rule"), *aside, ("╮", "rule"))


def ruled(notice: str, rule: str) -> PaintedLine:
    """A rule, and in it what the last key did."""
    if not notice:
        return ((rule, "rule"),)
    text, _ = padded(notice, min(width_of(notice), max(1, len(rule) - _FRAMED)))
    return ((f"{rule[:2]} ", "rule"), (text, "accent"), (f" {rule[width_of(text) + 4 :]}", "rule"))


class OneLine(Painted):
    """One line that is handed in, with its looks."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._line: PaintedLine = ()
        self._asides: Sequence[PaintedLine] = ()

    def say(self, line: PaintedLine, asides: Sequence[PaintedLine] = ()) -> None:
        """Show this from now on, and at the right the first of the others that there is room for."""
        self._line, self._asides = line, asides
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line."""
        room = width - width_of_line(self._line)
        aside = next((aside for aside in self._asides if width_of_line(aside) < room), ())
        return [spread(self._line, aside, width) if aside else self._line]


class FixedLines(Painted):
    """Lines that are handed in whole: a sentence or two, set for the width."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._content: tuple[tuple[str, str], ...] = ()

    def say(self, *paragraphs: tuple[str, str]) -> None:
        """Show these paragraphs, each a text and its look, one below the other."""
        if paragraphs != self._content:
            self._content = paragraphs
            self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The paragraphs, broken into lines."""
        return [line for text, look in self._content for line in paragraph(text, width, look)]


class Alert(FixedLines):
    """A box over the screen, until it is put away: what went wrong, or what is too long for the line of notices."""

    def __init__(self) -> None:
        super().__init__(widget_id="alert")
        self.display = False

    def alarm(self, title: str, sentence: str, next_step: str) -> None:
        """Say what went wrong, why, and what to do next."""
        self._show("", (title, "error strong"), (sentence, ""), (next_step, "accent"))

    def tell(self, *paragraphs: tuple[str, str]) -> None:
        """Say something at whatever length it takes."""
        self._show("-told", *paragraphs)

    @property
    def is_told(self) -> bool:
        """Whether it says something that is no alarm."""
        return bool(self.display) and self.has_class("-told")

    def _show(self, kind: str, *paragraphs: tuple[str, str]) -> None:
        self.display = True
        self.set_classes(kind)
        self.say(*paragraphs)
        self.refresh(layout=True)


def fits(notice: str, width: int) -> bool:
    """Whether a notice can be read whole in the border of a window so many cells wide."""
    return width_of(notice) <= width - _FRAMED
