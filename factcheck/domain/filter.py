"""Which statements the checker steps through: all of them, or those that a filter lets through.

A filter is kept in the place as text: "" for none, else "state:recheck", "answer:so:disputed", "kind:caption",
"speaker:Ada Quill", "flag:legal", "note:private", "for:publication", "lack:source", "lack:tick".
"""

from collections.abc import Container
from enum import StrEnum

from msgspec import Struct

from factcheck.domain.article import EXCLUDED_KINDS, BlockKind
from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import (
    OPEN_STATES,
    has_details_left,
    is_unanswered,
    open_links,
    open_queries,
    work_state,
)
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Question


class FilterBy(StrEnum):
    """What a filter looks at. `state:open` lets everything through that still wants something."""

    STATE = "state"
    ANSWER = "answer"
    KIND = "kind"
    SPEAKER = "speaker"
    FLAG = "flag"
    NOTE = "note"
    PUBLICATION = "for"
    LACK = "lack"


class Filter(Struct, frozen=True):
    """One condition. Raises ValueError when there is no such."""

    by: FilterBy
    value: str

    def __post_init__(self) -> None:
        if self.by is not FilterBy.SPEAKER and self.value not in _VALUES[self.by]:
            raise ValueError(f"there is no filter {self.by}:{self.value}")

    def __str__(self) -> str:
        return f"{self.by}:{self.value}"

    @property
    def words(self) -> str:
        """The filter as it is read: "so disputed", "speaker Ada Quill", "still open"."""
        if self.by is FilterBy.ANSWER:
            return self.value.replace(":", " ")
        if self.by is FilterBy.STATE:
            return "still open" if self.value == "open" else self.value.replace("_", " ")
        if self.by is FilterBy.FLAG:
            return Flag(self.value).words
        if self.by is FilterBy.PUBLICATION:
            return "marked for publication"
        if self.by is FilterBy.LACK:
            return _LACKS[self.value]
        return f"{self.by} {self.value.replace('_', ' ') if self.by is FilterBy.KIND else self.value}"

    @property
    def looks_at_names(self) -> bool:
        """Whether a name that is ticked in one statement changes whom it lets through elsewhere."""
        return self.by is FilterBy.LACK and self.value == "tick"

    def lets_through(self, statement: Statement, ticked_elsewhere: Container[str] = ()) -> bool:
        """Whether a statement is one of those; the same as the store's condition says of its row.

        `ticked_elsewhere` has the hashes of the names and titles that are ticked anywhere in the article.
        """
        match self.by:
            case FilterBy.STATE:
                state = work_state(statement)
                return state in OPEN_STATES if self.value == "open" else state.value == self.value
            case FilterBy.ANSWER:
                question, _, wanted = self.value.partition(":")
                stands = sign(statement, Question(question))
                return stands is not None and stands.value == wanted
            case FilterBy.KIND:
                return statement.kind.value == self.value
            case FilterBy.SPEAKER:
                return any(a.speaker == self.value for a in statement.attributions)
            case FilterBy.FLAG:
                return Flag(self.value) in statement.flags
            case FilterBy.NOTE:
                return bool(statement.private_note if self.value == "private" else statement.public_note)
            case FilterBy.PUBLICATION:
                return statement.is_for_publication
            case FilterBy.LACK:
                return self._is_lacking(statement, ticked_elsewhere)

    def _is_lacking(self, statement: Statement, ticked_elsewhere: Container[str]) -> bool:
        match self.value:
            case "tick":
                return statement.excluded is None and has_details_left(statement, ticked_elsewhere)
            case "source":
                return statement.excluded is None and not statement.citations
            case "answer":
                return open_queries(statement) > 0
            case "settlement":
                return open_links(statement) > 0
            case _:
                return is_unanswered(statement)


_LACKS = {
    "tick": "not gone over",
    "source": "no source",
    "answer": "open query",
    "settlement": "open link",
    "reply": "criticism without a reply",
}
_VALUES: dict[FilterBy, tuple[str, ...]] = {
    FilterBy.STATE: ("open", "recheck", "untouched", "in_progress", "done"),
    FilterBy.ANSWER: tuple(f"{q}:{s}" for q in Question for s in Sign),
    FilterBy.KIND: tuple(kind.value for kind in BlockKind if kind not in EXCLUDED_KINDS),
    FilterBy.FLAG: tuple(flag.value for flag in Flag),
    FilterBy.NOTE: ("private", "public"),
    FilterBy.PUBLICATION: ("publication",),
    FilterBy.LACK: tuple(_LACKS),
}


def filter_of(text: str) -> Filter | None:
    """The filter that `str` wrote; None for "". Raises ValueError."""
    if not text:
        return None
    by, _, value = text.partition(":")
    return Filter(FilterBy(by), value)


def ready_filters() -> tuple[Filter, ...]:
    """All filters except those by speaker, which depend on the article, in the order of a menu."""
    return tuple(Filter(by, value) for by, values in _VALUES.items() for value in values)
