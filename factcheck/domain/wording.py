"""Events in the words in which history, undo and redo name them."""

from collections.abc import Mapping

from factcheck.domain.canonical import Json
from factcheck.domain.event import Event, EventKind


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
            return kind.value.replace("_", " ")


def describe(event: Event) -> str:
    """What an event did, in words."""
    return what_of(event.kind, event.payload)
