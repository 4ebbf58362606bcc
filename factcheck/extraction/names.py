"""Names of people, places, organisations and things, and the titles beside them.

Found by their capital letters, with the article's own words as evidence for the first word of a sentence.
Recall comes first: a name that is missed is a check that is missed.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.calendar import MONTHS, WEEKDAYS
from factcheck.extraction.common_words import COMMON, COMPOUND_ENDS, NAME_LINKS
from factcheck.extraction.number_words import CARDINALS
from factcheck.extraction.reading import Reading, Token
from factcheck.extraction.titles import MODIFIERS, TITLES
from factcheck.extraction.vocabulary import Vocabulary

_STARTS = re.compile(
    r"(?:\A|[.!?:;\u2026\u2022|]|\.\.\.)[\s\"'\u201c\u2018\u00ab(\[\u2013\u2014-]*\Z|[\"\u201c\u2018\u00ab]\Z"
)
_POSSESSIVE = ("'s", "\u2019s")
_ROMAN = re.compile(r"[ivx]{1,5}")
_LONGEST = 80
_BEFORE = 12
_COURT = frozenset({"Q", "A"})
"""They open a question and an answer in a court's record."""
_CALENDAR = frozenset(MONTHS) | WEEKDAYS | {name + "s" for name in WEEKDAYS}


class _Token(NamedTuple):
    """A word of the statement; `is_name` when it is taken for part of a name."""

    start: int
    end: int
    low: str
    is_name: bool
    is_capital: bool


def names_in(reading: Reading, vocabulary: Vocabulary) -> Iterator[Detail]:
    """The names and titles of a statement. A title may overlap a name ("Kremlin spokesperson")."""
    text = reading.text
    tokens = _tokens(reading, vocabulary)
    groups = _groups(text, tokens)
    for first, last in groups:
        yield from _named(tokens, first, last)
    yield from _titles(text, tokens, groups)


def _tokens(reading: Reading, vocabulary: Vocabulary) -> list[_Token]:
    text, span = reading.text, reading.span
    is_shouted = _is_shouted(reading.tokens)
    tokens = []
    for token_start, token_end, word, low in reading.tokens:
        if low == word:
            tokens.append(_Token(token_start, token_end, low, word[0] in "#@", False))
            continue
        start, end = _bounds(word, token_start)
        name = text[start:end]
        is_first = _is_first(text, span.start, start)
        is_name = _is_name(name, vocabulary, is_first or is_shouted, is_first)
        if start == span.start and (name in _COURT or _is_number(name)):
            is_name = False
        tokens.append(_Token(start, end, name.lower(), is_name, start != span.start or name not in _COURT))
    return tokens


def _is_first(text: str, begin: int, start: int) -> bool:
    """Whether a word opens its statement, or a sentence or quotation in it."""
    if start - begin > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False
    return bool(_STARTS.search(text[max(begin, start - _BEFORE) : start]))


def _is_number(name: str) -> bool:
    """Whether a word that opens a statement is only a number: "Fifty-one years ago"."""
    return all(part in CARDINALS for part in name.lower().split("-"))


def _is_shouted(tokens: list[Token]) -> bool:
    """Whether nearly all longer words have a capital, as in some headlines: then it proves nothing."""
    longer = [token.word for token in tokens if len(token.word) > 3 and token.word[0].isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) * 10 >= len(longer) * 8


def _bounds(word: str, start: int) -> tuple[int, int]:
    """Cut what hangs on a name: "Russia's", "Russian-occupied", "pro-Beijing"."""
    end = start + len(word)
    if word.endswith(_POSSESSIVE):
        end -= 2
    elif word.endswith(("'", "\u2019")):
        end -= 1
    head, dash, tail = word.rpartition("-")
    if dash and tail in COMPOUND_ENDS:
        end = start + len(head)
    prefix, dash, rest = word.partition("-")
    if dash and prefix.islower() and rest[:1].isupper() and prefix not in {"al", "el", "ul", "an", "as"}:
        start += len(prefix) + 1
    return start, max(end, start + 1)


def _is_name(word: str, vocabulary: Vocabulary, is_doubtful: bool, is_first: bool) -> bool:
    bare = word.replace("\u2019", "'")
    low = bare.lower()
    if low in _CALENDAR or low in {"i", "i'm", "i've", "i'd", "i'll", "a.m", "p.m"}:
        return False
    if not is_doubtful:
        return not (word.isupper() and len(word) > 1 and low in COMMON) and (
            word != "A" and low not in {"the"}
        )
    if word.isupper() and len(word) > 1 and low not in COMMON and low not in vocabulary.small:
        return True
    if low in COMMON:
        return False
    if word in vocabulary.proper:
        return True
    if low in vocabulary.small:
        return False
    return not is_first or not (len(low) > 5 and low.endswith(("ing", "ly", "ed")))


def _groups(text: str, tokens: list[_Token]) -> list[tuple[int, int]]:
    """Runs of tokens that make one name, as first and last index."""
    groups: list[tuple[int, int]] = []
    place = 0
    while place < len(tokens):
        if not tokens[place].is_name:
            place += 1
            continue
        first = last = place
        while (after := _joined(text, tokens, last)) is not None and tokens[after].end - tokens[
            first
        ].start <= _LONGEST:
            last = after
        first = _reaches_back(text, tokens, first)
        if first < last or tokens[first].low != "the":
            groups.append((first, last))
        place = last + 1
    return groups


