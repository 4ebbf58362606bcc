"""Making an article of a document: extraction, then one event and all its statements in one transaction."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factcheck.documents.document import Document
from factcheck.domain.article import Article, BlockKind, Credits
from factcheck.domain.canonical import Json, canonical_sha256
from factcheck.domain.draft import Draft
from factcheck.domain.extracted import Extracted, Extraction
from factcheck.domain.link import MOST_HINTS, LinkType, StoredHint
from factcheck.domain.source import Lead
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import attributions_form, details_form
from factcheck.domain.text import sha256_of
from factcheck.extraction.datelines import dateline_date
from factcheck.extraction.extractor import extract
from factcheck.extraction.resolving import with_dates
from factcheck.services.crediting import NOBODY, credits_form
from factcheck.services.hanging import Hung, hang, leads_of
from factcheck.services.originals import files_of, kept

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing

_SLUG_LENGTH = 60
_TITLE_LENGTH = 200
_ROWS_AT_A_TIME = 200

Told = Callable[[str, float], None]
"""Hears what is being done ("reading") and how far it is, from 0 to 1. What it raises ends the import, and nothing is stored."""


def _nobody(what: str, share: float) -> None:
    """Nobody wants to hear how far an import is."""


class Imported(Struct, frozen=True):
    """The article that a document became, or the one that had the same text already."""

    article: Article
    is_new: bool
    statements: int
    warnings: tuple[str, ...]


class _Named(Struct, frozen=True):
    """What a person has said of an article."""

    title: str | None
    dateline: str | None
    credited: Credits


def import_document(
    ledger: "Ledger",
    document: Document,
    *,
    title: str | None = None,
    dateline: str | None = None,
    credited: Credits = NOBODY,
    extraction: Extraction | None = None,
    told: Told = _nobody,
) -> Imported:
    """Store a document as an article, or find the article that has the same text. Raises the store's faults.

    `extraction` is what was found in its text already, where somebody has looked at that before.
    `credited` is what a person has confirmed: nothing that the file says of itself is stored without that.
    """
    digest = sha256_of(document.text)
    with ledger.writing() as writing:
        if known := _known(writing, document, digest):
            return known
    length = len(document.text)
    if extraction is None:  # outside: others may write while a book is being read
        extraction = extract(
            document.text, document.stated, told=lambda place: told("reading", place / length)
        )
    extraction = dated(extraction, dateline)
    with kept(ledger.evidence, ledger.ids, files_of(document, digest)) as files:
        with ledger.writing() as writing:
            known = _known(writing, document, digest)
            if known is None:
                return _store(
                    writing, document, digest, extraction, _Named(title, dateline, credited), files(), told
                )
        return known


def dated(extraction: Extraction, dateline: str | None) -> Extraction:
    """The extraction with its relative dates resolved, where the dateline tells the day of issue."""
    issued = dateline_date(dateline) if dateline else None
    if issued is None:
        return extraction
    return replace(extraction, statements=tuple(with_dates(s, issued) for s in extraction.statements))


def _known(writing: "Writing", document: Document, digest: str) -> Imported | None:
    article = writing.article_with_text(digest)
    if article is None:
        return None
    count = writing.tally(article.id).statements
    return Imported(article, is_new=False, statements=count, warnings=document.provenance.warnings)


def _store(
    writing: "Writing",
    document: Document,
    digest: str,
    extraction: Extraction,
    named: _Named,
    files: list[Json],
    told: Told,
) -> Imported:
    title = named.title or title_of(document, extraction)
    article = Article(
        id=writing.new_id(),
        slug=writing.free_slug(slug_of(title)),
        title=title,
        draft_id=writing.new_id(),
        dateline=named.dateline,
        author=named.credited.author,
        publisher=named.credited.publisher,
    )
    draft = Draft(
        id=article.draft_id,
        article_id=article.id,
        number=1,
        sha256=digest,
        length=len(document.text),
        extractor=extraction.extractor,
        extraction_sha256=extraction_sha256(extraction),
        provenance=document.provenance,
    )
    ids = [writing.new_id() for _ in extraction.statements]
    hung = hang(document.notes, extraction)
    tally = writing.add_article(
        article,
        _payload(article, draft) | _whence(document, files),
        draft,
        document.text,
        extraction.blocks,
        _telling(
            map(propose, ids, repeat(article), extraction.statements, _leads(writing, hung)), len(ids), told
        ),
        hints_of(extraction, ids),
    )
    warnings = (*document.provenance.warnings, *hung.warnings, *_left_out(extraction))
    return Imported(article, is_new=True, statements=tally.statements, warnings=warnings)


def _telling(statements: Iterator[Statement], count: int, told: Told) -> Iterator[Statement]:
    for number, statement in enumerate(statements):
        if number % _ROWS_AT_A_TIME == 0:
            told("storing", number / count)
        yield statement


def _left_out(extraction: Extraction) -> Iterator[str]:
    left = len(extraction.hints) - MOST_HINTS
    if left > 0:
        yield f"Of {len(extraction.hints):,} hints the likeliest {MOST_HINTS:,} are kept; {left:,} are left out."


def _leads(writing: "Writing", hung: Hung) -> Iterator[tuple[Lead, ...]]:
    return (leads_of(notes, writing.new_id) for notes in hung.by_statement)


def _payload(article: Article, draft: Draft) -> dict[str, Json]:
    return {
        "slug": article.slug,
        "title": article.title,
        "dateline": article.dateline,
        "draft": draft.id,
        "text_sha256": draft.sha256,
        "extractor": draft.extractor,
        "extraction_sha256": draft.extraction_sha256,
        **credits_form(article.credits),
    }


def propose(statement_id: str, article: Article, found: Extracted, leads: tuple[Lead, ...] = ()) -> Statement:
    """An untouched statement of an article's draft, as the extraction proposes it, with the author's leads."""
    return Statement(
        id=statement_id,
        article_id=article.id,
        draft_id=article.draft_id,
        block=found.block,
        kind=found.kind,
        span=found.span,
        exact=found.exact,
        details=found.details,
        attributions=found.attributions,
        leads=leads,
    )


def _whence(document: Document, files: list[Json]) -> dict[str, Json]:
    """What the import's event says of where the text is from: the files that are kept, the address that was asked."""
    told: dict[str, Json] = {"files": files, "address": document.address}
    return {name: value for name, value in told.items() if value}


