"""Where facts were checked, and what of it was used for which statement."""

from enum import StrEnum

from msgspec import Struct

from factcheck.domain.verdict import Question


class SourceKind(StrEnum):
    """What a source is."""

    DOCUMENT = "document"
    DATA = "data"
    RECORDING = "recording"
    INTERVIEW = "interview"
    WEB_PAGE = "web_page"
    PICTURE_FILE = "picture_file"
    REFERENCE_WORK = "reference_work"
    OTHER_OUTLET = "other_outlet"

    @property
    def words(self) -> str:
        """The kind as it is read: "web page"."""
        return self.value.replace("_", " ")


class Tier(StrEnum):
    """Whether a source was there, or passes on what another one says."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Level(StrEnum):
    """Who may hear of a source. An internal one is in the checking copy only, a confidential one in no copy."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class Stance(StrEnum):
    """What a source says of the statement."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class Attachment(Struct, frozen=True, forbid_unknown_fields=True):
    """A file that is kept as evidence, by the SHA-256 of its bytes. `size` is in bytes, `captured_at` ISO 8601
    in UTC, `method` how it was obtained ("file copied").
    """

    sha256: str
    name: str
    media_type: str
    size: int
    captured_at: str
    method: str


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """A source of one article. Independence is stated by the checker and never guessed.

    `address` is a URL, a shelf mark, a telephone number: whatever leads there. `merged_into` is the id of
    the source that this one turned out to be. `version` is that of the newest event of its stream.
    """

    id: str
    article_id: str
    title: str
    kind: SourceKind
    tier: Tier
    level: Level
    address: str = ""
    creator: str = ""
    is_independent: bool = False
    attachments: tuple[Attachment, ...] = ()
    merged_into: str | None = None
    version: int = 0


class Citation(Struct, frozen=True, forbid_unknown_fields=True):
    """A source used for one statement and one question, if wanted for one detail.

    `source` is the source's id; `locator` the page, paragraph or time stamp; `accessed` a day (ISO 8601);
    `detail` the characters of the detail that it is for.
    """

    id: str
    source: str
    question: Question
    stance: Stance
    locator: str = ""
    excerpt: str = ""
    accessed: str = ""
    detail: str | None = None
    by: str = ""
    at: str = ""


class Lead(Struct, frozen=True, forbid_unknown_fields=True):
    """A pointer that the author left: a footnote or a comment in the annotated draft. Hangs on its statement
    until it is used. `kind` is "footnote", "endnote" or "comment".
    """

    id: str
    kind: str
    text: str
    author: str = ""
    is_used: bool = False
