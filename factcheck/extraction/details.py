"""The particulars of a statement: what is ticked (hard details) and what is only coloured (cues)."""

from factcheck.domain.statement import HARD_DETAILS, Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.cues import cues_in
from factcheck.extraction.dates import dates_in
from factcheck.extraction.names import names_in
from factcheck.extraction.numbers import numbers_in
from factcheck.extraction.vocabulary import Vocabulary


def details_of(
    text: str, statement: Span, quotations: list[Span], vocabulary: Vocabulary, *, has_cues: bool = True
) -> tuple[Detail, ...]:
    """The details of one statement, in order of their place.

    `quotations` are those of its block: each statement of a long quotation carries its own part. A number
    inside a date is part of the date, except in a period ("ten days"), which is both. Every span lies
    inside the statement; offsets are code points.
    """
    dates = list(dates_in(text, statement))
    found = [*dates, *_quotes(text, statement, quotations), *names_in(text, statement, vocabulary)]
    found += [one for one in numbers_in(text, statement) if not _is_in_date(text, one, dates)]
    if has_cues:
        found += cues_in(text, statement)
    order = {kind: place for place, kind in enumerate(DetailType)}
    unique = {(one.type, one.span): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.span.start, -one.span.end, order[one.type])))


def hard_details(details: tuple[Detail, ...]) -> tuple[Detail, ...]:
    """Those of the details that must be ticked."""
    return tuple(detail for detail in details if detail.type in HARD_DETAILS)


def _quotes(text: str, statement: Span, quotations: list[Span]) -> list[Detail]:
    parts = []
    for quotation in quotations:
        if quotation.overlaps(statement):
            part = Span(max(quotation.start, statement.start), min(quotation.end, statement.end))
            if any(char.isalnum() for char in part.of(text)):
                parts.append(Detail(DetailType.QUOTE, part))
    return parts


def _is_in_date(text: str, number: Detail, dates: list[Detail]) -> bool:
    for one in dates:
        if one.span.overlaps(number.span):
            is_period = any(char.isdigit() for char in one.span.of(text)) is False or _is_period(text, one)
            return not is_period
    return False


def _is_period(text: str, one: Detail) -> bool:
    words = one.span.of(text).lower()
    return any(unit in words for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade"))
