"""From wrong details to suggested wording: the statement's words with the right values in their place.

What a hand has written into the suggested wording is never thrown away for that: it is patched where that is
clear, and left as it is where it is not.
"""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.checklist import Item, checklist
from factcheck.domain.query import ChangeKind, ChangeState, SuggestedWording
from factcheck.domain.statement import Statement
from factcheck.domain.tick import Tick, TickState


class Fate(StrEnum):
    """What becomes of the suggested wording when a detail is ticked, marked wrong or taken off."""

    KEPT = "kept"
    SUGGESTED = "suggested"
    WITHDRAWN = "withdrawn"
    LEFT = "left as it is"


class Rewording(Struct, frozen=True):
    """`new` and `kind` say what is suggested now, where something is."""

    fate: Fate
    new: str = ""
    kind: ChangeKind = ChangeKind.CORRECTION


_KEPT = Rewording(Fate.KEPT)


def corrected(statement: Statement) -> str:
    """The words with the right value of each wrong detail where that is known; of two that overlap, the longer."""
    wrong = [item for item in checklist(statement) if _right(item.tick)]
    wrong.sort(key=lambda item: item.detail.start - item.detail.end)
    chosen: list[Item] = []
    for item in wrong:
        if not any(item.detail.span.overlaps(other.detail.span) for other in chosen):
            chosen.append(item)
    return _with(statement, ((item, _right(item.tick)) for item in chosen))


def with_tick(statement: Statement, item: Item, tick: Tick | None) -> Statement:
    """The statement with another thing said of one detail."""
    this = (item.given_for, item.occurrence)
    others = tuple(t for t in statement.ticks if (t.given_for, t.occurrence) != this)
    return replace(statement, ticks=(*others, tick) if tick else others)


def rewording(statement: Statement, item: Item, tick: Tick | None) -> Rewording:
    """What becomes of the suggested wording when this is said of a detail."""
    now, after = corrected(statement), corrected(with_tick(statement, item, tick))
    if now == after:
        return _KEPT
    suggested = statement.suggested
    if suggested is None or suggested.old != statement.exact:
        return Rewording(Fate.SUGGESTED, after) if after != statement.exact else _KEPT
    if suggested.state is ChangeState.PENDING and suggested.new == now:
        return _unless_same(statement, after, suggested.kind)
    return _patched(statement, suggested, item, tick)


def _patched(statement: Statement, suggested: SuggestedWording, item: Item, tick: Tick | None) -> Rewording:
    """A wording that a hand has written, or that was decided, with this detail in it changed."""
    before, after = _right(item.tick) or item.words, _right(tick) or item.words
    if suggested.state is not ChangeState.PENDING and not _right(tick):
        return Rewording(Fate.LEFT)
    if suggested.state is ChangeState.REJECTED:  # what was turned down is not suggested again
        return Rewording(Fate.SUGGESTED, _with(statement, [(item, after)]))
    if suggested.new.count(before) != 1:
        return Rewording(Fate.LEFT)
    return _unless_same(statement, suggested.new.replace(before, after), suggested.kind)


def _unless_same(statement: Statement, new: str, kind: ChangeKind) -> Rewording:
    return Rewording(Fate.SUGGESTED, new, kind) if new != statement.exact else Rewording(Fate.WITHDRAWN)


def _right(tick: Tick | None) -> str:
    return tick.right or "" if tick is not None and tick.state is TickState.WRONG else ""


def _with(statement: Statement, changes: Iterable[tuple[Item, str]]) -> str:
    """The words with some details replaced that do not overlap."""
    words = statement.exact
    for item, right in sorted(changes, key=lambda change: change[0].detail.start, reverse=True):
        span = item.detail.span.shifted(-statement.span.start)
        words = words[: span.start] + right + words[span.end :]
    return words
