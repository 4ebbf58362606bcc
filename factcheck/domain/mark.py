"""What the article pane needs to know of a statement: where it is and how it stands, not what it says."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from factcheck.domain.article import Block, BlockKind
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.statement import COUNT_ELSEWHERE, Flag, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import TickState
from factcheck.domain.verdict import Question

NOWHERE: frozenset[str] = frozenset()
"""No name was ticked at another place."""


class Sign(StrEnum):
    """How one question of a statement stands. `was`: answered, but for something that has changed since."""

    NOT_YET = "not yet"
    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"
    DISPUTED = "disputed"
    LEFT = "left to the speaker"
    WAS = "was"

    @property
    def glyph(self) -> str:
        """The one character that stands for it wherever there is no room for the word."""
        return _GLYPHS[self]


_GLYPHS = {
    Sign.NOT_YET: "·",
    Sign.CONFIRMED: "✓",
    Sign.UNVERIFIED: "?",
    Sign.DISPUTED: "✗",
    Sign.LEFT: "→",
    Sign.WAS: "↺",
}


class Mark(Struct, frozen=True):
    """One statement in the margin. `said` is None when it is not attributed, so has no such question."""

    id: str
    block: int
    kind: BlockKind
    span: Span
    state: WorkState
    said: Sign | None
    so: Sign
    flags: frozenset[Flag] = frozenset()
    is_for_publication: bool = False
    gone_over: tuple[Span, ...] = ()
    """The details that were ticked, here or, for names and titles, at another place."""


class Standing(Struct, frozen=True):
    """A statement from afar: where it begins in the draft, and how it stands."""

    start: int
    state: WorkState
    said: Sign | None
    so: Sign


class BlockText(Struct, frozen=True):
    """A block with its characters, and whether a hand has taken it back from being excluded."""

    block: Block
    text: str
    is_taken_back: bool = False

    @property
    def is_excluded(self) -> bool:
        """Excluded by the extraction and not taken back."""
        return self.block.is_excluded and not self.is_taken_back


def sign(statement: Statement, question: Question) -> Sign | None:
    """How the question stands; None when the statement does not pose it."""
    if question not in statement.questions:
        return None
    answer = statement.answer(question)
    if answer is None:
        return Sign.NOT_YET
    if not statement.counts(question):
        return Sign.WAS
    return Sign(answer.verdict.value) if answer.verdict else Sign.LEFT


def gone_over(statement: Statement, ticked_elsewhere: frozenset[str] = NOWHERE) -> tuple[Span, ...]:
    """The hard details that are ticked; names and titles also by their hash, when ticked at another place.

    One that is marked wrong here is not, whatever was said of it elsewhere, or of a quotation that has it.
    """
    if not statement.ticks and not ticked_elsewhere:
        return ()
    spans = [
        detail.span
        for detail, given_for, occurrence in statement.hard_details()
        if _is_ticked(statement, given_for, occurrence)
        or (
            detail.type in COUNT_ELSEWHERE
            and given_for in ticked_elsewhere
            and statement.tick(given_for, occurrence) is None
        )
    ]
    is_any_wrong = any(tick.state is TickState.WRONG for tick in statement.ticks)
    for detail, given_for, occurrence in statement.hard_details() if is_any_wrong else ():
        tick = statement.tick(given_for, occurrence)
        if tick is not None and tick.state is TickState.WRONG:
            spans = [rest for span in spans for rest in _without(span, detail.span)]
    return tuple(spans)


def _without(span: Span, hole: Span) -> Iterator[Span]:
    """What is left of a span when another one is cut out of it."""
    if not span.overlaps(hole):
        yield span
        return
    if span.start < hole.start:
        yield Span(span.start, hole.start)
    if hole.end < span.end:
        yield Span(hole.end, span.end)


def ticked_names(statement: Statement) -> frozenset[str]:
    """The hashes of the names and titles that are ticked here, and so count for the same characters elsewhere."""
    if not statement.ticks:
        return frozenset()
    return frozenset(
        given_for
        for _, given_for, occurrence in statement.hard_details(COUNT_ELSEWHERE)
        if _is_ticked(statement, given_for, occurrence)
    )


def _is_ticked(statement: Statement, given_for: str, occurrence: int) -> bool:
    tick = statement.tick(given_for, occurrence)
    return tick is not None and tick.is_right


def mark_of(statement: Statement, ticked_elsewhere: frozenset[str] = NOWHERE) -> Mark:
    """The statement as the margin shows it."""
    so = sign(statement, Question.SO)
    return Mark(
        id=statement.id,
        block=statement.block,
        kind=statement.kind,
        span=statement.span,
        state=work_state(statement),
        said=sign(statement, Question.SAID),
        so=so or Sign.NOT_YET,
        flags=statement.flags,
        is_for_publication=statement.is_for_publication,
        gone_over=gone_over(statement, ticked_elsewhere),
    )
