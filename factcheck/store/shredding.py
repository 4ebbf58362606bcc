"""Destroying an article, which is the only thing that erases."""

from sqlalchemy import Connection, delete, insert, select

from factcheck.store import dialect
from factcheck.store.tables import (
    APPEND_ONLY,
    ARTICLE,
    BLOCK,
    DRAFT,
    EVENT,
    HINT,
    ORIGIN,
    PLACE,
    POSITION,
    SIGNED_FILE,
    SOURCE,
    STATEMENT,
    TALLY,
    TICKED_NAME,
    TOMBSTONE,
)


def shred(db: Connection, article_id: str, person: str, at: str) -> None:
    """Delete every row of an article and leave a tombstone for each of its texts.

    The triggers that forbid deleting are taken away and put back in the same transaction. Deleted rows are
    overwritten in the file (the connection asks SQLite for that); copies elsewhere cannot be reached.
    """
    hashes = db.execute(select(DRAFT.c.sha256).where(DRAFT.c.article_id == article_id)).scalars().all()
    for statement in dialect.lift_append_only(db.dialect.name, APPEND_ONLY):
        db.exec_driver_sql(statement)
    drafts = select(DRAFT.c.id).where(DRAFT.c.article_id == article_id)
    db.execute(delete(BLOCK).where(BLOCK.c.draft_id.in_(drafts)))
    for table in (
        PLACE,
        POSITION,
        TALLY,
        TICKED_NAME,
        HINT,
        SOURCE,
        STATEMENT,
        ORIGIN,
        EVENT,
        SIGNED_FILE,
        DRAFT,
    ):
        db.execute(delete(table).where(table.c.article_id == article_id))
    db.execute(delete(ARTICLE).where(ARTICLE.c.id == article_id))
    for statement in dialect.restore_append_only(db.dialect.name, APPEND_ONLY):
        db.exec_driver_sql(statement)
    db.execute(delete(TOMBSTONE).where(TOMBSTONE.c.text_sha256.in_(hashes)))
    for digest in set(hashes):
        db.execute(insert(TOMBSTONE), {"text_sha256": digest, "shredded_by": person, "shredded_at": at})
