"""Small panes of one or a few lines: heading, rule with a notice, what went wrong."""

from collections.abc import Sequence

from factcheck.widgets.layout import width_of
from factcheck.widgets.painted import Painted, PaintedLine, padded, paragraph, spread


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
        if not self.notice:
            return [(("─" * width, "rule"),)]
        text, _ = padded(self.notice, min(width_of(self.notice), max(1, width - 6)))
        rest = max(0, width - width_of(text) - 4)
        return [(("── ", "rule"), (text, "accent"), (" " + "─" * rest, "rule"))]


class Divider(Painted):
    """A rule between two panes."""

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """One column, as high as the pane."""
        return [(("│", "rule"),)] * height


class OneLine(Painted):
    """One line that is handed in, with its looks."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._line: PaintedLine = ()

    def say(self, line: PaintedLine) -> None:
        """Show this from now on."""
        self._line = line
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The one line."""
        return [self._line]


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
