"""The particulars of a statement: what is ticked (hard details) and what is only coloured (cues)."""

import re
from collections.abc import Iterator, Sequence

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.cues import cues_in
from factcheck.extraction.dates import dates_in
from factcheck.extraction.names import names_in
from factcheck.extraction.numbers import numbers_in
from factcheck.extraction.places import Taken, touched
from factcheck.extraction.reading import Reading
from factcheck.extraction.vocabulary import Vocabulary

_ORDER = {kind: place for place, kind in enumerate(DetailType)}
_PERIOD = re.compile(
    r"(?:second|minute|hour|day|night|week|month|year|decade|centur|half|quarter)", re.IGNORECASE
)


def details_of(reading: Reading, quotations: Sequence[Span], vocabulary: Vocabulary) -> tuple[Detail, ...]:
    """The details of one statement, in order of their place.

    `quotations` are those of its block, in order: each statement of a long quotation carries its own part.
    A number inside a date is part of the date, except in a period ("ten days"), which is both. Every span
    lies inside the statement; offsets are code points.
    """
    dates = list(dates_in(reading))
    fixed = Taken(one.span for one in dates if not _is_period(one.span.of(reading.text)))
    found = [*dates, *_quotes(reading, quotations), *names_in(reading, vocabulary)]
    found += [one for one in numbers_in(reading) if not fixed.has(one.span)]
    found += cues_in(reading)
    unique = {(one.span.start, -one.span.end, _ORDER[one.type]): one for one in found}
    return tuple([unique[place] for place in sorted(unique)])


def _quotes(reading: Reading, quotations: Sequence[Span]) -> Iterator[Detail]:
    here = reading.span
    for place in touched(quotations, here):
        quotation = quotations[place]
        part = Span(max(quotation.start, here.start), min(quotation.end, here.end))
        if any(char.isalnum() for char in part.of(reading.text)):
            yield Detail.at(DetailType.QUOTE, part)


def _is_period(words: str) -> bool:
    return bool(_PERIOD.search(words))
