"""What all use cases on statements share: they look at a statement as it was seen, and refuse when it has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.mark import sign
from factcheck.domain.statement import Statement
from factcheck.domain.wording import what_of
from factcheck.errors import ChangedMeanwhileError

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


@contextmanager
def acting_on(ledger: "Ledger", seen: Statement, wanted: str) -> Iterator[tuple["Writing", Statement]]:
    """One transaction on a statement. `wanted` says in words what was to be done.

    Raises ChangedMeanwhileError when the statement is not any longer what was seen, and the store's faults.
    """
    with ledger.writing() as writing:
        writing.lock(seen.article_id)
        yield writing, as_seen(writing, seen, wanted)


def as_seen(writing: "Writing", seen: Statement, wanted: str) -> Statement:
    """The statement as it is stored. Raises ChangedMeanwhileError when that is not what was seen."""
    statement = writing.statement(seen.id)
    if statement is None or statement.version != seen.version:
        raise _changed_meanwhile(statement, wanted)
    return statement


def record_on(writing: "Writing", statement: Statement, kind: EventKind, payload: dict[str, Json]) -> Changes:
    """Do one thing to one statement."""
    return writing.record(statement.article_id, what_of(kind, payload), [Deed(statement.id, kind, payload)])


def nothing_to_do(writing: "Writing", article_id: str, what: str) -> Changes:
    """All is already as it was wanted."""
    return Changes(article_id, what, writing.person, writing.at, writing.tally(article_id))


def _changed_meanwhile(statement: Statement | None, wanted: str) -> ChangedMeanwhileError:
    if statement is None:
        return ChangedMeanwhileError(
            "This statement is no longer there: another window undid what added it.", "Nothing was saved."
        )
    now = ", ".join(f"{q}: {sign(statement, q)}" for q in statement.questions)
    return ChangedMeanwhileError(
        f"Changed by {statement.changed_by} at {statement.changed_at}: it is now {now}. Yours was {wanted}.",
        "Yours was not saved. Look at the statement as it is now, then decide again.",
    )
