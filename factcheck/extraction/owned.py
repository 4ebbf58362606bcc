"""Attributions by a noun with its owner: "his promise to …", "Hale's call for …", "criticism from Hale of …"."""

from factcheck.domain.text import Span
from factcheck.extraction.act_words import NOUNS_ABOUT, NOUNS_TO
from factcheck.extraction.acts import end_of
from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before
from factcheck.extraction.contents import tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import BEING, BREAKS, FINITE, PREPOSITIONS, VOICING
from factcheck.extraction.verb_groups import before_verb

_OWNERS = words("his her their its my our")
_ENDINGS = ("'s", "\u2019s", "s'", "s\u2019")
_BACK = 4
_AGENTS = words("from by")


def owned(clauses: Clauses, starts: list[int]) -> list[Frame]:
    """The attributions by a noun that begins at any of some places of the text."""
    numbers = (clauses.number_at(start) for start in starts)
    return [one for number in numbers if number is not None and (one := _owned(clauses, number))]


def _owned(clauses: Clauses, number: int) -> Frame | None:
    agent = _agent(clauses, number)
    link = agent[1] + 1 if agent else number + 1
    first = _content(clauses, number, link)
    if first is None or clauses.is_apart(link):
        return None
    source = clauses.span_of(*agent) if agent else _owner(clauses, number)
    content = tidied(clauses, clauses.words[first - 1].end, _end(clauses, first))
    if source is None or content is None:
        return None
    return Frame(source, clauses.span_of(number, number), (content,))


def _agent(clauses: Clauses, number: int) -> tuple[int, int] | None:
    """Who stands after the noun: "calls from Hale to …"."""
    if clauses.low(number + 1) not in _AGENTS or clauses.is_apart(number + 1):
        return None
    return speaker_after(clauses, number + 2)


def _content(clauses: Clauses, number: int, link: int) -> int | None:
    """The first word of what the noun is about."""
    low, after = clauses.low(number), clauses.low(link)
    if link + 1 >= len(clauses.words):
        return None
    if low in NOUNS_TO and after == "to":
        return link
    return link + 1 if after in NOUNS_ABOUT.get(low, ()) else None


def _owner(clauses: Clauses, number: int) -> Span | None:
    """Who stands before the noun: its owner, or the subject of a verb that voices it."""
    for place in range(number - 1, max(-1, number - _BACK - 1), -1):
        word = clauses.words[place]
        if clauses.is_apart(place + 1) or word.low in BREAKS or word.low in PREPOSITIONS:
            return None
        if word.low in _OWNERS:
            return clauses.span_of(place, place)
        if word.low.endswith(_ENDINGS) and word.is_capital:
            found = speaker_before(clauses, place) or (place, place)
            span = clauses.span_of(*found)
            return Span(span.start, span.end - (2 if word.low.endswith(_ENDINGS[:2]) else 1))
        if word.low in VOICING:
            speaker = speaker_before(clauses, _head(clauses, place))
            return clauses.span_of(*speaker) if speaker else None
    return None


def _head(clauses: Clauses, place: int) -> int:
    """The last word of who voices something: "is raising" has one verb more."""
    head = before_verb(clauses, place)
    return before_verb(clauses, head) if clauses.low(head) in BEING else head


def _end(clauses: Clauses, first: int) -> int:
    """Where the content ends: at the latest before the verb of the sentence."""
    end = end_of(clauses, first)
    for place in range(first + 1, len(clauses.words)):
        word = clauses.words[place]
        if word.start >= end:
            break
        if word.low in FINITE and clauses.low(place - 1) not in {
            "what",
            "who",
            "that",
            "which",
            "it",
            "he",
            "she",
        }:
            return clauses.words[place - 1].end
    return end
