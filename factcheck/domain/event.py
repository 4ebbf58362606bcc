"""The event log's unit: one thing that one person did to one stream."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from factcheck.domain.canonical import Json, canonical_sha256

FIRST_CHAIN = "0" * 64
"""What the first event of a device in an article is chained to."""


class EventKind(StrEnum):
    """What happened. The stream of an article has its own id, that of a statement or source that one's id."""

    ARTICLE_IMPORTED = "article_imported"
    ARTICLE_RENAMED = "article_renamed"
    ARTICLE_CREDITED = "article_credited"
    DATELINE_SET = "dateline_set"
    DEADLINE_SET = "deadline_set"
    ARTICLE_ARCHIVED = "article_archived"
    ARTICLE_BROUGHT_BACK = "article_brought_back"
    BLOCK_TAKEN_BACK = "block_taken_back"
    DRAFT_ADDED = "draft_added"
    HINT_ACCEPTED = "hint_accepted"
    HINT_DISMISSED = "hint_dismissed"
    HINT_REOPENED = "hint_reopened"
    STATEMENT_ADDED = "statement_added"
    VERDICT_GIVEN = "verdict_given"
    VERDICT_CLEARED = "verdict_cleared"
    LEFT_TO_SPEAKER = "left_to_speaker"
    BASIS_CHOSEN = "basis_chosen"
    PRIVATE_NOTE_WRITTEN = "private_note_written"
    PUBLIC_NOTE_WRITTEN = "public_note_written"
    FLAG_RAISED = "flag_raised"
    FLAG_LOWERED = "flag_lowered"
    MARKED_FOR_PUBLICATION = "marked_for_publication"
    KEPT_FROM_PUBLICATION = "kept_from_publication"
    CRITICISM_PUT = "criticism_put"
    CRITICISM_ANSWERED = "criticism_answered"
    SOURCE_ADDED = "source_added"
    SOURCE_CHANGED = "source_changed"
    SOURCE_MERGED = "source_merged"
    EVIDENCE_ATTACHED = "evidence_attached"
    CITED = "cited"
    CITATION_CHANGED = "citation_changed"
    CITATION_REMOVED = "citation_removed"
    LEAD_USED = "lead_used"
    TICKED = "ticked"
    MARKED_WRONG = "marked_wrong"
    UNTICKED = "unticked"
    QUERY_ASKED = "query_asked"
    QUERY_ANSWERED = "query_answered"
    QUERY_CLOSED = "query_closed"
    QUERY_REOPENED = "query_reopened"
    WORDING_SUGGESTED = "wording_suggested"
    WORDING_DECIDED = "wording_decided"
    WORDING_WITHDRAWN = "wording_withdrawn"
    LINKED = "linked"
    LINK_CONFIRMED = "link_confirmed"
    LINK_SETTLED = "link_settled"
    LINK_OPENED = "link_opened"
    LINK_REMOVED = "link_removed"
    LINK_END_CHANGED = "link_end_changed"
    LINK_END_REPLACED = "link_end_replaced"
    STATEMENT_WORDED = "statement_worded"
    STATEMENT_REVISED = "statement_revised"
    STATEMENT_GONE = "statement_gone"
    STATEMENT_RETIRED = "statement_retired"
    STATEMENT_TOOK_OVER = "statement_took_over"
    STATEMENT_EXCLUDED = "statement_excluded"
    STATEMENT_INCLUDED = "statement_included"
    DETAIL_PUT = "detail_put"
    DETAIL_REMOVED = "detail_removed"
    ATTRIBUTIONS_SET = "attributions_set"
    DATES_RESOLVED = "dates_resolved"
    STET = "stet"
    STET_TAKEN_BACK = "stet_taken_back"
    SIGNED_OFF = "signed_off"
    COUNTERSIGNED = "countersigned"
    SIGNOFF_WITHDRAWN = "signoff_withdrawn"
    UNDONE = "undone"
    REDONE = "redone"


NEVER_UNDONE = frozenset(
    {
        EventKind.ARTICLE_IMPORTED,
        EventKind.SIGNED_OFF,
        EventKind.COUNTERSIGNED,
        EventKind.SIGNOFF_WITHDRAWN,
    }
)
ABOUT_A_GROUP = frozenset({EventKind.UNDONE, EventKind.REDONE})
STARTS_A_SOURCE = EventKind.SOURCE_ADDED
"""The kind of the first event in a source's stream, by which such a stream is known."""


class Deed(Struct, frozen=True):
    """What is to be written to one stream; the log makes an event of it."""

    stream: str
    kind: EventKind
    payload: Mapping[str, Json]


class Event(Struct, frozen=True):
    """One entry of the append-only log.

    `version` counts a stream's events from 1; `group` joins what one action did to several streams; `at`
    is ISO 8601 in UTC and only informative: order comes from the versions. `parents` are the ids of the
    events that its author had seen last in the stream.
    """

    id: str
    article_id: str
    stream: str
    version: int
    kind: EventKind
    group: str
    actor: str
    device: str
    at: str
    parents: tuple[str, ...]
    payload: Mapping[str, Json]

    def text(self, key: str) -> str:
        """The payload's text under a key. Raises TypeError when it is something else."""
        value = self.payload.get(key)
        if not isinstance(value, str):
            raise TypeError(f"{self.kind}: {key} is not text")
        return value

    def content_hash(self) -> str:
        """SHA-256 over all of the event as canonical JSON."""
        return canonical_sha256(
            {
                "id": self.id,
                "article": self.article_id,
                "stream": self.stream,
                "version": self.version,
                "kind": self.kind.value,
                "group": self.group,
                "actor": self.actor,
                "device": self.device,
                "at": self.at,
                "parents": list(self.parents),
                "payload": self.payload,
            }
        )


def chain_hash(previous: str, content_hash: str) -> str:
    """The link that ties an event to all earlier ones of the same device and article."""
    return sha256(f"{previous}{content_hash}".encode("ascii")).hexdigest()
