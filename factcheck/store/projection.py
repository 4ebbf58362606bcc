"""What is folded from the log: the article's row, the statements' rows, their numbers and the tally."""

from collections.abc import Sequence
from hashlib import sha256

from msgspec.structs import asdict
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from factcheck.domain.article import Article
from factcheck.domain.event import Event
from factcheck.domain.fold import fold, fold_article, fold_source, fold_with_gone
from factcheck.domain.mark import ticked_names
from factcheck.domain.signoff import signoff_form
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.store import event_log
from factcheck.store.batches import batches
from factcheck.store.origins import origin_of_row
from factcheck.store.rows import (
    STATEMENT_COLUMNS,
    Value,
    dump,
    statement_of_row,
    statement_row,
)
from factcheck.store.source_rows import SOURCE_COLUMNS, source_of_row, source_row
from factcheck.store.tables import (
    ARTICLE,
    BLOCK,
    ORIGIN,
    POSITION,
    SIGNED_FILE,
    SOURCE,
    STATEMENT,
    TALLY,
    TALLY_COLUMNS,
    TICKED_NAME,
)

_STATEMENT = select(*(STATEMENT.c[n] for n in STATEMENT_COLUMNS)).where(STATEMENT.c.id == bindparam("wanted"))
_STATEMENTS = select(*(STATEMENT.c[n] for n in STATEMENT_COLUMNS)).where(
    STATEMENT.c.id.in_(bindparam("wanted", expanding=True))
)
_DATED = (
    select(*(STATEMENT.c[n] for n in STATEMENT_COLUMNS))
    .where(STATEMENT.c.article_id == bindparam("wanted"), STATEMENT.c.details.contains('["date",'))
    .order_by(STATEMENT.c.start_offset)
)
_WITHIN = (
    select(*(STATEMENT.c[n] for n in STATEMENT_COLUMNS))
    .where(
        STATEMENT.c.article_id == bindparam("wanted"),
        STATEMENT.c.start_offset >= bindparam("first"),
        STATEMENT.c.start_offset < bindparam("behind"),
    )
    .order_by(STATEMENT.c.start_offset)
)
_INSERT_STATEMENT = insert(STATEMENT)
_DELETE_STATEMENT = delete(STATEMENT).where(STATEMENT.c.id == bindparam("wanted"))
_ORIGINS = (
    select(
        ORIGIN.c.statement_id,
        ORIGIN.c.article_id,
        ORIGIN.c.draft_id,
        ORIGIN.c.block,
        ORIGIN.c.kind,
        ORIGIN.c.start_offset,
        ORIGIN.c.end_offset,
        ORIGIN.c.details,
        ORIGIN.c.attributions,
        ORIGIN.c.leads,
        BLOCK.c.start_offset,
        BLOCK.c.text,
    )
    .join(BLOCK, (BLOCK.c.draft_id == ORIGIN.c.draft_id) & (BLOCK.c.number == ORIGIN.c.block))
    .where(ORIGIN.c.statement_id.in_(bindparam("wanted", expanding=True)))
)
_FORGET_NAMES = delete(TICKED_NAME).where(TICKED_NAME.c.statement_id == bindparam("wanted"))
_SOURCE = select(*(SOURCE.c[n] for n in SOURCE_COLUMNS)).where(SOURCE.c.id == bindparam("wanted"))
_SOURCES = (
    select(*(SOURCE.c[n] for n in SOURCE_COLUMNS))
    .where(SOURCE.c.article_id == bindparam("wanted"))
    .order_by(SOURCE.c.id)
)
_DELETE_SOURCE = delete(SOURCE).where(SOURCE.c.id == bindparam("wanted"))
_SIGNED_FILE = select(SIGNED_FILE.c.sha256).where(
    SIGNED_FILE.c.article_id == bindparam("article_id"), SIGNED_FILE.c.sha256 == bindparam("sha256")
)
_TOUCH = update(ARTICLE).where(ARTICLE.c.id == bindparam("wanted")).values(touched_at=bindparam("now"))
_TALLY = select(*(TALLY.c[n] for n in TALLY_COLUMNS)).where(TALLY.c.article_id == bindparam("wanted"))
_UPDATE_TALLY = (
    update(TALLY)
    .where(TALLY.c.article_id == bindparam("wanted"))
    .values({name: bindparam(name) for name in TALLY_COLUMNS})
)


def article_row(article: Article) -> dict[str, Value]:
    """The columns of an article that its fold decides."""
    return {
        "slug": article.slug,
        "title": article.title,
        "draft_id": article.draft_id,
        "dateline": article.dateline,
        "author": article.author,
        "editor": article.editor,
        "publisher": article.publisher,
        "deadline": article.deadline,
        "is_archived": int(article.is_archived),
        "taken_back": dump(sorted(article.taken_back)),
        "accepted_hints": dump(sorted(article.accepted_hints)),
        "dismissed_hints": dump(sorted(article.dismissed_hints)),
        "signoff": dump(signoff_form(article.signoff)) if article.signoff else None,
    }


def write_article(db: Connection, article_id: str, events: Sequence[Event]) -> None:
    """Fold an article's own stream and write its row."""
    article = fold_article(events)
    if article is not None:
        db.execute(update(ARTICLE).where(ARTICLE.c.id == article_id).values(article_row(article)))


