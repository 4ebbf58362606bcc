"""A query in a list: where it was asked, with the words around it, what was asked, and what came back."""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.domain.query import QueryState
from factcheck.widgets.layout import wrap
from factcheck.widgets.local_time import day_and_hour
from factcheck.widgets.painted import PaintedLine, Piece, padded, paragraph

if TYPE_CHECKING:
    from factcheck.domain.asking import Asked

QUERY_LOOKS = {QueryState.OPEN: "warning", QueryState.ANSWERED: "", QueryState.CLOSED: "muted"}
_GUTTER = 5
_STATE = 10
_AROUND = 70
_MOST_WORDS = 320


class Context(Struct, frozen=True):
    """What stands before and after a statement in its block."""

    before: str = ""
    after: str = ""


def query_lines(
    asked: "Asked", context: Context, width: int, *, is_first: bool, now: datetime, zone: tzinfo | None
) -> list[PaintedLine]:
    """The lines of a query for so many cells; the first one to an addressee says to whom."""
    query, room = asked.query, max(8, width - _GUTTER)
    lines: list[PaintedLine] = []
    if is_first:
        lines += [((f"to the {query.addressee}", "accent strong"),), ()]
    told = f"asked by {query.by}, {day_and_hour(query.at, now, zone)}" if query.at else ""
    lines.append(
        (
            padded(str(asked.number or "–"), _GUTTER, "accent"),
            padded(query.state.value, _STATE, f"strong {QUERY_LOOKS[query.state]}".strip()),
            padded(told, max(1, room - _STATE), "muted"),
        )
    )
    body = [*_in_context(asked.statement.exact, context, room)]
    body += paragraph(query.text, room, "muted" if query.state is QueryState.CLOSED else "strong")
    body += answer_lines(query.answer, room, is_earlier=query.state is QueryState.OPEN)
    return [*lines, *(((" " * _GUTTER, ""), *line) for line in body)]


def answer_lines(answer: str, width: int, *, is_earlier: bool) -> Iterator[PaintedLine]:
    """What came back, behind an arrow; said to be an earlier answer while another one is waited for."""
    if not answer:
        return
    head = "→ earlier: " if is_earlier else "→ "
    for index, line in enumerate(paragraph(answer, max(8, width - len(head)))):
        yield ((head if index == 0 else " " * len(head), "muted"), *line)


def _in_context(exact: str, context: Context, width: int) -> Iterator[PaintedLine]:
    """The words of a statement between what stands around them, which is quieter."""
    words = _one_line(exact)
    words = words if len(words) <= _MOST_WORDS else f"{words[: _MOST_WORDS - 1]}…"
    before, after = _one_line(context.before), _one_line(context.after)
    before = f"…{before[-_AROUND:]} " if len(before) > _AROUND else f"{before} ".lstrip()
    after = f" {after[:_AROUND]}…" if len(after) > _AROUND else f" {after}".rstrip()
    text, start, end = f"{before}{words}{after}", len(before), len(before) + len(words)
    for line in wrap(text, width):
        cuts = (
            line.start,
            max(line.start, min(start, line.end)),
            max(line.start, min(end, line.end)),
            line.end,
        )
        parts: list[Piece] = []
        for first, last, look in zip(cuts, cuts[1:], ("muted", "", "muted"), strict=False):
            if first < last:
                parts.append((text[first:last], look))
        yield tuple(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())
