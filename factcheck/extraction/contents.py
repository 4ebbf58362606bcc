"""What a speaker is said to say: the run of a statement before or after the cue."""

from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import JUDGING, PREPOSITIONS, PRONOUNS, SAYING, STATING, TELLING

QUOTE_OPEN = frozenset("\"\u201c\u00ab\u2018\u201e'")
QUOTE_SHUT = frozenset("\"\u201d\u00bb\u2019'")
_TRAIL = " \t\n\r\u00a0,;:\u2013\u2014-"
_NEAR, _NEARER = 13, 4
"""Within so many words after a verb of saying ("told … that"), or another verb, its content begins."""
_THINKING = words("believe believes believed think thinks thought")
_LEADS = words("in on at later earlier during")
_GOING_ON = words("and but because though although so which while")
_ASKED = words("how why whether")


def content_after(clauses: Clauses, number: int) -> tuple[Span | None, bool]:
    """What follows the verb as its content, and whether it is surely a clause or a quotation."""
    near = _NEARER if clauses.low(number) in STATING else _NEAR
    for place in range(number + 1, min(len(clauses.words), number + near)):
        opening = _opening(clauses.gap(place))
        is_led = place == number + 1 or any(char in clauses.gap(place) for char in ",:")
        if opening and is_led and (place == number + 1 or clauses.low(number) not in JUDGING):
            return tidied(clauses, clauses.words[place].start - opening, clauses.span.end), True
        if _is_introduced(clauses, number, place):
            return tidied(clauses, clauses.words[place].start, clauses.span.end), True
        if clauses.is_apart(place) and (place > number + 1 or clauses.low(place) in _GOING_ON):
            break
    if number + 1 >= len(clauses.words):
        return None, False
    return tidied(clauses, clauses.words[number].end, clauses.span.end), _is_clause(clauses, number)


def _is_introduced(clauses: Clauses, number: int, place: int) -> bool:
    """Whether "that" or the like begins the content: but not that of the object in "denied reports that"."""
    is_next = place == number + 1
    if clauses.low(place) == "that":
        return is_next or clauses.low(number) not in JUDGING
    return is_next and clauses.low(place) in _ASKED


def _is_clause(clauses: Clauses, number: int) -> bool:
    """Whether a clause without "that" follows a verb: "said he was …", "believes the asylum seekers …"."""
    first = clauses.low(number + 1)
    if clauses.is_apart(number + 1) or first in PREPOSITIONS or clauses.low(number) in JUDGING:
        return False
    if clauses.low(number) in SAYING:
        return clauses.low(number) not in TELLING or first in PRONOUNS
    is_long = len(clauses.words) > number + 3
    return is_long and (first in PRONOUNS or clauses.low(number) in _THINKING)


def content_before(clauses: Clauses, number: int, *, least: int = 4) -> Span | None:
    """What stands before the speaker as content: parted by a comma or a closing quotation mark, and no adverbial.

    Without quotation marks it has at least so many words.
    """
    if number <= 0 or not clauses.is_apart(number):
        return None
    gap = clauses.gap(number)
    is_quoted = any(char in QUOTE_SHUT for char in gap)
    if not is_quoted and ("," not in gap or number < least or clauses.low(0) in _LEADS):
        return None
    return tidied(clauses, clauses.span.start, clauses.words[number].start)


def continued_from(clauses: Clauses, number: int) -> Span | None:
    """What goes on after the speaker's frame: “…,” he said, “…”, or: …, she said, and …"""
    for place in range(number, min(len(clauses.words), number + 10)):
        gap = clauses.gap(place)
        opening = _opening(gap)
        if opening or ("," in gap and clauses.low(place) in _GOING_ON):
            return tidied(clauses, clauses.words[place].start - opening, clauses.span.end)
    return None


def _opening(gap: str) -> int:
    """How many characters before the next word a quotation opens; 0 when none does."""
    bare = gap.lstrip(" ,:;.\u00a0\n")
    return len(bare) if bare and bare[0] in QUOTE_OPEN and bare != gap else 0


def tidied(clauses: Clauses, start: int, end: int) -> Span | None:
    """A run without white space, commas and dashes at its ends, and without the statement's full stop."""
    text = clauses.text
    if end == clauses.span.end and text[start:end].endswith(".") and not text[start:end].endswith(".."):
        end -= 1
    while end > start and text[end - 1] in _TRAIL:
        end -= 1
    while start < end and text[start] in _TRAIL:
        start += 1
    return Span(start, end) if start < end else None
