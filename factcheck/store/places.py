"""Writing where somebody stands in an article, on one device, with what is half-typed there."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection as Transaction
from sqlalchemy import bindparam, insert, select, update

from factcheck.domain.author import Author
from factcheck.domain.place import Place, typed_since, with_typed
from factcheck.store.rows import Value, dump
from factcheck.store.tables import PLACE

_ADD_PLACE = insert(PLACE)
_WHOSE_PLACE = (
    PLACE.c.person == bindparam("whose"),
    PLACE.c.device == bindparam("where"),
    PLACE.c.article_id == bindparam("what"),
)
_TYPED = select(PLACE.c.typed).where(*_WHOSE_PLACE)
_MOVE_PLACE = (
    update(PLACE)
    .where(*_WHOSE_PLACE)
    .values(
        {
            name: bindparam(name)
            for name in ("statement_id", "question", "top_block", "top_line", "filter", "typed", "at")
        }
    )
)


def save(db: Transaction, author: Author, place: Place, known: Mapping[str, str], at: str) -> None:
    """Remember where a person stands, in the place of where they stood before.

    Of the half-typed texts only what differs from the `known` ones is written: the others may be another
    window's.
    """
    whose = {"whose": author.person, "where": author.device, "what": place.article_id}
    stored = db.execute(_TYPED, whose).scalar_one_or_none()
    typed = with_typed(json.loads(stored or "{}"), typed_since(known, place.typed))
    values: dict[str, Value] = {
        "statement_id": place.statement_id,
        "question": place.question.value,
        "top_block": place.top[0],
        "top_line": place.top[1],
        "filter": place.filter,
        "typed": dump(typed),
        "at": at,
    }
    if stored is not None:
        db.execute(_MOVE_PLACE, values | whose)
    else:
        key = {
            "person": author.person,
            "device": author.device,
            "article_id": place.article_id,
        }
        db.execute(_ADD_PLACE, values | key)
