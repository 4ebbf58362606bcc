"""The words of a statement with what stands between them, and the stretch of words that names a speaker."""

import re
from typing import NamedTuple

from factcheck.domain.text import Span
from factcheck.extraction.calendar import DAYS, MONTHS
from factcheck.extraction.reading import Reading
from factcheck.extraction.speech_words import (
    ADVERBIAL,
    BREAKS,
    DETERMINERS,
    JUDGING,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
)
from factcheck.extraction.titles import MODIFIERS, TITLES

_STOPS = frozenset(',;:()[]"\u201c\u201d\u00ab\u00bb\u2014!?\u2026')
_DASHES = frozenset({" \u2013 ", " - ", " -- "})
_SINGLE = frozenset("\u2018\u2019'")
_LONGEST = 18
_PAIR = 12
_RELATIVES = frozenset({"who", "which"})
MESSAGES = frozenset(
    """
    statement message letter email tweet note memo report poll survey sign ad post article story study headline video
    text recording banner placard
    """.split()
)
"""Nouns that speak in "a message that said …"."""
_CHRISTIAN = frozenset({"will", "may"})
_NO_SPEAKERS = BREAKS | PREPOSITIONS | _RELATIVES
_ADJUNCTS = frozenset({"aged", "of", "from", "then", "now", "formerly"})
_NOT_POSTS = re.compile(r"\w+(?:ing|ed)\Z")
DATE_WORDS = frozenset(
    {*DAYS, *(name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})}
)


class Word(NamedTuple):
    """A word of a statement; `gap` is what stands between it and the word before."""

    start: int
    end: int
    low: str
    is_capital: bool
    gap: str

    @property
    def is_apart(self) -> bool:
        """Whether a comma, a quotation mark or a bracket stands before the word."""
        gap = self.gap
        if gap == " ":
            return False
        if gap in _DASHES or not _STOPS.isdisjoint(gap):
            return True
        return len(gap) > 1 and not _SINGLE.isdisjoint(gap)


