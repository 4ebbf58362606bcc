"""The way to everything that is written: one `Ledger` for a store, one `Writing` for a transaction."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from factcheck.clock import Clock, stamp
from factcheck.domain.author import Author
from factcheck.domain.place import Place
from factcheck.ids import Ids
from factcheck.store import dialect
from factcheck.store.connection import Connection
from factcheck.store.evidence import Evidence
from factcheck.store.faults import fault_of
from factcheck.store.location import Location
from factcheck.store.whole import WholeReader
from factcheck.store.writing import Writing


class Ledger:
    """A store that can be written to, by one person on one device. Used by one thread at a time."""

    def __init__(
        self, engine: Engine, location: Location, author: Author, clock: Clock, ids: Ids, evidence: Evidence
    ) -> None:
        self.evidence = evidence
        self.ids = ids
        self.clock = clock
        self._engine = engine
        self._location = location
        self._where = location.shown
        self._author = author

    def open_reader(self) -> WholeReader:
        """Another way into the store, to read all of an article in this thread. Raises the store's faults."""
        return WholeReader(Connection(self._location))

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """One transaction; it is on the disk when the block is left, or nothing of it is.

        Raises LockedError, StorageFailedError or DamagedError for what the database reports.
        """
        with self._telling_faults(), self._engine.begin() as db:
            yield Writing(db, self._author, stamp(self.clock()), self.ids)

    @contextmanager
    def _telling_faults(self) -> Iterator[None]:
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            fault = fault_of(error, self._where)
            if fault is None:
                raise
            raise fault from error

    def save_place(self, place: Place, known: Mapping[str, str] | None = None) -> None:
        """Remember where this person stands in an article, on this device. Raises like `writing`.

        `known` is what the caller knew to be stored of half-typed texts.
        """
        with self.writing() as writing:
            writing.save_place(place, known or {})

    def back_up(self, why: str, keep: int) -> Path | None:
        """Copy the store beside itself, check the copy, and keep the newest `keep` that were made for this reason.

        Returns where it is; None for a server, whose copies are its own affair. Raises like `writing`.
        """
        if self._location.file is None:
            return None
        from factcheck.store.backup import back_up, thin  # not for each first verdict

        day = stamp(self.clock()).replace(":", "").replace(".", "")
        with self._telling_faults():
            copy = back_up(self._location.file, f"{why}-{day}")
            thin(self._location.file, why, keep)
        return copy

    def compact(self) -> None:
        """Rewrite the file without the space that deleted rows took. Raises like `writing`."""
        if self._engine.dialect.name == "sqlite":
            with self._telling_faults(), self._engine.connect() as db:
                db.connection.execute(dialect.COMPACT)  # not in a transaction, so past SQLAlchemy

    def close(self) -> None:
        """Let go of the store."""
        self._engine.dispose()
