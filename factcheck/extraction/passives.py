"""Attributions in the passive: "was described by X as …", "was quoted as saying …", "were reported to …"."""

from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before, speaker_over_commas
from factcheck.extraction.contents import content_before, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import BEING, PASSIVE, STATING

_ASKED = words("whether if what when where who how why which about")
_QUOTED = 9
"""So many words after "quoted" stands "as saying" at the latest."""


def passive(clauses: Clauses, number: int) -> Frame | None:
    """The passive: "were reported to …" names nobody, "was described by X as …" does."""
    cue = clauses.span_of(number - 1, number)
    if clauses.low(number) == "asked":
        return question(clauses, number, cue)
    if clauses.low(number) in STATING - PASSIVE:
        return None
    if clauses.low(number + 1) == "by" and (speaker := speaker_after(clauses, number + 2)):
        content = clauses.span.start, clauses.words[number - 1].start
        span = tidied(clauses, *content)
        return Frame(clauses.span_of(*speaker), cue, (span,), is_after=True) if span else None
    if (
        clauses.low(number) not in PASSIVE
        or clauses.low(number + 1) not in {"to", "that"}
        or clauses.low(number) == "told"
    ):
        return None
    after = tidied(clauses, clauses.words[number].end, clauses.span.end)
    return Frame(None, cue, (after,)) if after else None


def question(clauses: Clauses, number: int, cue: Span) -> Frame | None:
    """What was asked: "was asked by a caller why …", "Asked whether …, Hale said"."""
    is_by = clauses.low(number + 1) == "by"
    places = range(number + 3, min(len(clauses.words), number + _QUOTED)) if is_by else (number + 1,)
    first = next((place for place in places if clauses.low(place) in _ASKED), None)
    if first is None or clauses.is_apart(first):
        return None
    speaker = (number + 2, first - 1) if is_by else None
    end = clauses.span.end
    if number < 2:
        end = next((word.start for word in clauses.words[first + 1 :] if "," in word.gap), end)
    content = tidied(clauses, clauses.words[first].start, end)
    return Frame(clauses.span_of(*speaker) if speaker else None, cue, (content,)) if content else None


def quoted(clauses: Clauses, number: int) -> Frame | None:
    """The passive of quoting: "was quoted by the Herald as saying that …"."""
    head = number - 1 if clauses.low(number - 1) in BEING else number - 2
    reader = speaker_over_commas if clauses.is_apart(head) else speaker_before
    speaker = reader(clauses, head - 1) if head > 0 else None
    for place in range(number + 1, min(len(clauses.words), number + _QUOTED)):
        if clauses.low(place - 1) == "as" and clauses.low(place) in {"saying", "telling"}:
            before = (
                content_before(clauses, speaker[0]) if speaker and place + 1 == len(clauses.words) else None
            )
            after = before or tidied(clauses, clauses.words[place].end, clauses.span.end)
            cue = clauses.span_of(head, number)
            is_after = before is not None
            return Frame(clauses.span_of(*speaker), cue, (after,), is_after) if speaker and after else None
    return None


def quoting(clauses: Clauses, number: int) -> Frame | None:
    """Who is quoted by another: "State media quoted the general as saying …"."""
    for place in range(number + 2, min(len(clauses.words), number + _QUOTED)):
        if (
            clauses.low(place - 1) == "as"
            and clauses.low(place) in {"saying", "telling"}
            and place > number + 2
        ):
            after = tidied(clauses, clauses.words[place].end, clauses.span.end)
            source = clauses.span_of(number + 1, place - 2)
            return Frame(source, clauses.span_of(number, number), (after,)) if after else None
    return None
