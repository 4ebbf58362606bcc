"""Asking: queries to the author, the editor or a source, from the question to its answer.

A query is never rewritten: what was asked wrongly is closed, and asked again.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import EventKind
from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.domain.statement import Statement
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on, nothing_to_do, record_on

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.writing import Writing


class Querying:
    """The use cases of one person's queries. All raise the store's faults, and refuse what has changed since."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def ask(self, seen: Statement, to: Addressee, text: str, name: str = "") -> Changes:
        """Ask something about a statement; `name` says who it is, where that is known.

        Raises ActionRefusedError when there is no question.
        """
        with acting_on(self._ledger, seen, f"query to {to.value}") as (writing, statement):
            query = Query(writing.new_id(), to, _words(text, "query"), name=_one_line(name))
            return record_on(writing, statement, EventKind.QUERY_ASKED, {"query": form_of(query)})

    def answer(self, seen: Statement, query_id: str, answer: str) -> Changes:
        """Write down what came back. Raises ActionRefusedError unless the query is open."""
        with self._on(seen, query_id, "answer to a query") as (writing, statement, query):
            if query.state is not QueryState.OPEN:
                raise ActionRefusedError(f"This query is {query.state.value}.", "Open it again first.")
            payload: dict[str, Json] = {"query": query_id, "answer": _words(answer, "answer")}
            return record_on(writing, statement, EventKind.QUERY_ANSWERED, payload)

    def close(self, seen: Statement, query_id: str) -> Changes:
        """Say that nothing more is wanted, answered or not."""
        return self._turn(seen, query_id, EventKind.QUERY_CLOSED, {QueryState.CLOSED})

    def reopen(self, seen: Statement, query_id: str) -> Changes:
        """Wait for an answer again; the one that was given stays to be read until another one comes."""
        return self._turn(seen, query_id, EventKind.QUERY_REOPENED, {QueryState.OPEN})

    def _turn(
        self, seen: Statement, query_id: str, kind: EventKind, is_so: Collection[QueryState]
    ) -> Changes:
        what = kind.value.replace("_", " ")
        with self._on(seen, query_id, what) as (writing, statement, query):
            if query.state in is_so:
                return nothing_to_do(writing, seen.article_id, f"query: already {query.state.value}")
            return record_on(writing, statement, kind, {"query": query_id})

    @contextmanager
    def _on(
        self, seen: Statement, query_id: str, wanted: str
    ) -> Iterator[tuple["Writing", Statement, Query]]:
        with acting_on(self._ledger, seen, wanted) as (writing, statement):
            query = next((q for q in statement.queries if q.id == query_id), None)
            if query is None:
                raise ActionRefusedError("There is no such query here.", "Look at the statement again.")
            yield writing, statement, query


def _words(text: str, what: str) -> str:
    if "\x00" in text:
        raise ActionRefusedError(f"A {what} cannot hold NUL characters.", "Take them out.")
    text = text.strip()
    if not text:
        raise ActionRefusedError(f"There is no {what}.", "Type it.")
    return text


def _one_line(name: str) -> str:
    return " ".join(name.replace("\x00", " ").split())
