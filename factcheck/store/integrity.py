"""Whether a store is what its own log says: hashes, chains, folds, counts and texts, all taken anew."""

from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import fields

from factcheck.domain.event import FIRST_CHAIN, STARTS_A_SOURCE, chain_hash
from factcheck.domain.fold import fold, fold_article, fold_source
from factcheck.domain.mark import ticked_names
from factcheck.domain.progress import tally_of
from factcheck.domain.review import Review
from factcheck.domain.signoff import signed_in
from factcheck.domain.tally import Tally
from factcheck.domain.text import sha256_of
from factcheck.store import dialect
from factcheck.store.connection import Connection
from factcheck.store.evidence import Evidence
from factcheck.store.past import evidence_by_article
from factcheck.store.rows import ROW_COLUMNS, statement_row
from factcheck.store.whole import WholeReader


class Finding(Struct, frozen=True):
    """Something that is not as it should be: in which article (its slug, or "the store"), and what."""

    where: str
    what: str


def check_store(connection: Connection) -> list[Finding]:
    """Everything that is wrong with a store; empty when all is well. Raises the store's faults."""
    complaints = connection.on_sqlite(dialect.integrity_complaints)
    if complaints:
        return [Finding("the store", complaint) for complaint in complaints]
    reader = WholeReader(connection)
    with connection.snapshot():
        ids = connection.all("SELECT id, slug FROM article ORDER BY slug")
        return [
            Finding(slug, what)
            for article, slug in ids
            for what in _check_article(connection, reader, article)
        ]


def check_evidence(connection: Connection, evidence: Evidence) -> list[Finding]:
    """Every file of evidence that is not there with the bytes that it was kept with. Reads all of them."""
    return [
        Finding(slug, f"the evidence {digest}: {complaint}")
        for slug, digest in evidence_by_article(connection)
        if (complaint := evidence.complaint(digest))
    ]


def _check_article(connection: Connection, reader: WholeReader, article_id: str) -> Iterator[str]:
    article = reader.article(article_id)
    yield from _check_log(connection, reader, article_id)
    if article != fold_article(reader.stream(article_id)) or article is None:
        yield "its row is not what its events say"
        return
    review = reader.whole(article)
    for draft in reader.drafts(article_id):
        text = "".join(reader.text(draft.id))
        if sha256_of(text) != draft.sha256 or len(text) != draft.length:
            earlier = "" if draft.id == review.draft.id else f" of draft {draft.number}"
            yield f"the stored text{earlier} is not the one that was imported"
    yield from _check_rows(connection, reader, review)
    yield from _check_sources(connection, reader, review)
    yield from _check_counts(connection, review)
    yield from _check_signed(connection, reader, article_id)
    if any(s.draft_id != review.draft.id or s.span.of(review.text) != s.exact for s in review.statements):
        yield "a statement is not at its place in the text"
    if missing := _uncovered(review):
        yield f"{missing} characters of the text are in no statement and in no excluded block"


def _check_log(connection: Connection, reader: WholeReader, article_id: str) -> Iterator[str]:
    versions: dict[str, int] = {}
    chains: dict[str, tuple[int, str]] = {}
    for event, device_seq, content, chain in reader.log(article_id):
        if event.content_hash() != content:
            yield f"event {event.id} was altered"
        count, previous = chains.get(event.device, (0, FIRST_CHAIN))
        if device_seq != count + 1 or chain_hash(previous, content) != chain:
            yield f"the chain of device {event.device} is broken at event {event.id}"
        chains[event.device] = (device_seq, chain)
        if event.version != versions.get(event.stream, 0) + 1:
            yield f"an event before {event.id} is missing"
        versions[event.stream] = event.version


def _check_rows(connection: Connection, reader: WholeReader, review: Review) -> Iterator[str]:
    """Each row, the derived columns included, against the fold of its stream."""
    article_id = review.article.id
    columns = ", ".join(ROW_COLUMNS)
    rows = connection.all(f"SELECT {columns} FROM statement WHERE article_id = ?", (article_id,))
    stored = {str(row[0]): dict(zip(ROW_COLUMNS, row, strict=True)) for row in rows}
    origins = {origin.id: origin for origin in reader.origins(article_id)}
    streams = {
        s for (s,) in connection.all("SELECT DISTINCT stream FROM event WHERE article_id = ?", (article_id,))
    }
    for statement_id in sorted({*stored, *origins, *streams} - {article_id}):
        folded = fold(origins.get(statement_id), reader.stream(statement_id))
        wanted = statement_row(folded) if folded else None
        if stored.get(statement_id) != wanted:
            yield f"the row of statement {statement_id} is not what its events say"


def _check_sources(connection: Connection, reader: WholeReader, review: Review) -> Iterator[str]:
    """Each source against the fold of its stream, and the ticked names against the statements that have them."""
    article_id = review.article.id
    streams = connection.all(
        "SELECT stream FROM event WHERE article_id = ? AND version = 1 AND kind = ?",
        (article_id, STARTS_A_SOURCE.value),
    )
    stored = {source.id: source for source in review.sources}
    for source_id in sorted({*stored, *(str(stream) for (stream,) in streams)}):
        if stored.get(source_id) != fold_source(reader.stream(source_id)):
            yield f"the row of source {source_id} is not what its events say"
    noted = connection.all(
        "SELECT statement_id, given_for FROM ticked_name WHERE article_id = ?", (article_id,)
    )
    if {tuple(row) for row in noted} != {(s.id, name) for s in review.statements for name in ticked_names(s)}:
        yield "the names noted as ticked are not those that are ticked"


def _check_counts(connection: Connection, review: Review) -> Iterator[str]:
    recount = sum((tally_of(s) for s in review.statements), Tally())
    for field in fields(Tally):
        if getattr(recount, field.name) != getattr(review.tally, field.name):
            yield f"the count of {field.name.replace('_', ' ')} is wrong"
    numbered = connection.all(
        "SELECT ordinal, statement_id FROM position WHERE article_id = ? ORDER BY ordinal",
        (review.article.id,),
    )
    if [tuple(row) for row in numbered] != [(n, s.id) for n, s in enumerate(review.statements, 1)]:
        yield "the statements are not numbered in the order of the text"


def _check_signed(connection: Connection, reader: WholeReader, article_id: str) -> Iterator[str]:
    """Each file that an event of the article says was signed, against its hash."""
    for event in reader.stream(article_id):
        for digest in signed_in(event):
            row = connection.one(
                "SELECT content FROM signed_file WHERE article_id = ? AND sha256 = ?", (article_id, digest)
            )
            if row is None or sha256(bytes(row[0])).hexdigest() != digest:
                yield f"the signed file {digest} is not kept as it was signed"


def _uncovered(review: Review) -> int:
    """How many characters that are not white space are in no statement and in no excluded block."""
    spans = sorted([s.span for s in review.statements] + [span for span, _ in review.excluded()])
    missing, end = 0, 0
    for span in spans:
        missing += len("".join(review.text[end : span.start].split()))
        end = max(end, span.end)
    return missing + len("".join(review.text[end:].split()))