def _joined(text: str, tokens: list[_Token], last: int) -> int | None:
    """The token that continues the name after `last`, perhaps over "of the" or "de la"."""
    for step in (1, 2, 3):
        after = last + step
        if after >= len(tokens) or not _is_near(text, tokens, after):
            return None
        token = tokens[after]
        if token.is_name or (token.is_capital and token.low not in _CALENDAR and token.low != "i"):
            return after
        is_link = token.low in NAME_LINKS or (step == 2 and token.low == "the")
        if not is_link:
            return None
    return None


def _is_near(text: str, tokens: list[_Token], after: int) -> bool:
    """Whether only a space, "&" or the full stop of an initial stands before a token."""
    gap = text[tokens[after - 1].end : tokens[after].start]
    if gap in {" ", "\u00a0", " & ", "\n"}:
        return True
    return gap == ". " and (len(tokens[after - 1].low) == 1 or tokens[after - 1].low in TITLES)


def _reaches_back(text: str, tokens: list[_Token], first: int) -> int:
    """Take in a first word of the sentence that is a title or unknown: "Major General Basya"."""
    if first == 0 or not tokens[first - 1].is_capital or not _is_near(text, tokens, first):
        return first
    return first - 1 if tokens[first - 1].low in TITLES else first


def _named(tokens: list[_Token], first: int, last: int) -> Iterator[Detail]:
    """A run of capitals as title and name: "NATO Secretary General Mark Rutte"."""
    ends = [
        place
        for place in range(first, last)
        if tokens[place].low in TITLES and not _ROMAN.fullmatch(tokens[place + 1].low)
    ]
    begin = tokens[first].start
    if not ends:
        yield Detail.at(DetailType.NAME, Span(begin, tokens[last].end))
        return
    cut = ends[-1]
    yield Detail.at(DetailType.NAME, Span(tokens[cut + 1].start, tokens[last].end))
    head = cut
    while head > first and (tokens[head - 1].low in TITLES or tokens[head - 1].low in MODIFIERS):
        head -= 1
    if head > first:
        yield Detail.at(DetailType.NAME, Span(begin, tokens[head - 1].end))
    yield Detail.at(DetailType.TITLE, Span(begin, tokens[cut].end))


def _titles(text: str, tokens: list[_Token], groups: list[tuple[int, int]]) -> Iterator[Detail]:
    """Titles in small letters before a name, and posts between commas beside one."""
    firsts = dict(groups)
    lasts = {last: first for first, last in groups}
    for first, last in groups:
        before = first - 1
        if before >= 0 and _is_title(tokens[before]) and _is_near(text, tokens, first):
            yield _before_name(text, tokens, before, lasts)
        if last + 1 < len(tokens) and text[tokens[last].end : tokens[last + 1].start] == ", ":
            yield from _post(text, tokens, last + 1)
    for place in [place for place, token in enumerate(tokens[:-1]) if token.low in TITLES]:
        after = tokens[place + 1]
        if after.low in {"of", "for"} or text[tokens[place].end : after.start] == ", ":
            yield from _post_before(text, tokens, place, firsts)


def _is_title(token: _Token) -> bool:
    return token.low in TITLES and not token.is_name


def _before_name(text: str, tokens: list[_Token], place: int, lasts: dict[int, int]) -> Detail:
    head = place
    while (
        head > 0
        and _is_near(text, tokens, head)
        and (tokens[head - 1].low in MODIFIERS or _is_title(tokens[head - 1]))
    ):
        head -= 1
    if head > 0 and head - 1 in lasts and _is_near(text, tokens, head):
        head = lasts[head - 1]
    return Detail.at(DetailType.TITLE, Span(tokens[head].start, tokens[place].end))


def _post(text: str, tokens: list[_Token], place: int) -> Iterator[Detail]:
    """A post after a name and a comma: ", the State Department spokesperson,"."""
    end = place
    while (
        end + 1 < len(tokens)
        and end - place < 14
        and text[tokens[end].end : tokens[end + 1].start] in {" ", " & "}
    ):
        end += 1
    start = place + 1 if tokens[place].low in {"the", "a", "an"} and end > place else place
    heads = [
        here
        for here in range(start, end + 1)
        if tokens[here].low in TITLES
        and (here == end or tokens[here + 1].low in {"of", "for", "at", "to", "in", "on"})
    ]
    if heads and heads[0] - start < 6 and (end == len(tokens) - 1 or _is_comma(text, tokens[end].end)):
        yield Detail.at(DetailType.TITLE, Span(tokens[start].start, tokens[end].end))


def _post_before(text: str, tokens: list[_Token], place: int, firsts: dict[int, int]) -> Iterator[Detail]:
    """A post before a comma and a name: "head of military intelligence, Kyrylo Budanov"."""
    end = place
    while (
        end + 1 < len(tokens)
        and end - place < 12
        and text[tokens[end].end : tokens[end + 1].start] in {" ", " & "}
    ):
        end += 1
    if end + 1 in firsts and text[tokens[end].end : tokens[end + 1].start] == ", ":
        head = place
        while head > 0 and tokens[head - 1].low in MODIFIERS and _is_near(text, tokens, head):
            head -= 1
        yield Detail.at(DetailType.TITLE, Span(tokens[head].start, tokens[end].end))


def _is_comma(text: str, place: int) -> bool:
    return text[place : place + 1] in {",", ".", ";", ")", ""}
