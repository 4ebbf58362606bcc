"""What was done, in words: by whom, when, and to what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class News:
    """Something that another window or person wrote; `statement_id` is None when it concerns the article."""

    seq: int
    at: str
    by: str
    what: str
    statement_id: str | None
    group: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that was done about a statement. `is_undone` when it does not stand any longer."""

    at: str
    by: str
    what: str
    is_undone: bool
