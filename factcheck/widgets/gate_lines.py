"""What stands against a sign-off, as a list shows it: the name once, then each statement with its sentence."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from factcheck.widgets.painted import PaintedLine, padded, paragraph

if TYPE_CHECKING:
    from factcheck.domain.gate import Block

_GUTTER = 6
_MOST_WORDS = 160


NOBODY: frozenset[str] = frozenset()


def block_lines(
    block: "Block",
    words: str,
    width: int,
    *,
    is_first: bool,
    count: int,
    approving: Collection[str] = NOBODY,
) -> list[PaintedLine]:
    """The lines of a blocker for so many cells; the first one of a name says the name and how many there are.

    `approving` are the names of those who have countersigned.
    """
    lines: list[PaintedLine] = []
    if is_first:
        lines += [((block.blocker.words, "accent strong"), (f"  {count}", "muted")), ()]
    room = max(8, width - _GUTTER)
    look = "muted" if block.is_passed else "strong"
    sentence = paragraph(block.sentence, room, look)
    lines.append((padded(str(block.number), _GUTTER, "accent"), *sentence[0]))
    body = [*sentence[1:], *paragraph(_short(words), room, "muted")]
    if block.override is not None:
        body += paragraph(passed_words(block, approving), room, "warning")
    return [*lines, *(((" " * _GUTTER, ""), *line) for line in body)]


def passed_words(block: "Block", approving: Collection[str]) -> str:
    """Who lets it stand, and why."""
    override = block.override
    if override is None:
        return ""
    is_settled = override.is_own or override.by in approving
    recorded = "" if is_settled else f" (recorded for {override.by}, not countersigned)"
    return f"{override.as_told}{recorded}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST_WORDS else f"{line[: _MOST_WORDS - 1]}…"
