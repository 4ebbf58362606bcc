"""Who says what in one statement: speaker, cue and content, one perhaps within another."""

import re

from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.statement import Attribution
from factcheck.domain.text import Span
from factcheck.extraction.act_words import ACTS, NOUNS
from factcheck.extraction.acts import acts
from factcheck.extraction.clauses import Clauses
from factcheck.extraction.contents import QUOTE_OPEN, QUOTE_SHUT, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.frames import frame_at
from factcheck.extraction.labels import ACCOUNTS, according_to, announced, by_account, labelled, put_so
from factcheck.extraction.manner import by_manner
from factcheck.extraction.owned import owned
from factcheck.extraction.reading import Reading
from factcheck.extraction.speech_words import ADDING, JUDGING, MANNER, SAYING, STATING
from factcheck.extraction.stances import STANCES, stances

_CUES = SAYING | STATING | JUDGING | ADDING | MANNER | {"quoted"}
_ACCORDING = frozenset({"according"})
_PUT = frozenset({"put", "puts"})
_BY_ACCOUNTS = _ACCORDING | ACCOUNTS
_PAUSE = re.compile("[:,?!]\\s?[\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]|:")
_ALL = _CUES | STANCES | ACTS | NOUNS | _BY_ACCOUNTS | _PUT
_SHUT = ('"', "\u201d", "\u00bb", "''")
_SMALL, _TITLED = 4, 4
_MOST = 24
"""More cues than this in one statement are left alone: it is no sentence."""


def attributions_of(
    reading: Reading, kind: BlockKind, labels: frozenset[str] = frozenset()
) -> tuple[Attribution, ...]:
    """The attributions of a statement in the order of their cues.

    `labels` are those that open lines of the article again and again. Offsets are code points of the whole text. `within` is the index of the smallest enclosing one.
    """
    is_paused = _has_pause(reading)
    if not is_paused and not reading.has_any(_ALL):
        return ()
    clauses = Clauses(reading)
    if kind in {BlockKind.PARAGRAPH, BlockKind.SUBHEAD} and _is_titled(clauses):
        kind = BlockKind.HEADLINE
    found = [*labelled(clauses, kind, labels), *according_to(clauses, reading.starts(_ACCORDING)[:_MOST])]
    found += by_account(clauses, reading.starts(ACCOUNTS)[:_MOST])
    found += put_so(clauses, reading.starts(_PUT)[:_MOST])
    for start in reading.starts(_CUES)[:_MOST]:
        number = clauses.number_at(start)
        if number is not None and (one := frame_at(clauses, number, kind, found)):
            found.append(one)
    if reading.has_any(ACTS):
        found += acts(clauses, reading.starts(ACTS)[:_MOST], kind, found)
    if reading.has_any(NOUNS):
        nouns = owned(clauses, reading.starts(NOUNS)[:_MOST])
        found += [one for one in nouns if not any(one.cue.overlaps(other.cue) for other in found)]
    cues = [one.cue for one in found]
    others = stances(clauses, reading.starts(STANCES)[:_MOST]) if reading.has_any(STANCES) else []
    found += [one for one in others if not any(one.cue.overlaps(cue) for cue in cues)]
    if is_paused:
        found += announced(clauses, found)
        found += by_manner(clauses, found)
    found.sort(key=lambda one: one.cue)
    bounded = [_bounded(clauses, one, found) for one in found]
    return _nested(reading.text, [one for one in bounded if one.content])


def _is_titled(clauses: Clauses) -> bool:
    """Whether a line among the paragraphs is written like a headline, each word with a capital."""
    if not clauses.words or not clauses.words[-1].is_capital:
        return False
    longer = [word.is_capital for word in clauses.words if word.end - word.start > _SMALL]
    return len(longer) >= _TITLED and sum(longer) * 10 >= len(longer) * 9


def _has_pause(reading: Reading) -> bool:
    """Whether a quotation can begin after a colon or end as speech does: only there an unknown word brings a speaker."""
    return _PAUSE.search(reading.text, reading.span.start, reading.span.end) is not None


def _bounded(clauses: Clauses, one: Frame, found: list[Frame]) -> Frame:
    """End a content where the next speaker's frame, or the same speaker's next verb, begins."""
    if one.is_after:
        return _after_another(clauses, one, found)
    end = one.content[-1].end
    for other in found:
        if other.cue.start <= one.cue.start or other is one:
            continue
        if other.is_after and other.content[0].start <= one.cue.start < other.content[0].end:
            end = min(end, other.content[0].end)
        elif other.is_adding and other.source == one.source:
            end = min(end, _before_and(clauses, other.cue.start))
        elif (
            other.source
            and other.source.start > one.cue.end
            and _is_coordinated(clauses, other.source.start)
            and not _is_quoted_on(clauses, one, other.source.start)
        ):
            end = min(end, _before_coordinated(clauses, other.source.start))
    start = one.content[-1].start
    last = tidied(clauses, start, end) if start < end else None
    return replace(one, content=(*one.content[:-1], last)) if last else one


def _is_quoted_on(clauses: Clauses, one: Frame, start: int) -> bool:
    """Whether the quotation that a content begins with still goes on at a place."""
    first = one.content[-1].start
    said = clauses.text[first + 1 : start]
    return clauses.text[first] in QUOTE_OPEN and not any(f"{mark} " in said for mark in _SHUT)


def _after_another(clauses: Clauses, one: Frame, found: list[Frame]) -> Frame:
    """A content before its cue begins after the frame of another speaker: "“A,” she said, but “B,” said Hale"."""
    first = one.content[0]
    text = clauses.text
    inner = [
        other.cue.end for other in found if other.is_after and other is not one and first.covers(other.cue)
    ]
    opened = max((text.rfind(mark, first.start, first.end - 1) for mark in QUOTE_OPEN), default=-1)
    if (
        not inner
        or opened <= max(inner)
        or not any(char in QUOTE_SHUT for char in text[first.end - 1 : first.end])
    ):
        return one
    return replace(one, content=(Span(opened, first.end), *one.content[1:]))


def _before_and(clauses: Clauses, start: int) -> int:
    """Where the words "and" or "but" before a verb begin, or the verb itself."""
    number = clauses.number_at(start)
    if number and clauses.low(number - 1) in {"and", "but"}:
        return clauses.words[number - 1].start
    return start


def _before_coordinated(clauses: Clauses, start: int) -> int:
    """Where the "while" or "and" before a second speaker begins."""
    number = clauses.number_at(start)
    return clauses.words[number - 1].start if number else start


def _is_coordinated(clauses: Clauses, start: int) -> bool:
    number = clauses.number_at(start)
    return (
        number is not None
        and clauses.low(number - 1) in {"and", "but", "while", "whereas"}
        and "," in clauses.gap(number - 1)
    )


def _nested(text: str, found: list[Frame]) -> tuple[Attribution, ...]:
    made = []
    for place, one in enumerate(found):
        enclosing = [
            (sum(len(span) for span in other.content), index)
            for index, other in enumerate(found)
            if index != place and any(span.covers(one.cue) for span in other.content)
        ]
        within = min(enclosing)[1] if enclosing else None
        speaker = one.source.of(text) if one.source else ""
        made.append(Attribution(one.source, speaker, one.cue, one.content, is_inferred=False, within=within))
    return tuple(made)
