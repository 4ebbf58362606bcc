"""Reading the words of an article again with a newer extractor: statements stay where they are, a hand wins.

Nothing of it happens by itself: somebody asks for it, sees what it changes, and can undo it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.cutting import Run
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.extracted import Extracted
from factcheck.domain.parts import attributions_in
from factcheck.domain.statement import Attribution, Detail, Statement
from factcheck.domain.text import Span
from factcheck.errors import ActionRefusedError
from factcheck.extraction.extractor import EXTRACTOR, extract
from factcheck.extraction.rereading import Hand, Handled, found_within, reread
from factcheck.services.acting import nothing_to_do
from factcheck.services.editing import tick_deeds, worded_form
from factcheck.services.importing import dated, propose
from factcheck.services.reviewing import read_block_again

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


class Reading(Struct, frozen=True):
    """What a newer extraction changes in one statement: details that come, go or have another value, and speakers."""

    before: Statement
    after: Statement
    added: tuple[Detail, ...]
    dropped: tuple[Detail, ...]
    revalued: tuple[Detail, ...]

    @property
    def are_speakers_changed(self) -> bool:
        """Whether other people, or others with other words, are said to have said it."""
        return self.before.attributions != self.after.attributions


class Reread(Struct, frozen=True):
    """What was, or would be, changed in an article by this extractor."""

    extractor: str
    readings: tuple[Reading, ...]
    changes: Changes | None = None


class Rereading:
    """The use case of reading an article again. Raises the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def reread(self, article_id: str, *, is_dry: bool = False) -> Reread:
        """Take over what this extractor finds in the statements as they are cut now; `is_dry` only looks.

        One action, which can be undone. Raises ActionRefusedError when there is no such article.
        """
        with self._ledger.writing() as writing:
            text = writing.text(_article(writing, article_id).draft_id)
        found = extract(text, has_hints=False)  # outside: others may write while a book is being read
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            article = _article(writing, article_id)
            newer = [*dated(found, article.dateline).statements, *_taken_back(writing, article)]
            run = Run(0, text, ())
            statements = writing.statements_in(article_id, Span(0, len(text) + 1))
            readings = tuple(_readings(run, article, statements, sorted(newer, key=lambda s: s.span)))
            if is_dry:
                return Reread(EXTRACTOR, readings)
            return Reread(EXTRACTOR, readings, _recorded(writing, article_id, readings))


def _article(writing: "Writing", article_id: str) -> Article:
    article = writing.article(article_id)
    if article is None:
        raise ActionRefusedError("This article is no longer there.", "Somebody has shredded it.")
    return article


def _taken_back(writing: "Writing", article: Article) -> Iterator[Extracted]:
    """The statements of the blocks that a hand has taken back, which a whole extraction leaves out."""
    for number in sorted(article.taken_back):
        block = writing.block(article.draft_id, number)
        if block is not None:
            yield from read_block_again(writing, article, block)


def _recorded(writing: "Writing", article_id: str, readings: Sequence[Reading]) -> Changes:
    deeds: list[Deed] = []
    for one in readings:
        payload: dict[str, Json] = {
            **worded_form(one.after),
            "how": f"read again by extractor {EXTRACTOR}",
            "extractor": EXTRACTOR,
        }
        deeds.append(Deed(one.after.id, EventKind.STATEMENT_WORDED, payload))
        deeds += tick_deeds(one.before, one.after, [one.before])
    if not deeds:
        return nothing_to_do(writing, article_id, f"extractor {EXTRACTOR} finds the same")
    return writing.record(article_id, f"read again by extractor {EXTRACTOR}", deeds)


def _readings(
    run: Run, article: Article, statements: Sequence[Statement], newer: Sequence[Extracted]
) -> Iterator[Reading]:
    ends = [s.span.end for s in newer]
    starts = [s.span.start for s in newer]
    for statement in statements:
        first, behind = bisect_right(ends, statement.span.start), bisect_left(starts, statement.span.end)
        reading = _reading(run, article, statement, newer[first:behind])
        if reading is not None:
            yield reading


def _reading(run: Run, article: Article, statement: Statement, newer: Sequence[Extracted]) -> Reading | None:
    handled = [Handled(d, Hand.EDITED if d.is_by_hand else Hand.UNTOUCHED) for d in statement.details]
    known = {(d.type, d.span) for d in statement.details}
    found = [
        d
        for d in found_within(statement.span, newer)
        if (d.type, d.span) in known or statement.detail_hash(d) not in statement.removed
    ]
    merged = reread(handled, found)
    attributions = _attributions(run, article, statement, newer)
    if merged.is_same and attributions == statement.attributions:
        return None
    details = statement.details if merged.is_same else merged.details
    after = replace(statement, details=details, attributions=attributions)
    return Reading(statement, after, merged.added, merged.dropped, merged.revalued)


def _attributions(
    run: Run, article: Article, statement: Statement, newer: Sequence[Extracted]
) -> tuple[Attribution, ...]:
    if statement.are_attributions_by_hand:
        return statement.attributions
    if len(newer) == 1 and newer[0].span == statement.span:
        return newer[0].attributions
    as_found = [propose(f"{index}", article, one) for index, one in enumerate(newer)]
    return attributions_in(run, statement.span, as_found)
