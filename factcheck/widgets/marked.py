"""A statement's words with what was found in them: details underlined by kind, cues quiet, the speaker set apart.

Pure. The fewer runs, the fewer bytes: neighbours that look alike are one.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from factcheck.domain.statement import HARD_DETAILS, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.widgets.painted import Piece

Run: TypeAlias = tuple[int, int, str]
"""Where a run begins and ends in the statement's own words, and its look."""

CUE = "cue"
SPEAKER = "strong"
_QUOTATION_MARKS = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\"'"


def look_of(kind: DetailType) -> str:
    """The look of a detail of this kind."""
    return kind.value if kind in HARD_DETAILS else CUE


def marked(statement: Statement) -> list[Run]:
    """The whole of a statement's words as runs, in order. Where details overlap, the shortest is seen."""
    size, start = len(statement.exact), statement.span.start
    layers = [
        (max(0, span.start - start), min(size, span.end - start), look)
        for span, look in _layers(statement)
        if span.overlaps(statement.span)
    ]
    edges = sorted({0, size, *(edge for first, last, _ in layers for edge in (first, last))})
    runs: list[Run] = []
    for first, last in pairwise(edges):
        look = _look([layer for layer in layers if layer[0] <= first and last <= layer[1]])
        if runs and runs[-1][2] == look:
            runs[-1] = (runs[-1][0], last, look)
        else:
            runs.append((first, last, look))
    return runs


def pieces(words: str, runs: Sequence[Run], start: int, end: int) -> Iterator[Piece]:
    """A part of the words as pieces of a line."""
    for first, last, look in runs:
        if first < end and last > start:
            yield (words[max(first, start) : min(last, end)], look)


def _layers(statement: Statement) -> Iterator[tuple[Span, str]]:
    for detail in statement.details:
        if detail.type is DetailType.QUOTE:
            yield from ((span, look_of(detail.type)) for span in _marks_of(statement, detail))
        else:
            yield detail.span, look_of(detail.type)
    for attribution in statement.attributions:
        if attribution.cue is not None:
            yield attribution.cue, CUE
        if attribution.source is not None:
            yield attribution.source, SPEAKER


def _marks_of(statement: Statement, quote: Detail) -> Iterator[Span]:
    """Of a quotation its marks alone: all its words underlined would hide what is in them."""
    for at in (quote.span.start, quote.span.end - 1):
        if statement.within(Span(at, at + 1)) in _QUOTATION_MARKS:
            yield Span(at, at + 1)


def _look(layers: Sequence[Run]) -> str:
    """The look where several layers meet: the shortest detail or cue, and the speaker over it."""
    found = sorted((layer for layer in layers if layer[2] != SPEAKER), key=lambda layer: layer[1] - layer[0])
    looks = [found[0][2]] if found else []
    if any(layer[2] == SPEAKER for layer in layers):
        looks.append(SPEAKER)
    return " ".join(looks)
