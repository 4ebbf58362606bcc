"""The columns of the list of articles: which of them fit, and what stands in them."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from msgspec import Struct

from factcheck.domain.article_line import ArticleLine
from factcheck.domain.tally import Tally
from factcheck.widgets.layout import MEASURE, width_of
from factcheck.widgets.local_time import moment
from factcheck.widgets.painted import PaintedLine, Piece, padded
from factcheck.widgets.progress_bar import progress_bar

_GAP = 2
_SHORTEST_TITLE = 24
_TITLE_BESIDE_VERDICTS = 32
_LONGEST_DEADLINE = 18
_BAR = 10
_TOUCHED = 10
_RECHECK = 7
_SIGNED = 7
_VERDICT = 5
_VERDICTS = (("✓", "confirmed"), ("?", "unverified"), ("✗", "disputed"))
_IN_ORDER = ("bar", "done", "recheck", "waits", "verdicts", "deadline", "signed", "touched")
_HEADINGS = {"bar": "", "done": "DONE", "recheck": "RECHECK", "waits": "WAITS", "verdicts": "VERDICTS", "deadline": "DEADLINE",
             "signed": "SIGNED", "touched": "TOUCHED"}  # fmt: skip


class Columns(Struct, frozen=True):
    """The columns that fit into a width, in cells: the title's, and those of the others by name."""

    width: int
    title: int
    others: dict[str, int]

    @classmethod
    def fitting(cls, articles: Sequence[ArticleLine], width: int) -> "Columns":
        """The most wanted ones for these articles: what is nowhere filled in takes no room."""
        done = max((width_of(_done(a.tally)) for a in articles), default=0)
        deadline = max((width_of(a.article.deadline or "") for a in articles), default=0)
        wanted = [("done", max(4, done)), ("touched", _TOUCHED), ("recheck", _RECHECK)]
        waits = max((width_of(" ".join(waiting(a.tally))) for a in articles), default=0)
        if waits:
            wanted.append(("waits", max(5, waits)))
        if any(a.signed for a in articles):
            wanted.append(("signed", max(_SIGNED, *(width_of(_signed_briefly(a)[0]) for a in articles))))
        wanted.append(("bar", _BAR))
        if deadline:
            wanted.append(("deadline", min(_LONGEST_DEADLINE, max(10, deadline + 2))))
        wanted.append(("verdicts", _VERDICT * len(_VERDICTS)))
        fitted: dict[str, int] = {}
        title = width
        for name, cells in wanted:
            shortest = _TITLE_BESIDE_VERDICTS if name == "verdicts" else _SHORTEST_TITLE
            if title - cells - _GAP >= shortest:
                fitted[name] = cells
                title -= cells + _GAP
        others = {name: fitted[name] for name in _IN_ORDER if name in fitted}
        return cls(width, max(1, min(title, MEASURE)), others)


def heading(columns: Columns) -> PaintedLine:
    """The names of the columns."""
    cells: list[Piece] = [padded("ARTICLE", columns.title, "muted")]
    for name, width in columns.others.items():
        text = _HEADINGS[name]
        text = text.rjust(width) if name in {"done", "recheck"} else text
        cells += [(" " * _GAP, ""), padded(text, width, "muted")]
    return tuple(cells)


def row(line: ArticleLine, columns: Columns, now: datetime, zone: tzinfo | None) -> PaintedLine:
    """An article's cells; the first piece is its title."""
    cells: list[Piece] = [padded(line.article.title, columns.title)]
    for name, width in columns.others.items():
        cells.append((" " * _GAP, ""))
        cells += _cell(name, line, width, now, zone)
    return tuple(cells)


def _cell(name: str, line: ArticleLine, width: int, now: datetime, zone: tzinfo | None) -> PaintedLine:
    tally = line.tally
    match name:
        case "bar":
            return progress_bar(tally, width)
        case "done":
            return ((_done(tally).rjust(width), ""),)
        case "recheck":
            return ((f"↺ {tally.recheck}".rjust(width) if tally.recheck else " " * width, "was"),)
        case "waits":
            return (padded(" ".join(waiting(tally)), width, "warning"),)
        case "verdicts":
            return _verdicts(tally)
        case "signed":
            words, look = _signed_briefly(line)
            return (padded(words, width, look),)
        case "deadline":
            return (_deadline(line, width, now, zone),)
        case _:
            return (padded(_touched(line.touched_at, now, zone), width, "muted"),)


def _signed_briefly(line: ArticleLine) -> Piece:
    """Whether the report is signed, and countersigned; "changed" when it would print something else now."""
    if line.signed not in ("", "signed"):
        return "changed" if "changed" in line.signed else "withdrawn", "warning"
    notes = line.article.signoff.countersigns if line.article.signoff else ()
    if not line.signed or not notes:
        return line.signed, "strong"
    from factcheck.domain.signoff import REJECTED  # most articles are not signed yet

    return ("rejected", "warning") if notes[-1].decision == REJECTED else ("countersigned", "strong")


def _done(tally: Tally) -> str:
    return f"{tally.done}/{tally.statements - tally.excluded}"


def waiting(tally: Tally) -> list[str]:
    """What waits for others, briefly: queries, links (which count at both ends), replies."""
    links = (tally.open_links + 1) // 2
    counts = (("q", tally.open_queries), ("↔", links), ("*", tally.unanswered))
    return [f"{sign} {count}" for sign, count in counts if count]


def _verdicts(tally: Tally) -> PaintedLine:
    counts = (
        tally.said_confirmed + tally.so_confirmed,
        tally.said_unverified + tally.so_unverified,
        tally.said_disputed + tally.so_disputed,
    )
    return tuple(
        padded(f"{glyph} {count}", _VERDICT, look if count else "rule")
        for count, (glyph, look) in zip(counts, _VERDICTS, strict=True)
    )


def _deadline(line: ArticleLine, width: int, now: datetime, zone: tzinfo | None) -> Piece:
    """As it was typed; one that can be read as a date and has passed is marked while work is open."""
    words = line.article.deadline or ""
    if line.tally.open and is_past(words, now, zone):
        return padded(f"! {words}", width, "warning")
    return padded(words, width)


def is_past(deadline: str, now: datetime, zone: tzinfo | None) -> bool:
    """Whether a deadline is a date (ISO 8601, with or without a time) that has passed. A day ends at midnight."""
    try:
        due = datetime.fromisoformat(deadline)
    except ValueError:
        return False
    local = now.astimezone(zone)
    if len(deadline) <= len("2024-10-17"):
        return due.date() < local.date()
    return (due if due.tzinfo else due.replace(tzinfo=local.tzinfo)) < local


def _touched(at: str, now: datetime, zone: tzinfo | None) -> str:
    """The time of day when it was today, else the date."""
    if not at:
        return ""
    then = moment(at, zone)
    return then.strftime("%H:%M" if then.date() == now.astimezone(zone).date() else "%Y-%m-%d")
