"""What a speaker is said to say: the run of a statement before or after the cue."""

from factcheck.domain.text import Span
from factcheck.extraction.clauses import DATE_WORDS, Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import (
    ABOUT,
    DETERMINERS,
    FINITE,
    JUDGING,
    NO_CLAUSE,
    PREPOSITIONS,
    PROMISING,
    PRONOUNS,
    SAYING,
    STATING,
    TELLING,
)

QUOTE_OPEN = frozenset("\"\u201c\u00ab\u2018\u201e'")
QUOTE_SHUT = frozenset("\"\u201d\u00bb\u2019'")
_STRAIGHT = frozenset("\"'")
_TRAIL = " \t\n\r\u00a0,;:\u2013\u2014-"
_CLAUSE, _ADVERBIAL, _LATE = 14, 9, 18
SUBJECTS = words("he she they it we i you there")
_NEAR, _NEARER = 13, 4
"""Within so many words after a verb of saying ("told … that"), or another verb, its content begins."""
_ASKING = words("asked asks ask")
_PROPOSING = words("suggested suggests recommended recommends proposed proposes advised advises")
_EXPECTING = words("expect expects expected")
_THINKING = words("believe believes believed think thinks thought")
_LEADS = words("in on at later earlier during")
_GOING_ON = words("and but because though although so which while")
_SUBORDINATE = words(
    "unless if while although though because since as when once until whatever in on at by for with"
)
_SHORT = 3
_OBJECTS = words("it this that")
_OFTEN = words("never already also soon then later always often once he she they it we i you")
_ASKED = words("how why whether")


def shuts(gap: str) -> bool:
    """Whether a quotation ends between two words; a straight mark right before a word opens one instead."""
    return any(char in QUOTE_SHUT for char in (gap[:-1] if gap[-1:] in _STRAIGHT else gap)) if gap else False


def content_after(clauses: Clauses, number: int) -> tuple[Span | None, bool]:
    """What follows the verb as its content, and whether it is surely a clause or a quotation."""
    low = clauses.low(number)
    near = _NEARER if low in STATING and low not in _ASKING else _NEAR
    for place in range(number + 1, min(len(clauses.words), number + near)):
        opening = _opening(clauses.gap(place))
        is_led = place == number + 1 or any(char in clauses.gap(place) for char in ",:")
        is_led = is_led or (clauses.words[place].is_capital and low in SAYING | _ASKING)
        if opening and is_led and (place == number + 1 or clauses.low(number) not in JUDGING):
            return tidied(clauses, clauses.words[place].start - opening, clauses.span.end), True
        if _is_introduced(clauses, number, place):
            return tidied(clauses, clauses.words[place].start, clauses.span.end), True
        if clauses.is_apart(place) and (place > number + 1 or clauses.low(place) in _GOING_ON):
            break
    if number + 1 >= len(clauses.words):
        return None, False
    if late := _late_that(clauses, number):
        return tidied(clauses, clauses.words[late].start, clauses.span.end), True
    if place_after := _after_adverbial(clauses, number) or _after_listener(clauses, number):
        return tidied(clauses, clauses.words[place_after].start, clauses.span.end), True
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
    if not clauses.is_apart(number + 1) and _takes(clauses.low(number), first):
        return True
    if clauses.is_apart(number + 1) or first in PREPOSITIONS or clauses.low(number) in JUDGING:
        return False
    if clauses.low(number) in _EXPECTING:
        reach = range(number + 2, min(len(clauses.words), number + _ADVERBIAL))
        return any(clauses.low(place) == "to" for place in reach) or has_verb(clauses, number + 1)
    if first in _OBJECTS and not has_verb(clauses, number + 1):
        return False
    if clauses.low(number) in SAYING:
        return clauses.low(number) not in TELLING or first in PRONOUNS
    is_long = len(clauses.words) > number + 3
    return is_long and (
        first in PRONOUNS or clauses.low(number) in _THINKING or has_verb(clauses, number + 1)
    )


def _takes(verb: str, first: str) -> bool:
    """Whether a verb reports by itself with this word after it: "vowed to rebuild", "warned of floods"."""
    is_proposal = verb in _PROPOSING and first.endswith("ing")
    return (first == "to" and verb in PROMISING) or is_proposal or first in ABOUT.get(verb, ())


def has_verb(clauses: Clauses, first: int, *, is_joined: bool = False) -> bool:
    """Whether the words from number `first` on are a clause: a noun and its verb, with no other clause before that.

    With `is_joined` the noun may be two: "growth and hunger would rise".
    """
    for place in range(first, min(len(clauses.words), first + _CLAUSE)):
        low = clauses.low(place)
        if is_joined and low == "and" and place > first:
            continue
        if low in NO_CLAUSE or (place > first and clauses.is_apart(place)):
            return False
        if place > first and (low in FINITE or (low.endswith("ed") and _is_finite(clauses, place))):
            return True
    return False


