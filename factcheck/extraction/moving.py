"""A statement at another place: what of its details and speakers stays with its words. Pure.

What a hand has put stays where its words still stand. Offsets are code points of the draft, half-open.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.domain.cutting import Run
from factcheck.domain.extracted import Extracted
from factcheck.domain.parts import attributions_in
from factcheck.domain.statement import Attribution, Detail, Statement
from factcheck.domain.text import Span, normal_form
from factcheck.extraction.alignment import Alignment
from factcheck.extraction.rereading import Hand, Handled, found_within, reread


def moved(statement: Statement, span: Span, text: str, found: Sequence[Extracted]) -> Statement:
    """A statement in its new place: what a hand has put stays where its words still stand."""
    first = next((one for one in found if one.span.overlaps(span)), found[0])
    bare = replace(statement, span=span, exact=span.of(text), block=first.block, kind=first.kind)
    mapping = _Mapping(statement, bare)
    here = _found_attributions(statement, bare, text, found)
    kept = _mapped(statement, mapping) if _keeps_attributions(statement, bare, here) else None
    return replace(
        bare,
        details=_details(statement, bare, mapping, found),
        attributions=here if kept is None else kept,
        are_attributions_by_hand=statement.are_attributions_by_hand and kept is not None,
    )


class _Mapping:
    """From a place in the old draft to that in the new one, inside one statement."""

    def __init__(self, old: Statement, new: Statement) -> None:
        self._old, self._new = old, new
        self._alignment = None if old.exact == new.exact else Alignment(old.exact, new.exact)

    def __call__(self, span: Span | None) -> Span | None:
        """Where a run stands now; None when it stood outside the statement, or nothing of it is left."""
        if span is None or not self._old.span.covers(span):
            return None
        if self._alignment is None:
            return span.shifted(self._new.span.start - self._old.span.start)
        inner = self._alignment.of(span.shifted(-self._old.span.start))
        return inner.shifted(self._new.span.start) if inner else None

    def unchanged(self, span: Span) -> Span | None:
        """The same, where the characters are the same."""
        there = self(span)
        is_same = there is not None and normal_form(self._new.within(there)) == normal_form(
            self._old.within(span)
        )
        return there if is_same else None


def _details(
    old: Statement, new: Statement, mapping: _Mapping, found: Sequence[Extracted]
) -> tuple[Detail, ...]:
    kept = [d.moved(there) for d in old.details if (there := mapping.unchanged(d.span)) is not None]
    if old.words_hash == new.words_hash:
        return tuple(kept)
    fresh = [d for d in found_within(new.span, found) if new.detail_hash(d) not in old.removed]
    return reread([Handled(d, Hand.EDITED) for d in kept if d.is_by_hand], fresh).details


def _keeps_attributions(old: Statement, new: Statement, found: Sequence[Attribution]) -> bool:
    """Whether those stay that were there: put by a hand, or of the same words, and nobody is carried on from elsewhere."""
    is_same = old.words_hash == new.words_hash
    return old.are_attributions_by_hand or (
        is_same and not any(a.is_inferred for a in (*old.attributions, *found))
    )


def _mapped(old: Statement, mapping: _Mapping) -> tuple[Attribution, ...] | None:
    """The attributions in their new place; None when the content of one is gone."""
    made = []
    for one in old.attributions:
        content = tuple(there for part in one.content if (there := mapping(part)) is not None)
        if not content:
            return None
        made.append(replace(one, source=mapping(one.source), cue=mapping(one.cue), content=content))
    return tuple(made)


def _found_attributions(
    old: Statement, new: Statement, text: str, found: Sequence[Extracted]
) -> tuple[Attribution, ...]:
    """What was found in a run: as it is where that is one statement, else as a cut by hand would leave it."""
    if len(found) == 1 and found[0].span == new.span:
        return found[0].attributions
    as_found = [replace(old, span=one.span, exact=one.exact, attributions=one.attributions) for one in found]
    return attributions_in(Run(0, text, ()), new.span, as_found)


def dated_as_found(statement: Statement, found: Sequence[Extracted]) -> Statement:
    """A statement that was away for a while, with its dates resolved as they are today; a hand's own stay."""
    resolved = {(d.type, d.span): d.resolved for one in found for d in one.details}
    details = (
        d if d.is_by_hand else replace(d, resolved=resolved.get((d.type, d.span), d.resolved))
        for d in statement.details
    )
    return replace(statement, details=tuple(details))
