"""Revising: a new draft of an article under review. One action, which can be undone as a whole.

What each statement was given for decides what counts on; nothing here knows of verdicts.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.documents.document import Document, Note
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.draft import Draft
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.extracted import Extraction
from factcheck.domain.revision import Outcome
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import statement_form
from factcheck.domain.text import Span, sha256_of
from factcheck.domain.work_form import forms_of
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.extraction.carrying import Old, Taken
from factcheck.extraction.extractor import extract
from factcheck.extraction.likeness import GoOn, go_on_always, now_and_then
from factcheck.services.comparing import carried, found_in
from factcheck.services.editing import worded_form
from factcheck.services.hanging import hang, leads_of
from factcheck.services.importing import extraction_sha256, propose
from factcheck.services.joining import NOTHING
from factcheck.services.originals import files_of, kept
from factcheck.services.returning import GONE, come_back, link_deeds

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

_A_PART = 200_000
"""So many characters of a draft are read at once."""


class Revision(Struct, frozen=True):
    """What a new draft does, or would do. `number` is the new draft's; `added` are the statements that are new.

    `returned` are those of earlier drafts whose words were gone from the old one and are here again.
    """

    number: int
    taken: tuple[Taken, ...]
    added: tuple[Statement, ...]
    changes: Changes | None = None
    returned: tuple[Taken, ...] = ()

    def of(self, outcome: Outcome) -> tuple[Taken, ...]:
        """The statements to which one thing happens, in the order of the old draft."""
        return tuple(one for one in self.taken if one.outcome is outcome)

    @property
    def summary(self) -> str:
        """How many statements there are of each outcome; of those that changed, how many had something to recheck."""
        told = {outcome: self.of(outcome) for outcome in Outcome}
        changed = told[Outcome.RECHECK]
        again = sum(one.is_to_recheck for one in changed)
        back = f"{len(self.returned)} back, " if self.returned else ""
        return (
            f"{len(told[Outcome.CARRIED])} carried, {len(changed)} changed{f' ({again} to be rechecked)' if changed else ''}, "
            f"{len(told[Outcome.REMOVED])} gone, {back}{len(self.added)} new"
        )

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the statements in the new draft, by their id."""
        now = [one.after for one in (*self.taken, *self.returned) if one.after]
        ordered = sorted([*now, *self.added], key=attrgetter("span"))
        return {one.id: number for number, one in enumerate(ordered, 1)}


