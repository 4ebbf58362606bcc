"""Who says what in one statement: speaker, cue and content, one perhaps within another."""

import re
from dataclasses import dataclass, replace

from factcheck.domain.article import BlockKind
from factcheck.domain.statement import Attribution
from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before, speaker_over_commas
from factcheck.extraction.reading import Reading
from factcheck.extraction.speech_words import (
    ADDING,
    AUXILIARIES,
    BEING,
    DETERMINERS,
    HAVING,
    JUDGING,
    NO_SPEAKER,
    PASSIVE,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    STATING,
)

_VERBS = SAYING | STATING | JUDGING
_QUOTE_OPEN = frozenset("\"\u201c\u00ab\u2018\u201e'")
_QUOTE_SHUT = frozenset("\"\u201d\u00bb\u2019'")
_COLON = re.compile(r"\s*:\s+(?=\S)|:\s*(?=[\"\u201c\u2018\u00ab])")
_TRAIL = " \t\n\r\u00a0,;:\u2013\u2014-"
_CUES = _VERBS | ADDING
_ACCORDING = frozenset({"according"})
_MOST = 24
"""More cues than this in one statement are left alone: it is no sentence."""
_NEAR = 12
"""So many words after "told" the content's "that" is looked for."""


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution while its content is being bounded; `is_after` when the content stands before the cue."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    is_after: bool = False
    is_adding: bool = False


def attributions_of(reading: Reading, kind: BlockKind) -> tuple[Attribution, ...]:
    """The attributions of a statement in the order of their cues.

    Offsets are code points of the whole text. `within` is the index of the smallest enclosing one.
    """
    if not _may_attribute(reading):
        return ()
    clauses = Clauses(reading.text, reading.span)
    found = [*_labelled(clauses, kind), *_according(clauses, reading)]
    for start in reading.starts(_CUES)[:_MOST]:
        number = clauses.number_at(start)
        if number is not None and (one := _at_verb(clauses, number, kind, found)):
            found.append(one)
    found.sort(key=lambda one: one.cue)
    bounded = [_bounded(clauses, one, found) for one in found]
    return _nested(reading.text, [one for one in bounded if one.content])


def _may_attribute(reading: Reading) -> bool:
    return (
        reading.has_any(_CUES)
        or reading.has_any(_ACCORDING)
        or reading.text.find(":", reading.span.start, reading.span.end) > 0
    )


def _at_verb(clauses: Clauses, number: int, kind: BlockKind, found: list[_Found]) -> _Found | None:
    low = clauses.low(number)
    if clauses.words[number].is_capital and number > 0 and kind is not BlockKind.HEADLINE:
        return None
    if low in ADDING:
        return _adding(clauses, number, found)
    before = clauses.low(number - 1)
    if before in BEING or (before in AUXILIARIES and clauses.low(number - 2) in BEING):
        return _passive(clauses, number)
    if before in {
        "to",
        "not",
        "n't",
        "never",
        "would",
        "could",
        "should",
        "must",
        "may",
        "might",
        "can",
        "a",
        "the",
        "of",
    }:
        return None
    return _inverted(clauses, number) or _direct(clauses, number, kind)


def _direct(clauses: Clauses, number: int, kind: BlockKind) -> _Found | None:
    """Speaker, then verb: "Rutte said that …", "…, Zelensky warned"."""
    head = number - 1
    while (
        head >= 0
        and (clauses.low(head) in AUXILIARIES or clauses.low(head).endswith("ly"))
        and not clauses.is_apart(head + 1)
    ):
        head -= 1
    if head < 0:
        return None
    speaker = (
        speaker_over_commas(clauses, head) if clauses.is_apart(head + 1) else speaker_before(clauses, head)
    )
    if speaker is None or not _is_speaker(clauses, speaker, number):
        return None
    first = head + 1 if clauses.low(head + 1) in HAVING and head + 1 == number - 1 else number
    cue = clauses.span_of(first, number)
    source = clauses.span_of(*speaker)
    after, is_clause = _content_after(clauses, number)
    is_last = clauses.is_apart(number + 1)
    is_frame = not is_clause and (clauses.low(number) not in STATING or is_last)
    before = _content_before(clauses, speaker[0]) if is_frame else None
    if before:
        quoted = _quotation_from(clauses, number + 1)
        return _Found(source, cue, (before, quoted) if quoted else (before,), is_after=True)
    is_object = clauses.low(number) in JUDGING and _judges(clauses, number, speaker, kind)
    if after and (is_object or (is_clause and clauses.low(number) not in JUDGING)):
        return _Found(source, cue, (after,))
    return None


