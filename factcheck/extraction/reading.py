"""One statement as its readers see it: its words, and where each of them stands."""

import re
from typing import NamedTuple

from factcheck.domain.text import Span

_HIDDEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""Combining accents and characters without width, which do not end a word."""
_TOKEN = re.compile(rf"[#@]?[^\W_](?:[^\W_{_HIDDEN}]|[{_HIDDEN}]|[._'\u2019&+/-](?=[^\W_]))*")
_WORD = re.compile(r"[^\W\d_]+")
_NUMERIC = re.compile(r"\d|[\u00bc-\u00be\u2150-\u215e]")


class Token(NamedTuple):
    """A word with what is glued to it ("Russian-occupied", "#3"); places are code points of the whole text."""

    start: int
    end: int
    word: str
    low: str


class Reading(NamedTuple):
    """A statement of a text. `words` maps each word in lower case to the places where it starts.

    It lets a reader skip a statement, or all but a few places of it, without trying its patterns there.
    """

    text: str
    span: Span
    tokens: list[Token]
    words: dict[str, list[int]]
    has_digit: bool

    def starts(self, words: frozenset[str]) -> list[int]:
        """Where any of the words starts, in order."""
        mine = self.words
        return sorted([place for word in words.intersection(mine) for place in mine[word]])

    def has_any(self, words: frozenset[str]) -> bool:
        """Whether the statement has any of the words."""
        return not self.words.keys().isdisjoint(words)


def reading_of(text: str, span: Span) -> Reading:
    """Read the words of a statement."""
    words: dict[str, list[int]] = {}
    tokens: list[Token] = []
    has_digit = False
    for found in _TOKEN.finditer(text, span.start, span.end):
        word = found.group()
        start, end = found.span()
        low = word.lower()
        tokens.append(Token(start, end, word, low))
        if word.isalpha():
            words.setdefault(low, []).append(start)
        else:
            has_digit = has_digit or _NUMERIC.search(word) is not None
            for part in _WORD.finditer(text, start, end):
                words.setdefault(part.group().lower(), []).append(part.start())
    return Reading(text, span, tokens, words, has_digit)
