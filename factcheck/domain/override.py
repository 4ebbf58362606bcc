"""What keeps an article from being signed, by name, and what an editor lets stand all the same (stet)."""

from enum import StrEnum

from msgspec import Struct


class Blocker(StrEnum):
    """What can stand against a sign-off, the gravest first. Each is named to whoever lets it stand."""

    UNTOUCHED = "untouched"
    UNFINISHED = "unfinished"
    RECHECK = "recheck"
    NO_BASIS = "no_basis"
    NO_SOURCE = "no_source"
    WRONG_DETAIL = "wrong_detail"
    NOT_GONE_OVER = "not_gone_over"
    DISPUTED_UNCHANGED = "disputed_unchanged"
    WORDING_PENDING = "wording_pending"
    QUERY_OPEN = "query_open"
    UNANSWERED = "unanswered"
    LINK_OPEN = "link_open"

    @property
    def words(self) -> str:
        """The name as it is read: "a query waits for its answer"."""
        return _WORDS[self]


_WORDS = {
    Blocker.UNTOUCHED: "nothing was checked",
    Blocker.UNFINISHED: "a question is not answered",
    Blocker.RECHECK: "to recheck",
    Blocker.NO_BASIS: "no basis",
    Blocker.NO_SOURCE: "not the source that the policy asks for",
    Blocker.WRONG_DETAIL: "a wrong detail under a confirmed verdict",
    Blocker.NOT_GONE_OVER: "details not gone over",
    Blocker.DISPUTED_UNCHANGED: "disputed, and no change accepted",
    Blocker.WORDING_PENDING: "suggested wording not decided",
    Blocker.QUERY_OPEN: "a query waits for its answer",
    Blocker.UNANSWERED: "criticism without a reply",
    Blocker.LINK_OPEN: "a link is not settled",
}


class Override(Struct, frozen=True, forbid_unknown_fields=True):
    """One blocker of one statement that an editor lets stand, and why.

    `by` is the name that was given as the editor's, `recorded_by` who typed it. It counts only while what it was
    given for is unchanged (`given_for`). `at` is ISO 8601 in UTC.
    """

    blocker: Blocker
    reason: str
    by: str
    given_for: str
    recorded_by: str = ""
    at: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the editor recorded it; else somebody else did so in the editor's name."""
        return self.by == self.recorded_by

    @property
    def as_told(self) -> str:
        """Who lets it stand, and why: "let stand by Eve: a reprint"."""
        return f"let stand by {self.by}: {self.reason}"

    @property
    def typed_by(self) -> str:
        """Who typed it in the editor's name, as it is told after `as_told`; nothing when the editor did."""
        return "" if self.is_own or not self.recorded_by else f" (recorded by {self.recorded_by})"
