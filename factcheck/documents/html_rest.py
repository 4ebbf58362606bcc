"""Paragraphs of an article that an extraction left out, though they stand in the page just as those that it took."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIKE = 3
"""So many paragraphs of a kind are taken before others of that kind are missed."""
_LONG = 8
"""Words that a paragraph of prose has at least; shorter ones are labels and links to more."""
_ABOVE = 3
_ELSEWHERE = frozenset({"aside", "figure", "footer", "form", "header", "nav", "table"})
_WHOLE = ("article", "main", "body")
Kind: TypeAlias = tuple[object, ...]


class Missed(Struct, frozen=True):
    """A paragraph, and the one that was taken before it in the page; None where none was."""

    words: str
    behind: str | None


def words_of(element: "HtmlElement") -> str:
    """All words in an element, on one line; a line break parts two words."""
    found: list[object] = element.xpath("descendant::text() | descendant::br")
    return " ".join("".join(one if isinstance(one, str) else " " for one in found).split())


def missed(tree: "HtmlElement", taken: Sequence[str]) -> list[Missed]:
    """The paragraphs of prose of the same kind as those that were taken, in the order of the page.

    Of one kind are those whose elements around them have the same names and classes, in the same article.
    """
    whole = "\n".join(taken)
    there = [(words, kind) for one in tree.iter("p") if (kind := _kind(one)) and (words := _prose(one))]
    is_taken = [words in whole for words, _ in there]
    like = Counter(kind for (_, kind), known in zip(there, is_taken, strict=True) if known)
    return list(_missed(there, is_taken, like))


def _missed(
    there: Sequence[tuple[str, Kind]], is_taken: Sequence[bool], like: Counter[Kind]
) -> Iterator[Missed]:
    behind: str | None = None
    told: set[str] = set()
    for (words, kind), known in zip(there, is_taken, strict=True):
        if not known and like[kind] >= _LIKE and words not in told:
            told.add(words)
            yield Missed(words, behind)
        if known or like[kind] >= _LIKE:
            behind = words


def _kind(element: "HtmlElement") -> Kind | None:
    """Names and classes of what is around a paragraph, and the article that it stands in; None outside of text."""
    above = list(element.iterancestors())
    if any(one.tag in _ELSEWHERE for one in above):
        return None
    looks = tuple((one.tag, one.get("class")) for one in above[:_ABOVE])
    return (*looks, next((one for name in _WHOLE for one in above if one.tag == name), None))


def _prose(element: "HtmlElement") -> str:
    """The words of a paragraph; "" when they are few, or most of them are links."""
    words = words_of(element)
    if len(words.split()) < _LONG:
        return ""
    linked = sum(len(words_of(link)) for link in element.iter("a"))
    return words if 2 * linked < len(words) else ""
