"""One statement as its readers see it: where it stands, and which small words it has."""

import re
from dataclasses import dataclass

from factcheck.domain.text import Span

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement of a text. `words` maps each word in lower case to the places where it starts.

    It lets a reader skip a statement, or all but a few places of it, without trying its patterns there.
    Places are code points of the whole text.
    """

    text: str
    span: Span
    words: dict[str, list[int]]
    has_digit: bool

    def starts(self, words: frozenset[str]) -> list[int]:
        """Where any of the words starts, in order."""
        found = [place for word in self.words.keys() & words for place in self.words[word]]
        return sorted(found)

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether the statement has any of the words."""
        return not self.words.keys().isdisjoint(words)


def reading_of(text: str, span: Span) -> Reading:
    """Read the words of a statement."""
    words: dict[str, list[int]] = {}
    for found in _WORD.finditer(text, span.start, span.end):
        words.setdefault(found.group().lower(), []).append(found.start())
    has_digit = any(char.isnumeric() for char in span.of(text))
    return Reading(text, span, words, has_digit)
