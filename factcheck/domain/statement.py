"""The unit that is stepped through, with its particulars and who is said to have said it."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from msgspec import Meta, Struct
from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Words, words_sha256
from factcheck.domain.text import Span, normal_form
from factcheck.domain.verdict import Answer, Question

TYPE_CHECKING = (
    False  # most statements hang nothing on themselves: what those things are is loaded with the first
)
if TYPE_CHECKING:
    from factcheck.domain.link import Link
    from factcheck.domain.override import Override
    from factcheck.domain.query import Hearing, Query, SuggestedWording
    from factcheck.domain.source import Citation, Lead
    from factcheck.domain.tick import Tick


class DetailType(StrEnum):
    """A particular inside a statement: hard ones are ticked, cues are only coloured."""

    NAME = "name"
    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    QUOTE = "quote"
    DENIAL = "denial"
    HEDGE = "hedge"
    SUPERLATIVE = "superlative"
    COMPARATIVE = "comparative"
    CAUSAL = "causal"

    __hash__ = str.__hash__  # that of an enum is Python, and a report asks for it 200,000 times


HARD_DETAILS = frozenset(
    {DetailType.NAME, DetailType.TITLE, DetailType.NUMBER, DetailType.DATE, DetailType.QUOTE}
)
COUNT_ELSEWHERE = frozenset({DetailType.NAME, DetailType.TITLE})
"""Ticked once, these count for the same characters at other places of the article."""


class Voice(StrEnum):
    """Whether the article says it itself or lays it in somebody's mouth."""

    OWN = "own"
    ATTRIBUTED = "attributed"


class Detail(Struct, frozen=True, array_like=True, forbid_unknown_fields=True, gc=False):
    """A particular at a place of the draft. `normalized` is its plain value ("10000"), where there is one;
    `resolved` is the absolute day or period of a date (ISO 8601), once it is known. `is_by_hand` when a
    checker has put it so: then no machine changes it, and what is resolved is not inferred any longer.

    Its fields are those of its form in a store (`detail_form`), which is read straight into it: a long article
    has a hundred thousand of them. [start, end) is a span: who makes one has it from a span, who reads one looks.
    """

    type: DetailType
    start: Annotated[int, Meta(ge=0)]
    end: int
    normalized: str | None
    resolved: str | None
    is_by_hand: bool = False

    @classmethod
    def at(
        cls,
        kind: DetailType,
        span: Span,
        normalized: str | None = None,
        resolved: str | None = None,
        *,
        is_by_hand: bool = False,
    ) -> "Detail":
        """A particular at a place that is known as a span."""
        return cls(kind, span.start, span.end, normalized, resolved, is_by_hand)

    @property
    def span(self) -> Span:
        """Where it stands in the draft."""
        return Span(self.start, self.end)

    def moved(self, span: Span) -> "Detail":
        """The same at another place."""
        return replace(self, start=span.start, end=span.end)


class Attribution(
    Struct, frozen=True, rename={"is_inferred": "inferred"}, forbid_unknown_fields=True, gc=False
):
    """Speaker, cue and content, as spans of the draft.

    `source` may lie outside the statement when the speaker is carried on from an earlier sentence
    (`is_inferred`); `speaker` has its characters, and is empty when nobody is named. `within` is the
    index of the enclosing attribution of the same statement. Its fields are those of its form in a store.
    """

    source: Span | None
    speaker: str
    cue: Span | None
    content: tuple[Span, ...]
    is_inferred: bool
    within: int | None

    def shifted(self, by: int) -> "Attribution":
        """The same, `by` code points later."""
        return replace(
            self,
            source=self.source and self.source.shifted(by),
            cue=self.cue and self.cue.shifted(by),
            content=tuple(c.shifted(by) for c in self.content),
        )


class Flag(StrEnum):
    """What somebody else has to look at: the lawyers, or those who are criticised and must be heard."""

    LEGAL = "legal"
    CRITICISM = "criticism"

    @property
    def words(self) -> str:
        """The flag as it is read."""
        return "legal read" if self is Flag.LEGAL else "criticism, needs a reply"


