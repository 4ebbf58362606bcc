"""The only module that knows what SQLite and PostgreSQL each want said in their own way."""

import sqlite3
from collections.abc import Iterable

APPLICATION_ID = 0x66636B31
"""Marks a SQLite file as a store of this program ("fck1"); nothing else is opened as one."""

BUSY_MILLISECONDS = 4000
"""How long a writer waits for another process before it says that the store is busy."""

_CONNECTION_PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)
_WRITER_PRAGMAS = ("PRAGMA journal_mode=TRUNCATE", "PRAGMA synchronous=FULL", "PRAGMA secure_delete=ON")

_VERBS = ("UPDATE", "DELETE")

COMPACT = "VACUUM"
BEGIN_WRITING = "BEGIN IMMEDIATE"
BEGIN_READING = "BEGIN"
BEGIN_READING_SERVER = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


def prepare_reader(connection: sqlite3.Connection) -> None:
    """Set a SQLite connection up for reading only. Raises sqlite3.Error."""
    for pragma in (*_CONNECTION_PRAGMAS, "PRAGMA query_only=ON"):
        connection.execute(pragma).close()


def prepare_writer(connection: sqlite3.Connection) -> None:
    """Set a SQLite connection up so that what is committed is on the disk. Raises sqlite3.Error."""
    for pragma in (*_CONNECTION_PRAGMAS, *_WRITER_PRAGMAS):
        connection.execute(pragma).close()


def mark_as_ours(connection: sqlite3.Connection) -> None:
    """Write the application id into a new SQLite file. Raises sqlite3.Error."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()


def application_id(connection: sqlite3.Connection) -> int:
    """Whose file a SQLite file says it is; 0 for nobody's. Raises sqlite3.Error."""
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def has_table(connection: sqlite3.Connection, name: str | None = None) -> bool:
    """Whether a SQLite file has a table of this name, or anything at all. Raises sqlite3.Error."""
    sql = "SELECT 1 FROM sqlite_master WHERE ? IS NULL OR (type = 'table' AND name = ?) LIMIT 1"
    return bool(connection.execute(sql, (name, name)).fetchall())


def integrity_complaints(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own integrity and foreign-key checks find; empty when all is well. Raises sqlite3.Error."""
    complaints = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [c for c in complaints if c != "ok"] + [
        f"row {row[1]} of {row[0]} refers to nothing" for row in broken
    ]


def append_only_ddl(dialect: str, tables: Iterable[str]) -> list[str]:
    """The statements that first forbid to change or delete a row of these tables."""
    if dialect == "sqlite":
        return restore_append_only(dialect, tables)
    return [_SERVER_FUNCTION, *restore_append_only(dialect, tables)]


_SERVER_FUNCTION = (
    "CREATE FUNCTION factcheck_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'rows of this table are only ever added'; END $$"
)


def restore_append_only(dialect: str, tables: Iterable[str]) -> list[str]:
    """The statements that make the triggers (which see to it that rows are only ever added)."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            for table in tables
            for verb in _VERBS
        ]
    return [
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION factcheck_append_only()"
        for table in tables
    ]


def lift_append_only(dialect: str, tables: Iterable[str]) -> list[str]:
    """The statements that take these triggers away, to shred an article and for nothing else."""
    if dialect == "sqlite":
        return [f"DROP TRIGGER {table}_no_{verb.lower()}" for table in tables for verb in _VERBS]
    return [f"DROP TRIGGER {table}_append_only ON {table}" for table in tables]
