"""Which schema a store has, read with plain SQL so that opening one loads neither SQLModel nor Alembic."""

import sqlite3
from enum import Enum

from factcheck.errors import DamagedError, NewerSchemaError
from factcheck.store import dialect
from factcheck.store.connection import Connection
from factcheck.store.location import Location

CURRENT = "0004"
"""The newest migration in `migrations/versions/`; they are numbered, so an unknown one is a newer one."""


class SchemaState(Enum):
    """What has to happen before a store can be read."""

    MISSING = "missing"
    OLDER = "older"
    CURRENT = "current"


def schema_state(location: Location) -> SchemaState:
    """Whether the store is there and of this version; nothing is written.

    Raises NewerSchemaError for a store of a newer program, DamagedError for a file that is no store of
    ours, and the faults of opening it.
    """
    if location.file is not None and (not location.file.exists() or location.file.stat().st_size == 0):
        return SchemaState.MISSING
    with Connection(location) as connection:
        if connection.on_sqlite(_is_foreign):
            raise DamagedError(
                f"{location.shown} is a SQLite file, but not a store of this program.",
                "Move it away, or set FACTCHECK_HOME to another folder. Nothing was written.",
            )
        if not connection.has_table("alembic_version"):
            return SchemaState.MISSING
        rows = connection.all("SELECT version_num FROM alembic_version")
    revision = str(rows[0][0]) if rows else ""
    if revision > CURRENT:
        raise NewerSchemaError(
            f"{location.shown} has schema {revision}; this program knows up to {CURRENT}.",
            "Update factcheck, then open it again. Nothing was written.",
        )
    if not revision:
        return SchemaState.MISSING
    return SchemaState.CURRENT if revision == CURRENT else SchemaState.OLDER


def _is_foreign(connection: sqlite3.Connection) -> bool:
    return dialect.has_table(connection) and dialect.application_id(connection) != dialect.APPLICATION_ID
