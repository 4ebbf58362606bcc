"""The chosen article beside the list: how its text begins, how it stands, what is next in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from msgspec import Struct

from factcheck.domain.article import BlockKind
from factcheck.domain.article_line import ArticleLine
from factcheck.domain.glance import Glance, Waiting
from factcheck.domain.tally import Tally
from factcheck.widgets.article_columns import is_past
from factcheck.widgets.card_rows import INSET, field_rows, labelled, numbered
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.layout import MEASURE
from factcheck.widgets.local_time import moment
from factcheck.widgets.painted import Painted, PaintedLine, Piece, padded, paragraph, shortened, width_of_line
from factcheck.widgets.progress_bar import progress_bar

_LONGEST_BAR = 28
_LOOKS = {
    BlockKind.HEADLINE: "strong",
    BlockKind.SUBHEAD: "strong",
    BlockKind.STANDFIRST: "italic",
    BlockKind.PULL_QUOTE: "italic",
    BlockKind.PARAGRAPH: "",
}


class _Room(Struct, frozen=True):
    """How much is told: rows for the words of a statement or a query, how many queries, and all counts or the first."""

    rows: int
    queries: int
    is_full: bool = True


_ROOMS = (_Room(3, 4), _Room(1, 2), _Room(1, 1, is_full=False))
"""From much to little: the first that fits is taken."""


class GlanceFacts(Struct, frozen=True):
    """What the two panes show of an article. `is_titled` where its title stands nowhere else on the screen."""

    line: ArticleLine
    glance: Glance
    key_of: KeyOf
    is_titled: bool = True


class ArticleOpening(Painted):
    """The first lines of the text, set like an article."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._facts: GlanceFacts | None = None

    def show(self, facts: GlanceFacts | None) -> None:
        """Show how this article begins, or nothing."""
        self._facts = facts
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """As many lines as fit; where the text goes on, the last one says so."""
        return opening_lines(self._facts, width, height) if self._facts else []


class ArticleStanding(Painted):
    """How far the article has come, and what it waits for."""

    def __init__(
        self, now: Callable[[], datetime], zone: tzinfo | None, *, widget_id: str | None = None
    ) -> None:
        super().__init__(widget_id=widget_id)
        self._now = now
        self._zone = zone
        self._facts: GlanceFacts | None = None

    def show(self, facts: GlanceFacts | None) -> None:
        """Show how this article stands, or nothing."""
        self._facts = facts
        self.repaint()

    def lines_for(self, width: int, height: int) -> Sequence[PaintedLine]:
        """As much as there is room for."""
        return standing_lines(self._facts, width, height, self._now(), self._zone) if self._facts else []


def opening_lines(facts: GlanceFacts, width: int, height: int) -> list[PaintedLine]:
    """The beginning of the text for so many cells and rows."""
    lines: list[PaintedLine] = []
    for kind, text in facts.glance.opening:
        lines += paragraph(" ".join(text.split()), min(width, MEASURE), _LOOKS.get(kind, "muted"))
        lines.append(())
        if len(lines) > height:
            return [*lines[: height - 1], (("…", "muted"),)]
    return lines


def standing_lines(
    facts: GlanceFacts, width: int, height: int, now: datetime, zone: tzinfo | None
) -> list[PaintedLine]:
    """What it is called, progress, where one was and what is next, what is waited for, the dates, the sign-off."""
    lines: list[PaintedLine] = []
    for room in _ROOMS:
        sections = [
            _called(facts, width, room),
            list(_progress(facts.line.tally, width, room)),
            list(_next(facts, width, room)),
            list(_waiting(facts, width, room, now, zone)),
            list(_dates(facts, width, now, zone)),
        ]
        lines = [line for section in sections if section for line in ((), *section)][1:]
        if len(lines) <= height:
            break
        lines = [line for section in sections for line in section]
        if len(lines) <= height:
            break
    return lines[:height]


def _called(facts: GlanceFacts, width: int, room: _Room) -> list[PaintedLine]:
    article = facts.line.article
    title = paragraph(article.title, width, "strong") if facts.is_titled else []
    if len(title) > room.rows:
        title = [(padded(article.title, width, "strong"),)]
    return [*title, shortened(((article.slug, "accent"),), width)] if room.is_full else title


