"""The speaker carried on to the other sentences of one quotation, marked as inferred."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Attribution, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.clauses import Clauses
from factcheck.extraction.places import touched
from factcheck.extraction.reading import reading_of
from factcheck.extraction.subjects import subject_before

_SHORT = 10
_PRONOUN = re.compile(r"(?:He|She)\b")
_NO_SUBJECTS = frozenset({"i", "we", "it", "there", "why", "just"})
_SELF = frozenset({"I", "We", "we"})


class Speaker(Struct, frozen=True):
    """Who spoke last: where he is named, in which characters, and whether more of his words must follow."""

    source: Span
    name: str
    goes_on: bool = False


def carried_on(
    statements: Sequence[Extracted], quotations: Sequence[Span], before: Speaker | None
) -> tuple[list[Extracted], Speaker | None]:
    """Give the sentences of a block's quotations the speaker that another sentence names.

    `before` is who spoke at the end of the block before: his quotation goes on here, or the whole block is
    one that names nobody. A quotation after a sentence that quotes nobody is its subject's ("Hale agreed. “…”").
    Returns the statements and who spoke last. Only statements without an attribution of their own content get one.
    """
    spans = [statement.span for statement in statements]
    owners = [
        _owner([statements[place] for place in touched(spans, quotation)], quotation)
        for quotation in quotations
    ]
    done: list[Extracted] = []
    is_theirs = before and (before.goes_on or _is_all_quoted(statements, quotations, owners))
    last = before if is_theirs else None
    for number, statement in enumerate(statements):
        parts = touched(quotations, statement.span)
        if number and parts and last is None and not statement.attributions:
            last = _subject_of(statements[number - 1])
        named = _named(statement, [quotations[place] for place in parts])
        heard = named or last
        carried = statement
        for place in parts:
            quotation = quotations[place]
            speaker = owners[place] or (last if _is_mostly(quotation, statement.span) else None)
            if speaker and not _is_attributed(carried, quotation):
                carried = _with(carried, speaker, quotation)
                heard = speaker
        done.append(_with_outer_voices(carried, [quotations[place] for place in parts]))
        last = heard if named or parts else None
    return done, last


def _is_all_quoted(
    statements: Sequence[Extracted], quotations: Sequence[Span], owners: Sequence[Speaker | None]
) -> bool:
    """Whether nothing but speech stands in a block, and nobody is named in it."""
    return not any(owners) and all(
        any(_is_mostly(quotations[place], one.span) for place in touched(quotations, one.span))
        and not one.attributions
        for one in statements
    )


def _subject_of(statement: Extracted) -> Speaker | None:
    """Who acts in a short sentence that quotes nobody: "Hale was shocked."."""
    if statement.attributions or any(one.type is DetailType.QUOTE for one in statement.details):
        return None
    start = statement.span.start
    clauses = Clauses(reading_of(statement.exact, Span(0, len(statement.exact))))
    subject = subject_before(clauses, len(clauses.words)) if len(clauses.words) <= _SHORT else None
    if subject is None or clauses.low(subject[0]) in _NO_SUBJECTS or statement.exact[-1] != ".":
        return None
    found = clauses.span_of(*subject)
    return Speaker(Span(start + found.start, start + found.end), found.of(statement.exact))


def _owner(statements: Sequence[Extracted], quotation: Span) -> Speaker | None:
    """Who is named as saying a part of the quotation from outside of it."""
    for statement in statements:
        for one in statement.attributions:
            outside = one.source and one.cue and not quotation.covers(one.cue)
            if one.source and outside and any(span.overlaps(quotation) for span in one.content):
                return Speaker(one.source, one.speaker)
    return None


def _named(statement: Extracted, quotations: Sequence[Span]) -> Speaker | None:
    """The last speaker of a statement, of those who are quoted if any is; else the name before a colon at its end."""
    said = [one for one in statement.attributions if one.source and one.within is None]
    quoted = [one for one in said if any(span.overlaps(part) for span in one.content for part in quotations)]
    for one in reversed(quoted or said):
        if one.source:
            return Speaker(one.source, one.speaker, goes_on=statement.exact.endswith((":", ",")))
    if statement.exact.endswith(":") and (pronoun := _PRONOUN.match(statement.exact)):
        start = statement.span.start
        return Speaker(Span(start, start + pronoun.end()), pronoun.group(), goes_on=True)
    if statement.exact.endswith(":"):
        titles = [detail.span for detail in statement.details if detail.type is DetailType.TITLE]
        for detail in statement.details:
            is_name = detail.type is DetailType.NAME
            if is_name and not any(title.covers(detail.span) for title in titles):
                name = statement.exact[
                    detail.start - statement.span.start : detail.end - statement.span.start
                ]
                return Speaker(detail.span, name, goes_on=True)
    return None


def _is_mostly(quotation: Span, statement: Span) -> bool:
    common = min(quotation.end, statement.end) - max(quotation.start, statement.start)
    return common * 10 >= len(statement) * 8


def _is_attributed(statement: Extracted, quotation: Span) -> bool:
    return any(
        span.overlaps(quotation)
        for one in statement.attributions
        if one.cue is None or not quotation.covers(one.cue)
        for span in one.content
    )


def _with(statement: Extracted, speaker: Speaker, quotation: Span) -> Extracted:
    """The statement with the inferred speaker outermost; what it had inside the quotation stands within."""
    content = Span(max(quotation.start, statement.span.start), min(quotation.end, statement.span.end))
    outer = len(statement.attributions)
    inner = tuple(
        replace(one, within=outer) if one.within is None and one.cue and content.covers(one.cue) else one
        for one in statement.attributions
    )
    made = Attribution(speaker.source, speaker.name, None, (content,), is_inferred=True, within=None)
    return replace(statement, attributions=(*inner, made))


def _with_outer_voices(statement: Extracted, quotations: Sequence[Span]) -> Extracted:
    """The statement without what a quoted speaker says to think himself ("I think …"): the quotation is his already."""
    said = statement.attributions
    dropped = [place for place, one in enumerate(said) if _is_own_thought(one, quotations)]
    covers = {one.within for one in said}
    dropped = [place for place in dropped if place not in covers and _is_within_cue(said, place)]
    if not dropped:
        return statement
    kept = [place for place in range(len(said)) if place not in dropped]
    numbers = {place: number for number, place in enumerate(kept)}
    moved = []
    for place in kept:
        outer = said[place].within
        moved.append(replace(said[place], within=None if outer is None else numbers[outer]))
    return replace(statement, attributions=tuple(moved))


def _is_within_cue(said: Sequence[Attribution], place: int) -> bool:
    """Whether an attribution stands within one that the same sentence names a verb for."""
    outer = said[place].within
    return outer is not None and said[outer].cue is not None


def _is_own_thought(one: Attribution, quotations: Sequence[Span]) -> bool:
    if one.cue is None or re.split("['\u2019]", one.speaker)[0] not in _SELF:
        return False
    return any(quotation.covers(one.cue) for quotation in quotations)


def still_speaking(speaker: Speaker | None, *, is_open: bool) -> Speaker | None:
    """Who may go on speaking in the next block; surely when a quotation is open or a colon announced one."""
    return replace(speaker, goes_on=True) if speaker and is_open else speaker
