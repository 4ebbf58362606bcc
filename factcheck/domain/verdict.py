"""The verdicts, their bases, and what a verdict counts for."""

from enum import StrEnum

from msgspec import Struct


class Question(StrEnum):
    """*said*: did the speaker say this, in these words? *so*: is all that the statement asserts so?"""

    SAID = "said"
    SO = "so"


class Verdict(StrEnum):
    """Nothing else is a verdict."""

    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"


class Basis(StrEnum):
    """Why something is unverified or disputed."""

    NO_EVIDENCE_FOUND = "no_evidence_found"
    SOURCE_UNREACHABLE = "source_unreachable"
    NOT_ATTEMPTED = "not_attempted"
    SINGLE_SECONDARY = "single_secondary"
    CONTRADICTED_BY_EVIDENCE = "contradicted_by_evidence"
    DENIED_BY_NAMED_PARTY = "denied_by_named_party"
    ACCOUNTS_DIFFER = "accounts_differ"
    WORDED_DIFFERENTLY = "worded_differently"
    NOT_THIS_SPEAKER = "not_this_speaker"

    @property
    def words(self) -> str:
        """The basis as it is read: "no evidence found"."""
        return self.value.replace("_", " ")


_UNVERIFIED = (
    Basis.NO_EVIDENCE_FOUND,
    Basis.SOURCE_UNREACHABLE,
    Basis.NOT_ATTEMPTED,
    Basis.SINGLE_SECONDARY,
)
_DISPUTED = (Basis.CONTRADICTED_BY_EVIDENCE, Basis.DENIED_BY_NAMED_PARTY, Basis.ACCOUNTS_DIFFER)
_SAID_DISPUTED = (*_DISPUTED, Basis.WORDED_DIFFERENTLY, Basis.NOT_THIS_SPEAKER)


def bases_for(question: Question, verdict: Verdict | None) -> tuple[Basis, ...]:
    """The bases that may be chosen; none for a confirmed verdict or without one."""
    if verdict is Verdict.UNVERIFIED:
        return _UNVERIFIED
    if verdict is Verdict.DISPUTED:
        return _SAID_DISPUTED if question is Question.SAID else _DISPUTED
    return ()


class Answer(Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """What a checker answered to one question of one statement, when, and what for.

    Either a verdict, or `is_left_to_speaker`, which only *so* may be. `given_for` is the hash of what it
    was given for: the answer counts only while that equals the statement's current one. `at` is
    ISO 8601 in UTC.
    """

    verdict: Verdict | None
    given_for: str
    by: str
    at: str
    basis: Basis | None = None
    is_left_to_speaker: bool = False

    @property
    def words(self) -> str:
        """The answer as it is read: "disputed", "left to the speaker"."""
        return self.verdict.value if self.verdict else "left to the speaker"
