"""Sources: added, cited, edited, merged, with files attached as evidence. Each is one transaction.

A use case on a statement is handed the statement as the checker saw it, one on a source the source: it refuses
when that has changed since.
"""

import mimetypes
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.source import Attachment, Citation, Source
from factcheck.domain.statement import Statement
from factcheck.domain.wording import what_of
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.acting import acting_on, nothing_to_do, record_on

if TYPE_CHECKING:
    from factcheck.store.evidence import Copied
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

COPIED = "file copied"
_LONGEST = 2000
_EDITED = ("title", "kind", "tier", "level", "address", "creator", "is_independent")
_MAGIC = {
    b"%PDF-": "application/pdf",
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


class Sourcing:
    """The use cases of one person on the sources of an article. All raise the store's faults.

    Sources and citations are handed over without an id where they are new; who and when is filled in.
    """

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    # ------------------------------------------------------------------------------------ on a statement

    def add_and_cite(
        self, seen: Statement, source: Source, citation: Citation, *, lead: str | None = None
    ) -> Changes:
        """Put a new source on file and cite it for a statement, in one action. `lead` is the one that led there.

        Raises ActionRefusedError when the source has no title, or the statement does not pose the question.
        """
        with acting_on(self._ledger, seen, "a source") as (writing, statement):
            new = _new(writing, seen.article_id, source)
            deeds = [_adding(new), *_citing(writing, statement, citation, new.id, lead)]
            return writing.record(seen.article_id, f"source added and {_what(deeds[1])}", deeds)

    def cite(
        self, seen: Statement, source: Source, citation: Citation, *, lead: str | None = None
    ) -> Changes:
        """Cite a source that is on file for a statement. One of another article is copied into this one.

        Raises like `add_and_cite`, and ChangedMeanwhileError when the source is not what was seen.
        """
        with acting_on(self._ledger, seen, "a citation") as (writing, statement):
            here = _as_seen(writing, source)
            if source.article_id != seen.article_id:
                here = _copy_of(writing, seen.article_id, source)
            deeds = _citing(writing, statement, citation, here.id, lead)
            is_new = writing.source(here.id) is None
            deeds += [_adding(here)] if is_new else _touching(writing, here)
            return writing.record(seen.article_id, _what(deeds[0]), deeds)

    def change_citation(self, seen: Statement, citation: Citation) -> Changes:
        """Replace what a citation says; its id tells which. Raises ActionRefusedError when there is none."""
        with acting_on(self._ledger, seen, "another citation") as (writing, statement):
            stored = _citation(statement, citation.id)
            wanted = _checked(statement, replace(citation, source=stored.source))
            if replace(wanted, by=stored.by, at=stored.at) == stored:
                return nothing_to_do(writing, seen.article_id, "citation unchanged")
            payload: dict[str, Json] = {"citation": form_of(wanted)}
            return record_on(writing, statement, EventKind.CITATION_CHANGED, payload)

    def remove_citation(self, seen: Statement, citation_id: str) -> Changes:
        """Take a citation off a statement; the source stays on file."""
        with acting_on(self._ledger, seen, "no such citation") as (writing, statement):
            _citation(statement, citation_id)
            payload: dict[str, Json] = {"citation": citation_id}
            return record_on(writing, statement, EventKind.CITATION_REMOVED, payload)

    # -------------------------------------------------------------------------------------- on a source

    def add(self, article_id: str, source: Source) -> Changes:
        """Put a source on file that is not cited yet. Raises ActionRefusedError when it has no title."""
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            if writing.article(article_id) is None:
                raise ChangedMeanwhileError("This article is no longer there.", "Somebody has shredded it.")
            return writing.record(article_id, "source added", [_adding(_new(writing, article_id, source))])

    def change(self, seen: Source, wanted: Source) -> Changes:
        """Say something else about a source. Raises ActionRefusedError and ChangedMeanwhileError."""
        with self._ledger.writing() as writing:
            writing.lock(seen.article_id)
            stored, tidy = _as_seen(writing, seen), _tidy(wanted)
            now, then = form_of(stored), form_of(tidy)
            payload = {name: then[name] for name in _EDITED if then[name] != now[name]}
            if not payload:
                return nothing_to_do(writing, seen.article_id, "source unchanged")
            deed = Deed(seen.id, EventKind.SOURCE_CHANGED, payload)
            return writing.record(seen.article_id, "source changed", [deed])

    def merge(self, seen: Source, into: Source) -> Changes:
        """Say that a source is another one, too: what is cited of it is cited of that one, and both count once.

        Raises ActionRefusedError and ChangedMeanwhileError.
        """
        if seen.id == into.id or seen.article_id != into.article_id:
            raise ActionRefusedError(
                "A source is merged into another one of the same article.", "Choose another source."
            )
        with self._ledger.writing() as writing:
            writing.lock(seen.article_id)
            for source in (_as_seen(writing, seen), _as_seen(writing, into)):
                if source.merged_into is not None:
                    raise ActionRefusedError("This source was merged already.", "Choose another source.")
            if seen.level is not into.level:  # else what is cited of a confidential one would be printed
                raise ActionRefusedError(
                    f"One of them is {seen.level}, the other one {into.level}.",
                    "Edit one of them first, so that it is clear who may hear of both.",
                )
            deeds = [
                Deed(seen.id, EventKind.SOURCE_MERGED, {"into": into.id}),
                Deed(
                    into.id, EventKind.SOURCE_CHANGED, {}
                ),  # so that nobody merges it away meanwhile, or undoes it
            ]
            return writing.record(seen.article_id, "source merged", deeds)

    def attach(self, seen: Source, path: Path) -> Changes:
        """Keep a copy of a file as evidence for a source, under the hash of its bytes.

        Raises InputRefusedError for a file that cannot be taken, StorageFailedError when it cannot be kept,
        ActionRefusedError when the source has it already, and ChangedMeanwhileError. Then nothing is left of it.
        """
        evidence = self._ledger.evidence
        with evidence.copied(path, self._ledger.ids) as copied:
            is_new = False
            try:
                with self._ledger.writing() as writing:
                    writing.lock(seen.article_id)
                    source = _as_seen(writing, seen)
                    if any(a.sha256 == copied.sha256 for a in source.attachments):
                        raise ActionRefusedError("This source has this file already.", "Choose another file.")
                    is_new = evidence.keep(copied)
                    attached = _attachment(path, copied, writing.at)
                    deed = Deed(seen.id, EventKind.EVIDENCE_ATTACHED, {"attachment": form_of(attached)})
                    return writing.record(
                        seen.article_id, f"evidence attached: {attached.size:,} bytes", [deed]
                    )
            except BaseException:
                if is_new:
                    evidence.drop(copied.sha256)
                raise


def _attachment(path: Path, copied: "Copied", at: str) -> Attachment:
    by_magic = next((kind for magic, kind in _MAGIC.items() if copied.beginning.startswith(magic)), None)
    media_type = by_magic or mimetypes.guess_type(path.name, strict=False)[0] or "application/octet-stream"
    return Attachment(copied.sha256, path.name, media_type, copied.size, at, COPIED)


def _tidy(source: Source) -> Source:
    """The source with each text in one line. Raises ActionRefusedError when it has no title."""
    title, address, creator = (_one_line(text) for text in (source.title, source.address, source.creator))
    if not title:
        raise ActionRefusedError("A source has a title.", "Type what it is called, or what it is.")
    return replace(source, title=title, address=address, creator=creator)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:_LONGEST]


