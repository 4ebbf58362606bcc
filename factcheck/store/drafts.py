"""Storing a draft: its blocks, and its statements as the extraction proposes them. All in bulk."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from msgspec.structs import asdict
from sqlalchemy import Connection, bindparam, func, insert, select

from factcheck.domain.article import Article, Block, BlockKind
from factcheck.domain.draft import Draft
from factcheck.domain.link import StoredHint
from factcheck.domain.mark import BlockText
from factcheck.domain.progress import tally_of
from factcheck.domain.statement import Statement
from factcheck.domain.tally import Tally
from factcheck.domain.text import Span
from factcheck.store.projection import article_row
from factcheck.store.rows import (
    Value,
    dump,
    statement_row,
)
from factcheck.store.tables import ARTICLE, BLOCK, DRAFT, HINT, ORIGIN, POSITION, STATEMENT, TALLY

_ROWS_AT_A_TIME = 2000
_BLOCK = select(BLOCK).where(BLOCK.c.draft_id == bindparam("draft"), BLOCK.c.number == bindparam("wanted"))
_TEXT = (
    select(BLOCK.c.lead, BLOCK.c.text).where(BLOCK.c.draft_id == bindparam("draft")).order_by(BLOCK.c.number)
)
T = TypeVar("T")


def article_with_text(db: Connection, sha256: str) -> str | None:
    """The id of the article whose first draft has this text, or None."""
    found: str | None = db.execute(
        select(DRAFT.c.article_id).where(DRAFT.c.sha256 == sha256, DRAFT.c.number == 1)
    ).scalar()
    return found


def free_slug(db: Connection, wanted: str) -> str:
    """The slug, with a number behind it when another article has it already."""
    taken = set(db.execute(select(ARTICLE.c.slug).where(ARTICLE.c.slug.startswith(wanted))).scalars())
    if wanted not in taken:
        return wanted
    return next(slug for n in range(2, len(taken) + 3) if (slug := f"{wanted}-{n}") not in taken)


def add_article(db: Connection, article: Article, at: str) -> None:
    """Write the row of a new article, with an empty tally."""
    db.execute(insert(ARTICLE), [{"id": article.id, "touched_at": at, **article_row(article)}])
    db.execute(insert(TALLY), [{"article_id": article.id, **asdict(Tally())}])


def newest_number(db: Connection, article_id: str) -> int:
    """The number of an article's newest draft, undone ones included."""
    numbers = select(func.max(DRAFT.c.number)).where(DRAFT.c.article_id == article_id)
    return int(db.execute(numbers).scalar() or 0)


def add_draft(db: Connection, draft: Draft, text: str, blocks: Iterable[Block]) -> None:
    """Write a draft and its blocks; together with the white space between them they are the whole text."""
    blocks = tuple(blocks)
    tail = text[blocks[-1].span.end :] if blocks else text
    db.execute(
        insert(DRAFT),
        [
            {
                "id": draft.id,
                "article_id": draft.article_id,
                "number": draft.number,
                "sha256": draft.sha256,
                "length": draft.length,
                "tail": tail,
                "extractor": draft.extractor,
                "extraction_sha256": draft.extraction_sha256,
                "provenance": dump(asdict(draft.provenance)),
            }
        ],
    )
    for batch in _batches(_block_rows(draft.id, text, blocks)):
        db.execute(insert(BLOCK), batch)


def _block_rows(draft_id: str, text: str, blocks: Iterable[Block]) -> Iterator[dict[str, Value]]:
    end = 0
    for block in blocks:
        yield {
            "draft_id": draft_id,
            "number": block.number,
            "kind": block.kind.value,
            "start_offset": block.span.start,
            "end_offset": block.span.end,
            "lead": text[end : block.span.start],
            "text": block.span.of(text),
            "is_excluded": int(block.is_excluded),
            "reason": block.reason,
            "same_as": block.same_as,
        }
        end = block.span.end


def block(db: Connection, draft_id: str, number: int) -> BlockText | None:
    """A block of a draft with its characters."""
    row = db.execute(_BLOCK, {"draft": draft_id, "wanted": number}).first()
    if row is None:
        return None
    return BlockText(_block_of(row), row.text)


def blocks(db: Connection, draft_id: str) -> list[Block]:
    """All blocks of a draft, without their characters."""
    rows = db.execute(select(BLOCK).where(BLOCK.c.draft_id == draft_id).order_by(BLOCK.c.number))
    return [_block_of(row) for row in rows]


def _block_of(row: Any) -> Block:
    span = Span(row.start_offset, row.end_offset)
    return Block(row.number, BlockKind(row.kind), span, bool(row.is_excluded), row.reason, row.same_as)


def sha256_of_draft(db: Connection, draft_id: str) -> str:
    """The hash of a draft's text. Raises LookupError when there is no such draft."""
    found = db.execute(select(DRAFT.c.sha256).where(DRAFT.c.id == draft_id)).scalar()
    if found is None:
        raise LookupError(draft_id)
    return str(found)


def text(db: Connection, draft_id: str) -> str:
    """All characters of a draft."""
    rows = db.execute(_TEXT, {"draft": draft_id})
    tail: str | None = db.execute(select(DRAFT.c.tail).where(DRAFT.c.id == draft_id)).scalar()
    return "".join(part for row in rows for part in row) + (tail or "")


def add_statements(db: Connection, statements: Iterable[Statement]) -> Tally:
    """Write new statements of one article with origin, row and number; returns what they add to the tally."""
    total = Tally()
    ordinal = 1
    for batch in _batches(statements):
        rows = [statement_row(s) for s in batch]
        db.execute(insert(ORIGIN), [_origin_row(*pair) for pair in zip(batch, rows, strict=True)])
        db.execute(insert(STATEMENT), rows)
        numbers = [
            {"article_id": s.article_id, "ordinal": n, "statement_id": s.id}
            for n, s in enumerate(batch, ordinal)
        ]
        db.execute(insert(POSITION), numbers)
        ordinal += len(batch)
        total += sum((tally_of(s) for s in batch), Tally())
    return total


def _origin_row(statement: Statement, row: Mapping[str, Value]) -> dict[str, Value]:
    """What a new statement begins with; `row` is its own, in which some of that stands in the same form."""
    return {
        "statement_id": statement.id,
        "article_id": statement.article_id,
        "draft_id": statement.draft_id,
        "block": statement.block,
        "kind": statement.kind.value,
        "start_offset": statement.span.start,
        "end_offset": statement.span.end,
        "details": row["details"],
        "attributions": row["attributions"],
        "leads": row["leads"],
    }


def add_hints(db: Connection, article_id: str, hints: Iterable[StoredHint]) -> None:
    """Write the hints of a new article, in their order."""
    rows = (
        {
            "article_id": article_id,
            "number": hint.number,
            "type": hint.type.value,
            "from_id": hint.from_id,
            "to_id": hint.to_id,
            "score": round(hint.score * 1000),
            "why": hint.why,
        }
        for hint in hints
    )
    for batch in _batches(rows):
        db.execute(insert(HINT), batch)


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _ROWS_AT_A_TIME)):
        yield batch
