"""The chosen article in three lines: its whole title, its name and dates, how far it has come."""

from collections.abc import Callable, Sequence
from datetime import datetime, tzinfo

from factcheck.domain.article_line import ArticleLine
from factcheck.domain.tally import Tally
from factcheck.widgets.article_columns import is_past
from factcheck.widgets.painted import Painted, PaintedLine, Piece, padded, width_of_line


class ArticleBrief(Painted):
    """Says of one article what its row has no room for."""

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, *, widget_id: str | None = None
    ) -> None:
        super().__init__(widget_id=widget_id)
        self._now = now
        self._zone = zone
        self._line: ArticleLine | None = None

    def show(self, line: ArticleLine | None) -> None:
        """Show this article, or nothing."""
        self._line = line
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """The three lines."""
        if self._line is None:
            return []
        article = self._line.article
        return [
            (padded(article.title, width, "strong"),),
            _dates(self._line, width, self._now(), self._zone),
            _cut((*_counts(self._line.tally), *_signed(self._line)), width),
        ]


def _dates(line: ArticleLine, width: int, now: datetime, zone: tzinfo | None) -> PaintedLine:
    """Dateline and deadline, and before them as much of the article's name as there is room for."""
    article = line.article
    is_late = bool(article.deadline) and line.tally.open > 0 and is_past(article.deadline or "", now, zone)
    pieces: tuple[Piece, ...] = (
        ("   dateline ", "muted"),
        _set_or_not(article.dateline),
        ("   deadline ", "muted"),
        (f"{article.deadline} — passed", "warning") if is_late else _set_or_not(article.deadline),
    )
    room = width - width_of_line(pieces)
    name = article.slug if len(article.slug) <= room else padded(article.slug, max(12, room))[0]
    return _cut(((name, "accent"), *pieces), width)


def _signed(line: ArticleLine) -> PaintedLine:
    return ((f"   {line.signed_words}", "strong"),) if line.signed else ()


def _set_or_not(words: str | None) -> Piece:
    return (words, "") if words else ("not set", "muted")


def _counts(tally: Tally) -> PaintedLine:
    pieces: list[Piece] = [(f"{tally.done} done · {tally.open} open", "")]
    if tally.recheck:
        pieces.append((f" · {tally.recheck} recheck", "was"))
    if tally.excluded:
        pieces.append((f" · {tally.excluded} excluded", "muted"))
    for name, counts in (
        ("said", (tally.said_confirmed, tally.said_unverified, tally.said_disputed)),
        ("so", (tally.so_confirmed, tally.so_unverified, tally.so_disputed)),
    ):
        pieces.append((f"   {name} ", "muted"))
        for glyph, look, count in zip("✓?✗", ("confirmed", "unverified", "disputed"), counts, strict=True):
            pieces.append((f" {glyph} {count}", look if count else "muted"))
    if tally.so_left_to_speaker:
        pieces.append((f"  → {tally.so_left_to_speaker}", "left"))
    waits = _waits(tally)
    if waits:
        pieces.append((f"   waits for {waits}", "warning"))
    return tuple(pieces)


def _waits(tally: Tally) -> str:
    """What others still have to say, in words; a link counts at both of its ends."""
    counts = (
        (tally.open_queries, "answer", "answers"),
        ((tally.open_links + 1) // 2, "link", "links"),
        (tally.unanswered, "reply", "replies"),
    )
    return ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in counts if count)


def _cut(pieces: PaintedLine, width: int) -> PaintedLine:
    """As much of a line as fits."""
    fitting: list[Piece] = []
    for text, look in pieces:
        have = width_of_line(tuple(fitting))
        if have >= width:
            break
        fitting.append((text, look) if have + width_of_line(((text, look),)) <= width
                       else padded(text, width - have, look))  # fmt: skip
    return tuple(fitting)