class Clauses:
    """The words of one statement, by number. Offsets are code points of the whole text."""

    def __init__(self, reading: Reading) -> None:
        self.text = text = reading.text
        self.span = reading.span
        self.words: list[Word] = []
        last = self.span.start
        for start, end, word, low in reading.tokens:
            self.words.append(Word(start, end, low, word[0].isupper(), text[last:start]))
            last = end
        self._numbers = {word.start: number for number, word in enumerate(self.words)}

    def number_at(self, start: int) -> int | None:
        """The number of the word that starts there."""
        return self._numbers.get(start)

    def low(self, number: int) -> str:
        """The word in lower case; empty outside the statement."""
        return self.words[number].low if 0 <= number < len(self.words) else ""

    def gap(self, number: int) -> str:
        """What stands before the word; after the last word, what ends the statement."""
        if number < len(self.words):
            return self.words[number].gap
        return self.text[self.words[-1].end : self.span.end] if self.words else ""

    def is_apart(self, number: int) -> bool:
        """Whether the word is parted from the one before, or there is none on either side."""
        return not 0 < number < len(self.words) or self.words[number].is_apart

    def span_of(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another; a possessive ending is left off."""
        end = self.words[last].end
        return Span(self.words[first].start, max(end, self.words[first].start + 1))


def speaker_before(clauses: Clauses, last: int) -> tuple[int, int] | None:
    """The words that end at number `last` and name a speaker ("the mayor of Exeter"), as first and last number."""
    words = clauses.words
    if last > 0 and words[last].low in _RELATIVES and words[last - 1].low not in _RELATIVES:
        return speaker_before(clauses, _antecedent(clauses, last))
    if last > 0 and words[last].low == "that" and words[last - 1].low in MESSAGES:
        return speaker_before(clauses, last - 1)
    if last < 0 or words[last].low in _NO_SPEAKERS:
        return None
    if words[last].low in PRONOUNS:
        return last, last
    first = last
    while first > 0 and last - first < _LONGEST and not clauses.is_apart(first) and _goes_on(clauses, first):
        first -= 1
    return _without_lead(clauses, first, last)


def over_pair(clauses: Clauses, speaker: tuple[int, int]) -> tuple[int, int]:
    """A speaker with all that stands between a quotation and it: "“…,” the senator and Liberal candidate said"."""
    first, last = speaker
    for place in range(first, max(-1, first - _PAIR), -1):
        low = clauses.low(place)
        if place < first and (low in BREAKS or low in SAYING or low in PREPOSITIONS - {"of", "for"}):
            break
        if clauses.is_apart(place):
            is_shut = place > 0 and any(char in '"\u201d\u00bb' for char in clauses.gap(place))
            return (place, last) if is_shut else speaker
    return speaker


def _antecedent(clauses: Clauses, number: int) -> int:
    """The last word of what "who" means: over ", aged 83, of Llanfair," back to the name."""
    last = number - 1
    for place in range(last, max(0, number - _LONGEST), -1):
        if clauses.is_apart(place):
            word = clauses.words[place]
            if word.low not in _ADJUNCTS and not word.low[0].isdigit():
                break
            last = place - 1
    return last


def _goes_on(clauses: Clauses, first: int) -> bool:
    """Whether the word before number `first` belongs to the same speaker."""
    word, before = clauses.words[first], clauses.words[first - 1]
    if before.low in PRONOUNS and word.low == "and":
        return True
    if _is_break(before) or before.low in SAYING or before.low in PRONOUNS or before.low in {"as", "to"}:
        return False
    if before.low == "and":
        other = clauses.words[first - 2] if first > 1 else before
        is_pair = other.is_capital or other.low in PRONOUNS
        return is_pair and (word.is_capital or word.low in DETERMINERS)
    return word.low not in DETERMINERS or before.low in PREPOSITIONS or before.low in {"both", "all", "and"}


def _without_lead(clauses: Clauses, first: int, last: int) -> tuple[int, int] | None:
    """Leave off "On Friday" and "However" at the front of a speaker."""
    words = clauses.words
    dates = [number for number in range(first, last) if words[number].low in DATE_WORDS]
    if dates and words[first].low in ADVERBIAL:
        first = dates[-1] + 1
    while first <= last and words[first].low in ADVERBIAL:
        first += 1
    while first <= last and words[first].low.endswith("ly") and not words[first].is_capital:
        first += 1
    return (first, last) if first <= last else None


def speaker_over_commas(clauses: Clauses, last: int) -> tuple[int, int] | None:
    """The speaker before a verb that a comma parts from its subject: "Zelensky, speaking to the press, said"."""
    starts = [last]
    chunks: list[tuple[int, int]] = []
    number = last
    while number >= 0 and last - number < 60:
        if number == 0 or clauses.is_apart(number):
            chunks.append((number, starts[-1]))
            starts.append(number - 1)
            if number == 0 or any(char in '"\u201c\u201d;\u00bb' for char in clauses.words[number].gap):
                break
        number -= 1
    chunks.reverse()
    return _subject(clauses, chunks)


def _subject(clauses: Clauses, chunks: list[tuple[int, int]]) -> tuple[int, int] | None:
    subject: tuple[int, int] | None = None
    for first, last in chunks:
        word = clauses.words[first]
        is_noun = not any(_NOT_POSTS.match(clauses.low(number)) for number in range(first, last + 1))
        if word.low == "whose" and first < last < first + 4 and is_noun:
            subject = first + 1, last
            continue
        is_lead = word.low in ADVERBIAL or (
            word.low.endswith(("ing", "ly"))
            and not (word.is_capital and first > 0)
            and not _is_named(clauses, first, last)
        )
        if subject is None:
            if not is_lead and last - first < _LONGEST and not _is_break(word):
                subject = first, last
        elif _is_post(clauses, first):
            subject = subject[0], last
        else:
            break
    if subject and not any(_is_break(clauses.words[number]) for number in range(subject[0], subject[1] + 1)):
        return subject
    return speaker_before(clauses, chunks[-1][1]) if chunks and not subject else subject


def _is_named(clauses: Clauses, first: int, last: int) -> bool:
    return first < last and clauses.words[first].is_capital and clauses.words[first + 1].is_capital


def _is_post(clauses: Clauses, first: int) -> bool:
    """Whether a stretch after a comma says who the one before it is."""
    word = clauses.words[first]
    if word.low in ADVERBIAL or word.low in {"who", "which", "whose", "and"}:
        return False
    is_noun = word.is_capital or word.low in DETERMINERS or word.low in TITLES or word.low in MODIFIERS
    return is_noun or word.low[0].isdigit() or not _NOT_POSTS.match(word.low)


def _is_break(word: Word) -> bool:
    """Whether a word begins a clause or is an auxiliary; but Will is a name."""
    return word.low in BREAKS and not (word.is_capital and word.low in _CHRISTIAN)


def speaker_after(clauses: Clauses, first: int) -> tuple[int, int] | None:
    """The words from number `first` on that name a speaker, with a post between commas after the name."""
    words = clauses.words
    if first >= len(words) or _is_break(words[first]) or words[first].low in PREPOSITIONS:
        return None
    if words[first].low in PRONOUNS:
        return first, first
    last = first
    while last + 1 < len(words) and last - first < _LONGEST and not clauses.is_apart(last + 1):
        word = words[last + 1]
        is_post = word.low in {"of", "for", "de", "von", "van", "and"} or words[last].low in {
            "of",
            "for",
            "and",
        }
        ends = _is_break(word) or word.low in PREPOSITIONS or word.low in SAYING or word.low in JUDGING
        if ends and not is_post:
            break
        is_noun = (
            word.is_capital
            or words[last].low in DETERMINERS
            or words[last].low.endswith(("'s", "\u2019s"))
            or not words[last].is_capital
            or word.low in TITLES
        )
        if not (is_post or is_noun):
            break
        last += 1
    while last > first and words[last].low in {"of", "for", "and"}:
        last -= 1
    return first, last
