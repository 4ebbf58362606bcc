"""One statement goes into another: it ends, and what hangs on it moves along."""

from collections.abc import Iterator, Mapping

from factcheck.domain.canonical import Json
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.query import ChangeState, SuggestedWording
from factcheck.domain.statement import Statement
from factcheck.domain.work_form import form_of, forms_of
from factcheck.errors import ActionRefusedError

NOTHING: Mapping[str, Json] = {
    "citations": [],
    "ticks": [],
    "queries": [],
    "links": [],
    "leads": [],
    "flags": [],
    "private_note": "",
    "public_note": "",
    "hearing": None,
}
"""What a statement takes over that takes over nothing."""


def joined(
    gone: Statement,
    into: Statement,
    after: Statement,
    also: Mapping[str, Json] | None = None,
    *,
    is_placed: bool = False,
) -> Iterator[Deed]:
    """One statement ends, and what hangs on it moves; a link between the two is none any longer.

    `after` is the other one as it will be, `also` what comes along besides; `is_placed` when a hand has put it
    there. Raises ActionRefusedError when both have a suggested wording that matters.
    """
    yield Deed(gone.id, EventKind.STATEMENT_RETIRED, {"into": into.id})
    between = [link for link in gone.links if link.other == into.id]
    links = [link for link in gone.links if link.other != into.id]
    for link in between:
        yield Deed(into.id, EventKind.LINK_REMOVED, {"link": link.id})
    things = {
        **NOTHING,
        "citations": forms_of(gone.citations),
        "queries": forms_of(gone.queries),
        "links": forms_of(links),
        "leads": forms_of(gone.leads),
        "flags": sorted(flag.value for flag in gone.flags),
        "private_note": gone.private_note,
        "public_note": gone.public_note,
        "hearing": form_of(gone.hearing) if gone.hearing else None,
        "suggested": _suggested_of(gone, into),
        **(also or {}),
    }
    if not is_placed:
        yield Deed(into.id, EventKind.STATEMENT_TOOK_OVER, {"things": things})
    elif any(things.values()):
        yield Deed(into.id, EventKind.STATEMENT_TOOK_OVER, {"things": things, "is_placed": True})
    if gone.is_for_publication and not into.is_for_publication:
        yield Deed(into.id, EventKind.MARKED_FOR_PUBLICATION, {})
    if into.excluded is not None and gone.excluded is None:
        yield Deed(into.id, EventKind.STATEMENT_INCLUDED, {})
    for link in links:
        payload: dict[str, Json] = {"link": link.id, "other": into.id, "there_now": after.words_hash}
        yield Deed(link.other, EventKind.LINK_END_REPLACED, payload)


def _suggested_of(gone: Statement, into: Statement) -> Json:
    """A suggested wording moves along. Raises ActionRefusedError when both have one that matters."""
    if gone.suggested is None or not _matters(gone.suggested):
        return None
    if _matters(into.suggested):
        raise ActionRefusedError(
            "Both statements have a suggested wording, and there is room for one only.",
            "Withdraw or reject one of them first.",
        )
    return form_of(gone.suggested)


def _matters(suggested: SuggestedWording | None) -> bool:
    return suggested is not None and suggested.state is not ChangeState.REJECTED
