"""HTML in which nothing stands unescaped but what we wrote: shapes of markup, with places for values.

A shape is a literal of ours, and each value that is put into it is made visible and escaped, unless it was made by
a shape itself. So no page has to remember to escape, and a test sees to it that shapes are literals.
"""

from collections.abc import Iterable
from functools import lru_cache

from factcheck.domain.visible import visible


class Html(str):
    """Markup that may stand in a page as it is."""

    __slots__ = ()


NOTHING = Html("")


class Shape:
    """Our own markup, each "{}" of which is a place for a value."""

    __slots__ = ("_mask",)

    def __init__(self, literal: str) -> None:
        self._mask = literal.replace("%", "%%").replace("{}", "%s")

    def __call__(self, *values: object) -> Html:
        """The markup with these values in its places, in order. Raises TypeError for too many or too few."""
        shown = [value if type(value) is Html else escaped(value) for value in values]
        return Html(self._mask % tuple(shown))


def escaped(value: object) -> Html:
    """A value as text that is only ever text, between tags and in quoted attributes."""
    return _escaped(value if type(value) is str else str(value))


@lru_cache(maxsize=1024)  # most are words that come again and again, such as "confirmed"
def _escaped(text: str) -> Html:
    shown = visible(text, keep_line_feeds=True)
    for character, reference in _REFERENCES:
        shown = shown.replace(character, reference)
    return Html(shown)


# The five of markupsafe, in its order: the ampersand first, which the others bring with them.
_REFERENCES = (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ("'", "&#39;"), ('"', "&#34;"))


def joined(parts: Iterable[Html], between: Html = NOTHING) -> Html:
    """Markup after markup."""
    return Html(between.join(parts))
