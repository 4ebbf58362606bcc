"""What a statement that was cut out of others has of their details, attributions and ticks: pure.

What a hand has put stays so; nothing is thought up. Offsets are code points of the draft, half-open.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.cutting import Run
from factcheck.domain.statement import HARD_DETAILS, Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick

_CLOSING = "\u201d\u2019\u00bb\"'"
_OPENING = "\u201c\u2018\u00ab\"'"


class Part(Struct, frozen=True):
    """The words of a statement and what was found in them or put there by a hand."""

    span: Span
    exact: str
    details: tuple[Detail, ...]
    attributions: tuple[Attribution, ...]
    removed: frozenset[str]
    are_attributions_by_hand: bool


def part_of(run: Run, span: Span, old: Sequence[Statement]) -> Part:
    """What the statements that stood there leave to a statement with this span."""
    touched = [s for s in old if s.span.overlaps(span)]
    return Part(
        span=span,
        exact=run.of(span),
        details=_details(run, span, touched),
        attributions=attributions_in(run, span, touched),
        removed=frozenset().union(*(s.removed for s in touched)),
        are_attributions_by_hand=any(s.are_attributions_by_hand for s in touched),
    )


def put_into(statement: Statement, part: Part) -> Statement:
    """The statement with the words of a part."""
    return replace(
        statement,
        span=part.span,
        exact=part.exact,
        details=part.details,
        attributions=part.attributions,
        removed=statement.removed | part.removed,
        are_attributions_by_hand=statement.are_attributions_by_hand or part.are_attributions_by_hand,
    )


def clipped(run: Run, inner: Span, outer: Span) -> Span | None:
    """What of one span lies in another, without blanks at its ends; None when there is no letter or digit in it."""
    if outer.covers(inner):
        return inner
    if not inner.overlaps(outer):
        return None
    span = run.trimmed(max(inner.start, outer.start), min(inner.end, outer.end))
    return span if span is not None and any(map(str.isalnum, run.of(span))) else None


# ------------------------------------------------------------------------------------------------ details


def _details(run: Run, span: Span, old: Sequence[Statement]) -> tuple[Detail, ...]:
    together: list[Detail] = []
    for statement in old:
        cut = [d for one in statement.details if (d := _cut(run, one, span)) is not None]
        together = _rejoined(run, together, cut)
    found = {(d.type, d.span): d for d in together}
    return tuple(sorted(found.values(), key=lambda d: (d.span, d.type.value)))


def _cut(run: Run, detail: Detail, span: Span) -> Detail | None:
    """A detail as far as it lies in a span. A cue that is cut is none; a cut value or date means nothing known."""
    if span.covers(detail.span):
        return detail
    left = clipped(run, detail.span, span) if detail.type in HARD_DETAILS else None
    return Detail.at(detail.type, left, is_by_hand=detail.is_by_hand) if left else None


def _rejoined(run: Run, before: list[Detail], after: list[Detail]) -> list[Detail]:
    """The details of two statements that are one now: a quotation that went on over their border is one again."""
    opened = next((d for d in before if _is_open_at(run, d, after)), None)
    closed = next((d for d in after if opened and _follows(run, opened, d)), None)
    if opened is None or closed is None:
        return [*before, *after]
    whole = Detail.at(
        DetailType.QUOTE,
        Span(opened.span.start, closed.span.end),
        is_by_hand=opened.is_by_hand or closed.is_by_hand,
    )
    return [whole if d is opened else d for d in before] + [d for d in after if d is not closed]


def _is_open_at(run: Run, detail: Detail, after: Sequence[Detail]) -> bool:
    is_open = detail.type is DetailType.QUOTE and run.of(detail.span)[-1] not in _CLOSING
    return is_open and any(_follows(run, detail, d) for d in after)


def _follows(run: Run, one: Detail, other: Detail) -> bool:
    if other.type is not DetailType.QUOTE or other.span.start < one.span.end:
        return False
    is_opened_anew = run.of(other.span)[0] in _OPENING
    return not is_opened_anew and run.trimmed(one.span.end, other.span.start) is None


# ------------------------------------------------------------------------------------------- attributions


def attributions_in(run: Run, span: Span, old: Sequence[Statement]) -> tuple[Attribution, ...]:
    """Who is said to have said what in a span, by what the statements that stood there have of it."""
    made: list[Attribution] = []
    for statement in old:
        before, places, new = len(made), dict[int, int](), list[int]()
        for index, attribution in enumerate(statement.attributions):
            part = _attribution(run, span, statement, attribution)
            if part is None:
                continue
            twin = next((i for i in range(before) if _is_same(made[i], part)), None)
            if twin is not None:
                places[index], made[twin] = twin, _merged(run, made[twin], part)
                continue
            places[index] = len(made)
            new.append(index)
            made.append(part)
        for index in new:
            within = _enclosing(statement, index, places)
            made[places[index]] = replace(made[places[index]], within=within)
    return tuple(made)


def _attribution(run: Run, span: Span, statement: Statement, one: Attribution) -> Attribution | None:
    """An attribution as far as its content lies in a span; inferred where its speaker stands outside."""
    content = tuple(c for part in one.content if (c := clipped(run, part, span)) is not None)
    if not content:
        return None
    cue = one.cue if one.cue and span.covers(one.cue) else None
    if one.source is None:
        is_inferred = one.is_inferred or (one.cue is not None and cue is None)
    elif span.covers(one.source):
        is_inferred = one.is_inferred and statement.span.covers(one.source)
    else:
        is_inferred = True
    return replace(one, cue=cue, content=content, is_inferred=is_inferred)


def _enclosing(statement: Statement, index: int, places: dict[int, int]) -> int | None:
    """The new place of the nearest enclosing attribution that there still is."""
    within, seen = statement.attributions[index].within, {index}
    while within is not None and within not in seen:
        if within in places:
            return places[within]
        seen.add(within)
        within = statement.attributions[within].within
    return None


def _is_same(one: Attribution, other: Attribution) -> bool:
    """Whether the same speaker goes on in the statement that was joined: then only one of them has a cue."""
    if one.cue and other.cue:
        return False
    if one.source is None or other.source is None:
        return one.source is other.source and bool(one.speaker) and one.speaker == other.speaker
    return one.source == other.source


def _merged(run: Run, one: Attribution, other: Attribution) -> Attribution:
    content = list(one.content)
    for part in other.content:
        if content and run.trimmed(content[-1].end, part.start) is None and content[-1].end <= part.start:
            content[-1] = Span(content[-1].start, part.end)
        else:
            content.append(part)
    is_inferred = one.is_inferred and other.is_inferred
    return replace(one, cue=one.cue or other.cue, content=tuple(content), is_inferred=is_inferred)


# ------------------------------------------------------------------------------------------------- ticks


class Ticks(Struct, frozen=True):
    """What a cut does to the ticks of one statement: each belongs to its detail's place, and goes where that goes."""

    gone: tuple[Tick, ...]
    come: tuple[Tick, ...]


def ticks_after(statement: Statement | None, after: Statement, old: Sequence[Statement]) -> Ticks:
    """The ticks that leave a statement (None: a new one) and those that come to it, once it is `after`."""
    placed = {
        (detail.type, detail.span): tick
        for one in old
        for detail, given_for, occurrence in one.hard_details()
        if (tick := one.tick(given_for, occurrence)) is not None
    }
    wanted: dict[tuple[str, int], Tick] = {}
    keys: set[tuple[str, int]] = set()
    for detail, given_for, occurrence in after.hard_details():
        keys.add((given_for, occurrence))
        tick = placed.get((detail.type, detail.span))
        if tick is not None and tick.given_for == given_for:
            wanted[given_for, occurrence] = replace(tick, occurrence=occurrence)
    if statement is None:
        return Ticks((), tuple(wanted.values()))
    known = {(h, o) for _, h, o in statement.hard_details()}
    gone = tuple(
        t
        for t in statement.ticks
        if (k := (t.given_for, t.occurrence)) in known | keys and wanted.get(k) != t
    )
    return Ticks(gone, tuple(t for t in wanted.values() if t not in statement.ticks))