def touch(db: Connection, article_id: str, at: str) -> None:
    """Note when an article was last worked on."""
    db.execute(_TOUCH, {"wanted": article_id, "now": at})


def stored(db: Connection, statement_id: str) -> Statement | None:
    """A statement as its row has it."""
    row = db.execute(_STATEMENT, {"wanted": statement_id}).first()
    return None if row is None else statement_of_row(tuple(row))


def stored_together(db: Connection, ids: Sequence[str]) -> dict[str, Statement]:
    """Several statements as their rows have them, by id; those that there are not are left out."""
    rows = (row for some in batches(ids) for row in db.execute(_STATEMENTS, {"wanted": some}))
    found = (statement_of_row(tuple(row)) for row in rows)
    return {one.id: one for one in found}


def dated(db: Connection, article_id: str) -> list[Statement]:
    """The statements of an article that have a date in them, in the order of the text."""
    return [statement_of_row(tuple(row)) for row in db.execute(_DATED, {"wanted": article_id})]


def within(db: Connection, article_id: str, run: Span) -> list[Statement]:
    """The statements that begin in a run of the draft, in the order of the text."""
    rows = db.execute(_WITHIN, {"wanted": article_id, "first": run.start, "behind": run.end})
    return [statement_of_row(tuple(row)) for row in rows]


def origins(db: Connection, ids: Sequence[str]) -> dict[str, Statement]:
    """Statements as the import left them, by id; those that a hand added have none."""
    rows = (row for some in batches(ids) for row in db.execute(_ORIGINS, {"wanted": some}))
    return {row[0]: origin_of_row(row[0], tuple(row)[1:]) for row in rows}


def gone(db: Connection, article_id: str) -> list[Statement]:
    """The statements whose words are gone, each as it stood in the last draft that had them."""
    streams = event_log.streams(db, event_log.streams_gone(db, article_id))
    imported = origins(db, list(streams))
    states = [fold_with_gone(imported.get(one), events) for one, events in streams.items()]
    return sorted([state for state in states if state], key=lambda state: state.span)


def write_statement(
    db: Connection,
    statement_id: str,
    origin: Statement | None,
    events: Sequence[Event],
    *,
    is_new: bool,
) -> Statement | None:
    """Fold a statement's stream and write its row when it is new, or take it away when there is no such statement.

    `origin` is the statement as the import left it. What was there before is left to `change_statements`.
    """
    statement = fold(origin, events)
    if statement is None:
        db.execute(_DELETE_STATEMENT, {"wanted": statement_id})
    elif is_new:
        db.execute(_INSERT_STATEMENT, statement_row(statement))
    return statement


def write_ticked_names(db: Connection, statement_id: str, statement: Statement | None) -> None:
    """Note which names and titles are ticked in a statement, for the other places that have them."""
    db.execute(_FORGET_NAMES, {"wanted": statement_id})
    names = ticked_names(statement) if statement is not None else frozenset()
    if statement is not None and names:
        whose = {"statement_id": statement_id, "article_id": statement.article_id}
        db.execute(insert(TICKED_NAME), [{**whose, "given_for": name} for name in sorted(names)])


def write_source(db: Connection, source_id: str, events: Sequence[Event]) -> None:
    """Fold a source's stream and write its row whole, or take it away when it was not added after all."""
    db.execute(_DELETE_SOURCE, {"wanted": source_id})
    source = fold_source(events)
    if source is not None:
        db.execute(insert(SOURCE), source_row(source))


def source(db: Connection, source_id: str) -> Source | None:
    """A source as its row has it."""
    row = db.execute(_SOURCE, {"wanted": source_id}).first()
    return None if row is None else source_of_row(tuple(row))


def sources(db: Connection, article_id: str) -> list[Source]:
    """The sources of an article, the oldest first."""
    return [source_of_row(tuple(row)) for row in db.execute(_SOURCES, {"wanted": article_id})]


def keep_signed(db: Connection, article_id: str, content: bytes) -> str:
    """Write bytes that were signed, unless they are there; their SHA-256."""
    digest = sha256(content).hexdigest()
    here = {"article_id": article_id, "sha256": digest}
    if db.execute(_SIGNED_FILE, here).first() is None:
        db.execute(insert(SIGNED_FILE), here | {"content": content})
    return digest


def renumber(db: Connection, article_id: str) -> None:
    """Number an article's statements anew, from 1, in the order of the text."""
    db.execute(delete(POSITION).where(POSITION.c.article_id == article_id))
    numbered = (
        select(
            STATEMENT.c.article_id,
            func.row_number().over(order_by=STATEMENT.c.start_offset),
            STATEMENT.c.id,
        )
        .where(STATEMENT.c.article_id == article_id)
        .order_by(STATEMENT.c.start_offset)
    )
    db.execute(insert(POSITION).from_select(["article_id", "ordinal", "statement_id"], numbered))


def tally(db: Connection, article_id: str) -> Tally:
    """An article's counts."""
    row = db.execute(_TALLY, {"wanted": article_id}).first()
    return Tally(*row) if row else Tally()


def move_tally(db: Connection, article_id: str, by: Tally) -> Tally:
    """Add a difference to an article's counts; returns the new ones."""
    moved = tally(db, article_id) + by
    if by != Tally():
        db.execute(_UPDATE_TALLY, {"wanted": article_id, **asdict(moved)})
    return moved
