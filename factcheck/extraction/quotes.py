"""Quotations: the runs of a block that stand in quotation marks."""

import re

from factcheck.domain.text import Span

_MARKS = re.compile("[\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a]")
_CLOSERS = {
    "\u201c": "\u201d",
    "\u201e": "\u201c\u201d\u201f",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    "\u2039": "\u203a",
    "\u2018": "\u2019",
    "\u201a": "\u2018\u2019",
    "'": "'",
    '"': '"',
}
_SINGLE = frozenset("\u2018\u201a'")
_SPEECH = 20
_LOOK_AHEAD = 40
"""How many marks ahead the end of a quotation in single marks is looked for: keeps the time linear."""


def quotations_of(text: str, span: Span, *, is_open: bool = False) -> tuple[list[Span], bool]:
    """The quotations inside a run of the text, marks included, in order and apart from each other.

    `is_open` says that a quotation was left open by the paragraph before. Returns also whether one is
    left open at the end; it then reaches to the end of the run. Offsets are code points of the text.
    """
    marks = [(found.start(), found.group()) for found in _MARKS.finditer(text, span.start, span.end)]
    found_spans: list[Span] = []
    place = 0
    if is_open:
        place = _carried(text, span, marks, found_spans)
    while place < len(marks):
        start, mark = marks[place]
        if not _opens(text, span, start, mark):
            place += 1
            continue
        closing = _closing(text, span, marks, place)
        if closing is not None:
            found_spans.append(Span(start, marks[closing][0] + 1))
            place = closing + 1
        elif mark in "\u201c\u00ab\u201e" or (mark == '"' and _runs_on(text, span, start)):
            found_spans.append(Span(start, span.end))
            return found_spans, True
        else:
            place += 1
    return found_spans, False


def _runs_on(text: str, span: Span, start: int) -> bool:
    """Whether a straight mark without a fellow opens a quotation of whole sentences that the next block goes on with."""
    before = text[max(span.start, start - 2) : start].strip()
    return (not before or before[-1] in ":,.") and text[start + 1].isupper() and span.end - start > _SPEECH


def _carried(text: str, span: Span, marks: list[tuple[int, str]], found_spans: list[Span]) -> int:
    """A quotation left open goes on to the first closing mark, unless another opens first."""
    for place, (start, mark) in enumerate(marks):
        if mark in "\u201c\u00ab\u201e":
            return place
        if mark == '"' and _opens(text, span, start, mark):
            return place
        if mark in '\u201d\u00bb"' and start > span.start:
            found_spans.append(Span(span.start, start + 1))
            return place + 1
    return 0


def _opens(text: str, span: Span, start: int, mark: str) -> bool:
    if mark not in _CLOSERS or start + 1 >= span.end or text[start + 1].isspace():
        return False
    before = text[start - 1] if start > span.start else " "
    if mark in "\u201c\u201e\u00ab\u2039":
        return True
    if mark == "'" and not text[start + 1].isalpha():
        return False
    return not before.isalnum() and before not in ")]%"


def _closing(text: str, span: Span, marks: list[tuple[int, str]], place: int) -> int | None:
    """The place of the mark that closes the quotation opened at `place`, or None."""
    start, mark = marks[place]
    wanted = _CLOSERS[mark]
    fallback: int | None = None
    last = len(marks) if mark not in _SINGLE else min(len(marks), place + _LOOK_AHEAD)
    for other in range(place + 1, last):
        where, sign = marks[other]
        is_opening = sign == mark and (mark not in "\"'" or _looks_open(text, span, where))
        if is_opening:
            break
        if sign not in wanted or where == start + 1:
            continue
        if mark not in _SINGLE:
            return other
        if _ends_word(text, span, where):
            if text[where - 1] != "s":
                return other
            fallback = other if fallback is None else fallback
    return fallback


def _looks_open(text: str, span: Span, where: int) -> bool:
    """Whether a straight mark stands before a word and after white space, as an opening one does."""
    return text[where - 1].isspace() and where + 1 < span.end and text[where + 1].isalnum()


def _ends_word(text: str, span: Span, where: int) -> bool:
    """Whether a single mark stands after a word and not inside one, as an apostrophe does."""
    is_after = not text[where - 1].isspace()
    return is_after and (where + 1 >= span.end or not text[where + 1].isalnum())
