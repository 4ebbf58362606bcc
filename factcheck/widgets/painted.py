"""Lines painted one by one: the ground that every pane of ours stands on.

A pane is a list of lines, a line a tuple of pieces, a piece a text and the name of a look. Only what
differs from what is on the screen already is painted again, so that a key costs few bytes and one frame.
"""

from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from factcheck.domain.visible import visible
from factcheck.widgets.layout import width_of, wrap
from factcheck.widgets.looks import is_blind_to_blanks, style_of

Piece: TypeAlias = tuple[str, str]
"""A text, and the look that it has: a name of `looks.py`, or several joined by a blank; "" is plain."""
PaintedLine: TypeAlias = tuple[Piece, ...]


_ANY_HEIGHT = 10_000
_STRIPS_KEPT = 500


class Painted(Widget, inherit_bindings=False):
    """A pane that says in `lines_for` what its lines are; holds no children and posts no messages by itself."""

    can_focus = False

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._lines: list[PaintedLine] = []
        self._arranged_for: Size | None = None
        self._styles_by_look: dict[str, Style] = {}
        self._strips: dict[PaintedLine, Strip] = {}

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The lines from the upper edge on, for a pane of so many cells and rows."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Arrange the lines again, and paint those that have become different: no layout, one frame."""
        size = self.size
        if not self.is_mounted or not size or self._arranged_for != size:
            self._arranged_for = None
            self.refresh()
            return
        old, self._lines = self._lines, list(self.lines_for(size.width, size.height))
        changed = _changed(old, self._lines, size.height)
        if changed:
            self.refresh(*(Region(0, rows.start, size.width, len(rows)) for rows in changed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines, where the style says `auto`."""
        return len(self.lines_for(width, _ANY_HEIGHT))

    def render_lines(self, crop: Region) -> list[Strip]:
        """What the compositor asks for; a pane that has got another size is arranged before its first line."""
        if self._arranged_for != self.size:
            self._arranged_for = self.size
            self._strips.clear()
            self._lines = list(self.lines_for(self.size.width, self.size.height))
        if self.styles.gutter:
            return super().render_lines(crop)
        return self._bare_lines(crop)

    def _bare_lines(self, crop: Region) -> list[Strip]:
        """As the base class paints a pane without border and padding, with nothing to look up for each line."""
        _, background = self.background_colors
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    @property
    def painted(self) -> tuple[str, ...]:
        """What is shown, line by line, without its looks."""
        return tuple("".join(visible(text) for text, _ in line) for line in self._lines)

    def notify_style_update(self) -> None:
        """A theme was changed: the looks are other ones now."""
        self._styles_by_look.clear()
        self._strips.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the pane, as wide as the pane. A strip keeps what Textual made of it: it is made once."""
        line = self._lines[y] if y < len(self._lines) else ()
        strip = self._strips.get(line)
        if strip is None:
            if len(self._strips) >= _STRIPS_KEPT:
                self._strips.clear()
            strip = self._strips[line] = self._strip(line, self.size.width)
        return strip

    def _strip(self, line: PaintedLine, width: int) -> Strip:
        runs: list[list[str]] = []  # neighbours that look alike are one run: fewer bytes to the terminal
        used = 0
        for text, look in line:
            used += width_of(text)
            _extend(runs, visible(text), look)
        if used < width:
            _extend(runs, " " * (width - used), "")
        strip = Strip([Segment(text, self._look(look)) for text, look in runs], max(used, width))
        return strip if used <= width else strip.crop(0, width)

    def _look(self, look: str) -> Style:
        style = self._styles_by_look.get(look)
        if style is None:
            style = self.rich_style + style_of(look, self.app.theme_variables)
            self._styles_by_look[look] = style
        return style


def _extend(runs: list[list[str]], text: str, look: str) -> None:
    """Add a text to the run before it when nobody would see where one ends."""
    if not text:
        return
    last = runs[-1][1] if runs else None
    if last == look or (last is not None and not text.strip(" ") and _are_alike_when_blank(last, look)):
        runs[-1][0] += text
    else:
        runs.append([text, look])


def _are_alike_when_blank(one: str, other: str) -> bool:
    return is_blind_to_blanks(one) and is_blind_to_blanks(other)


def _changed(old: Sequence[PaintedLine], new: Sequence[PaintedLine], height: int) -> list[range]:
    """The rows that have become different, neighbours together."""
    found: list[range] = []
    for y, (before, after) in enumerate(islice(zip_longest(old, new, fillvalue=()), height)):
        if before != after:
            start = found.pop().start if found and found[-1].stop == y else y
            found.append(range(start, y + 1))
    return found


def padded(text: str, width: int, look: str = "") -> Piece:
    """A text that takes exactly `width` cells: blanks behind it, or cut with an ellipsis."""
    have = width_of(text)
    if have <= width:
        return (text + " " * (width - have), look)
    cut = text
    while cut and width_of(cut) > width - 1:
        cut = cut[: min(len(cut) - 1, width - 1)]
    if cut.rstrip().endswith("…"):
        cut = cut.rstrip(" …")
    return (cut + "…" + " " * (width - 1 - width_of(cut)), look) if width > 0 else ("", look)


def shortened(line: PaintedLine, width: int) -> PaintedLine:
    """A line that takes no more than `width` cells: one that says more ends with an ellipsis, so that this is seen."""
    if width_of_line(line) <= width or width_of("".join(text for text, _ in line).rstrip()) <= width:
        return line
    kept: list[Piece] = []
    room = width - 1
    for text, look in line:
        if width_of(text) > room:
            kept.append(padded(f"{text} ", room + 1, look))
            break
        kept.append((text, look))
        room -= width_of(text)
    return tuple(kept)


def paragraph(text: str, width: int, look: str = "") -> list[PaintedLine]:
    """A text broken into lines of at most `width` cells."""
    return [((text[line.start : line.end], look),) for line in wrap(text, width)]


def width_of_line(line: PaintedLine) -> int:
    """The cells that a line takes."""
    return sum(width_of(text) for text, _ in line)


def spread(left: PaintedLine, right: PaintedLine, width: int) -> PaintedLine:
    """Two parts at the two ends of a line; the right one goes when there is no room for it."""
    room = width - width_of_line(left) - width_of_line(right)
    return (*left, (" " * room, ""), *right) if room > 0 else left
