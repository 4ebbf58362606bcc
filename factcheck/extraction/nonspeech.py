"""Verbs of saying where nobody says anything: orders, participles, things that are called by a name."""

from factcheck.extraction.clauses import Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import BEING, JUDGING, PREPOSITIONS, TELLING

TOLD = 5
"""So many words from "told" on are enough for a listener and a clause."""
_TIMES = words("day week month year minute hour moment second few couple")


def is_participle(clauses: Clauses, number: int) -> bool:
    """Whether the word qualifies a noun before it: "a man accused of theft", "a tale told by a man"."""
    low, after = clauses.low(number), clauses.low(number + 1)
    if after == "by":
        return low in TELLING or low.endswith("ed")
    return low in JUDGING and low.endswith("ed") and after in {"of", "as"}


def is_order(clauses: Clauses, number: int) -> bool:
    """Whether somebody is told to do something, which reports nothing: "tells me to leave"."""
    if clauses.low(number) not in TELLING:
        return False
    for place in range(number + 2, min(len(clauses.words), number + TOLD)):
        if clauses.is_apart(place) or clauses.low(place) in {"that", *BEING}:
            return False
        if clauses.low(place) == "to":
            return True
    return False


def names_something(clauses: Clauses, number: int) -> bool:
    """Whether a thing is called something: "called the report a lie", but not "called the police a day later"."""
    for place in range(number + 2, min(len(clauses.words), number + 7)):
        if clauses.is_apart(place) or clauses.low(place) in PREPOSITIONS:
            return False
        if clauses.low(place) in {"a", "an"}:
            return clauses.low(place + 1) not in _TIMES
    return False
