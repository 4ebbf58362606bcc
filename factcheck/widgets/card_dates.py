"""What the dates of a statement mean, in the card: by the article's dateline, or by a hand."""

from collections.abc import Iterator

from factcheck.domain.days import in_words, is_told_by_dateline
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.widgets.card_rows import INSET, indented
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.painted import PaintedLine, paragraph

_WAITING = "dates wait for the dateline"


def meaning_of(detail: Detail) -> str:
    """What stands behind a date: the day or period that it means; that is inferred unless by hand."""
    if detail.resolved is None:
        return ""
    return f" → {in_words(detail.resolved)}{'' if detail.is_by_hand else ' (inferred)'}"


def waiting_rows(
    statement: Statement, width: int, key_of: KeyOf, *, has_dateline: bool
) -> Iterator[PaintedLine]:
    """That dates cannot be told before the article's own day is known; said once, and where it would tell one."""
    if not has_dateline and any(_is_waiting(statement, detail) for detail in statement.details):
        text = f"{_WAITING} — {key_of('dateline')}"
        yield from (indented(line) for line in paragraph(text, width - INSET, "warning"))


def _is_waiting(statement: Statement, detail: Detail) -> bool:
    is_open = detail.type is DetailType.DATE and detail.resolved is None and detail.normalized is None
    return is_open and not detail.is_by_hand and is_told_by_dateline(statement.within(detail.span))
