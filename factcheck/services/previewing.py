"""What an import would make of a document, before it is done."""

from dataclasses import dataclass

from factcheck.documents.document import Document
from factcheck.domain.mark import BlockText


@dataclass(frozen=True, slots=True)
class Preview:
    """A document before it is imported: its blocks, and how many statements there would be."""

    document: Document
    blocks: tuple[BlockText, ...]
    statements: int
    title: str = ""
    """The title that it gets when nobody gives it another one."""


def preview(document: Document) -> Preview:
    """What an import of the document would make."""
    # Here, so that a dialog that only names a preview need not wait for the extraction.
    from factcheck.extraction.extractor import extract
    from factcheck.services.importing import title_of

    extraction = extract(document.text, document.stated)
    blocks = tuple(BlockText(block, block.span.of(document.text)) for block in extraction.blocks)
    return Preview(document, blocks, len(extraction.statements), title_of(document, extraction))
