"""Attributions without a verb of saying: "is concerned that …", "expressed the hope that …", "his claim that …"."""

from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before
from factcheck.extraction.contents import has_verb, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import AUXILIARIES, BEING, FEELING, OPINIONS, VOICING

STANCES = FEELING | OPINIONS
_OWNERS = words("his her their its my our")
_ENDINGS = ("'s", "\u2019s", "s'", "s\u2019")
_BACK = 5


def stances(clauses: Clauses, starts: list[int]) -> list[Frame]:
    """The attributions by an adjective or a noun that begins at any of some places of the text."""
    found = []
    for start in starts:
        number = clauses.number_at(start)
        if number is None or number == 0:
            continue
        is_feeling = clauses.low(number) in FEELING
        one = _feeling(clauses, number) if is_feeling else _opinion(clauses, number)
        if one:
            found.append(one)
    return found


def _feeling(clauses: Clauses, number: int) -> Frame | None:
    """Somebody, a form of "be", and what he thinks: "officials are concerned the pier will fall"."""
    head = number - 1
    while head > 0 and (clauses.low(head) in AUXILIARIES or clauses.low(head).endswith(("ly", "very"))):
        head -= 1
    is_clause = clauses.low(number + 1) == "that" or has_verb(clauses, number + 1)
    if clauses.low(head) not in BEING or not is_clause or clauses.is_apart(number + 1):
        return None
    speaker = speaker_before(clauses, head - 1)
    return _framed(clauses, speaker, head, number) if speaker else None


def _opinion(clauses: Clauses, number: int) -> Frame | None:
    """A noun before "that" with its owner, or with a verb that voices it."""
    if clauses.low(number + 1) != "that" or clauses.is_apart(number + 1):
        return None
    for place in range(number - 1, max(-1, number - _BACK), -1):
        word = clauses.words[place]
        if word.low in _OWNERS:
            return _framed(clauses, (place, place), number, number)
        if word.low.endswith(_ENDINGS) and word.is_capital:
            frame = _framed(clauses, (place, place), number, number)
            source = Span(word.start, word.end - (2 if word.low.endswith(_ENDINGS[:2]) else 1))
            return frame and Frame(source, frame.cue, frame.content)
        if word.low in BEING:
            break
        if word.low in VOICING:
            is_second = clauses.low(place - 1) == "and"
            speaker = speaker_after(clauses, 0) if is_second else speaker_before(clauses, place - 1)
            return _framed(clauses, speaker, place, number) if speaker else None
        if clauses.is_apart(place + 1):
            break
    return None


def _framed(clauses: Clauses, speaker: tuple[int, int], first: int, last: int) -> Frame | None:
    after = tidied(clauses, clauses.words[last].end, clauses.span.end)
    return Frame(clauses.span_of(*speaker), clauses.span_of(first, last), (after,)) if after else None
