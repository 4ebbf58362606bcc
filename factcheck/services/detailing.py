"""Editing what was found in a statement: its details, what its dates mean, who speaks in it. A hand wins for good.

Each is one transaction. A verdict that was given for another speaker or date does not count any longer by itself.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.attributing import Attributions, nested
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.cutting import Run
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.statement_form import attributions_form, detail_form
from factcheck.errors import ActionRefusedError
from factcheck.extraction.datelines import dateline_date
from factcheck.services.acting import acting_on, nothing_to_do
from factcheck.services.editing import run_of, tick_deeds

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

_LONGEST_NAME = 200
_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")


class Detailing:
    """The use cases of one person on details and attributions. Offsets are code points of the draft.

    All raise ActionRefusedError for what makes no sense, ChangedMeanwhileError and the store's faults.
    """

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def put_detail(self, seen: Statement, detail: Detail, old: Detail | None = None) -> Changes:
        """Add a detail, or put it in the place of an old one. One of its kind that it overlaps goes."""
        with acting_on(self._ledger, seen, "detail edited") as (writing, statement):
            run = run_of(writing, statement)
            if not statement.span.covers(detail.span) or run.trimmed(detail.start, detail.end) is None:
                raise ActionRefusedError("A detail is made of words of the statement.", "Choose words of it.")
            new = replace(detail, is_by_hand=True)
            if new in statement.details:
                return nothing_to_do(writing, seen.article_id, "the detail is there already")
            same = [d for d in statement.details if _is_in_place_of(new, d) and d != old]
            deeds = [_removed(statement, d) for d in same]
            payload: dict[str, Json] = {"old": detail_form(old) if old else None, "detail": detail_form(new)}
            deeds.append(Deed(statement.id, EventKind.DETAIL_PUT, payload))
            left = [d for d in statement.details if d not in same and not (old and _is_place_of(old, d))]
            return _record(writing, statement, "detail edited", deeds, [*left, new])

    def remove_detail(self, seen: Statement, detail: Detail) -> Changes:
        """Take a detail off; no machine brings it back."""
        with acting_on(self._ledger, seen, "detail taken off") as (writing, statement):
            left = [d for d in statement.details if not _is_place_of(detail, d)]
            if len(left) == len(statement.details):
                raise ActionRefusedError(
                    "This detail is not there any longer.", "Look at the statement again."
                )
            return _record(writing, statement, "detail taken off", [_removed(statement, detail)], left)

    def set_date(self, seen: Statement, detail: Detail, typed: str) -> Changes:
        """Say which day or period a date means; nothing typed says that it is not known."""
        if detail.type is not DetailType.DATE:
            raise ActionRefusedError("Only a date means a day or a period.", "Choose a date.")
        return self.put_detail(seen, replace(detail, resolved=resolved_of(typed)), detail)

    def set_attributions(self, seen: Statement, attributions: Sequence[Attribution]) -> Changes:
        """Say who says what in the statement, instead of what was found; nothing makes it the article's own voice."""
        with acting_on(self._ledger, seen, "speakers edited") as (writing, statement):
            run = run_of(writing, statement)
            new = nested([_checked(run, statement, one) for one in attributions])
            if new == statement.attributions and statement.are_attributions_by_hand:
                return nothing_to_do(writing, seen.article_id, "the speakers are these already")
            deed = Deed(statement.id, EventKind.ATTRIBUTIONS_SET, {"attributions": attributions_form(new)})
            return writing.record(seen.article_id, _said_of(new), [deed])


def resolved_of(typed: str) -> str | None:
    """A day ("2024-10-17") or period ("2024-06-01/2024-06-30") of what was typed; None for nothing.

    A month ("2024-06"), a year and a date in words ("17 October 2024") do as well. Raises ActionRefusedError.
    """
    text = " ".join(typed.split())
    if not text:
        return None
    first, slash, last = text.partition("/")
    days = [_days(part.strip()) for part in ([first, last] if slash else [first])]
    known = [d for d in days if d is not None]
    if len(known) < len(days) or known[0][0] > known[-1][1]:
        raise ActionRefusedError(
            "That is no day and no period.", "Type it like 2024-10-17, 2024-10, or 2024-10-01/2024-10-15."
        )
    start, end = known[0][0].isoformat(), known[-1][1].isoformat()
    return start if start == end else f"{start}/{end}"


def _days(text: str) -> tuple[date, date] | None:
    """The first and the last day of what was typed."""
    try:
        if found := _MONTH.fullmatch(text):
            year, month = int(found[1]), found[2]
            last = int(month or 12)
            return date(year, int(month or 1), 1), date(year, last, monthrange(year, last)[1])
        day = dateline_date(text)
    except ValueError:  # no such month or year
        return None
    return (day, day) if day else None


def _removed(statement: Statement, detail: Detail) -> Deed:
    return Deed(statement.id, EventKind.DETAIL_REMOVED, {"detail": detail_form(detail)})


def _is_place_of(one: Detail, other: Detail) -> bool:
    return (one.type, one.span) == (other.type, other.span)


def _is_in_place_of(new: Detail, old: Detail) -> bool:
    return new.type is old.type and new.span.overlaps(old.span) and new.span != old.span


def _record(
    writing: "Writing", statement: Statement, what: str, deeds: list[Deed], details: Sequence[Detail]
) -> Changes:
    in_order = tuple(sorted(details, key=lambda d: (d.span, d.type.value)))
    after = replace(statement, details=in_order)
    return writing.record(statement.article_id, what, [*deeds, *tick_deeds(statement, after, [statement])])


def _checked(run: Run, statement: Statement, one: Attribution) -> Attribution:
    """An attribution whose places are in the text, its speaker in the characters that stand there."""
    spans = [*one.content, *([one.cue] if one.cue else [])]
    if not one.content or not all(statement.span.covers(span) for span in spans):
        raise ActionRefusedError("Cue and content are words of the statement.", "Choose words of it.")
    block = run.trimmed(run.start, run.start + len(run.text))
    if one.source is not None and block is not None and block.covers(one.source):
        return replace(one, speaker=run.of(one.source))
    if one.source is not None and one not in statement.attributions:
        raise ActionRefusedError(
            "The speaker is not in this paragraph.", "Choose words of this paragraph, or type the name."
        )
    return replace(one, speaker=" ".join(one.speaker.replace("\x00", "").split())[:_LONGEST_NAME])


def _said_of(attributions: Attributions) -> str:
    return "speakers edited" if attributions else "not attributed: the article says it itself"
