"""How word lists are written down: plain text in, frozen sets and patterns out."""

import re
from collections.abc import Iterable


def words(lines: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(lines.split())


def phrases(lines: str) -> frozenset[str]:
    """The phrases of a text, parted by commas or line ends."""
    return frozenset(
        piece.strip() for line in lines.splitlines() for piece in line.split(",") if piece.strip()
    )


def any_of(choices: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, with any white space between their words."""
    ordered = sorted(choices, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"
