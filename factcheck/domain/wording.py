"""Events in the words in which history, undo and redo name them."""

from factcheck.domain.event import Event, EventKind


def describe(event: Event) -> str:
    """What the event did, without any text of the article or of a note: "so: disputed"."""
    question = event.payload.get("question")
    match event.kind:
        case EventKind.VERDICT_GIVEN:
            return f"{question}: {event.text('verdict')}"
        case EventKind.VERDICT_CLEARED:
            return f"{question}: cleared"
        case EventKind.LEFT_TO_SPEAKER:
            return "so: left to the speaker"
        case EventKind.BASIS_CHOSEN:
            basis = event.payload.get("basis")
            return f"{question}: basis {str(basis).replace('_', ' ') if basis else 'none'}"
    return event.kind.value.replace("_", " ")