def _is_speaker(clauses: Clauses, speaker: tuple[int, int], number: int) -> bool:
    """Whether words can be a speaker before this verb: some verbs look like nouns ("the claims", "reports")."""
    first, last = speaker
    low = clauses.low(number)
    is_known = (
        any(clauses.words[place].is_capital for place in range(first, last + 1))
        or clauses.low(first) in DETERMINERS | PRONOUNS
    )
    if low in {
        "claims",
        "reports",
        "notes",
        "comments",
        "points",
        "states",
        "questions",
        "fears",
        "hopes",
        "calls",
        "blames",
    }:
        return clauses.words[last].is_capital or clauses.low(last) in PRONOUNS
    return is_known or last - first < 6


def _judges(clauses: Clauses, number: int, speaker: tuple[int, int], kind: BlockKind) -> bool:
    """Whether "calls", "denied" or the like passes a judgment here and does not just name a thing."""
    low = clauses.low(number)
    if low not in JUDGING:
        return False
    named = clauses.words[speaker[1]].is_capital or clauses.low(speaker[1]) in PRONOUNS
    if low in {"called", "call", "calls", "dubbed", "labelled", "labeled", "compared", "likened"}:
        rest = clauses.text[clauses.words[number].end : clauses.span.end]
        is_quoted = any(char in rest for char in '"\u201c\u2018\u00ab')
        return (named or kind is BlockKind.HEADLINE) and is_quoted
    return named or clauses.low(speaker[0]) in DETERMINERS


def _inverted(clauses: Clauses, number: int) -> _Found | None:
    """Content, then verb, then speaker: "…," said the mayor."""
    gap = clauses.gap(number)
    is_quoted = any(char in _QUOTE_SHUT for char in gap)
    if number == 0 or not (is_quoted or "," in gap) or clauses.low(number) not in SAYING | STATING:
        return None
    speaker = speaker_after(clauses, number + 1)
    if speaker is None or clauses.is_apart(number + 1) or not (is_quoted or _stands_alone(clauses, speaker)):
        return None
    first = speaker[0]
    if not (clauses.words[first].is_capital or clauses.low(first) in DETERMINERS | PRONOUNS or is_quoted):
        return None
    before = _content_before(clauses, number)
    if before is None:
        return None
    quoted = _quotation_from(clauses, speaker[1] + 1)
    content = (before, quoted) if quoted else (before,)
    return _Found(clauses.span_of(*speaker), clauses.span_of(number, number), content, is_after=True)


def _stands_alone(clauses: Clauses, speaker: tuple[int, int]) -> bool:
    """Whether nothing but an adjunct follows the speaker, so that he cannot be the subject of what follows."""
    after = speaker[1] + 1
    is_short = speaker[1] - speaker[0] < 8
    return is_short and (
        after >= len(clauses.words) or (clauses.is_apart(after) and clauses.low(speaker[0]) not in PRONOUNS)
    )


def _passive(clauses: Clauses, number: int) -> _Found | None:
    """ "were reported to …" names nobody; "was described by X as …" does."""
    cue = clauses.span_of(number - 1, number)
    if clauses.low(number) in STATING - PASSIVE:
        return None
    if clauses.low(number + 1) == "by" and (speaker := speaker_after(clauses, number + 2)):
        content = clauses.span.start, clauses.words[number - 1].start
        span = _tidy(clauses, *content)
        return _Found(clauses.span_of(*speaker), cue, (span,), is_after=True) if span else None
    if (
        clauses.low(number) not in PASSIVE
        or clauses.low(number + 1) not in {"to", "that"}
        or clauses.low(number) == "told"
    ):
        return None
    after = _tidy(clauses, clauses.words[number].end, clauses.span.end)
    return _Found(None, cue, (after,)) if after else None


