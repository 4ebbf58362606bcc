"""Attributions that need no verb: "according to …", and a name before a colon."""

from factcheck.domain.article import BlockKind
from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses, speaker_after
from factcheck.extraction.contents import QUOTE_OPEN, has_verb, tidied
from factcheck.extraction.frames import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import EVIDENCE, NO_SPEAKER

_RELATIVES = words("where which who whose")


def according_to(clauses: Clauses, starts: list[int]) -> list[Frame]:
    """Find "According to X, …" and "…, according to X"."""
    found = []
    for start in starts:
        number = clauses.number_at(start)
        if number is None or clauses.low(number + 1) != "to":
            continue
        speaker = speaker_after(clauses, number + 2)
        if speaker is None:
            continue
        content = _around(clauses, number, speaker[1])
        if content:
            found.append(
                Frame(
                    clauses.span_of(*speaker),
                    clauses.span_of(number, number + 1),
                    content,
                    is_after=number > 0,
                )
            )
    return found


def _around(clauses: Clauses, number: int, last: int) -> tuple[Span, ...]:
    before = tidied(clauses, clauses.span.start, clauses.words[number].start)
    after = tidied(clauses, clauses.words[last].end, _own_clause(clauses, last + 1))
    if before and (after is None or not clauses.gap(last + 1).startswith(",")):
        return (before,)
    return tuple(
        span for span in (before, after) if span and any(char.isalnum() for char in span.of(clauses.text))
    )


def _own_clause(clauses: Clauses, first: int) -> int:
    """Where a last clause with "where" or "which" begins: without quotation marks it is the article's own."""
    end = clauses.span.end
    if any(char in QUOTE_OPEN for char in clauses.text[clauses.words[first - 1].end : end]):
        return end
    for place in range(len(clauses.words) - 1, first, -1):
        if "," in clauses.gap(place):
            is_relative = clauses.low(place) in _RELATIVES and has_verb(clauses, place + 1)
            return clauses.words[place - 1].end if is_relative else end
    return end


def labelled(clauses: Clauses, kind: BlockKind) -> list[Frame]:
    """A name before a colon: "Zelensky: “…”". The colon is the cue."""
    for number in range(1, min(8, len(clauses.words))):
        gap = clauses.gap(number)
        if ":" not in gap:
            if clauses.is_apart(number):
                return []
            continue
        heads = clauses.words[:number]
        is_quoted = any(char in QUOTE_OPEN for char in gap)
        is_report = kind is BlockKind.HEADLINE and heads[-1].low in EVIDENCE
        is_named = is_report or (
            all(word.is_capital for word in heads) and not any(word.low in NO_SPEAKER for word in heads)
        )
        is_labelled = kind in {BlockKind.HEADLINE, BlockKind.SUBHEAD} or is_quoted or heads[0].low.isupper()
        colon = clauses.text.index(":", heads[-1].end)
        content = tidied(clauses, colon + 1, clauses.span.end)
        if is_named and is_labelled and len(heads) < 6 and content:
            return [Frame(clauses.span_of(0, number - 1), Span(colon, colon + 1), (content,))]
        return []
    return []