def _progress(tally: Tally, width: int, room: _Room) -> Iterator[PaintedLine]:
    total = tally.statements - tally.excluded
    done = f"  {tally.done} of {total} done"
    bar = progress_bar(tally, max(3, min(_LONGEST_BAR, width - INSET - len(done))))
    states = (
        (tally.recheck, "recheck", "was"),
        (tally.in_progress, "in progress", "accent"),
        (tally.untouched, "untouched", ""),
        (tally.excluded, "excluded", "muted"),
    )
    told = [(f"{count} {words}", look) for count, words, look in states if count]
    yield from labelled(
        "DONE", [(*bar, (done, "")), *_flowing(told if room.is_full else told[:1], width - INSET)]
    )
    if not room.is_full:
        return
    for label, counts, left in (
        ("SAID", (tally.said_confirmed, tally.said_unverified, tally.said_disputed), 0),
        ("SO", (tally.so_confirmed, tally.so_unverified, tally.so_disputed), tally.so_left_to_speaker),
    ):
        if any(counts) or left:
            yield from labelled(label, [_verdicts(counts, left, width - INSET)])


def _flowing(pieces: Sequence[Piece], width: int) -> Iterator[PaintedLine]:
    """Pieces side by side, and below each other where there is no room for that."""
    line: PaintedLine = ()
    for piece in pieces:
        longer = (*line, (" · ", "muted"), piece) if line else (piece,)
        if line and width_of_line(longer) > width:
            yield line
            longer = (piece,)
        line = longer
    if line:
        yield line


def _verdicts(counts: tuple[int, int, int], left: int, width: int) -> PaintedLine:
    """Each with its sign and, where there is room for that, its word."""
    named = (*zip("✓?✗", ("confirmed", "unverified", "disputed"), counts, strict=True), ("→", "left", left))
    shown = named if left else named[:-1]
    whole = tuple((f"{sign} {count} {word}  ", word if count else "muted") for sign, word, count in shown)
    if width_of_line(whole) - 2 <= width:
        return whole
    return tuple((f"{sign} {count}  ", word if count else "muted") for sign, word, count in shown)


def _next(facts: GlanceFacts, width: int, room: _Room) -> Iterator[PaintedLine]:
    glance, tally = facts.glance, facts.line.tally
    if glance.left_at:
        words = f"{glance.left_at} of {tally.statements} — {facts.key_of('open')} goes on there"
        yield from field_rows("LEFT AT", words, width, "")
    if glance.next_number:
        head = f"{glance.next_number}  "
        text = " ".join(glance.next_words.split())
        yield from labelled(
            "NEXT", _at_most(room.rows, numbered((head, "accent"), text, width - INSET), width)
        )


def _at_most(count: int, rows: Iterable[PaintedLine], width: int) -> list[PaintedLine]:
    """The first rows; the last of them says that there is more."""
    found = list(rows)
    if len(found) <= count:
        return found
    return [*found[: count - 1], shortened((*found[count - 1], (" …", "muted")), width - INSET)]


def _waiting(
    facts: GlanceFacts, width: int, room: _Room, now: datetime, zone: tzinfo | None
) -> Iterator[PaintedLine]:
    """The queries that wait, for how long; then what else others still have to say or to settle."""
    tally, rows = facts.line.tally, []
    named = facts.glance.waiting[: room.queries]
    for one in named:
        text = f"{one.query.addressee}{_since(one, now, zone)}: {' '.join(one.query.text.split())}"
        rows += _at_most(
            room.rows, numbered((f"{one.number}  ", "accent"), text, width - INSET, "warning"), width
        )
    rest = (
        (tally.open_queries - len(named), "more query", "more queries"),
        ((tally.open_links + 1) // 2, "link to be settled", "links to be settled"),
        (tally.unanswered, "reply", "replies"),
    )
    told = ", ".join(f"{count} {one if count == 1 else many}" for count, one, many in rest if count > 0)
    if told:
        rows += _at_most(room.rows, paragraph(told, width - INSET, "warning"), width)
    if rows:
        yield from labelled("WAITS", rows)


def _since(waiting: Waiting, now: datetime, zone: tzinfo | None) -> str:
    """For how long it has been waited: by days, as a checker counts them."""
    if not waiting.query.at:
        return ""
    days = (now.astimezone(zone).date() - moment(waiting.query.at, zone).date()).days
    return f", for {days} day{'' if days == 1 else 's'}" if days > 0 else ", since today"


def _dates(facts: GlanceFacts, width: int, now: datetime, zone: tzinfo | None) -> Iterator[PaintedLine]:
    line, article = facts.line, facts.line.article
    is_late = bool(article.deadline) and line.tally.open > 0 and is_past(article.deadline or "", now, zone)
    due = f"{article.deadline} — passed" if is_late else article.deadline
    for label, words, command_id in (
        ("DEADLINE", due, "article_deadline"),
        ("DATELINE", article.dateline, "article_dateline"),
    ):
        look = "muted" if not words else "warning" if is_late and words is due else ""
        yield from field_rows(label, words or f"not set — {facts.key_of(command_id)}", width, look)
    signed = line.signed_words
    yield from field_rows("SIGNED", signed or "not yet", width, "strong" if signed else "muted")
