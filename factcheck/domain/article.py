"""The piece being checked: article, draft and block."""

from enum import StrEnum

from msgspec import Struct

from factcheck.domain.text import Span

TYPE_CHECKING = False  # most articles are not signed: what that is is loaded with the first that is
if TYPE_CHECKING:
    from factcheck.domain.signoff import Signoff


class BlockKind(StrEnum):
    """What a run of a draft is; a statement has the kind of its block, except a credit in a caption."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    DATELINE = "dateline"
    BYLINE = "byline"
    SUBHEAD = "subhead"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"
    PULL_QUOTE = "pull_quote"
    FURNITURE = "furniture"
    DUPLICATE = "duplicate"


EXCLUDED_KINDS = frozenset({BlockKind.FURNITURE, BlockKind.DUPLICATE})


class Block(Struct, frozen=True):
    """A run of a draft.

    `number` counts the draft's blocks from 0. An excluded block bears no statements and says why in
    `reason`; `same_as` is the number of the block that a duplicate repeats.
    """

    number: int
    kind: BlockKind
    span: Span
    is_excluded: bool = False
    reason: str | None = None
    same_as: int | None = None


class Credits(Struct, frozen=True):
    """Who wrote an article and who published it, as a person has confirmed it; None where nobody did."""

    author: str | None = None
    publisher: str | None = None


class Article(Struct, frozen=True):
    """The piece being checked."""

    id: str
    slug: str
    title: str
    draft_id: str
    dateline: str | None = None
    author: str | None = None
    editor: str | None = None
    deadline: str | None = None
    is_archived: bool = False
    taken_back: frozenset[int] = frozenset()
    """Numbers of the blocks that were excluded by the extraction and taken back by a hand."""
    accepted_hints: frozenset[int] = frozenset()
    """Numbers of the hints that became links."""
    dismissed_hints: frozenset[int] = frozenset()
    """Numbers of the hints that were put aside."""
    signoff: "Signoff | None" = None
    """The newest sign-off."""
    publisher: str | None = None

    @property
    def credits(self) -> Credits:
        """Who wrote and who published it."""
        return Credits(self.author, self.publisher)
