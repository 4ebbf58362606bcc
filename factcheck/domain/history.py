"""What was done, in words: by whom, when, and to what."""

from msgspec import Struct


class News(Struct, frozen=True):
    """Something that another window or person wrote; `statement_id` is None when it concerns the article."""

    seq: int
    at: str
    by: str
    what: str
    statement_id: str | None
    group: str


class HistoryLine(Struct, frozen=True):
    """One thing that was done about a statement. `is_undone` when it does not stand any longer."""

    at: str
    by: str
    what: str
    is_undone: bool
