"""Comparing an article as it was checked with another text: what is found there, and what was carried. Stores nothing."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.documents.document import Document
from factcheck.domain.article import Block, BlockKind
from factcheck.domain.extracted import Extraction
from factcheck.domain.revision import Comparison
from factcheck.domain.text import normal_form
from factcheck.extraction.carrying import Carrying, New, Old, carry
from factcheck.extraction.extractor import extract, statements_of
from factcheck.extraction.likeness import GoOn, go_on_always
from factcheck.services.importing import dated

if TYPE_CHECKING:
    from factcheck.domain.review import Review


def comparison(review: "Review", document: Document) -> Comparison:
    """What still stands as it was checked in another text, by places: a look that stores nothing."""
    old = Old(review.text, review.blocks, review.article.taken_back, review.statements)
    found, taken_back = found_in(
        old, document, extract(document.text, document.stated, has_hints=False), review.article.dateline
    )
    return carried(old, document, found, taken_back, go_on_always).comparison()


def found_in(
    old: Old, document: Document, found: Extraction, dateline: str | None
) -> tuple[Extraction, frozenset[int]]:
    """What is found in a new text, with the excluded blocks that are checked all the same."""
    taken_back = _taken_back(old, document.text, found.blocks)
    return dated(_with_blocks(document.text, found, taken_back), dateline), taken_back


def carried(old: Old, document: Document, found: Extraction, back: frozenset[int], go_on: GoOn) -> Carrying:
    """What becomes of the old draft's statements. What `go_on` raises ends it."""
    out = [b for b in found.blocks if b.is_excluded and b.number not in back]
    return carry(old, New(document.text, found.statements, out), go_on)


def _taken_back(old: Old, text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """The excluded blocks of the new draft whose words were checked in the old one: they are checked again."""
    checked = Counter(normal_form(b.span.of(old.text)) for b in old.blocks if not old.is_out(b))
    checked.subtract(normal_form(b.span.of(text)) for b in blocks if not b.is_excluded)
    taken: set[int] = set()
    for block in blocks:
        words = normal_form(block.span.of(text))
        if block.is_excluded and checked[words] > 0:
            checked[words] -= 1
            taken.add(block.number)
    return frozenset(taken)


def _with_blocks(text: str, found: Extraction, taken_back: frozenset[int]) -> Extraction:
    """The extraction with the statements of blocks that are taken back, read as what they repeat."""
    statements = list(found.statements)
    for block in found.blocks:
        if block.number in taken_back:
            kind = found.blocks[block.same_as].kind if block.same_as is not None else BlockKind.PARAGRAPH
            statements += statements_of(text, block, kind=kind)
    return replace(found, statements=tuple(sorted(statements, key=lambda one: one.span)))
