"""Attributions that need no verb: "according to …", and a name before a colon."""

import re

from factcheck.domain.article import BlockKind
from factcheck.domain.text import Span
from factcheck.extraction.clauses import MESSAGES, Clauses, speaker_after, speaker_before
from factcheck.extraction.contents import QUOTE_OPEN, has_verb, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import EVIDENCE, NO_SPEAKER
from factcheck.extraction.subjects import subject_before
from factcheck.extraction.titles import TITLES

_RELATIVES = words("where which who whose")
_LABEL = re.compile(
    r"(?P<who>[A-Z][\w.'\u2019-]{0,20}(?: (?:of|for|the|de|van|von|and|[A-Z][\w.'\u2019-]{0,20})){0,6}?)"
    r"(?P<more> \([^()\n]{2,40}\))?:(?P<gap>[ \u00a0]?[\"\u201c\u00ab\u2018\u201e']?)"
)
_LINE = re.compile(r"^(?P<who>[A-Z][^:\n.!?]{1,40}): ", re.MULTILINE)
_LONGEST, _MOST_WORDS = 120, 7
ACCOUNTS = words("account accounts words view opinion telling reckoning estimation")
"""Nouns by which something is told: "by her own account", "in Hale's words"."""
_OWNERS = words("his her their its my our your")
_OWNS = ("'s", "\u2019s", "s'", "s\u2019")


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


def by_account(clauses: Clauses, starts: list[int]) -> list[Frame]:
    """Find "by her own account", "in Hale's words": the owner speaks, the preposition is the cue."""
    found = []
    for start in starts:
        number = clauses.number_at(start)
        if number is None or number < 2:
            continue
        owner = number - (2 if clauses.low(number - 1) == "own" else 1)
        word = clauses.words[owner]
        is_name = word.is_capital and word.low.endswith(_OWNS)
        is_apart = clauses.is_apart(number + 1) or clauses.is_apart(owner - 1)
        if not (word.low in _OWNERS or is_name) or clauses.low(owner - 1) not in {"by", "in"} or not is_apart:
            continue
        if content := _around(clauses, owner - 1, number):
            found.append(
                Frame(clauses.span_of(owner, number), clauses.span_of(owner - 1, owner - 1), content)
            )
    return found


def put_so(clauses: Clauses, starts: list[int]) -> list[Frame]:
    """Find "As Hale put it, …" and "…, as Hale put it"."""
    found = []
    for start in starts:
        number = clauses.number_at(start)
        if number is None or clauses.low(number + 1) != "it":
            continue
        speaker = speaker_before(clauses, number - 1) if number else None
        if speaker is None or clauses.low(speaker[0] - 1) != "as":
            continue
        if content := _around(clauses, speaker[0] - 1, number + 1):
            cue = clauses.span_of(number, number + 1)
            found.append(Frame(clauses.span_of(*speaker), cue, content, is_after=speaker[0] > 1))
    return found


def announced(clauses: Clauses, found: list[Frame]) -> list[Frame]:
    """A quotation after a colon that no verb of saying brings: "Hale shrugged: “It will open.”".

    After the name of a message a comma will do: "Hale issued a statement, “It will open.”".
    """
    for number in range(2, len(clauses.words)):
        gap = clauses.gap(number)
        sign = "," if clauses.low(number - 1) in MESSAGES and clauses.words[number].is_capital else ":"
        if sign not in gap or not any(char in QUOTE_OPEN for char in gap.partition(sign)[2]):
            continue
        colon = clauses.text.index(sign, clauses.words[number - 1].end)
        content = tidied(clauses, colon + 1, clauses.span.end)
        is_known = any(one.cue.start <= colon < one.content[-1].end or one.cue.end >= colon for one in found)
        is_known = is_known or any(span.end > colon for one in found for span in one.content)
        speaker = subject_before(clauses, number)
        if content and speaker and not is_known:
            return [Frame(clauses.span_of(*speaker), Span(colon, colon + 1), (content,))]
        return []
    return []


def labelled(clauses: Clauses, kind: BlockKind, repeated: frozenset[str]) -> list[Frame]:
    """A name before a colon: "Zelensky: “…”", "THE CHAIRMAN: …". The colon is the cue."""
    found = _LABEL.match(
        clauses.text, clauses.span.start, min(clauses.span.end, clauses.span.start + _LONGEST)
    )
    if found:
        return _label(clauses, found, kind, repeated)
    number = next(
        (place for place in range(1, min(8, len(clauses.words))) if ":" in clauses.gap(place)), None
    )
    is_report = kind is BlockKind.HEADLINE and number and clauses.low(number - 1) in EVIDENCE
    if not number or not is_report or any(clauses.is_apart(place) for place in range(1, number)):
        return []
    return _named(clauses, Span(clauses.words[0].start, clauses.words[number - 1].end))


def _label(clauses: Clauses, found: re.Match[str], kind: BlockKind, repeated: frozenset[str]) -> list[Frame]:
    """Whether what stands before the colon is a speaker there, not a warning or a source."""
    who = found["who"]
    lows = re.findall(r"[^\W_]+", who.lower())
    is_quoted = any(char in QUOTE_OPEN for char in found["gap"])
    is_titled = lows[0] in TITLES or lows[-1] in TITLES or lows[0] in {"hon", "mr", "mrs", "ms", "dr"}
    is_plain = kind in {BlockKind.HEADLINE, BlockKind.SUBHEAD} or is_quoted
    bare = sum(low in NO_SPEAKER for low in lows)
    if kind is BlockKind.HEADLINE and lows[-1] in EVIDENCE:
        bare = 0
    is_speaker = not bare or (who in repeated and bare < len(lows))
    is_labelled = is_plain or who.isupper() or found["more"] or is_titled or who in repeated
    if not is_labelled or len(lows) > _MOST_WORDS or not is_speaker:
        return []
    return _named(clauses, Span(*found.span("who")))


def repeated_labels(text: str) -> frozenset[str]:
    """The labels that open more than one line of a text, as those of an interview or a transcript do."""
    counted: dict[str, int] = {}
    for found in _LINE.finditer(text):
        counted[found["who"]] = counted.get(found["who"], 0) + 1
    return frozenset(who for who, count in counted.items() if count > 1)


def _named(clauses: Clauses, source: Span) -> list[Frame]:
    colon = clauses.text.index(":", source.end)
    content = tidied(clauses, colon + 1, clauses.span.end)
    return [Frame(source, Span(colon, colon + 1), (content,))] if content else []
