"""HTML in which nothing stands unescaped but what we wrote: shapes of markup, with places for values.

A shape is a literal of ours, and each value that is put into it is made visible and escaped, unless it was made by
a shape itself. So no page has to remember to escape, and a test sees to it that shapes are literals.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from factcheck.domain.visible import visible

# What `visible` leaves as it is and what needs no reference either: nearly every text, known in one look.
_ORDINARY = re.compile(r"[\x20!#-%(-;=?-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u201f\u2026\u20ac]*+")
# The five of HTML (13.1.2.3 and 13.3), the ampersand first, which the others bring with them.
_REFERENCES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))


class Html(Struct, frozen=True, gc=False):
    """Markup that may stand in a page as it is. It is no text, so that the two cannot be taken for each other."""

    markup: str


NOTHING = Html("")


class Shape:
    """Our own markup, each "{}" of which is a place for a value."""

    __slots__ = ("_mask",)

    def __init__(self, literal: str) -> None:
        self._mask = literal.replace("%", "%%").replace("{}", "%s")

    def __call__(self, *values: object) -> Html:
        """The markup with these values in its places, in order. Raises TypeError for too many or too few."""
        shown = [
            value.markup
            if type(value) is Html
            else value
            if type(value) is int
            else _escaped(value if type(value) is str else str(value))
            for value in values
        ]
        return Html(self._mask % tuple(shown))


def escaped(value: object) -> Html:
    """A value as text that is only ever text, between tags and in quoted attributes."""
    return Html(_escaped(str(value)))


@lru_cache(maxsize=1024)  # most are words that come again and again, such as "confirmed"
def _escaped(text: str) -> str:
    if _ORDINARY.fullmatch(text):
        return text
    shown = visible(text, keep_line_feeds=True)
    for character, reference in _REFERENCES:
        shown = shown.replace(character, reference)
    return shown


def joined(parts: Iterable[Html], between: Html = NOTHING) -> Html:
    """Markup after markup."""
    return Html(between.markup.join([part.markup for part in parts]))
