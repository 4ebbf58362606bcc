"""What a new draft does to the statements of the old one."""

from enum import StrEnum

from msgspec import Struct

from factcheck.domain.text import Span


class Outcome(StrEnum):
    """What becomes of a statement: its verdicts stand, must be given anew, or its words are gone."""

    CARRIED = "carried"
    RECHECK = "recheck"
    REMOVED = "removed"


class Became(Struct, frozen=True):
    """Where a statement of the old draft stands in the new one (`new`, None when it is removed)."""

    old: Span
    new: Span | None
    outcome: Outcome


class Comparison(Struct, frozen=True):
    """What became of each unit of the old text, and what is new, both in the order of their text.

    Excluded blocks are units too, so every character that is not white space is in some span.
    """

    became: tuple[Became, ...]
    added: tuple[Span, ...]

    def of(self, outcome: Outcome) -> tuple[Became, ...]:
        """Those to which one thing happens."""
        return tuple(one for one in self.became if one.outcome is outcome)


class Happened(StrEnum):
    """What a draft that was taken did to a statement, where that is more than carrying it.

    `GONE_EARLIER` is what an earlier one did, and this one left so.
    """

    RECHECK = "recheck"
    GONE = "gone"
    GONE_EARLIER = "gone_earlier"
    BACK = "back"
    NEW = "new"

    @property
    def words(self) -> str:
        """What happened as it is read: "gone earlier"."""
        return self.value.replace("_", " ")

    @property
    def is_gone(self) -> bool:
        """Whether its words are not in the draft."""
        return self in {Happened.GONE, Happened.GONE_EARLIER}


class Happening(Struct, frozen=True):
    """One of them. `version` is that of the event that says so; `exact` are the words then, empty for what is gone."""

    what: Happened
    statement_id: str
    version: int
    exact: str


class PastRevision(Struct, frozen=True):
    """The draft under review as it was taken: its number, by whom and when, and what it did to each statement."""

    number: int
    by: str
    at: str
    carried: int
    happenings: tuple[Happening, ...]

    @property
    def summary(self) -> str:
        """How many statements there were of each outcome."""
        counts = {what: sum(one.what is what for one in self.happenings) for what in Happened}
        back = f"{counts[Happened.BACK]} back, " if counts[Happened.BACK] else ""
        return (
            f"{self.carried} carried, {counts[Happened.RECHECK]} changed, "
            f"{counts[Happened.GONE]} gone, {back}{counts[Happened.NEW]} new"
        )
