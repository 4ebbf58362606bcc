"""What a confidential source is known by, and whether a text would give it away. In doubt, it would."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from factcheck.domain.query import Addressee, Query
from factcheck.domain.source import Level, Source, SourceKind

_WORD = re.compile(r"\w+")
_PERSON = range(2, 4)
_WITHOUT_STROKE = str.maketrans("øłđıħŧ", "oldiht")  # letters that Unicode does not take apart


def confidential_names(sources: Collection[Source]) -> frozenset[str]:
    """What the confidential ones of these sources are known by: titles, creators, addresses, and surnames."""
    hidden = (source for source in sources if source.level is Level.CONFIDENTIAL)
    return frozenset(name for source in hidden for name in _names(source) if name)


def _names(source: Source) -> Iterator[str]:
    yield from (plain(source.title), plain(source.creator), plain(source.address))
    people = [source.creator, source.title] if source.kind is SourceKind.INTERVIEW else [source.creator]
    for person in people:
        words = person.split()
        if len(words) in _PERSON and all(word[0].isupper() for word in words):
            yield plain(words[-1])


def gives_away(text: str, names: Collection[str]) -> bool:
    """Whether a text has one of these names in it. Capitals, accents and commas do not count.

    Names are whole words, except in scripts that inflect them or put no blanks between words.
    """
    within = f" {plain(text)} "
    return any((f" {name} " if name.isascii() else name) in within for name in names)


def is_same_name(name: str, source: Source) -> bool:
    """Whether somebody is called as a source is, or as who made it."""
    return bool(plain(name)) and plain(name) in (plain(source.title), plain(source.creator))


class Discretion:
    """What a report of an article with these sources may tell."""

    def __init__(self, sources: Collection[Source]) -> None:
        self._hidden = confidential_names(sources)
        open_ones = (s for s in sources if s.level is not Level.CONFIDENTIAL)
        self._known = {plain(name) for s in open_ones for name in (s.title, s.creator)} - {""}

    def lets_words_out(self, text: str) -> bool:
        """Whether a report may print words of the checker's own."""
        return not gives_away(text, self._hidden)

    def lets_out(self, query: Query) -> bool:
        """Whether a report may print a query: never one that gives a confidential source away.

        One to a source is printed only when a source of that name is on file, and is not confidential: of
        anybody else nobody has said that the name may be known.
        """
        if gives_away(" ".join((query.name, query.text, query.answer)), self._hidden):
            return False
        return query.to is not Addressee.SOURCE or plain(query.name) in self._known


def plain(text: str) -> str:
    """The words of a text as they are compared."""
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.casefold().translate(_WITHOUT_STROKE)))