def _adding(clauses: Clauses, number: int, found: list[_Found]) -> _Found | None:
    """The same speaker goes on after a comma: ", adding that …", ", dismissing them as …"."""
    earlier = [one for one in found if one.cue.end <= clauses.words[number].start and one.source]
    after = _tidy(clauses, clauses.words[number].end, clauses.span.end)
    own = speaker_before(clauses, number - 1) if clauses.words[number - 1].is_capital else None
    if own and number > 1 and clauses.low(own[0] - 1) == "with" or own and clauses.low(own[0]) == "with":
        return _Found(clauses.span_of(*own), clauses.span_of(number, number), (after,)) if after else None
    if not earlier or "," not in clauses.gap(number):
        return None
    source = max(earlier, key=lambda one: one.cue).source
    return _Found(source, clauses.span_of(number, number), (after,), is_adding=True) if after else None


def _according(clauses: Clauses, reading: Reading) -> list[_Found]:
    """ "According to X, …" and "…, according to X"."""
    found = []
    for start in reading.starts(_ACCORDING)[:_MOST]:
        number = clauses.number_at(start)
        if number is None or clauses.low(number + 1) != "to":
            continue
        speaker = speaker_after(clauses, number + 2)
        if speaker is None:
            continue
        content = _around(clauses, number, speaker[1])
        if content:
            found.append(
                _Found(
                    clauses.span_of(*speaker),
                    clauses.span_of(number, number + 1),
                    content,
                    is_after=number > 0,
                )
            )
    return found


def _around(clauses: Clauses, number: int, last: int) -> tuple[Span, ...]:
    before = _tidy(clauses, clauses.span.start, clauses.words[number].start)
    after = _tidy(clauses, clauses.words[last].end, clauses.span.end)
    if before and (after is None or not clauses.gap(last + 1).startswith(",")):
        return (before,)
    return tuple(
        span for span in (before, after) if span and any(char.isalnum() for char in span.of(clauses.text))
    )


def _labelled(clauses: Clauses, kind: BlockKind) -> list[_Found]:
    """ "Zelensky: “…”": the colon is the cue."""
    for number in range(1, min(8, len(clauses.words))):
        gap = clauses.gap(number)
        if ":" not in gap:
            if clauses.is_apart(number):
                return []
            continue
        heads = clauses.words[:number]
        is_quoted = any(char in _QUOTE_OPEN for char in gap)
        is_named = all(word.is_capital for word in heads) and not any(
            word.low in NO_SPEAKER for word in heads
        )
        is_labelled = kind in {BlockKind.HEADLINE, BlockKind.SUBHEAD} or is_quoted or heads[0].low.isupper()
        colon = clauses.text.index(":", heads[-1].end)
        content = _tidy(clauses, colon + 1, clauses.span.end)
        if is_named and is_labelled and len(heads) < 6 and content:
            return [_Found(clauses.span_of(0, number - 1), Span(colon, colon + 1), (content,))]
        return []
    return []


def _content_after(clauses: Clauses, number: int) -> tuple[Span | None, bool]:
    """What follows the verb as its content, and whether it is surely a clause or a quotation."""
    words = clauses.words
    near = 3 if words[number].low in STATING else _NEAR
    for place in range(number + 1, min(len(words), number + 1 + near)):
        gap = words[place].gap
        if opening := _opening(gap):
            return _tidy(clauses, words[place].start - opening, clauses.span.end), True
        is_object = place > number + 1 and words[number].low in JUDGING
        if (words[place].low == "that" and not is_object) or (
            words[place].low in {"how", "why", "whether"} and place == number + 1
        ):
            return _tidy(clauses, words[place].start, clauses.span.end), True
        if clauses.is_apart(place) and place > number + 1:
            break
    if number + 1 >= len(words):
        return None, False
    after = _tidy(clauses, words[number].end, clauses.span.end)
    return after, _is_clause(clauses, number)


