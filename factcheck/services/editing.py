"""Editing statements: splitting, joining, moving a boundary, cutting one out, leaving one out of the check.

Each is one transaction and one action that can be undone. What was given for other words does not count any
longer by itself, through its hash; nothing here knows of verdicts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.cutting import CannotCutError, Cut, Run, end_at, join_next, split_at, start_at, take_out
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.parts import Part, part_of, put_into, ticks_after
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import (
    attributions_form,
    by_hand_form,
    details_form,
    span_form,
    statement_form,
)
from factcheck.domain.text import Span
from factcheck.domain.work_form import forms_of
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on, nothing_to_do, record_on
from factcheck.services.joining import NOTHING, joined

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


class Editing:
    """The use cases of one person on the words of statements. Offsets are code points of the draft.

    All raise ActionRefusedError for what makes no sense, ChangedMeanwhileError and the store's faults.
    `inside` says that a word may be parted.
    """

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def split(self, seen: Statement, at: int, *, inside: bool = False) -> Changes:
        """Make two statements of one; the second begins at `at`. The first keeps what hangs on it."""
        return self._cut(seen, "split", lambda run: split_at(run, seen.id, at, inside=inside))

    def join(self, seen: Statement) -> Changes:
        """Make one statement of this one and the next of its block; what hangs on that one moves here."""
        return self._cut(seen, "joined", lambda run: join_next(run, seen.id))

    def begin_at(self, seen: Statement, at: int, *, inside: bool = False) -> Changes:
        """Let the statement begin elsewhere; the one before it takes, or gives, the words between."""
        return self._cut(seen, "boundary moved", lambda run: start_at(run, seen.id, at, inside=inside))

    def end_at(self, seen: Statement, at: int, *, inside: bool = False) -> Changes:
        """Let the statement end elsewhere; the one after it takes, or gives, the words between."""
        return self._cut(seen, "boundary moved", lambda run: end_at(run, seen.id, at, inside=inside))

    def add(self, seen: Statement, selection: Span, *, inside: bool = False) -> Changes:
        """Make a statement of words of the block of `seen`: they are cut out of those that have them."""
        return self._cut(seen, "statement added", lambda run: take_out(run, selection, inside=inside))

    def exclude(self, seen: Statement, reason: Exclusion) -> Changes:
        """Leave a statement out of the check, and say why; all that was done about it stays."""
        with acting_on(self._ledger, seen, f"left out: {reason}") as (writing, statement):
            if statement.excluded == reason.value:
                return nothing_to_do(writing, seen.article_id, f"already left out: {reason}")
            return record_on(writing, statement, EventKind.STATEMENT_EXCLUDED, {"reason": reason.value})

    def include(self, seen: Statement) -> Changes:
        """Check a statement after all."""
        with acting_on(self._ledger, seen, "checked after all") as (writing, statement):
            if statement.excluded is None:
                return nothing_to_do(writing, seen.article_id, "it is checked already")
            return record_on(writing, statement, EventKind.STATEMENT_INCLUDED, {})

    def _cut(self, seen: Statement, what: str, plan: Callable[[Run], Cut]) -> Changes:
        with acting_on(self._ledger, seen, what) as (writing, statement), refusing():
            run = run_of(writing, statement)
            deeds = _Cutting(writing, run, what).deeds(plan(run))
            return writing.record(seen.article_id, what, deeds)


@contextmanager
def refusing() -> Iterator[None]:
    """Say what makes no sense as an error of the family."""
    try:
        yield
    except CannotCutError as error:
        raise ActionRefusedError(error.sentence, error.next_step) from error


def run_of(writing: "Writing", statement: Statement) -> Run:
    """The block of a statement with all statements in it."""
    block = writing.block(statement.draft_id, statement.block)
    if block is None:
        raise ActionRefusedError("The text of this statement is not there.", "Run `factcheck doctor`.")
    statements = writing.statements_in(statement.article_id, block.block.span)
    return Run(block.block.span.start, block.text, tuple(statements))


class _Now(Struct, frozen=True):
    """One statement of the cut: as it was (None: a new one), as it is, and what was cut for it."""

    before: Statement | None
    after: Statement
    part: Part


class _Cutting:
    """Turns a cut into what is to be written to each stream."""

    def __init__(self, writing: "Writing", run: Run, what: str) -> None:
        self._writing = writing
        self._what = what
        self._run = run
        self._old = {s.id: s for s in run.statements}

    def deeds(self, cut: Cut) -> list[Deed]:
        ids = {p.keeps for p in cut.pieces if p.keeps} | {gone for gone, _ in cut.retired}
        old = [s for s in self._run.statements if s.id in ids]
        now = [self._now(piece.span, piece.keeps, old) for piece in cut.pieces]
        changed = {x.after.id: x.after for x in now if x.before is None or x.before.span != x.after.span}
        deeds = [deed for x in now if x.after.id in changed for deed in self._worded(x, old)]
        for gone, into in cut.retired:
            deeds += joined(self._old[gone], self._old[into], changed[into])
        retired = {gone for gone, _ in cut.retired}
        return deeds + [deed for x in now for deed in _told(x, changed, retired)]

    def _now(self, span: Span, keeps: str | None, old: Sequence[Statement]) -> _Now:
        part = part_of(self._run, span, old)
        before = self._old[keeps] if keeps else None
        first = next(s for s in old if s.span.overlaps(span))
        bare = before or Statement(
            id=self._writing.new_id(),
            article_id=first.article_id,
            draft_id=first.draft_id,
            block=first.block,
            kind=first.kind,
            span=span,
            exact=part.exact,
        )
        return _Now(before, put_into(bare, part), part)

    def _worded(self, now: _Now, old: Sequence[Statement]) -> Iterator[Deed]:
        if now.before is None:
            payload: dict[str, Json] = {"statement": statement_form(now.after)}
            yield Deed(now.after.id, EventKind.STATEMENT_ADDED, payload)
        else:
            payload = {**worded_form(now.after), "how": self._what}
            yield Deed(now.after.id, EventKind.STATEMENT_WORDED, payload)
        yield from tick_deeds(now.before, now.after, old)


def tick_deeds(before: Statement | None, after: Statement, old: Sequence[Statement]) -> Iterator[Deed]:
    """Each tick stays with the place of its detail: none comes to count for another one with the same characters."""
    ticks = ticks_after(before, after, old)
    for tick in ticks.gone:
        gone: dict[str, Json] = {"given_for": tick.given_for, "occurrence": tick.occurrence}
        yield Deed(after.id, EventKind.UNTICKED, gone)
    if ticks.come:
        things = {**NOTHING, "ticks": forms_of(ticks.come)}
        yield Deed(after.id, EventKind.STATEMENT_TOOK_OVER, {"things": things, "ticks_only": True})


def worded_form(statement: Statement) -> dict[str, Json]:
    """The words of a statement and what was found in them, as the event that changes them carries it."""
    return {
        "block": statement.block,
        "span": span_form(statement.span),
        "exact": statement.exact,
        "details": details_form(statement.details),
        "attributions": attributions_form(statement.attributions),
        **by_hand_form(statement.removed, are_attributions_by_hand=statement.are_attributions_by_hand),
    }


def _told(now: _Now, changed: Mapping[str, Statement], retired: set[str]) -> Iterator[Deed]:
    """Whoever is linked to a statement hears that it has other words now."""
    if now.before is None or now.after.id not in changed or now.before.words_hash == now.after.words_hash:
        return
    for link in now.before.links:
        if link.other not in retired:
            payload: dict[str, Json] = {"link": link.id, "there_now": now.after.words_hash}
            yield Deed(link.other, EventKind.LINK_END_CHANGED, payload)
