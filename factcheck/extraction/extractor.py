"""From a text to all that the pure stages find in it."""

from collections.abc import Iterator

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.statement import Extracted, Extraction
from factcheck.domain.text import Span
from factcheck.extraction.blocks import blocks_of
from factcheck.extraction.details import details_of
from factcheck.extraction.layout import credit_in
from factcheck.extraction.quotes import quotations_of
from factcheck.extraction.sentences import sentences_of, trimmed
from factcheck.extraction.vocabulary import Vocabulary, vocabulary_of

EXTRACTOR = "1"
"""The version of the extractor. It changes whenever the same text could give another extraction."""


def extract(text: str) -> Extraction:
    """The blocks and statements of a text, with details and attributions; all of it suggestions.

    Offsets are code points, half-open. Every character that is not white space is in exactly one
    statement or in an excluded block; statements are in order and do not overlap. Never raises for a `str`.
    """
    blocks = blocks_of(text)
    vocabulary = vocabulary_of(text)
    statements: list[Extracted] = []
    is_open = False
    for block in blocks:
        if not block.is_excluded:
            found, is_open = _read(text, block, block.kind, vocabulary, is_open)
            statements += found
    return Extraction(EXTRACTOR, blocks, tuple(statements))


def statements_of(text: str, block: Block, *, kind: BlockKind | None = None) -> tuple[Extracted, ...]:
    """The statements of one block, also of an excluded one that a checker takes back.

    `kind` says what the block is to be read as; without it, an excluded block is read as a paragraph
    and any other as what it is.
    """
    reading = kind or (BlockKind.PARAGRAPH if block.is_excluded else block.kind)
    return tuple(_read(text, block, reading, vocabulary_of(text), is_open=False)[0])


def _read(
    text: str, block: Block, kind: BlockKind, vocabulary: Vocabulary, is_open: bool
) -> tuple[list[Extracted], bool]:
    """The statements of a block, and whether a quotation is left open at its end."""
    quotations, is_open = quotations_of(text, block.span, is_open=is_open and kind is BlockKind.PARAGRAPH)
    found = [
        Extracted(block.number, part, span, span.of(text), details_of(text, span, quotations, vocabulary))
        for part, span in _spans(text, block.span, kind)
    ]
    return found, is_open


def _spans(text: str, span: Span, kind: BlockKind) -> Iterator[tuple[BlockKind, Span]]:
    end = span.end
    credit = credit_in(span.of(text)) if kind is BlockKind.CAPTION else None
    if credit:
        end = span.start + credit
    for sentence in sentences_of(text, Span(span.start, end)):
        yield kind, sentence
    if credit and (last := trimmed(text, end, span.end)):
        yield BlockKind.CREDIT, last
