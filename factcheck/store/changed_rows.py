"""Writing the rows of statements that are there already: few of them whole, of thousands only what has changed.

A column that is written costs its index and its check once more, whether it has another value or not.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, Connection, Update, bindparam, select, update

from factcheck.domain.changes import Moved
from factcheck.store.batches import batches
from factcheck.store.rows import ROW_COLUMNS, Value, let_stand_values, statement_row
from factcheck.store.tables import STATEMENT

_MANY = 50
_STORED = select(*(STATEMENT.c[n] for n in ROW_COLUMNS)).where(
    STATEMENT.c.id.in_(bindparam("wanted", expanding=True))
)


@lru_cache(maxsize=64)
def _update(columns: tuple[str, ...]) -> Update:
    changed: dict[str, BindParameter[Any]] = {name: bindparam(name) for name in columns}
    return update(STATEMENT).where(STATEMENT.c.id == bindparam("wanted")).values(changed)


_WHOLE = _update(ROW_COLUMNS)


def change_statements(db: Connection, moved: Sequence[Moved]) -> None:
    """Write the rows of those statements that were there before and are there now, all at once."""
    there = [(one, one.after) for one in moved if one.before is not None and one.after is not None]
    if len(there) < _MANY:
        if there:
            db.execute(_WHOLE, [{**statement_row(after), "wanted": after.id} for _, after in there])
        return
    let_stand: list[dict[str, Value]] = []
    others: list[dict[str, Value]] = []
    for one, after in there:
        if one.is_only_let_stand:
            let_stand.append({"wanted": after.id, **let_stand_values(after)})
        else:
            others.append(statement_row(after))
    if let_stand:
        columns = tuple(name for name in let_stand[0] if name != "wanted")
        db.execute(_update(columns), let_stand)
    for columns, alike in _by_difference(db, others).items():
        db.execute(_update(columns), alike)


def _by_difference(
    db: Connection, rows: Sequence[Mapping[str, Value]]
) -> dict[tuple[str, ...], list[dict[str, Value]]]:
    """What is to be written of each row, by the columns in which it differs from the one that is stored."""
    wanted = {str(row["id"]): row for row in rows}
    found: dict[tuple[str, ...], list[dict[str, Value]]] = {}
    for some in batches(list(wanted)):
        for stored in db.execute(_STORED, {"wanted": some}).all():
            row = wanted[stored[0]]
            known = zip(ROW_COLUMNS, stored, strict=True)
            differing = [name for name, value in known if row[name] != value]
            values = {name: row[name] for name in differing} | {"wanted": stored[0]}
            found.setdefault(tuple(differing), []).append(values)
    found.pop((), None)
    return found
