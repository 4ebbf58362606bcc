"""What is folded from the log: the article's row, the statements' rows, their numbers and the tally."""

import json
from dataclasses import asdict

from sqlalchemy import delete, func, insert, update
from sqlmodel import Session, col, select

from factcheck.domain.article import Article, BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.event import Event
from factcheck.domain.fold import fold, fold_article
from factcheck.domain.progress import Tally
from factcheck.domain.statement import Statement
from factcheck.domain.statement_form import attributions_of, details_of
from factcheck.domain.text import Span
from factcheck.store import event_log
from factcheck.store.rows import STATEMENT_COLUMNS, dump, statement_of_row, statement_row
from factcheck.store.tables import (
    TALLY_COLUMNS,
    ArticleRow,
    BlockRow,
    OriginRow,
    PositionRow,
    StatementRow,
    TallyRow,
)


def article_row(article: Article) -> dict[str, Json]:
    """The columns of an article that its fold decides."""
    return {
        "slug": article.slug,
        "title": article.title,
        "draft_id": article.draft_id,
        "dateline": article.dateline,
        "author": article.author,
        "editor": article.editor,
        "deadline": article.deadline,
        "is_archived": int(article.is_archived),
        "taken_back": dump(sorted(article.taken_back)),
    }


def refold_article(session: Session, article_id: str) -> Article | None:
    """Fold an article's own stream and write its row."""
    article = fold_article(event_log.stream(session, article_id))
    if article is not None:
        session.execute(
            update(ArticleRow).where(col(ArticleRow.id) == article_id).values(article_row(article))
        )
    return article


def touch(session: Session, article_id: str, at: str) -> None:
    """Note when an article was last worked on."""
    session.execute(update(ArticleRow).where(col(ArticleRow.id) == article_id).values(touched_at=at))


def stored(session: Session, statement_id: str) -> Statement | None:
    """A statement as its row has it."""
    columns = [getattr(StatementRow, name) for name in STATEMENT_COLUMNS]
    row = session.execute(select(*columns).where(col(StatementRow.id) == statement_id)).first()
    return None if row is None else statement_of_row(tuple(row))


def origin(session: Session, statement_id: str) -> Statement | None:
    """A statement as the import left it; None for one that a hand added."""
    row = session.get(OriginRow, statement_id)
    if row is None:
        return None
    block = session.get_one(BlockRow, (row.draft_id, row.block))
    start = row.start_offset - block.start_offset
    return Statement(
        id=row.statement_id,
        article_id=row.article_id,
        draft_id=row.draft_id,
        block=row.block,
        kind=BlockKind(row.kind),
        span=Span(row.start_offset, row.end_offset),
        exact=block.text[start : start + row.end_offset - row.start_offset],
        details=details_of(json.loads(row.details)),
        attributions=attributions_of(json.loads(row.attributions)),
    )


def refold(session: Session, statement_id: str, events: list[Event] | None = None) -> Statement | None:
    """Fold a statement's stream and write its row whole, or take it away when there is no such statement."""
    found = event_log.stream(session, statement_id) if events is None else events
    statement = fold(origin(session, statement_id), found)
    session.execute(delete(StatementRow).where(col(StatementRow.id) == statement_id))
    if statement is not None:
        session.execute(insert(StatementRow), [statement_row(statement)])
    return statement


def renumber(session: Session, article_id: str) -> None:
    """Number an article's statements anew, from 1, in the order of the text."""
    session.execute(delete(PositionRow).where(col(PositionRow.article_id) == article_id))
    numbered = (
        select(
            StatementRow.article_id,
            func.row_number().over(order_by=col(StatementRow.start_offset)),
            StatementRow.id,
        )
        .where(StatementRow.article_id == article_id)
        .order_by(col(StatementRow.start_offset))
    )
    session.execute(insert(PositionRow).from_select(["article_id", "ordinal", "statement_id"], numbered))


def tally(session: Session, article_id: str) -> Tally:
    """An article's counts."""
    row = session.get(TallyRow, article_id, populate_existing=True)
    return Tally(**{name: getattr(row, name) for name in TALLY_COLUMNS}) if row else Tally()


def move_tally(session: Session, article_id: str, by: Tally) -> Tally:
    """Add a difference to an article's counts; returns the new ones."""
    moved = tally(session, article_id) + by
    session.execute(update(TallyRow).where(col(TallyRow.article_id) == article_id).values(asdict(moved)))
    session.expire_all()
    return moved