class Statement(Struct, frozen=True, gc=False):
    """A statement and all that has been done about it: what the fold of its stream returns.

    `span` and the spans of details and attributions are in the draft; `exact` has the characters of
    `span`. `version` is that of the newest event of its stream, 0 before the first. `excluded` is the
    reason why it is not checkable. `removed` has what the details were that a hand has taken off
    (`detail_hash`): no machine brings them back. `are_attributions_by_hand` keeps the attributions in the same way.
    """

    id: str
    article_id: str
    draft_id: str
    block: int
    kind: BlockKind
    span: Span
    exact: str
    details: tuple[Detail, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    said: Answer | None = None
    so: Answer | None = None
    private_note: str = ""
    public_note: str = ""
    flags: frozenset[Flag] = frozenset()
    is_for_publication: bool = False
    excluded: str | None = None
    citations: "tuple[Citation, ...]" = ()
    ticks: "tuple[Tick, ...]" = ()
    queries: "tuple[Query, ...]" = ()
    suggested: "SuggestedWording | None" = None
    links: "tuple[Link, ...]" = ()
    hearing: "Hearing | None" = None
    leads: "tuple[Lead, ...]" = ()
    overrides: "tuple[Override, ...]" = ()
    removed: frozenset[str] = frozenset()
    are_attributions_by_hand: bool = False
    version: int = 0
    changed_by: str | None = None
    changed_at: str | None = None

    @property
    def voice(self) -> Voice:
        """Attributed as soon as there is an attribution."""
        return Voice.ATTRIBUTED if self.attributions else Voice.OWN

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that this statement poses: only an attributed one has *said*."""
        return (Question.SAID, Question.SO) if self.attributions else (Question.SO,)

    def answer(self, question: Question) -> Answer | None:
        """The newest answer to the question, whether it still counts or not."""
        return self.said if question is Question.SAID else self.so

    def given_for(self, question: Question) -> str:
        """The hash of what an answer to the question would be given for now.

        *said* covers the words, quotation marks, speaker, cue and content; *so* covers the words and
        the resolved dates.
        """
        if question is Question.SO:
            return _so_hash(self.exact, tuple([d.resolved for d in self.details if d.resolved is not None]))
        said = (
            (a.speaker, self.within(a.cue), tuple(map(self.within, a.content))) for a in self.attributions
        )
        return _said_hash(self.exact, tuple(said))

    def within(self, span: Span | None) -> str:
        """The characters of a span of the draft as far as they lie in this statement."""
        if span is None:
            return ""
        before = self.span.start
        start, end = span.start - before, span.end - before
        return self.exact[start if start > 0 else 0 : end if end > 0 else 0]

    def counts(self, question: Question) -> bool:
        """Whether there is an answer and what it was given for is unchanged."""
        answer = self.answer(question)
        return answer is not None and answer.given_for == self.given_for(question)

    @property
    def words_hash(self) -> str:
        """The hash of its words, for which a link is given at this end."""
        return _words_hash(self.exact)

    def detail_hash(self, detail: Detail) -> str:
        """The hash of a detail's type and characters, for which a tick is given."""
        return tick_hash(detail.type, self.within(detail.span))

    def hard_details(self, types: frozenset[DetailType] = HARD_DETAILS) -> Iterator[tuple[Detail, str, int]]:
        """The details to be ticked, in order: each with its hash, and which one of those with that hash it is."""
        seen: dict[str, int] = {}
        exact, before = self.exact, self.span.start
        for detail in self.details:
            if detail.type in types:
                start, end = detail.start - before, detail.end - before
                words = exact[
                    start if start > 0 else 0 : end if end > 0 else 0
                ]  # as `within`, without a call
                given_for = tick_hash(detail.type, words)
                occurrence = seen.get(given_for, 0)
                seen[given_for] = occurrence + 1
                yield detail, given_for, occurrence

    def tick(self, given_for: str, occurrence: int) -> "Tick | None":
        """What was said of a detail, by its hash and its occurrence."""
        for tick in self.ticks:
            if tick.occurrence == occurrence and tick.given_for == given_for:
                return tick
        return None

    def link_counts(self, link: "Link") -> bool:
        """Whether both ends of a link still say what it was given for."""
        return link.here == self.words_hash and link.there == link.there_now


_normal = lru_cache(maxsize=16)(normal_form)
"""That of a statement's words, for which each of its questions asks in turn."""


@lru_cache(maxsize=8192)
def _words_hash(exact: str) -> str:
    return words_sha256("words", _normal(exact))


@lru_cache(maxsize=1024)
def _so_hash(exact: str, dates: tuple[str, ...]) -> str:
    """Kept for a while: of one statement it is asked for many times in a row."""
    return words_sha256("so", _normal(exact), dates)


@lru_cache(maxsize=1024)
def _said_hash(exact: str, said: tuple[tuple[str, str, tuple[str, ...]], ...]) -> str:
    attributions: list[Words] = [
        [normal_form(speaker), normal_form(cue), [normal_form(words) for words in content]]
        for speaker, cue, content in said
    ]
    return words_sha256("said", _normal(exact), attributions)


@lru_cache(maxsize=16_384)
def tick_hash(kind: str, characters: str) -> str:
    """The hash of a detail's type and characters. Kept for a while: the same names and numbers are looked at again with each key."""
    return words_sha256("tick", kind, normal_form(characters))
