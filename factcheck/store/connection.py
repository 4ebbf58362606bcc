"""Plain SQL over the store through the DB-API, for all that is read before SQLModel is needed."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import quote

from factcheck.store import dialect
from factcheck.store.faults import fault_of
from factcheck.store.location import Location

Row = tuple[Any, ...]
_ROWS_AT_A_TIME = 500
T = TypeVar("T")


class Connection:
    """A connection that only reads. A read fetches all and closes at once: an open one would hold up a commit.

    `each` alone stays open until its caller has gone through it.

    Every method raises the error that `fault_of` finds for a database error.
    """

    def __init__(self, location: Location) -> None:
        self._where = location.shown
        self.sqlite: sqlite3.Connection | None = None
        self._server: Any = None
        self._errors: type[Exception] = sqlite3.Error
        if location.file is not None:
            try:
                self.sqlite = _open_file(location.file)
            except sqlite3.Error as error:
                raise self._fault(error) from error
        else:
            self._open_server(location.server or "")

    def _open_server(self, address: str) -> None:
        import psycopg  # an extra, and loaded only where it is used

        self._errors = psycopg.Error
        try:
            self._server = psycopg.connect(address, autocommit=True)
        except psycopg.Error as error:
            raise self._fault(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        if self.sqlite is not None:
            self.sqlite.close()
        if self._server is not None:
            self._server.close()

    def all(self, sql: str, values: Sequence[str | int] = ()) -> list[Row]:
        """Every row of a query, with `?` for each value."""
        try:
            with closing(self._answered(sql, values)) as cursor:
                rows: list[Row] = cursor.fetchall()
                return rows
        except self._errors as error:
            raise self._fault(error) from error

    def each(self, sql: str, values: Sequence[str | int] = ()) -> Iterator[Row]:
        """Like `all`, with only some rows in memory at a time: for very many that are gone through at once, inside a snapshot."""
        try:
            with closing(self._answered(sql, values)) as cursor:
                while rows := cursor.fetchmany(_ROWS_AT_A_TIME):
                    yield from rows
        except self._errors as error:
            raise self._fault(error) from error

    def _answered(self, sql: str, values: Sequence[str | int]) -> Any:
        """The cursor of either driver over what a query finds."""
        if self.sqlite is not None:
            return self.sqlite.execute(sql, values)
        return self._server.execute(sql.replace("?", "%s"), values)

    def one(self, sql: str, values: Sequence[str | int] = ()) -> Row | None:
        """The first row of a query, or None."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reads inside see the store as it is at one moment. Writers wait meanwhile, on SQLite."""
        sqlite = self.sqlite is not None
        self._run(dialect.BEGIN_READING if sqlite else dialect.BEGIN_READING_SERVER)
        try:
            yield
        finally:
            self._run("COMMIT")

    def _run(self, sql: str) -> None:
        try:
            (self.sqlite or self._server).execute(sql).close()
        except self._errors as error:
            raise self._fault(error) from error

    def on_sqlite(self, ask: Callable[[sqlite3.Connection], T]) -> T | None:
        """The answer to something that only SQLite can be asked; None on another database."""
        if self.sqlite is None:
            return None
        try:
            return ask(self.sqlite)
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def has_table(self, name: str) -> bool:
        """Whether there is a table of this name."""
        answer = self.on_sqlite(lambda sqlite: dialect.has_table(sqlite, name))
        if answer is not None:
            return answer
        return bool(
            self.all(
                "SELECT 1 FROM information_schema.tables WHERE table_name = ? AND table_schema = current_schema()",
                (name,),
            )
        )

    def _fault(self, error: Exception) -> Exception:
        return fault_of(error, self._where) or error


def _open_file(file: Path) -> sqlite3.Connection:
    # Read-write although nothing is written: after a crash the first reader rolls the journal back.
    address = f"file:{quote(str(file))}"
    try:
        connection = sqlite3.connect(f"{address}?mode=rw", uri=True, isolation_level=None)
        dialect.prepare_reader(connection)
    except sqlite3.OperationalError:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None)
        dialect.prepare_reader(connection)
    return connection
