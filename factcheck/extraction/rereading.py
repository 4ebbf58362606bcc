"""What a newer extraction of the same words changes about their details: what a hand has edited wins."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.extraction.places import Taken


class Hand(StrEnum):
    """What a person has done to a detail. A removed one is kept, so that no extraction brings it back."""

    UNTOUCHED = "untouched"
    EDITED = "edited"
    ADDED = "added"
    REMOVED = "removed"


class Handled(Struct, frozen=True):
    """A detail and what a hand has done to it. `proposed` is what an edited one was found as."""

    detail: Detail
    hand: Hand = Hand.UNTOUCHED
    proposed: Detail | None = None


class Reread(Struct, frozen=True):
    """The details of a statement after a newer extraction, and what that adds, drops and values otherwise.

    `kept` are all that are to be stored, those that a hand has removed too.
    """

    kept: tuple[Handled, ...]
    added: tuple[Detail, ...] = ()
    dropped: tuple[Detail, ...] = ()
    revalued: tuple[Detail, ...] = ()

    @property
    def details(self) -> tuple[Detail, ...]:
        """The details that count, in order of their place."""
        return tuple(one.detail for one in self.kept if one.hand is not Hand.REMOVED)

    @property
    def is_same(self) -> bool:
        """Whether the newer extraction changes nothing."""
        return not (self.added or self.dropped or self.revalued)


_ORDER = {kind: place for place, kind in enumerate(DetailType)}


def reread(old: Sequence[Handled], new: Iterable[Detail]) -> Reread:
    """Merge the details of one statement with those that a newer extractor finds in the same words.

    All spans are in code points of the same draft, where type, characters and occurrence are type and place.
    A detail that a hand has edited, added or removed stays as the hand left it, and nothing of its type is
    newly found over it. An untouched one takes the newer value, but keeps the day that it was resolved to; one
    that is found no longer is dropped. Whoever stores the result tells the checker what it changes.
    """
    found = {(one.type, one.span): one for one in new}
    kept = [one for one in old if one.hand is not Hand.UNTOUCHED]
    places = _held(kept)
    dropped, revalued = [], []
    for one in (one for one in old if one.hand is Hand.UNTOUCHED):
        newer = found.pop((one.detail.type, one.detail.span), None)
        if newer is None:
            dropped.append(one.detail)
            continue
        detail = replace(newer, resolved=newer.resolved or one.detail.resolved)
        kept.append(Handled(detail))
        if detail != one.detail:
            revalued.append(detail)
    added = [one for one in found.values() if one.type not in places or not places[one.type].has(one.span)]
    kept += [Handled(one) for one in added]
    kept.sort(key=lambda one: (one.detail.start, -one.detail.end, _ORDER[one.detail.type]))
    return Reread(tuple(kept), tuple(added), tuple(dropped), tuple(revalued))


def _held(handled: Iterable[Handled]) -> dict[DetailType, Taken]:
    """By type, the places that a hand has decided on: where a detail is, and where it was found before."""
    spans: dict[DetailType, list[Span]] = {}
    for one in handled:
        for detail in (one.detail, one.proposed):
            if detail:
                spans.setdefault(detail.type, []).append(detail.span)
    return {kind: Taken(_joined(places)) for kind, places in spans.items()}


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The same places, with those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


def found_within(span: Span, newer: Iterable[Extracted]) -> Iterator[Detail]:
    """The details that a newer extraction finds inside a statement, whatever boundaries it would draw itself.

    The boundaries of a statement never move by themselves: a quotation that goes on beyond them is cut there,
    and any other detail that does is left out. Offsets are code points of the draft.
    """
    seen: set[tuple[DetailType, Span]] = set()
    for statement in newer:
        if not statement.span.overlaps(span):
            continue
        for detail in statement.details:
            if span.covers(detail.span):
                cut = detail
            elif detail.type is DetailType.QUOTE and detail.span.overlaps(span):
                start, end = max(span.start, detail.start), min(span.end, detail.end)
                cut = detail.moved(Span(start, end))
            else:
                continue
            if (cut.type, cut.span) not in seen:
                seen.add((cut.type, cut.span))
                yield cut
