"""What a new draft does to the statements of the old one."""

from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.text import Span


class Outcome(StrEnum):
    """What becomes of a statement: its verdicts stand, must be given anew, or its words are gone."""

    CARRIED = "carried"
    RECHECK = "recheck"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Became:
    """Where a statement of the old draft stands in the new one (`new`, None when it is removed)."""

    old: Span
    new: Span | None
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of each unit of the old text, and what is new, both in the order of their text.

    Excluded blocks are units too, so every character that is not white space is in some span.
    """

    became: tuple[Became, ...]
    added: tuple[Span, ...]

    def of(self, outcome: Outcome) -> tuple[Became, ...]:
        """Those to which one thing happens."""
        return tuple(one for one in self.became if one.outcome is outcome)
