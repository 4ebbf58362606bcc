"""How two statements of one article bear on each other."""

from enum import StrEnum

from msgspec import Struct

from factcheck.domain.article import Article

MOST_HINTS = 5_000
"""So many hints are stored, the likeliest: the card suggests from so many, and nobody goes through more."""


class LinkType(StrEnum):
    """What a link says. All but `denies` and `no_evidence` read the same from both ends."""

    CONTRADICTS = "contradicts"
    NO_EVIDENCE = "no_evidence"
    DENIES = "denies"
    DIFFERS_NUMBER = "differs_number"
    DIFFERS_PLACE = "differs_place"
    DIFFERS_TIME = "differs_time"
    DIFFERS_NAME = "differs_name"
    DIFFERS_WORDING = "differs_wording"
    SAME_AS = "same_as"

    @property
    def words(self) -> str:
        """The link as it is read: "no evidence for", "differs in number from"."""
        return _WORDS[self]

    @property
    def has_direction(self) -> bool:
        """Whether it matters which statement it reads from."""
        return self in {LinkType.DENIES, LinkType.NO_EVIDENCE}


_WORDS = {
    LinkType.CONTRADICTS: "contradicts",
    LinkType.NO_EVIDENCE: "no evidence for",
    LinkType.DENIES: "denies",
    LinkType.DIFFERS_NUMBER: "differs in number from",
    LinkType.DIFFERS_PLACE: "differs in place from",
    LinkType.DIFFERS_TIME: "differs in time from",
    LinkType.DIFFERS_NAME: "differs in name from",
    LinkType.DIFFERS_WORDING: "differs in wording from",
    LinkType.SAME_AS: "same as",
}


class Link(Struct, frozen=True, forbid_unknown_fields=True):
    """One end of a link, as the statement keeps it: both statements have theirs, with the same `id`.

    `other` is the other statement's id; `is_from_here` says that the link reads from this statement to that
    one. It was given for the words of both ends: `here` and `there` are their hashes then, `there_now` is that of
    the other end now. `settled` is the word why it is settled, None while it is open.
    """

    id: str
    type: LinkType
    other: str
    is_from_here: bool
    here: str
    there: str
    there_now: str
    settled: str | None = None
    by: str = ""
    at: str = ""


class HintState(StrEnum):
    """What became of a hint; it is a suggestion until a key was pressed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class StoredHint(Struct, frozen=True):
    """A suggested link as the import left it. `number` counts the article's hints from 0, the best first."""

    number: int
    type: LinkType
    from_id: str
    to_id: str
    score: float
    why: str
    state: HintState = HintState.OPEN

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked at it yet."""
        return self.state is HintState.OPEN


def hint_state(article: Article, number: int) -> HintState:
    """What became of the hint with this number in the article."""
    if number in article.accepted_hints:
        return HintState.ACCEPTED
    return HintState.DISMISSED if number in article.dismissed_hints else HintState.OPEN
