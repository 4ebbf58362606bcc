"""Attributions by what somebody does with words: takes a side ("mocked the plan"), wants, refuses, talks about."""

from factcheck.domain.article import BlockKind
from factcheck.domain.text import Span
from factcheck.extraction.act_words import (
    ACTS,
    ALSO_NOUNS,
    ASKING,
    PHRASES,
    SEEING,
    TAKING,
    TOPICS,
    WISHING,
)
from factcheck.extraction.calendar import DAYS
from factcheck.extraction.clauses import Clauses, speaker_before, speaker_over_commas
from factcheck.extraction.common_words import COMMON
from factcheck.extraction.contents import shuts, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.further import last_before
from factcheck.extraction.lexicon import words
from factcheck.extraction.nonspeech import NOBODY, is_plural
from factcheck.extraction.speech_words import (
    AUXILIARIES,
    BEING,
    BODIES,
    BREAKS,
    DETERMINERS,
    EVIDENCE,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STATING,
)
from factcheck.extraction.subjects import subject_before
from factcheck.extraction.titles import TITLES
from factcheck.extraction.verb_groups import before_verb, goes_on_to

_NO_OBJECT = PREPOSITIONS | BREAKS | AUXILIARIES | words("and or to off out up down away back")
_SPEAKERS = words("campaign candidate nominee camp supporter critic opponent rival aide")
_UNSAID = words("to never would could should must may might can the a of well will")
_SELF = words("i we you there who's")
_DOING = words("supporting backing challenging championing")
"""What somebody is doing by deeds rather than by words."""
_OWNERS = words("his her their its my our your the a an this that no any some")
_PARTING = words("and but while as when after before because although though who which where whereas yet so")
_POINTING = words("him her it them me us you this that himself herself themselves")
"""Alone, these are nothing that could be checked: "she agreed with them"."""
_FEW = words(
    "enough few two three four five six seven eight nine ten ever either make only offered term word phrase name"
)
_WITHIN = words("as after when while although though because since if before who which whom")
_RELATIVES = words("who which whom")
_CLAUSE, _NEAR = 16, 8
_TAKEN_FOR = words("as")
_WANTED = words("whether if why what how when where who about")
_READERS = EVIDENCE | words(
    "supporters voters critics protesters opponents democrats republicans officials leaders"
)
_LATER = words("when while because although though but after before unless")
_OPENING = words("by in while for")


def acts(clauses: Clauses, starts: list[int], kind: BlockKind, found: list[Frame]) -> list[Frame]:
    """The attributions by a verb of taking sides, wanting or talking about, that begins at any of some places.

    `found` holds those by verbs of saying: a verb after "and" or a comma goes on with their speaker.
    """
    made: list[Frame] = []
    for start in starts:
        number = clauses.number_at(start)
        if number is None or any(one.cue.covers(clauses.span_of(number, number)) for one in found):
            continue
        if clauses.words[number].is_capital and number > 0 and kind is not BlockKind.HEADLINE:
            continue
        if one := _act(clauses, number, kind, [*found, *made]):
            made.append(one)
    return made


def _act(clauses: Clauses, number: int, kind: BlockKind, found: list[Frame]) -> Frame | None:
    first = _object(clauses, number)
    if first is None:
        return None
    stop = end_of(clauses, first, is_within=_is_within(clauses, number))
    after = tidied(clauses, _start(clauses, number, first), stop)
    is_bare = clauses.low(first) in _POINTING and clauses.words[first].end >= stop - 1
    subject = _subject(clauses, number, kind, found) if after and not is_bare else None
    if subject is None or after is None:
        return None
    source, is_adding = subject
    last = number if clauses.low(first - 1) == "to" else first - 1
    return Frame(source, clauses.span_of(number, max(number, last)), (after,), is_adding=is_adding)


def _start(clauses: Clauses, number: int, first: int) -> int:
    """Where the content begins: with the quotation mark that opens before its first word."""
    return clauses.words[first - 1].end if first > number + 1 else clauses.words[number].end


def _object(clauses: Clauses, number: int) -> int | None:
    """The number of the first word of what a verb is about; None when it stands for nothing here."""
    low, after = clauses.low(number), clauses.low(number + 1)
    if (
        shuts(clauses.gap(number))
        or number + 2 > len(clauses.words)
        or ("," in clauses.gap(number + 1) or ";" in clauses.gap(number + 1))
    ):
        return None
    for phrase in PHRASES.get(low, ()):
        if all(clauses.low(number + 1 + place) == word for place, word in enumerate(phrase)):
            first = number + 1 + len(phrase)
            return first if first < len(clauses.words) and not clauses.is_apart(first) else None
    if low in WISHING and after == "to" and number + 3 < len(clauses.words):
        return number + 1
    place = number + 2 if after in DAYS else number + 1
    if clauses.low(place) in TOPICS.get(low, ()) and place + 1 < len(clauses.words):
        return place + 1 if clauses.low(place + 1) != "as" else None
    if low in SEEING and _has_near(clauses, number + 2, _TAKEN_FOR):
        return number + 1 if after not in _NO_OBJECT else None
    if low in ASKING and _has_near(clauses, number + 2, _WANTED):
        return number + 1 if after not in _NO_OBJECT else None
    if low not in TAKING or after in _NO_OBJECT or not after:
        return None
    is_adverb = after.endswith("ly") and not clauses.words[number + 1].is_capital
    return None if is_adverb else number + 1