def _is_clause(clauses: Clauses, number: int) -> bool:
    """Whether a clause without "that" follows a verb: "said he was …", "believes the asylum seekers …"."""
    first = clauses.low(number + 1)
    if clauses.is_apart(number + 1) or first in PREPOSITIONS or clauses.low(number) in JUDGING:
        return False
    if clauses.low(number) in SAYING:
        return True
    return first in PRONOUNS or (
        clauses.low(number) in {"believe", "believes", "think", "thinks", "believed", "thought"}
    )


def _content_before(clauses: Clauses, number: int) -> Span | None:
    """What stands before the speaker as content: parted by a comma or a closing quotation mark, and no adverbial."""
    if number <= 0 or not clauses.is_apart(number):
        return None
    gap = clauses.gap(number)
    is_quoted = any(char in _QUOTE_SHUT for char in gap)
    if not is_quoted and (
        "," not in gap or number < 4 or clauses.low(0) in {"in", "on", "at", "later", "earlier", "during"}
    ):
        return None
    return _tidy(clauses, clauses.span.start, clauses.words[number].start)


def _quotation_from(clauses: Clauses, number: int) -> Span | None:
    """The quotation that goes on after the speaker: “…,” he said, “…”."""
    for place in range(number, min(len(clauses.words), number + 10)):
        if opening := _opening(clauses.gap(place)):
            return _tidy(clauses, clauses.words[place].start - opening, clauses.span.end)
    return None


def _opening(gap: str) -> int:
    """How many characters before the next word a quotation opens; 0 when none does."""
    bare = gap.lstrip(" ,:;.\u00a0\n")
    return len(bare) if bare and bare[0] in _QUOTE_OPEN and bare != gap else 0


def _bounded(clauses: Clauses, one: _Found, found: list[_Found]) -> _Found:
    """End a content where the next speaker's frame, or the same speaker's next verb, begins."""
    if one.is_after:
        return one
    end = one.content[-1].end
    for other in found:
        if other.cue.start <= one.cue.start or other is one:
            continue
        if other.is_after and other.content[0].start <= one.cue.start < other.content[0].end:
            end = min(end, other.content[0].end)
        elif other.is_adding and other.source == one.source:
            end = min(end, other.cue.start)
        elif (
            other.source and other.source.start > one.cue.end and _is_coordinated(clauses, other.source.start)
        ):
            end = min(end, other.source.start)
    start = one.content[-1].start
    last = _tidy(clauses, start, end) if start < end else None
    return replace(one, content=(*one.content[:-1], last)) if last else one


def _is_coordinated(clauses: Clauses, start: int) -> bool:
    number = clauses.number_at(start)
    return (
        number is not None
        and clauses.low(number - 1) in {"and", "but", "while", "whereas"}
        and "," in clauses.gap(number - 1)
    )


def _tidy(clauses: Clauses, start: int, end: int) -> Span | None:
    """A run without white space, commas and dashes at its ends, and without the statement's full stop."""
    text = clauses.text
    while end > start and (text[end - 1] in _TRAIL or (text[end - 1] in ".!?" and end == clauses.span.end)):
        end -= 1
        if end + 1 == clauses.span.end:
            break
    while end > start and text[end - 1] in _TRAIL:
        end -= 1
    while start < end and text[start] in _TRAIL:
        start += 1
    return Span(start, end) if start < end else None


def _nested(text: str, found: list[_Found]) -> tuple[Attribution, ...]:
    made = []
    for place, one in enumerate(found):
        enclosing = [
            (sum(len(span) for span in other.content), index)
            for index, other in enumerate(found)
            if index != place and any(span.covers(one.cue) for span in other.content)
        ]
        within = min(enclosing)[1] if enclosing else None
        speaker = one.source.of(text) if one.source else ""
        made.append(Attribution(one.source, speaker, one.cue, one.content, within=within))
    return tuple(made)
