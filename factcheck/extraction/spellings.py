"""Names and titles spelled two ways: Zelensky and Zelenskyy, minister and deputy minister."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from factcheck.domain.extracted import Hint
from factcheck.domain.statement import DetailType
from factcheck.extraction.hint_words import DISTINCT
from factcheck.extraction.titles import MODIFIERS, TITLES
from factcheck.extraction.traits import Readable, stem_of, words_of

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]{2,})*")
_INITIAL = re.compile(r"([^\W\d_]{2,})\s([^\W\d_])\.?\s([^\W\d_]{2,})\Z")
_VOWELS = re.compile(r"[aeiouyhj'\u2019]")
_DOUBLED = re.compile(r"(.)\1")
_LEAST, _LONG = 5, 8
_MOST_NAMES = 20_000
_POSTING = 8
_DERIVED = frozenset(
    "s n an ian ean ese ish ic i a er ers n's ns ans ians man men woman ville land town ton us es o y ia in".split()
)
_GENERIC = frozenset("mr mrs ms miss dr doctor sir dame lord lady".split())


class _Name(Struct):
    """A word of names: where it stands first, how often, and with which other words it makes names."""

    word: str
    first: int
    places: set[int]
    beside: set[str]


def spellings(statements: Sequence[Readable]) -> Iterator[Hint]:
    """Words of names that differ by a letter or two, initials that differ, titles that differ for one name."""
    names = _names(statements)
    yield from _alike(names)
    yield from _initials(statements)
    yield from _titles(statements)


def _names(statements: Sequence[Readable]) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    for index, statement in enumerate(statements):
        for detail in statement.details:
            if detail.type is not DetailType.NAME:
                continue
            words = [word for word in _WORD.findall(words_of(statement, detail.span)) if len(word) >= _LEAST]
            for word in words:
                if not word[0].isupper() or (len(names) >= _MOST_NAMES and word not in names):
                    continue
                entry = names.setdefault(word, _Name(word, index, set(), set()))
                entry.places.add(index)
                entry.beside.update(other for other in words if other != word)
    return names


def _alike(names: dict[str, _Name]) -> Iterator[Hint]:
    """Pairs of words that share a key: what is left of a word when one letter is taken out, or its consonants."""
    postings: dict[str, list[_Name]] = {}
    for mine in names.values():
        seen: set[str] = set()
        for key in _keys(mine.word.lower()):
            entries = postings.setdefault(key, [])
            for other in entries:
                if other.word not in seen and _is_variant(mine, other):
                    seen.add(other.word)
                    rarer = min((mine, other), key=lambda one: len(one.places))
                    usual = other if rarer is mine else mine
                    known = bool(mine.beside & other.beside)
                    why = f"a name spelled two ways: {rarer.word} here, {usual.word} there"
                    yield Hint("differs_name", rarer.first, usual.first, 0.9 if known else 0.6, why)
            if len(entries) < _POSTING:
                entries.append(mine)


def _keys(low: str) -> set[str]:
    keys = {low[:place] + low[place + 1 :] for place in range(1, min(len(low), 20))} | {low}
    consonants = _DOUBLED.sub(r"\1", low[0] + _VOWELS.sub("", low[1:]))
    return keys | {"-" + consonants} if len(consonants) > 3 else keys


def _is_variant(mine: _Name, other: _Name) -> bool:
    """Whether two words can be one name: nearly the same letters, no ending of the other, never side by side."""
    one, two = sorted((mine.word.lower(), other.word.lower()), key=len)
    if one == two or one[0] != two[0] or mine.places & other.places:
        return False
    if two.startswith(one) and two[len(one) :] in _DERIVED and two[len(one) :] != "y":
        return False
    if one[:-1] == two[:-1] and {one[-1], two[-1]} <= set("aeiosn"):
        return False
    if stem_of(one) == stem_of(two) and not one.endswith("y"):
        return False
    if any(one in pair and two in pair for pair in DISTINCT):
        return False
    is_known = bool(mine.beside & other.beside)
    if len(one) == _LEAST and not is_known:
        return False
    return distance(one, two, limit=3) <= (2 if len(one) >= _LONG or is_known else 1)


def distance(one: str, two: str, *, limit: int) -> int:
    """How many letters must be changed, added or taken out to make one word the other; at most `limit`."""
    if abs(len(one) - len(two)) >= limit:
        return limit
    before = list(range(len(two) + 1))
    for row, left in enumerate(one, 1):
        now = [row]
        for column, right in enumerate(two, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (left != right)))
        before = now
    return min(before[-1], limit)


def _initials(statements: Sequence[Readable]) -> Iterator[Hint]:
    """First name and surname alike, another letter between: "John A. Vall", "John B. Vall"."""
    seen: dict[tuple[str, str], tuple[str, int, str]] = {}
    for index, statement in enumerate(statements):
        for detail in statement.details:
            words = words_of(statement, detail.span)[-80:] if detail.type is DetailType.NAME else ""
            found = _INITIAL.search(words) if len(words.split()) > 2 else None
            if not found:
                continue
            letter, first, shown = seen.setdefault((found[1], found[3]), (found[2], index, found.group()))
            if letter != found[2] and first != index:
                why = f"a name with two initials: {found.group()} here, {shown} there"
                yield Hint("differs_name", index, first, 0.7, why)


def _titles(statements: Sequence[Readable]) -> Iterator[Hint]:
    """One surname with titles that contradict each other: of one rank word, with other words before it."""
    seen: dict[str, tuple[frozenset[str], int, str]] = {}
    for index, statement in enumerate(statements):
        for surname, title in _titled(statement):
            low = frozenset(title.lower().replace("-", " ").split())
            ranks = low & (TITLES - _GENERIC)
            kinds = low & (MODIFIERS | TITLES)
            if not ranks:
                continue
            known, first, shown = seen.setdefault(surname, (kinds, index, title))
            if first != index and known & ranks and known - kinds and kinds - known:
                why = f"a title given two ways: {title} {surname} here, {shown} {surname} there"
                yield Hint("differs_name", index, first, 0.65, why)


def _titled(statement: Readable) -> Iterator[tuple[str, str]]:
    """Surname and title of each name that a title stands directly before."""
    names = {d.start: d.span for d in statement.details if d.type is DetailType.NAME}
    for detail in statement.details:
        if detail.type is not DetailType.TITLE:
            continue
        span = names.get(detail.end + 1)
        if span:
            yield words_of(statement, span).split()[-1], words_of(statement, detail.span)