def hints_of(extraction: Extraction, ids: Sequence[str]) -> Iterator[StoredHint]:
    """The hints between the statements of these ids, the best first, and no more than `MOST_HINTS`."""
    ranked = sorted(extraction.hints, key=lambda hint: -hint.score)[:MOST_HINTS]
    for number, hint in enumerate(ranked):
        yield StoredHint(
            number, LinkType(hint.type), ids[hint.source], ids[hint.target], hint.score, hint.why
        )


def extraction_sha256(extraction: Extraction) -> str:
    """The hash by which the import's event names what the extraction proposed."""
    blocks: list[Json] = [
        [b.kind.value, b.span.start, b.span.end, b.is_excluded, b.reason, b.same_as]
        for b in extraction.blocks
    ]
    statements: list[Json] = [
        [s.kind.value, s.span.start, s.span.end, details_form(s.details), attributions_form(s.attributions)]
        for s in extraction.statements
    ]
    return canonical_sha256({"extractor": extraction.extractor, "blocks": blocks, "statements": statements})


def title_of(document: Document, extraction: Extraction) -> str:
    """What the file says, or the headline, the first words of the first statement, or its name; one line."""
    headline = next((b for b in extraction.blocks if b.kind is BlockKind.HEADLINE), None)
    if document.proposals.title:
        words = document.proposals.title
    elif headline is not None:
        words = headline.span.of(document.text)
    else:
        words = extraction.statements[0].exact if extraction.statements else document.provenance.name
    line = " ".join(words.split())
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1] + "…"


def slug_of(title: str) -> str:
    """The short name of an article: ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)'(?=\w)|(?<=\d),(?=\d)", "", plain))
    slug = ""
    for word in words:
        if len(slug) + len(word) + 1 > _SLUG_LENGTH:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug or "article"
