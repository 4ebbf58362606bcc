"""From pieces of lines on a page to columns in reading order, lines and paragraphs. Pure geometry.

Measures are points from the lower left corner of the page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

_MARGIN = 0.12
"""The part of a page's height, above and below, in which headers and footers stand."""
_NUMBER = re.compile(
    r"[\s\-–—|]*(page|p\.|seite|página)?\s*\d{1,4}\s*((of|/|von|de)\s*\d{1,4})?[\s\-–—|]*", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")
_LEAST = 4
"""Pieces that a column has at least; fewer side by side are a table's."""
_DEEPEST = 60


class Bit(Struct, frozen=True):
    """Characters of one line that stand close together. `size` is the font's; `page` counts from 1."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    page: int = 1


def in_reading_order(bits: Sequence[Bit], depth: int = 0) -> list[Bit]:
    """The pieces of a page, column by column; what runs across columns stands before or after them."""
    if len(bits) < 2 or depth > _DEEPEST:
        return sorted(bits, key=lambda bit: (-bit.top, bit.left))
    for cut in (_gutter, _widest_gap):
        parts = cut(bits)
        if parts is not None:
            return in_reading_order(parts[0], depth + 1) + in_reading_order(parts[1], depth + 1)
    return sorted(bits, key=lambda bit: (-bit.top, bit.left))


def _gutter(bits: Sequence[Bit]) -> tuple[list[Bit], list[Bit]] | None:
    """Cut where an empty strip runs from top to bottom between two columns."""
    if len(bits) < 2 * _LEAST:
        return None
    ordered = sorted(bits, key=lambda bit: bit.left)
    right = ordered[0].right
    for place, bit in enumerate(ordered):
        if bit.left - right > bit.size * 0.6 and min(place, len(ordered) - place) >= _LEAST:
            return list(ordered[:place]), list(ordered[place:])
        right = max(right, bit.right)
    return None


def _widest_gap(bits: Sequence[Bit]) -> tuple[list[Bit], list[Bit]] | None:
    """Cut at the widest empty strip that runs from side to side, when there are columns above or below it."""
    ordered = sorted(bits, key=lambda bit: -bit.top)
    best, where, bottom = 0.0, 0, ordered[0].bottom
    has_columns = False
    for place, bit in enumerate(ordered[1:], 1):
        if bottom - bit.top > best:
            best, where = bottom - bit.top, place
        has_columns = has_columns or bit.top > bottom
        bottom = min(bottom, bit.bottom)
    return (ordered[:where], ordered[where:]) if where and has_columns else None


def lines_of(bits: Sequence[Bit]) -> Iterator[Bit]:
    """Pieces that stand on one line, put together with tabs between them; in the order that they have."""
    line: Bit | None = None
    for bit in bits:
        if line is not None and _is_beside(line, bit):
            line = Bit(
                f"{line.words}\t{bit.words}",
                line.left,
                min(line.bottom, bit.bottom),
                bit.right,
                max(line.top, bit.top),
                max(line.size, bit.size),
                line.page,
            )
        else:
            if line is not None:
                yield line
            line = bit
    if line is not None:
        yield line


def _is_beside(line: Bit, bit: Bit) -> bool:
    overlap = min(line.top, bit.top) - max(line.bottom, bit.bottom)
    return bit.left >= line.right and overlap > 0.5 * min(line.top - line.bottom, bit.top - bit.bottom)


def furniture_of(pages: Sequence[tuple[float, Sequence[Bit]]]) -> dict[Bit, str]:
    """The headers, footers and page numbers, each with why. `pages` are a page's height and pieces."""
    margins = [
        (bit, _DIGITS.sub("#", bit.words.strip())) for height, bits in pages for bit in _margin(height, bits)
    ]
    seen = Counter(words for words, _ in {(words, bit.page) for bit, words in margins})
    least = max(2, len(pages) * 2 // 5)
    found = {}
    for bit, words in margins:
        if _NUMBER.fullmatch(bit.words):
            found[bit] = "page number"
        elif seen[words] >= least:
            found[bit] = f"stands at the edge of {seen[words]} pages"
    return found


def _margin(height: float, bits: Sequence[Bit]) -> Iterator[Bit]:
    return (bit for bit in bits if bit.bottom > height * (1 - _MARGIN) or bit.top < height * _MARGIN)


def paragraphs_of(lines: Sequence[Bit]) -> Iterator[list[Bit]]:
    """Lines that belong together, across columns and pages too."""
    if not lines:
        return
    pitch = _pitch(lines)
    paragraph = [lines[0]]
    for before, line in pairwise(lines):
        if _starts(before, line, paragraph, pitch):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _pitch(lines: Sequence[Bit]) -> float:
    """How far apart lines of a paragraph are, in font sizes."""
    steps = [
        (before.top - line.top) / line.size
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.top - line.top < 4 * line.size
    ]
    return median(steps) if steps else 1.2


def _starts(before: Bit, line: Bit, paragraph: Sequence[Bit], pitch: float) -> bool:
    """Whether a line begins a paragraph."""
    if abs(before.size - line.size) > 0.12 * max(before.size, line.size) or "\t" in line.words + before.words:
        return True
    is_ended = bool(_TERMINAL.search(before.words.rstrip()))
    if line.page != before.page or line.top >= before.top:  # the next column or page
        return is_ended or (line.words[:1].isupper() and len(before.words) < 40)
    if (before.top - line.top) / line.size > pitch * 1.35:
        return True
    left, right = min(bit.left for bit in paragraph), max(bit.right for bit in paragraph)
    is_short = max(right, line.right) - before.right > 0.2 * (max(right, line.right) - min(left, line.left))
    return (line.left - left > 0.8 * line.size and len(paragraph) > 1) or (is_short and is_ended)