def _is_finite(clauses: Clauses, place: int) -> bool:
    """Whether a word in -ed is a verb and no participle: "quickly closed", "exceeded 10 tonnes", but "closed by"."""
    after = clauses.low(place + 1)
    before = clauses.low(place - 1)
    return before.endswith("ly") or before in _OFTEN or after in DETERMINERS or after[:1].isdigit()


def _late_that(clauses: Clauses, number: int) -> int | None:
    """Where "that" begins the content after adjuncts: "ruled in January, in a hearing, that …"."""
    if clauses.low(number) in JUDGING or clauses.low(number + 1) not in PREPOSITIONS:
        return None
    for place in range(number + 2, min(len(clauses.words), number + _LATE)):
        if clauses.low(place) == "that" and "," in clauses.gap(place):
            return place
        if clauses.is_apart(place) and clauses.low(place) not in PREPOSITIONS:
            return None
    return None


def _after_listener(clauses: Clauses, number: int) -> int | None:
    """Where the content begins after "told reporters on Friday": at the subject of its clause."""
    if clauses.low(number) not in TELLING:
        return None
    for place in range(number + 2, min(len(clauses.words), number + _ADVERBIAL)):
        if clauses.is_apart(place):
            return None
        low, before = clauses.low(place), clauses.low(place - 1)
        is_subject = low in SUBJECTS or (low in DETERMINERS and before not in PREPOSITIONS)
        if is_subject and before not in DETERMINERS and has_verb(clauses, place):
            return place
    return None


def _after_adverbial(clauses: Clauses, number: int) -> int | None:
    """Where the content begins after "said on Friday", "said in a statement": at the subject of its clause."""
    if clauses.low(number + 1) not in PREPOSITIONS or clauses.low(number) in JUDGING:
        return None
    for place in range(number + 3, min(len(clauses.words), number + _ADVERBIAL)):
        word = clauses.words[place]
        if clauses.is_apart(place):
            is_led = clauses.low(number) in STATING and has_verb(clauses, place, is_joined=True)
            return place if is_led else None
        is_subject = word.low in SUBJECTS or (
            word.low in DETERMINERS and clauses.low(place - 1) not in PREPOSITIONS
        )
        is_subject = is_subject or (word.is_capital and clauses.low(place - 1) in DATE_WORDS)
        if is_subject and has_verb(clauses, place):
            return place
    return None


def content_before(clauses: Clauses, number: int, *, least: int = 4, is_end: bool = False) -> Span | None:
    """What stands before the speaker as content: parted by a comma or a closing quotation mark, and no adverbial.

    Without quotation marks it has at least so many words; with `is_end` nothing but the frame follows it.
    """
    if number <= 0 or not clauses.is_apart(number):
        return None
    gap = clauses.gap(number)
    is_quoted = shuts(gap)
    is_lead = clauses.low(0) in _LEADS and least > 1 and not (is_end and _has_comma(clauses, number))
    if not is_quoted and ("," not in gap or number < least or is_lead):
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


def _has_comma(clauses: Clauses, number: int) -> bool:
    """Whether an adverbial at the front is parted from the clause that ends before a number."""
    return any("," in clauses.gap(place) for place in range(1, number))


def rest_of(clauses: Clauses, first: int, number: int) -> Span | None:
    """What goes on after a frame that stands inside a sentence: “The pier, Vall said, was safe.”

    The frame's speaker begins at number `first`, what follows its verb at `number`.
    """
    if has_verb(clauses, 0) or any(
        char in QUOTE_SHUT for char in clauses.text[clauses.span.start : clauses.words[number - 1].start]
    ):
        return None
    is_short = first <= _SHORT or clauses.low(0) in _SUBORDINATE
    for place in range(number, min(len(clauses.words), number + 8)):
        if "," in clauses.gap(place):
            is_rest = clauses.low(place) in FINITE or clauses.low(place).endswith("ed")
            is_rest = is_rest or (is_short and place == number and not clauses.low(place).endswith("ing"))
            return tidied(clauses, clauses.words[place].start, clauses.span.end) if is_rest else None
    return None


def _opening(gap: str) -> int:
    """How many characters before the next word a quotation opens; 0 when none does."""
    bare = gap.lstrip(" ,:;.\u00a0\n")
    is_opening = bare and bare[0] in QUOTE_OPEN and bare != gap and not bare[-1].isspace()
    return len(bare) if is_opening else 0


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
