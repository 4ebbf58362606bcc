"""What the extraction finds in a text: a suggestion, which an import makes statements of."""

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.statement import Attribution, Detail, Voice
from factcheck.domain.text import Span


class Extracted(Struct, frozen=True):
    """A statement as the extraction proposes it. `block` is the number of its block, counted from 0."""

    block: int
    kind: BlockKind
    span: Span
    exact: str
    details: tuple[Detail, ...] = ()
    attributions: tuple[Attribution, ...] = ()

    @property
    def voice(self) -> Voice:
        """Attributed as soon as there is an attribution."""
        return Voice.ATTRIBUTED if self.attributions else Voice.OWN

    def shifted(self, by: int) -> "Extracted":
        """The same, `by` code points later."""
        return replace(
            self,
            span=self.span.shifted(by),
            details=tuple(d.moved(d.span.shifted(by)) for d in self.details),
            attributions=tuple(a.shifted(by) for a in self.attributions),
        )


class Hint(Struct, frozen=True):
    """A suggested link between two statements, by their index in the extraction. Never linked without a key."""

    type: str
    source: int
    target: int
    score: float
    why: str


class Extraction(Struct, frozen=True):
    """All that the pure stages find in a text: a suggestion, to be edited by hand."""

    extractor: str
    blocks: tuple[Block, ...]
    statements: tuple[Extracted, ...]
    hints: tuple[Hint, ...] = ()
