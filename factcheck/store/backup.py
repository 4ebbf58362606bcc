"""A copy of a store, made while it is whole, before something is done to it that cannot be taken back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from factcheck.paths import PRIVATE_FILE, make_private_folder
from factcheck.store import dialect

FOLDER = "backups"


def back_up(file: Path, name: str) -> Path:
    """Copy a SQLite store into the folder of backups beside it, check the copy, and return where it is.

    A copy of that name is never overwritten: it gets a number. Raises OSError and sqlite3.Error; then there is
    no copy, and the store is as it was.
    """
    folder = file.parent / FOLDER
    make_private_folder(folder)
    kept = _free(folder, name)
    temporary = kept.with_suffix(".tmp")
    os.close(os.open(temporary, os.O_CREAT | os.O_RDWR | os.O_TRUNC, PRIVATE_FILE))
    try:
        with closing(sqlite3.connect(file)) as store, closing(sqlite3.connect(temporary)) as copy:
            store.backup(copy)
            complaints = dialect.integrity_complaints(copy)
        if complaints:
            raise sqlite3.DatabaseError(complaints[0])
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        temporary.replace(kept)
    finally:
        temporary.unlink(missing_ok=True)
    return kept


def _free(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name}{f'-{number}' if number > 1 else ''}.db").exists():
        number += 1
    return path


def thin(file: Path, name: str, keep: int) -> None:
    """Take away the oldest copies whose names begin so, but for the newest `keep`. Raises OSError."""
    copies = [path for path in backups_of(file) if path.name.startswith(name)]
    for path in copies[: max(0, len(copies) - keep)]:
        path.unlink(missing_ok=True)


def backups_of(file: Path) -> list[Path]:
    """The copies that there are of a store, by name."""
    return sorted((file.parent / FOLDER).glob("*.db"))
