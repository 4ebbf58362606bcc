"""Questions to the people behind an article, and what it is suggested to change."""

from enum import StrEnum

from msgspec import Struct


class Addressee(StrEnum):
    """Whom a query goes to."""

    AUTHOR = "author"
    EDITOR = "editor"
    SOURCE = "source"


class QueryState(StrEnum):
    """How far a query has come."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Query(Struct, frozen=True, forbid_unknown_fields=True):
    """A question about one statement. `name` says who it is, where that is known; `at` is when it was asked."""

    id: str
    to: Addressee
    text: str
    state: QueryState = QueryState.OPEN
    name: str = ""
    answer: str = ""
    by: str = ""
    at: str = ""

    @property
    def addressee(self) -> str:
        """To whom it is, in words: "author", "source Ada Quill"."""
        return f"{self.to.value} {self.name}".strip()

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.state is QueryState.OPEN


class ChangeKind(StrEnum):
    """A correction repairs what is wrong, a clarification what can be misread."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"


class ChangeState(StrEnum):
    """What became of a suggested wording."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class SuggestedWording(Struct, frozen=True, forbid_unknown_fields=True):
    """The change that the checker proposes: the words as they stand, and as they should be.

    `by` and `at` are those of the proposal; `decided_by` and `decided_at` say who took it or turned it down.
    """

    old: str
    new: str
    kind: ChangeKind
    state: ChangeState
    by: str
    at: str
    decided_by: str | None = None
    decided_at: str | None = None


class Hearing(Struct, frozen=True, forbid_unknown_fields=True):
    """Who was given the chance to reply to criticism, when (a day or a time, as typed), and how it was answered.

    `answer` is empty while nothing has come back.
    """

    put_to: str
    put_at: str
    answer: str = ""