class Revising:
    """The use case of giving an article a new draft. Raises the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def revise(
        self,
        article_id: str,
        document: Document,
        *,
        is_dry: bool = False,
        seen_draft: str | None = None,
        found: Extraction | None = None,
        go_on: GoOn = go_on_always,
    ) -> Revision:
        """Make a document the article's draft; `is_dry` only looks what that would do.

        `found` is what was found in its text already, without hints.
        `seen_draft` is the draft that this was decided on, when it was looked at before. What `go_on` raises
        while the drafts are compared ends it, with nothing stored.
        Raises ActionRefusedError when there is no such article or its draft has this very text, and
        ChangedMeanwhileError when somebody else gave it another draft at the same time.
        """
        with self._ledger.writing() as writing:
            seen = _article(writing, article_id)
            if writing.draft_sha256(seen.draft_id) == sha256_of(document.text):
                raise ActionRefusedError("The article has this very text already.", "Choose the newer one.")
            before = writing.text(seen.draft_id), writing.blocks(seen.draft_id)
        if found is None:  # outside: others may write while a book is being read
            found = extract(document.text, document.stated, has_hints=False)
        files = () if is_dry else files_of(document, sha256_of(document.text))
        with kept(self._ledger.evidence, self._ledger.ids, files) as keep, self._ledger.writing() as writing:
            writing.lock(article_id)
            article = _article(writing, article_id)
            if {article.draft_id, seen_draft or seen.draft_id} != {seen.draft_id}:
                raise ChangedMeanwhileError(
                    "The article got another draft meanwhile.", "Look at it, then choose again."
                )
            statements = [
                one
                for part in now_and_then(_parts(len(before[0])), go_on, every=1)
                for one in writing.statements_in(article_id, part)
            ]
            old = Old(*before, article.taken_back, statements)
            return _Revising(writing, article, old, document).done(found, keep, go_on, is_dry=is_dry)


def _parts(length: int) -> Iterator[Span]:
    """A long draft bit by bit."""
    for start in range(0, length + 1, _A_PART):
        yield Span(start, min(start + _A_PART, length + 1))


def _article(writing: "Writing", article_id: str) -> Article:
    article = writing.article(article_id)
    if article is None:
        raise ActionRefusedError("This article is no longer there.", "Somebody has shredded it.")
    return article


class _Revising:
    """One revision inside its transaction."""

    def __init__(self, writing: "Writing", article: Article, old: Old, document: Document) -> None:
        self._writing = writing
        self._article = article
        self._old = old
        self._document = document

    def done(
        self, found: Extraction, keep: Callable[[], list[Json]], go_on: GoOn, *, is_dry: bool
    ) -> Revision:
        """Find everything in the new draft, and write it unless it is only looked at. `keep` keeps its files."""
        found, taken_back = found_in(self._old, self._document, found, self._article.dateline)
        carrying = carried(self._old, self._document, found, taken_back, go_on)
        draft = self._draft(found)
        article = replace(self._article, draft_id=draft.id)
        back, new = come_back(self._writing.gone(article.id), carrying, draft.id, self._document.text)
        added = tuple(propose(self._writing.new_id(), article, one) for one in new)
        taken = tuple(
            replace(one, after=replace(one.after, draft_id=draft.id)) if one.after else one
            for one in carrying.taken
        )
        revision = Revision(draft.number, taken, added, returned=back)
        if is_dry:
            return revision
        self._writing.add_draft(draft, self._document.text, found.blocks)
        deeds = [
            self._draft_deed(draft, taken_back, revision, keep()),
            *(deed for one in taken for deed in revised_deeds(one)),
            *(deed for one in back for deed in revised_deeds(one, also={"is_back": True})),
            *_told(taken),
            *self._back_deeds(revision),
            *(Deed(one.id, EventKind.STATEMENT_ADDED, {"statement": statement_form(one)}) for one in added),
            *self._leads(found, revision),
        ]
        return replace(revision, changes=self._writing.record(article.id, f"draft {draft.number}", deeds))

    def _back_deeds(self, revision: Revision) -> Iterator[Deed]:
        """The links of those that come back, as their ends will stand."""
        now = {one.before.id: one.after for one in (*revision.taken, *revision.returned)}
        for one in revision.returned:
            yield from link_deeds(one, now.get)

    def _leads(self, found: Extraction, revision: Revision) -> Iterator[Deed]:
        """The author's notes in the new draft that a statement does not have yet."""
        now = [one.after for one in (*revision.taken, *revision.returned) if one.after]
        statements = sorted([*now, *revision.added], key=attrgetter("span"))
        starts = [one.span.start for one in statements]
        new: dict[str, list[Note]] = {}
        for one, notes in zip(found.statements, hang(self._document.notes, found).by_statement, strict=True):
            for note in notes:
                at = min(max(note.offset - 1, one.span.start), one.span.end - 1)
                statement = statements[bisect_right(starts, at) - 1]
                known = {(lead.kind, lead.text, lead.author) for lead in statement.leads}
                if (note.kind.value, note.text, note.author) not in known:
                    new.setdefault(statement.id, []).append(note)
        for statement_id, notes_there in new.items():
            leads = forms_of(leads_of(notes_there, self._writing.new_id))
            payload: dict[str, Json] = {"things": {**NOTHING, "leads": leads}, "leads_only": True}
            yield Deed(statement_id, EventKind.STATEMENT_TOOK_OVER, payload)

    def _draft(self, found: Extraction) -> Draft:
        text = self._document.text
        return Draft(
            id=self._writing.new_id(),
            article_id=self._article.id,
            number=self._writing.next_draft_number(self._article.id),
            sha256=sha256_of(text),
            length=len(text),
            extractor=found.extractor,
            extraction_sha256=extraction_sha256(found),
            provenance=self._document.provenance,
        )

    def _draft_deed(
        self, draft: Draft, taken_back: frozenset[int], revision: Revision, files: list[Json]
    ) -> Deed:
        outcomes = Counter(one.outcome.value for one in revision.taken)
        payload: dict[str, Json] = {
            "draft": draft.id,
            "number": draft.number,
            "before": self._article.draft_id,
            "text_sha256": draft.sha256,
            "extractor": draft.extractor,
            "extraction_sha256": draft.extraction_sha256,
            "taken_back": sorted(taken_back),
            "outcomes": dict(outcomes),
            "added": len(revision.added),
            **({"returned": len(revision.returned)} if revision.returned else {}),
            **({"files": files} if files else {}),
        }
        return Deed(self._article.id, EventKind.DRAFT_ADDED, payload)


def revised_deeds(taken: Taken, also: Mapping[str, Json] | None = None) -> Iterator[Deed]:
    """What is written to the stream of one statement; `also` says how it came to its place, where that is unusual."""
    before, after = taken.before, taken.after
    if after is None:
        yield Deed(before.id, EventKind.STATEMENT_GONE, {})
        return
    payload: dict[str, Json] = {
        **worded_form(after),
        "draft": after.draft_id,
        "kind": after.kind.value,
        "outcome": taken.outcome.value,
    }
    if taken.is_doubtful:
        payload["is_doubtful"] = True
    payload |= also or {}
    yield Deed(before.id, EventKind.STATEMENT_REVISED, payload)
    for tick in taken.lost_ticks():
        gone: dict[str, Json] = {"given_for": tick.given_for, "occurrence": tick.occurrence}
        yield Deed(before.id, EventKind.UNTICKED, gone)


def _told(taken: Sequence[Taken]) -> Iterator[Deed]:
    """Whoever is linked to a statement hears that it has other words now, or none."""
    here: Mapping[str, Taken] = {one.before.id: one for one in taken}
    for one in taken:
        now = one.after.words_hash if one.after else GONE
        if now == one.before.words_hash and not one.is_doubtful:
            continue
        for link in one.before.links:
            if link.other in here:
                payload: dict[str, Json] = {
                    "link": link.id,
                    "there_now": GONE if one.is_doubtful else now,
                }
                yield Deed(link.other, EventKind.LINK_END_CHANGED, payload)
