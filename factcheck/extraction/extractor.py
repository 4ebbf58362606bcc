"""From a text to all that the pure stages find in it."""

from collections.abc import Callable, Iterator, Sequence

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.draft import Stated
from factcheck.domain.extracted import Extracted, Extraction
from factcheck.domain.text import Span
from factcheck.extraction.attributions import attributions_of
from factcheck.extraction.blocks import blocks_of
from factcheck.extraction.details import details_of
from factcheck.extraction.hints import hints_of
from factcheck.extraction.labels import repeated_labels
from factcheck.extraction.layout import credit_in
from factcheck.extraction.quotes import quotations_of
from factcheck.extraction.reading import reading_of
from factcheck.extraction.sentences import sentences_of, trimmed
from factcheck.extraction.speakers import Speaker, carried_on, still_speaking
from factcheck.extraction.vocabulary import vocabulary_of

EXTRACTOR = "6"
"""The version of the extractor. It changes whenever the same text could give another extraction."""


def extract(
    text: str,
    stated: Sequence[Stated] = (),
    *,
    has_hints: bool = True,
    told: Callable[[int], None] | None = None,
) -> Extraction:
    """The blocks and statements of a text, with details, attributions and hints; all of it suggestions.

    `stated` is what the file itself says of stretches of the text, which is believed. Offsets are code points, half-open. Every character that is not white space is in exactly one
    statement or in an excluded block; statements are in order and do not overlap. Never raises for a `str`.
    Without `has_hints` it takes two thirds of the time. `told` hears now and then how far the text is read,
    in code points; what it raises ends the reading.
    """
    blocks = blocks_of(text, stated)
    reader = _Reader(text)
    statements: list[Extracted] = []
    for block in blocks:
        if not block.is_excluded:
            statements += reader.read(block, block.kind)
        if told:
            told(block.span.end)
    return Extraction(EXTRACTOR, blocks, tuple(statements), hints_of(statements) if has_hints else ())


def extract_voices(text: str, stated: Sequence[Stated] = ()) -> Extraction:
    """The same blocks, statements and attributions as `extract`, without details and hints, in half the time."""
    blocks = blocks_of(text, stated)
    reader = _Reader(text, has_details=False)
    statements = [one for block in blocks if not block.is_excluded for one in reader.read(block, block.kind)]
    return Extraction(EXTRACTOR, blocks, tuple(statements))


def statements_of(text: str, block: Block, *, kind: BlockKind | None = None) -> tuple[Extracted, ...]:
    """The statements of one block, also of an excluded one that a checker takes back.

    `kind` says what the block is to be read as; without it, an excluded block is read as a paragraph
    and any other as what it is.
    """
    reading = kind or (BlockKind.PARAGRAPH if block.is_excluded else block.kind)
    return tuple(_Reader(text).read(block, reading))


def spans_of(text: str, block: Block) -> Iterator[Span]:
    """Where the statements of a block stand, read as what it is; an excluded one is read as a paragraph."""
    kind = BlockKind.PARAGRAPH if block.is_excluded else block.kind
    return (span for _, span in _spans(text, block.span, kind))


class _Reader:
    """Reads a text block by block, and knows whether a quotation goes on into the next block, and whose."""

    def __init__(self, text: str, *, has_details: bool = True) -> None:
        self._text = text
        self._has_details = has_details
        self._vocabulary = vocabulary_of(text)
        self._labels = repeated_labels(text)
        self._is_open = False
        self._speaker: Speaker | None = None

    def read(self, block: Block, kind: BlockKind) -> list[Extracted]:
        """The statements of the next block, read as `kind`."""
        is_running = kind is BlockKind.PARAGRAPH
        quotations, is_open = quotations_of(self._text, block.span, is_open=self._is_open and is_running)
        found = [
            self._statement(block, part, span, quotations)
            for part, span in _spans(self._text, block.span, kind)
        ]
        found, speaker = carried_on(found, quotations, self._speaker if is_running else None)
        if is_running:
            self._is_open = is_open
            self._speaker = still_speaking(speaker, is_open=is_open)
        elif self._speaker and not self._speaker.goes_on:
            self._speaker = None
        return found

    def _statement(self, block: Block, kind: BlockKind, span: Span, quotations: Sequence[Span]) -> Extracted:
        reading = reading_of(self._text, span)
        is_wanted = self._has_details or _announces(self._text, span)
        details = details_of(reading, quotations, self._vocabulary) if is_wanted else ()
        said = () if kind is BlockKind.CREDIT else attributions_of(reading, kind, self._labels)
        return Extracted(block.number, kind, span, span.of(self._text), details, said)


def _announces(text: str, span: Span) -> bool:
    """Whether a statement ends with a colon: then the last name in it may be who speaks in the next one."""
    return text[span.end - 1] == ":"


def _spans(text: str, span: Span, kind: BlockKind) -> Iterator[tuple[BlockKind, Span]]:
    end = span.end
    credit = credit_in(span.of(text)) if kind is BlockKind.CAPTION else None
    if credit:
        end = span.start + credit
    for sentence in sentences_of(text, Span(span.start, end)):
        yield kind, sentence
    if credit and (last := trimmed(text, end, span.end)):
        yield BlockKind.CREDIT, last
