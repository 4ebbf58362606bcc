"""The words of one article as evidence: which of them it writes small, and which with a capital in mid-sentence."""

import re

from msgspec import Struct

_SMALL = re.compile(r"(?<![\w'\u2019.-])[^\W\d_A-Z]{2,30}(?![\w@])")
_PROPER = re.compile(r"[a-z,] (?=([A-Z\u00c0-\u00de][^\W\d_]{1,30}))")
_RUN = re.compile(r"[\w'\u2019.@-]+")
"""What decides about a small word stands in one such run with it: so each run is looked at once."""
_SAMPLE = 400_000
"""So many code points from the start of the text are enough evidence, and keep a book affordable."""


class Vocabulary(Struct, frozen=True):
    """The small words, and the words with a capital inside sentences, of one text."""

    small: frozenset[str]
    proper: frozenset[str]


def vocabulary_of(text: str) -> Vocabulary:
    """Read the vocabulary from the first part of a text (400,000 code points)."""
    sample = text[:_SAMPLE]
    runs = " ".join(set(_RUN.findall(sample)))
    return Vocabulary(frozenset(_SMALL.findall(runs)), frozenset(_PROPER.findall(sample)))
