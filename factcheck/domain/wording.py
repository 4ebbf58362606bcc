"""Events in the words in which history, undo and redo name them."""

from collections.abc import Mapping
from typing import cast

from factcheck.domain.canonical import Json
from factcheck.domain.event import Event, EventKind
from factcheck.domain.revision import Outcome


def what_of(kind: EventKind, payload: Mapping[str, Json]) -> str:
    """What such an event does, without any text of the article or of a note: "so: disputed"."""
    question = payload.get("question")
    basis = str(payload.get("basis") or "").replace("_", " ")
    match kind:
        case EventKind.VERDICT_GIVEN:
            return f"{question}: {payload.get('verdict')}" + (f" ({basis})" if basis else "")
        case EventKind.VERDICT_CLEARED:
            return f"{question}: cleared"
        case EventKind.LEFT_TO_SPEAKER:
            return "so: left to the speaker"
        case EventKind.BASIS_CHOSEN:
            return f"{question}: basis {basis or 'none'}"
        case EventKind.FLAG_RAISED | EventKind.FLAG_LOWERED:
            return f"{kind.value.replace('_', ' ')}: {payload.get('flag')}"
        case _:
            return _of_work(kind, payload)


def _of_work(kind: EventKind, payload: Mapping[str, Json]) -> str:
    match kind:
        case EventKind.WORDING_DECIDED:
            return f"suggested wording {payload.get('state')}"
        case EventKind.LINKED:
            link = cast("Mapping[str, Json]", payload["link"])
            return f"linked: {str(link.get('type')).replace('_', ' ')}"
        case EventKind.CITED:
            citation = cast("Mapping[str, Json]", payload["citation"])
            return f"source cited for {citation.get('question')}: {citation.get('stance')}"
        case EventKind.QUERY_ASKED:
            query = cast("Mapping[str, Json]", payload["query"])
            return f"query to {query.get('to')}"
        case _ if kind in _ABOUT:
            key, words = _ABOUT[kind]
            return f"{words}: {payload.get(key)}"
        case EventKind.STATEMENT_WORDED if payload.get("how"):
            return str(payload["how"])
        case EventKind.DRAFT_ADDED:
            return f"draft {payload.get('number')}"
        case EventKind.STATEMENT_REVISED:
            return _revised(payload)
        case EventKind.STATEMENT_TOOK_OVER if payload.keys() & _TOOK_OVER.keys():
            return next(words for what, words in _TOOK_OVER.items() if what in payload)
        case _:
            return _PLAIN.get(kind, kind.value.replace("_", " "))


def _revised(payload: Mapping[str, Json]) -> str:
    if payload.get("is_placed"):
        return "placed in the draft by hand"
    is_changed = payload.get("outcome") == Outcome.RECHECK
    return "to be rechecked: changed in the new draft" if is_changed else "stands as it was in the new draft"


_TOOK_OVER = {
    "leads_only": "the author’s notes in the new draft",
    "ticks_only": "ticks came with their words",
    "is_placed": "a statement of an earlier draft was placed here",
}
_ABOUT = {
    EventKind.STATEMENT_EXCLUDED: ("reason", "left out of the check"),
    EventKind.STET: ("what", "let stand"),
    EventKind.STET_TAKEN_BACK: ("what", "not let stand any longer"),
}
_PLAIN = {
    EventKind.ARTICLE_CREDITED: "author and publisher set",
    EventKind.CITATION_CHANGED: "source edited here",
    EventKind.CITATION_REMOVED: "source taken off",
    EventKind.LEAD_USED: "source lead used",
    EventKind.TICKED: "detail ticked",
    EventKind.MARKED_WRONG: "detail marked wrong",
    EventKind.UNTICKED: "tick taken off",
    EventKind.CRITICISM_PUT: "criticism put to those concerned",
    EventKind.CRITICISM_ANSWERED: "reply to the criticism",
    EventKind.LINK_CONFIRMED: "link checked again",
    EventKind.LINK_OPENED: "link opened again",
    EventKind.LINK_END_CHANGED: "the linked statement was changed",
    EventKind.LINK_END_REPLACED: "the linked statement was joined",
    EventKind.STATEMENT_GONE: "gone from the new draft",
    EventKind.STATEMENT_WORDED: "boundaries changed",
    EventKind.STATEMENT_RETIRED: "joined to another statement",
    EventKind.STATEMENT_TOOK_OVER: "another statement joined",
    EventKind.STATEMENT_INCLUDED: "checked after all",
    EventKind.DETAIL_PUT: "detail edited",
    EventKind.DETAIL_REMOVED: "detail taken off",
    EventKind.ATTRIBUTIONS_SET: "speakers edited",
    EventKind.SIGNED_OFF: "signed off",
    EventKind.COUNTERSIGNED: "countersigned",
    EventKind.SIGNOFF_WITHDRAWN: "sign-off withdrawn",
    EventKind.DATES_RESOLVED: "dates resolved by the dateline",
}


def describe(event: Event) -> str:
    """What an event did, in words."""
    return what_of(event.kind, event.payload)
