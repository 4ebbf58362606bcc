"""What becomes of an article's statements in a new draft: pure.

Statements that a hand has split or joined are looked for by the sentences that they were made of, and cut again in
the same way. Nothing is said about verdicts: each counts on, or does not, through the hash of what it was given for.
Offsets are code points of the draft, half-open.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from factcheck.domain.article import Block
from factcheck.domain.extracted import Extracted
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.revision import Became, Comparison, Outcome
from factcheck.domain.statement import COUNT_ELSEWHERE, Statement
from factcheck.domain.text import Span, normal_form
from factcheck.domain.tick import Tick
from factcheck.extraction.alignment import Alignment
from factcheck.extraction.extractor import spans_of
from factcheck.extraction.likeness import GoOn, go_on_always, now_and_then
from factcheck.extraction.matching import match
from factcheck.extraction.moving import moved
from factcheck.extraction.sentences import trimmed


class Old(Struct, frozen=True):
    """A draft as it was checked: the text, all its blocks, those that a hand has taken back, the statements."""

    text: str
    blocks: Sequence[Block]
    taken_back: frozenset[int]
    statements: Sequence[Statement]

    def is_out(self, block: Block) -> bool:
        """Whether a block is not checked."""
        return block.is_excluded and block.number not in self.taken_back


class New(Struct, frozen=True):
    """A new draft: the text, the statements in it, and the blocks that are not checked."""

    text: str
    statements: Sequence[Extracted]
    out: Sequence[Block]


class Taken(Struct, frozen=True):
    """One statement in the new draft; `after` is None when its words are gone.

    `is_doubtful` when the same words stand at several places, and it could be any of them.
    """

    before: Statement
    after: Statement | None
    is_doubtful: bool = False

    @property
    def has_same_words(self) -> bool:
        """Whether its words are the same, however marks and spaces are set."""
        return self.after is not None and self.before.words_hash == self.after.words_hash

    @property
    def outcome(self) -> Outcome:
        """Carried when nothing that an answer was given for is different."""
        if self.after is None:
            return Outcome.REMOVED
        counted = [q for q in self.before.questions if self.before.counts(q)]
        is_carried = self.has_same_words and not self.is_doubtful and all(map(self.after.counts, counted))
        return Outcome.CARRIED if is_carried else Outcome.RECHECK

    @property
    def is_to_recheck(self) -> bool:
        """Whether an answer or a link hangs on it that counts no longer here."""
        if self.after is None or self.after.excluded is not None:
            return False
        if self.is_doubtful:
            return bool(self.after.said or self.after.so or self.after.links)
        return work_state(self.after) is WorkState.RECHECK

    def lost_ticks(self) -> tuple[Tick, ...]:
        """The ticks that end: on changed words, all but those of names and titles that still stand there."""
        if self.after is None or (self.has_same_words and not self.is_doubtful):
            return ()
        was, now = _names(self.before), _names(self.after)
        return tuple(t for t in self.before.ticks if not 0 < was.get(t.given_for, 0) == now.get(t.given_for))


def _names(statement: Statement) -> dict[str, int]:
    """How often each name or title stands in a statement, by its hash."""
    counted: dict[str, int] = {}
    for detail, given_for, _ in statement.hard_details():
        if detail.type in COUNT_ELSEWHERE:
            counted[given_for] = counted.get(given_for, 0) + 1
    return counted


class Carrying(Struct, frozen=True):
    """All statements of the old draft, in their order, and those that are new.

    `out` are the old blocks that are not checked, `out_added` the places of new ones that none of them became.
    """

    taken: tuple[Taken, ...]
    added: tuple[Extracted, ...]
    out: tuple[Became, ...] = ()
    out_added: tuple[Span, ...] = ()

    def comparison(self) -> Comparison:
        """The same by places alone, those that are not checked included."""
        became = [Became(t.before.span, t.after.span if t.after else None, t.outcome) for t in self.taken]
        added = [*(one.span for one in self.added), *self.out_added]
        return Comparison(tuple(sorted([*became, *self.out], key=attrgetter("old"))), tuple(sorted(added)))


class _Group(Struct, frozen=True):
    """Statements and the sentences that they were made of; one each, where no hand has cut. None: a block that is out."""

    span: Span
    words: str
    statements: tuple[Statement, ...]
    sentences: tuple[Span, ...] = ()


class _Place(Struct, frozen=True):
    """Where a group may stand: statements of the new draft, side by side. None: a block that is out."""

    span: Span
    words: str
    found: tuple[Extracted, ...]


def carry(old: Old, new: New, go_on: GoOn = go_on_always) -> Carrying:
    """Find each statement of the old draft in the new one. What `go_on` raises ends it."""
    groups = sorted([*now_and_then(_groups(old), go_on), *_groups_out(old)], key=attrgetter("span"))
    places = _places(new, groups, old.text)
    taken: list[Taken] = []
    out: list[Became] = []
    used: set[int] = set()
    placings = match([g.words for g in groups], [p.words for p in places], go_on)
    for group, placing in now_and_then(zip(groups, placings, strict=True), go_on):
        place = places[placing.new] if placing else None
        if placing is None or place is None or bool(place.found) != bool(group.statements):
            taken += [Taken(statement, None) for statement in group.statements]
            out += [Became(group.span, None, Outcome.REMOVED)] if not group.statements else []
            continue
        used.add(placing.new)
        is_doubtful = group.words == place.words and not placing.is_same
        if not group.statements:
            out.append(
                Became(group.span, place.span, Outcome.CARRIED if placing.is_same else Outcome.RECHECK)
            )
            continue
        spans = _cut(group, place, old.text, new.text)
        for statement, span in zip(group.statements, spans, strict=True):
            after = moved(statement, span, new.text, place.found) if span else None
            taken.append(Taken(statement, after, is_doubtful and after is not None))
    spare = [place for n, place in enumerate(places) if n not in used]
    return Carrying(
        tuple(sorted(taken, key=lambda one: one.before.span)),
        tuple(one for place in spare for one in place.found),
        tuple(out),
        tuple(place.span for place in spare if not place.found),
    )


# ------------------------------------------------------------------------------------------- what is looked for


def _groups_out(old: Old) -> Iterator[_Group]:
    for block in old.blocks:
        if old.is_out(block):
            yield _Group(block.span, normal_form(block.span.of(old.text)), ())


def _groups(old: Old) -> Iterator[_Group]:
    """Statements with what a machine would have cut there: what overlaps belongs together."""
    blocks = {block.number: block for block in old.blocks}
    by_block: dict[int, list[Statement]] = {}
    for statement in old.statements:
        by_block.setdefault(statement.block, []).append(statement)
    for number, statements in by_block.items():
        sentences = list(spans_of(old.text, blocks[number]))
        yield from _grouped(old.text, statements, sentences)


def _grouped(text: str, statements: Sequence[Statement], sentences: Sequence[Span]) -> Iterator[_Group]:
    items: list[tuple[Span, Statement | None]] = [
        *((s.span, s) for s in statements),
        *((s, None) for s in sentences),
    ]
    items.sort(key=lambda item: item[0])
    first = 0
    end = items[0][0].end
    for place, (span, _) in enumerate(items):
        if span.start >= end:
            yield from _group(text, items[first:place])
            first = place
        end = max(end, span.end)
    yield from _group(text, items[first:])


def _group(text: str, items: Sequence[tuple[Span, Statement | None]]) -> Iterator[_Group]:
    own = tuple(statement for _, statement in items if statement is not None)
    if own:
        span = Span(own[0].span.start, own[-1].span.end)
        inner = tuple(span for span, statement in items if statement is None)
        yield _Group(span, normal_form(span.of(text)), own, inner)


# ------------------------------------------------------------------------------------------ where it may stand


def _places(new: New, groups: Sequence[_Group], old_text: str) -> list[_Place]:
    """The statements of the new draft, those joined that were joined by a hand, and the blocks that are out."""
    joined = {
        normal_form(group.sentences[0].of(old_text)): group.words
        for group in groups
        if len(group.sentences) > 1
    }
    places = [_Place(block.span, normal_form(block.span.of(new.text)), ()) for block in new.out]
    statements = sorted(new.statements, key=attrgetter("span"))
    number = 0
    while number < len(statements):
        words = joined.get(normal_form(statements[number].exact), "") if joined else ""
        run = _run(new.text, statements, number, words)
        span = Span(run[0].span.start, run[-1].span.end)
        places.append(_Place(span, normal_form(span.of(new.text)), run))
        number += len(run)
    return sorted(places, key=attrgetter("span"))


def _run(text: str, statements: Sequence[Extracted], first: int, words: str) -> tuple[Extracted, ...]:
    """The statement, or those of its block that together have these words."""
    one = statements[first]
    for last in range(first + 1, len(statements)):
        other = statements[last]
        together = normal_form(text[one.span.start : other.span.end])
        if other.block != one.block or len(together) > len(words):
            break
        if together == words:
            return tuple(statements[first : last + 1])
    return (one,)


def _cut(group: _Group, place: _Place, old: str, new: str) -> list[Span | None]:
    """Where each statement of a group stands in its place; None where nothing is left of it."""
    if len(group.statements) == 1:
        return [place.span]
    alignment = Alignment(group.span.of(old), place.span.of(new))
    cuts = [
        place.span.start + alignment.start(statement.span.start - group.span.start)
        for statement in group.statements[1:]
    ]
    spans: list[Span | None] = []
    start = place.span.start
    for end in [*cuts, place.span.end]:
        span = trimmed(new, start, end) if start < end else None
        if span is None or not any(map(str.isalnum, span.of(new))):
            spans.append(None)
            continue
        spans.append(span)
        start = end
    if start < place.span.end:  # nothing but signs is left for the last one: they stay with the one before
        last = max((n for n, span in enumerate(spans) if span), default=0)
        before = spans[last] or place.span
        spans[last] = Span(before.start, place.span.end)
    return spans
