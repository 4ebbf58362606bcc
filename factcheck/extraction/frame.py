"""One attribution while it is being made."""

from msgspec import Struct

from factcheck.domain.text import Span


class Frame(Struct, frozen=True):
    """An attribution while its content is being bounded; `is_after` when the content stands before the cue."""

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    is_after: bool = False
    is_adding: bool = False
