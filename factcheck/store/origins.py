"""A statement as the import left it: what its events are folded onto, whoever reads it."""

from factcheck.domain.article import BlockKind
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import attributions_in, details_in
from factcheck.domain.text import Span
from factcheck.store.connection import Connection, Row
from factcheck.store.rows import leads_of

_ORIGIN = (
    "SELECT o.article_id, o.draft_id, o.block, o.kind, o.start_offset, o.end_offset, o.details, o.attributions, "
    "o.leads, b.start_offset, b.text FROM origin o JOIN draft_block b ON b.draft_id = o.draft_id "
    "AND b.number = o.block WHERE o.statement_id = ?"
)


def origin(connection: Connection, statement_id: str) -> Statement | None:
    """A statement as the import left it; None for one that a hand or a later draft added."""
    row = connection.one(_ORIGIN, (statement_id,))
    return origin_of_row(statement_id, row) if row else None


def origin_of_row(statement_id: str, row: Row) -> Statement:
    """A statement from its article, draft, block, kind, start, end, details, attributions and leads as the import
    kept them, and the start and text of its block. Offsets are code points of the draft, half-open.
    """
    article_id, draft_id, block, kind, start, end, details, attributions, leads, block_start, text = row
    return Statement(
        id=statement_id,
        article_id=article_id,
        draft_id=draft_id,
        block=block,
        kind=BlockKind(kind),
        span=Span(start, end),
        exact=text[start - block_start : end - block_start],
        details=details_in(details),
        attributions=attributions_in(attributions),
        leads=leads_of(leads),
    )
