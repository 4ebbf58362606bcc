"""A quotation with a speaker and a verb that no list knows: "“…,” an angry Hale retaliated"."""

from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before
from factcheck.extraction.contents import content_before, continued_from, shuts
from factcheck.extraction.frame import Frame
from factcheck.extraction.speech_words import BREAKS, DETERMINERS, PREPOSITIONS, PRONOUNS

_LONGEST = 9
_ENDS = frozenset(",?!")


def by_manner(clauses: Clauses, found: list[Frame]) -> list[Frame]:
    """The frame after the last quotation that is closed as speech is, when nothing else is known of it."""
    place = next((n for n in range(len(clauses.words) - 1, 0, -1) if _closes(clauses.gap(n))), None)
    if place is None or any(one.cue.start >= clauses.words[place].start for one in found):
        return []
    end = next((n for n in range(place + 1, len(clauses.words)) if clauses.is_apart(n)), len(clauses.words))
    verb, speaker = _inverted(clauses, place) or _direct(clauses, place, end - 1)
    before = content_before(clauses, place, least=2)
    if speaker is None or before is None or end - place > _LONGEST:
        return []
    more = continued_from(clauses, end)
    content = (before, more) if more else (before,)
    return [Frame(clauses.span_of(*speaker), clauses.span_of(verb, verb), content, is_after=True)]


def _closes(gap: str) -> bool:
    return len(gap) > 1 and shuts(gap) and not _ENDS.isdisjoint(gap)


def _is_verb(clauses: Clauses, number: int) -> bool:
    word = clauses.words[number]
    return not word.is_capital and len(word.low) > 4 and word.low.endswith("ed") and word.low not in BREAKS


def _inverted(clauses: Clauses, place: int) -> tuple[int, tuple[int, int]] | None:
    """Verb, then speaker: "exhorted the actress"."""
    speaker = speaker_after(clauses, place + 1) if _is_verb(clauses, place) else None
    if speaker is None or clauses.is_apart(place + 1):
        return None
    is_named = any(clauses.words[number].is_capital for number in range(speaker[0], speaker[1] + 1))
    is_named = is_named or clauses.low(speaker[0]) in DETERMINERS
    return (place, speaker) if is_named else None


def _direct(clauses: Clauses, place: int, last: int) -> tuple[int, tuple[int, int] | None]:
    """Speaker, then verb, and nothing after it: "the actress exhorted"."""
    first = clauses.words[place]
    is_known = first.is_capital or first.low in DETERMINERS | PRONOUNS
    lows = {clauses.low(number) for number in range(place, last)}
    if (
        last <= place
        or not is_known
        or not _is_verb(clauses, last)
        or not lows.isdisjoint(BREAKS | PREPOSITIONS - {"of"})
    ):
        return last, None
    speaker = speaker_before(clauses, last - 1)
    return last, speaker if speaker and speaker[0] >= place else None
