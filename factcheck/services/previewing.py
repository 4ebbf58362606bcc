"""What an import would make of a document, before it is done."""

from collections.abc import Iterable

from msgspec import Struct

from factcheck.documents.document import Document
from factcheck.documents.parsing import Watch
from factcheck.domain.article import BlockKind
from factcheck.domain.extracted import Extraction
from factcheck.domain.mark import BlockText
from factcheck.domain.statement import DetailType


class Preview(Struct, frozen=True):
    """A document before it is imported: its blocks, and how many statements there would be."""

    document: Document
    blocks: tuple[BlockText, ...]
    statements: int
    title: str = ""
    """The title that it gets when nobody gives it another one."""
    waiting: int = 0
    """How many of its dates say nothing before the article's dateline is known."""
    extraction: Extraction | None = None
    """What was found in it; an import need not look for that once more."""


def preview(document: Document, watch: Watch | None = None) -> Preview:
    """What an import of the document would make. Raises LeftError when nobody waits for it any longer."""
    # Here, so that a dialog that only names a preview need not wait for the extraction.
    from factcheck.extraction.extractor import extract
    from factcheck.services.importing import title_of

    told = (watch or Watch()).over(len(document.text))
    extraction = extract(document.text, document.stated, told=told)
    blocks = tuple(BlockText(block, block.span.of(document.text)) for block in extraction.blocks)
    waiting = sum(
        detail.type is DetailType.DATE and not detail.normalized
        for statement in extraction.statements
        for detail in statement.details
    )
    title = title_of(document, extraction)
    return Preview(document, blocks, len(extraction.statements), title, waiting, extraction)


def dateline_in(blocks: Iterable[BlockText]) -> str:
    """The text's own dateline, if it has exactly one with a full date: a suggestion, to be looked at. Else "".

    Nothing is concluded from anything else: not from a date in the text, and not from today.
    """
    from factcheck.extraction.datelines import dateline_date

    lines = {" ".join(b.text.split()) for b in blocks if b.block.kind is BlockKind.DATELINE}
    dated = [line for line in sorted(lines) if dateline_date(line) is not None]
    return dated[0] if len(dated) == 1 else ""
