"""Words that were looked for, where they stand in a text: pure, knows no screen."""

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.widgets.painted import PaintedLine, Piece

_ALIKE = ("'‘’‚‛ʼ", '"“”„‟', "-‐‑‒–—―")
"""Characters that a search takes for one another, as the store's search does."""


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What finds the words whatever their case, blanks, quotation marks and dashes; None without words."""
    parts = words.split()
    if not parts:
        return None
    return re.compile(r"\s+".join("".join(map(_any_like, part)) for part in parts), re.IGNORECASE)


def _any_like(character: str) -> str:
    alike = next((group for group in _ALIKE if character in group), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(character)


def lit(line: PaintedLine, start: int, text: str, pattern: re.Pattern[str] | None) -> PaintedLine:
    """A line whose first character is `text[start]`, with the words in it lit up. It shows each character of
    the text as one.
    """
    if pattern is None:
        return line
    end = start + sum(len(piece) for piece, _ in line)
    spans = [m.span() for m in pattern.finditer(text) if m.start() < end and m.end() > start]
    return tuple(_cut(line, start, spans)) if spans else line


def _cut(line: PaintedLine, start: int, spans: list[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for piece, look in line:
        behind = at + len(piece)
        edges = sorted({at, behind, *(edge for span in spans for edge in span if at < edge < behind)})
        for first, last in pairwise(edges):
            is_lit = any(s <= first < e for s, e in spans)
            yield (piece[first - at : last - at], f"{look} found".strip() if is_lit else look)
        at = behind
