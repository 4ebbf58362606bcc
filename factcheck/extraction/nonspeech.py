"""Verbs of saying where nobody says anything: orders, participles, things that are called by a name."""

from factcheck.extraction.clauses import Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import (
    BEING,
    BODIES,
    EVIDENCE,
    JUDGING,
    PREPOSITIONS,
    PRONOUNS,
    TELLING,
)
from factcheck.extraction.titles import TITLES

TOLD = 5
"""So many words from "told" on are enough for a listener and a clause."""
NOBODY = words("nobody none neither no nothing one anybody anyone")
_EMPTY = words("nothing little anything something much hello goodbye down off")
_TALES = words("story stories tale tales joke jokes truth lie lies")
_ONLY_THAT = words("held recorded submitted")
_KNOWING = words(
    "know knows knew remember remembers remembered continue continues doubt doubts judge judged figure figures worry"
)
"""These tell of a thought only when it follows at once."""
_CLAIMED = words("claimed claims claim declared announced announces")
_QUOTATIVE = words(
    "said says wrote writes warned warns argued argues added adds insisted insists claimed claims"
)
_MEDIA = words("statement interview paper article post email letter issue journal blog tweet speech")
_LATER = words("when after if as although though while before since because despite once until where whether")
_IRREGULAR = words("people police men women children they we i you who")
_TIMES = words("day week month year minute hour moment second few couple")


def is_no_speech(clauses: Clauses, number: int) -> bool:
    """Whether a verb of saying says nothing here: an order, a participle, "said nothing", "told a joke"."""
    if is_participle(clauses, number) or is_order(clauses, number):
        return True
    after = clauses.low(number + 1)
    low = clauses.low(number)
    if (low in _ONLY_THAT and after != "that") or (low in _KNOWING and after in PREPOSITIONS | {"so"}):
        return True
    if clauses.low(number) in _CLAIMED and (
        clauses.is_apart(number + 2) or clauses.low(number + 2) in PREPOSITIONS - {"to"}
    ):
        return not clauses.is_apart(number + 1) and after not in PRONOUNS | {"that", "to"}
    if clauses.low(number) in TELLING:
        return any(clauses.low(place) in _TALES for place in range(number + 1, number + 4))
    return after in _EMPTY and not clauses.is_apart(number + 1)


def is_plural(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a subject is more than one, or "I" or "you", so that "write" or "report" can be its verb."""
    lows = [clauses.low(place) for place in range(first, last + 1)]
    return any(low in _IRREGULAR or low == "and" or (low.endswith("s") and len(low) > 3) for low in lows)


def names_medium(clauses: Clauses, number: int) -> bool:
    """Whether only the place of saying follows, to the end: "…, scientists report in Nature"."""
    if clauses.low(number + 1) not in {"in", "on"} or clauses.low(0) in _LATER:
        return False
    rest = range(number + 2, len(clauses.words))
    is_short = 0 < len(rest) < 10 and not any(clauses.is_apart(place) for place in rest)
    is_medium = any(clauses.low(place) in EVIDENCE | _MEDIA for place in rest)
    return is_short and (is_medium or clauses.words[rest[0]].is_capital)


def is_pointed_out(clauses: Clauses, number: int) -> bool:
    """Whether nothing but "out" follows "points" before the comma: ", he points out,"."""
    return clauses.low(number + 1) == "out" and clauses.is_apart(number + 2)


def can_follow(clauses: Clauses, number: int, speaker: tuple[int, int]) -> bool:
    """Whether who stands after a verb, with no quotation before it, speaks: but not in ", confirmed the fire"."""
    lows = [clauses.low(place) for place in range(speaker[0], speaker[1] + 1)]
    is_named = any(clauses.words[place].is_capital for place in range(speaker[0], speaker[1] + 1))
    is_somebody = any(low in BODIES or low in TITLES or low in PRONOUNS or low in EVIDENCE for low in lows)
    return is_named or is_somebody or clauses.low(number) in _QUOTATIVE


def is_participle(clauses: Clauses, number: int) -> bool:
    """Whether the word qualifies a noun before it: "a man accused of theft", "a tale told by a man"."""
    low, after = clauses.low(number), clauses.low(number + 1)
    if after == "by" and clauses.low(number - 1) in PRONOUNS:
        return False
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
