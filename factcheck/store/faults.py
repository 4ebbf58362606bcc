"""Database errors in the words of the error family, with what to do next."""

import sqlite3

from factcheck.errors import DamagedError, FactcheckError, LockedError, StorageFailedError

_FULL = "The disk is full."
_READ_ONLY = "The store or its folder is read-only."
_DAMAGED_NEXT = "Nothing was written. Copy the file away and run `factcheck doctor`."


def fault_of(error: BaseException, where: str) -> FactcheckError | None:
    """The error that the user should see for a database or system error; None when it is not one of these.

    `where` names the store without a password.
    """
    original = getattr(error, "orig", None) or error  # SQLAlchemy wraps what the driver raised
    if isinstance(original, sqlite3.Error):
        return _sqlite_fault(original, where)
    if isinstance(original, OSError):
        return StorageFailedError(
            f"{where}: {original.strerror or type(original).__name__}.",
            "Make room or make the folder writable, then try again; what you typed is still there.",
        )
    if type(original).__module__.startswith("psycopg"):
        return StorageFailedError(
            f"{where} did not take it ({type(original).__name__}).",
            "Check the connection to the server, then try again.",
        )
    return None


def _sqlite_fault(error: sqlite3.Error, where: str) -> FactcheckError | None:
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedError(
            f"Another process is writing to {where}.", "Wait a moment and try again; nothing was lost."
        )
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedError(f"{where} cannot be read as a store.", _DAMAGED_NEXT)
    if primary in (
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
    ):
        cause = {sqlite3.SQLITE_FULL: _FULL, sqlite3.SQLITE_READONLY: _READ_ONLY}.get(
            primary, "The disk did not answer as it should."
        )
        return StorageFailedError(
            f"{where}: {cause}", "Make room or make the folder writable, then try again; nothing was lost."
        )
    return None
