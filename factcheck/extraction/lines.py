"""Runs of lines that belong together: what a person pasting a page would call a paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.domain.text import Span
from factcheck.extraction.sentences import trimmed

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?\u2026:;][\"'\u201d\u2019\u00bb)\]]*\Z")
_WIDEST_WRAP = 120


def runs_of(text: str) -> Iterator[Span]:
    """The paragraphs and loose lines of a text, in order, trimmed of white space.

    Paragraphs are parted by blank lines or by single line ends; lines that were cut to a width (as in
    e-mail) are put together again. Together the runs hold every character that is not white space.
    """
    group: list[Span] = []
    for line, is_new in _lines(text):
        if is_new and group:
            yield from _paragraphs(text, group)
            group = []
        group.append(line)
    if group:
        yield from _paragraphs(text, group)


def _lines(text: str) -> Iterator[tuple[Span, bool]]:
    """Lines that are not blank, each with whether a blank line stands before it."""
    last = 0
    for found in _LINE.finditer(text):
        line = trimmed(text, *found.span())
        if line:
            yield line, _has_blank(text, last, found.start())
            last = found.end()


def _has_blank(text: str, start: int, end: int) -> bool:
    breaks = max(text.count("\n", start, end), text.count("\r", start, end))
    return breaks > 1 or text.find("\u2029", start, end) >= 0


def _paragraphs(text: str, group: list[Span]) -> Iterator[Span]:
    """Join the lines of a group that were cut to a width; leave all others alone."""
    width = max(len(line) for line in group)
    fits = [width <= _WIDEST_WRAP and _was_full(text, one, other, width) for one, other in pairwise(group)]
    pairs = [pair for pair, fit in zip(pairwise(group), fits, strict=True) if fit]
    running = sum(_runs_on(text, one, other) for one, other in pairs)
    is_wrapped = running > 0 and running * 3 >= len(pairs)
    start = group[0]
    for place, line in enumerate(group[1:]):
        if not (is_wrapped and fits[place]):
            yield Span(start.start, group[place].end)
            start = line
    yield Span(start.start, group[-1].end)


def _was_full(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    word = text[after.start : min(after.end, after.start + width)].split(maxsplit=1)[0]
    return len(line) + 1 + len(word) > width


def _runs_on(text: str, line: Span, after: Span) -> bool:
    return text[after.start].islower() and not _TERMINAL.search(
        text[max(line.start, line.end - 8) : line.end]
    )
