"""A whole review at one moment, as exporting hands it to the report, and the lines of lists."""

from collections.abc import Iterator

from msgspec import Struct

from factcheck.domain.article import Article, Block
from factcheck.domain.draft import Draft
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span


class LogHead(Struct, frozen=True):
    """How many events a device has written to an article, and the chain hash of its newest."""

    device: str
    events: int
    head: str


class Review(Struct, frozen=True):
    """Everything that a report may be made from. `statements` are in the order of the text, numbered from 1."""

    article: Article
    draft: Draft
    text: str
    blocks: tuple[Block, ...]
    statements: tuple[Statement, ...]
    tally: Tally
    log: tuple[LogHead, ...]
    sources: tuple[Source, ...] = ()

    def excluded(self) -> Iterator[tuple[Span, str]]:
        """The runs that are not checked, each with its reason, in the order of the text."""
        for block in self.blocks:
            if block.is_excluded and block.number not in self.article.taken_back:
                yield block.span, block.reason or block.kind.value
