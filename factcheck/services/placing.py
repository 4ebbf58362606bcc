"""Placing: a statement whose words are gone from the draft is put where a checker finds it again.

Notes, citations, queries and links come along. An answer comes as it was given: what it was given for decides
whether it counts, and nothing here knows of verdicts.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed
from factcheck.domain.extracted import Extracted
from factcheck.domain.statement import Statement
from factcheck.domain.work_form import form_of, forms_of
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on
from factcheck.services.joining import joined
from factcheck.services.returning import ends, link_deeds, put_at
from factcheck.services.revising import revised_deeds

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

WHAT = "placed by hand"


class Placing:
    """The use case of one person on statements that are gone. Raises the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def place(self, gone: Statement, seen: Statement) -> Changes:
        """Put a statement that is gone at one of the draft: it takes that one's place, or joins it where work was done.

        Raises ActionRefusedError when it is not gone any longer or the other is left out of the check, and
        ChangedMeanwhileError when that one is not any longer what was seen.
        """
        with acting_on(self._ledger, seen, WHAT) as (writing, there):
            was = next((one for one in writing.gone(seen.article_id) if one.id == gone.id), None)
            if was is None:
                raise ActionRefusedError(
                    "This statement is not gone any longer.", "Look at the statements as they are now."
                )
            if there.excluded is not None:
                raise ActionRefusedError(
                    "The statement there is left out of the check.", "Check it after all first."
                )
            join = _joining if _is_worked_on(there) else _standing_in
            return writing.record(seen.article_id, WHAT, list(join(writing, was, there)))


def _is_worked_on(statement: Statement) -> bool:
    """Whether it has answers, ticks, or edits of its own, which must not give way."""
    s = statement
    has_answer = s.said is not None or s.so is not None
    is_edited = s.are_attributions_by_hand or bool(s.removed) or any(d.is_by_hand for d in s.details)
    return has_answer or bool(s.ticks) or is_edited


def _place_of(statement: Statement) -> Extracted:
    s = statement
    return Extracted(s.block, s.kind, s.span, s.exact, s.details, s.attributions)


def _standing_in(writing: "Writing", was: Statement, there: Statement) -> Iterator[Deed]:
    """It takes the place of a statement about which nothing was decided, and goes on with its own history."""
    taken = put_at(was, _place_of(there), there.draft_id, writing.text(there.draft_id))
    yield from revised_deeds(taken, also={"is_placed": True})
    known = {(lead.kind, lead.text, lead.author) for lead in was.leads}
    new = tuple(lead for lead in there.leads if (lead.kind, lead.text, lead.author) not in known)
    between = {link.id for link in there.links if link.other == was.id}
    yield from joined(replace(there, leads=new), was, taken.after or there, is_placed=True)
    for deed in link_deeds(taken, writing.statement):
        if deed.payload["link"] not in between:
            yield deed


def _joining(writing: "Writing", was: Statement, there: Statement) -> Iterator[Deed]:
    """It joins a statement that has been worked on, whose own answers and ticks stay."""
    taken = put_at(was, _place_of(there), there.draft_id, writing.text(there.draft_id))
    lost = {(tick.given_for, tick.occurrence) for tick in taken.lost_ticks()}
    hard = {(given_for, occurrence) for _, given_for, occurrence in there.hard_details()}
    ticks = [
        tick
        for tick in was.ticks
        if (key := (tick.given_for, tick.occurrence)) in hard - lost and there.tick(*key) is None
    ]
    answers = {q: form_of(a) for q, a in (("said", was.said), ("so", was.so)) if a is not None}
    links = tuple(now for _, now in ends(was, writing.statement) if now is not None)
    also: dict[str, Json] = {"ticks": forms_of(ticks), **answers}
    yield from joined(replace(was, links=links), there, there, also, is_placed=True)