def _has_near(clauses: Clauses, first: int, wanted: frozenset[str]) -> bool:
    """Whether one of some words stands in the same clause, soon from number `first` on."""
    for place in range(first, min(len(clauses.words), first + _NEAR)):
        if clauses.is_apart(place):
            return False
        if clauses.low(place) in wanted:
            return True
    return False


def _is_within(clauses: Clauses, number: int) -> bool:
    """Whether a verb stands in a clause that a comma ends: "As Hale mocked the plan, …", "Hale, who mocked it, …"."""
    for place in range(number - 1, max(-1, number - _CLAUSE), -1):
        low = clauses.low(place)
        if low in _WITHIN and (place == 0 or clauses.is_apart(place) or low in _RELATIVES or place == 1):
            return True
        if clauses.is_apart(place):
            return False
    return False


def end_of(clauses: Clauses, first: int, *, is_within: bool = False) -> int:
    """Where the object ends: before another clause, or with the statement; `is_within` at the next comma."""
    for place in range(first + 1, len(clauses.words)):
        gap, low = clauses.gap(place), clauses.low(place)
        if "," in gap and is_within:
            return clauses.words[place - 1].end
        if low in {"and", "but"} and _is_past(clauses, place + 1):
            return clauses.words[place - 1].end
        is_parted = any(char in gap for char in ";\u2014(") or gap in {" - ", " -- ", " \u2013 "}
        is_parted = is_parted or ("," in gap and (low in _PARTING or low.endswith("ing")))
        if is_parted or (place > first + 2 and low in _LATER):
            return clauses.words[place - 1].end
    return clauses.span.end


def _is_past(clauses: Clauses, place: int) -> bool:
    """Whether another verb of the same subject begins there: "and called for …"."""
    low = clauses.low(place)
    is_verb = low in FINITE | SAYING or (low.endswith("ed") and (low in ACTS or low in STATING))
    return is_verb and not clauses.words[place].is_capital if low else False


def _subject(
    clauses: Clauses, number: int, kind: BlockKind, found: list[Frame]
) -> tuple[Span | None, bool] | None:
    """Who acts, and whether he goes on from an earlier verb."""
    low, before = clauses.low(number), clauses.low(number - 1)
    if low.endswith("ing"):
        return _of_participle(clauses, number, found)
    if number == 0 or before in BEING or (before in _UNSAID and not goes_on_to(clauses, number)):
        return None
    head = before_verb(clauses, number)
    if clauses.low(head) in {"and", "but"}:
        last = last_before(clauses, number, found)
        return (last.source, True) if last and (low not in ALSO_NOUNS or head < number - 1) else None
    is_denied = before == "not" or before.endswith(("n't", "n\u2019t"))
    if head < 0 or clauses.low(head) in BEING or is_denied:
        return None
    reader = speaker_over_commas if clauses.is_apart(head + 1) else speaker_before
    speaker = reader(clauses, head)
    if speaker is None or not _is_speaker(clauses, speaker, number, kind):
        return None
    return clauses.span_of(*speaker), False


def _of_participle(clauses: Clauses, number: int, found: list[Frame]) -> tuple[Span | None, bool] | None:
    """Whose participle it is: "is urging", ", urging", "by urging", "a letter urging"."""
    head = before_verb(clauses, number)
    if clauses.low(head) in BEING and not clauses.is_apart(head + 1):
        if clauses.low(number) in _DOING:
            return None
        head = before_verb(clauses, head)
        speaker = speaker_before(clauses, head) if head >= 0 else None
        return (clauses.span_of(*speaker), False) if speaker else None
    if "," in clauses.gap(number) or clauses.low(number - 1) in _OPENING:
        last = last_before(clauses, number, found)
        if last:
            return last.source, True
        subject = subject_before(clauses, number)
        return (clauses.span_of(*subject), False) if subject else None
    if clauses.low(number - 1) in _READERS and number > 1:
        speaker = speaker_before(clauses, number - 1)
        return (clauses.span_of(*speaker), False) if speaker else None
    return None


def _is_no_name(low: str) -> bool:
    return low in COMMON and low not in PRONOUNS and not low.endswith("s")


def _is_speaker(clauses: Clauses, speaker: tuple[int, int], number: int, kind: BlockKind) -> bool:
    """Whether words can be who acts by this verb, which may look like a noun."""
    first, last = speaker
    is_bare = first == last and (clauses.low(first) in _FEW or (first == 0 and _is_no_name(clauses.low(0))))
    if (
        is_bare
        or clauses.low(last) in _OWNERS | NOBODY | _SELF | _FEW
        or clauses.low(last).endswith(("'s", "\u2019s", "s'", "s\u2019"))
    ):
        return False
    if clauses.low(first - 1) in {"what", "if", "how"} or clauses.low(first) == "what":
        return False
    is_named = clauses.words[last].is_capital or clauses.low(last) in PRONOUNS
    low = clauses.low(number)
    if low in ALSO_NOUNS:
        is_base = not low.endswith("s")
        return is_named or (is_base and is_plural(clauses, first, last) and clauses.is_apart(first))
    is_somebody = clauses.low(last) in TITLES | BODIES | _SPEAKERS
    return is_named or is_somebody or clauses.low(first) in DETERMINERS or is_plural(clauses, first, last)
