"""One version of an article's text, and where it came from."""

from msgspec import Struct

from factcheck.domain.article import BlockKind
from factcheck.domain.text import Span


class Provenance(Struct, frozen=True):
    """Where a draft's text came from: the file's name, type and hash, how it was decoded, what was reported.

    `warnings` are sentences for the checker (line ends changed, characters that cannot be seen).
    """

    name: str
    media_type: str
    sha256: str
    size: int
    encoding: str
    importer: str
    warnings: tuple[str, ...] = ()


class Stated(Struct, frozen=True):
    """What the file itself says of a stretch of the text: that it is a headline, a caption, a page's header.

    `reason` says why it is no part of the article, for what is not.
    """

    span: Span
    kind: BlockKind
    reason: str | None = None


class Draft(Struct, frozen=True):
    """One immutable version of an article's text, without the text itself. `length` is in code points."""

    id: str
    article_id: str
    number: int
    sha256: str
    length: int
    extractor: str
    extraction_sha256: str
    provenance: Provenance
