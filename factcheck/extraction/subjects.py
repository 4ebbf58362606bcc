"""The subject of a whole statement: who acts in it, before any verb of saying."""

from factcheck.extraction.clauses import Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.nonspeech import is_plural
from factcheck.extraction.speech_words import (
    ADVERBIAL,
    AUXILIARIES,
    BEING,
    BODIES,
    DETERMINERS,
    EVIDENCE,
    FINITE,
    HAVING,
    JUDGING,
    MANNER,
    PREPOSITIONS,
    SAYING,
    SHOWING,
    STATING,
)
from factcheck.extraction.titles import TITLES

_PEOPLE = words("he she they i we who")
_LINKS = words("of de von van der la le al the for and at")
_VERBS = FINITE | BEING | HAVING | AUXILIARIES | SAYING | STATING | JUDGING | MANNER
_PARTING = PREPOSITIONS - {"of", "for"}
_NEVER_LAST = _LINKS | DETERMINERS
_LONGEST = 8
_JOINING = words("and but so yet still now then also later")
_FAR = 10
_MORE = words("to published released obtained seen reported compiled collected due from")
_NOBODY = words("nobody none neither no nothing")


def subject_before(clauses: Clauses, end: int, *, is_speaking: bool = False) -> tuple[int, int] | None:
    """The person or body that opens the clause before number `end`, as first and last number.

    With `is_speaking` any noun with an article will do: what it does shows that it speaks. Adverbials before it ("Asked about the road, …") are skipped. None when it is not plainly somebody.
    """
    first = 0
    while first < end - 1 and clauses.low(first) in _JOINING and not clauses.is_apart(first + 1):
        first += 1
    while first < end and _is_lead(clauses, first):
        first = next((place for place in range(first + 1, end) if "," in clauses.gap(place)), end)
    if first >= end or clauses.low(first) in _NOBODY:
        return None
    if clauses.low(first) in _PEOPLE:
        return first, first
    last = _last_of(clauses, first, end)
    if last is None:
        return None
    is_many = clauses.low(last) not in _NEVER_LAST and is_plural(clauses, first, last)
    is_noun = is_speaking and ((clauses.low(first) in DETERMINERS and first < last) or is_many)
    return (first, last) if is_noun or _is_somebody(clauses, first, last) else None


def evidence_before(clauses: Clauses, number: int) -> tuple[int, int] | None:
    """The evidence that shows something after more about itself: "Figures to be published today show …"."""
    if clauses.low(number) not in SHOWING:
        return None
    for place in range(number - 2, max(-1, number - _FAR), -1):
        low = clauses.low(place)
        if low in EVIDENCE and clauses.low(place + 1) in _MORE and (place == 0 or place < 3):
            return 0, place
        if clauses.is_apart(place + 1) or low in FINITE:
            return None
    return None


def _is_lead(clauses: Clauses, first: int) -> bool:
    low = clauses.low(first)
    return low in ADVERBIAL or low in PREPOSITIONS or low.endswith("ing") or low in {"when", "where", "how"}


def _last_of(clauses: Clauses, first: int, end: int) -> int | None:
    """Where the noun that begins at `first` ends: before its verb, or a comma."""
    for place in range(first + 1, min(end, first + _LONGEST)):
        low, word = clauses.low(place), clauses.words[place]
        if clauses.is_apart(place) or low in {"who", "which"}:
            return place - 1
        is_noun_ed = clauses.low(place - 1) in DETERMINERS
        if not word.is_capital and (low in _VERBS or (low.endswith("ed") and not is_noun_ed)):
            return place - 1
        is_name = clauses.words[place - 1].is_capital and not is_noun_ed
        if is_name and not word.is_capital and low not in _LINKS:
            return place - 1
    return None


def _is_somebody(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a noun names a person or a body: by a capital inside it, or by its word."""
    lows = [clauses.low(place) for place in range(first, last + 1)]
    if clauses.low(last) in _NEVER_LAST or not _PARTING.isdisjoint(lows):
        return False
    is_named = clauses.words[last].is_capital and (last > 0 or clauses.low(0) not in DETERMINERS)
    return is_named or any(low in BODIES or low in TITLES or low in _KIN for low in lows)


_KIN = words(
    """
    mother father wife husband son daughter brother sister friend neighbour neighbor lawyer colleague company group
    team man woman boy girl teacher nurse driver victim resident residents firm charity club bank hospital family
    """
)
"""Other nouns that can speak."""