def _new(writing: "Writing", article_id: str, source: Source) -> Source:
    return replace(
        _tidy(source), id=writing.new_id(), article_id=article_id, attachments=(), merged_into=None, version=0
    )


def _copy_of(writing: "Writing", article_id: str, source: Source) -> Source:
    """A copy of another article's source, with its evidence; the one that was made before, where it is the same.

    Else a source that is copied three times would count as three.
    """
    for here in writing.sources(article_id):
        if here.merged_into is None and _facts(here) == _facts(source):
            return here
    return replace(source, id=writing.new_id(), article_id=article_id, merged_into=None, version=0)


def _facts(source: Source) -> Source:
    return replace(source, id="", article_id="", version=0)


def _adding(source: Source) -> Deed:
    return Deed(source.id, EventKind.SOURCE_ADDED, {"source": form_of(source)})


def _touching(writing: "Writing", source: Source) -> list[Deed]:
    """What keeps the one who added a source from undoing that while somebody else cites it."""
    if writing.is_others_work(source.id):
        return [Deed(source.id, EventKind.SOURCE_CHANGED, {})]
    return []


def _citing(
    writing: "Writing", statement: Statement, citation: Citation, source_id: str, lead: str | None
) -> list[Deed]:
    checked = _checked(statement, replace(citation, id=writing.new_id(), source=source_id))
    deeds = [Deed(statement.id, EventKind.CITED, {"citation": form_of(checked)})]
    if lead is not None:
        if all(one.id != lead or one.is_used for one in statement.leads):
            raise ActionRefusedError("There is no such lead, or it was used.", "Add the source without it.")
        deeds.append(Deed(statement.id, EventKind.LEAD_USED, {"lead": lead}))
    return deeds


def _checked(statement: Statement, citation: Citation) -> Citation:
    """The citation, tidy. Raises ActionRefusedError when it does not fit the statement."""
    if citation.question not in statement.questions:
        raise ActionRefusedError(
            "Nobody is quoted here: the article says this itself, so only so can have a source.",
            "Cite it for so.",
        )
    if citation.detail is not None and all(
        citation.detail != statement.within(detail.span) for detail in statement.details
    ):
        raise ActionRefusedError("The statement has no such detail.", "Name one of its details, or none.")
    return replace(
        citation,
        locator=_one_line(citation.locator),
        excerpt=citation.excerpt.replace("\x00", "").strip(),
        accessed=_day(citation.accessed),
        by="",
        at="",
    )


def _day(text: str) -> str:
    text = text.strip()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ActionRefusedError(
            "The day of access is a day such as 2024-10-17.", "Correct it, or leave it empty."
        ) from error


def _citation(statement: Statement, citation_id: str) -> Citation:
    found = next((c for c in statement.citations if c.id == citation_id), None)
    if found is None:
        raise ActionRefusedError("The statement has no such citation.", "Look at it as it is now.")
    return found


def _as_seen(writing: "Writing", seen: Source) -> Source:
    stored = writing.source(seen.id)
    if stored is None:
        raise ChangedMeanwhileError(
            "This source is no longer there: what added it was undone.", "Nothing was saved."
        )
    if stored.version != seen.version:
        raise ChangedMeanwhileError(
            "This source was changed in another window or by somebody else.",
            "Yours was not saved. Look at the source as it is now, then decide again.",
        )
    return stored


def _what(deed: Deed) -> str:
    payload: Mapping[str, Json] = deed.payload
    return what_of(deed.kind, payload)
