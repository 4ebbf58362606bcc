"""Opening a store for writing: the file or server, at the current schema."""

import sqlite3

from sqlalchemy.exc import SQLAlchemyError

from factcheck.clock import Clock
from factcheck.domain.author import Author
from factcheck.ids import Ids
from factcheck.store.backup import back_up
from factcheck.store.engine import open_engine
from factcheck.store.evidence import Evidence
from factcheck.store.faults import fault_of
from factcheck.store.ledger import Ledger
from factcheck.store.location import Location
from factcheck.store.schema import CURRENT, SchemaState, schema_state


def open_ledger(location: Location, author: Author, clock: Clock) -> Ledger:
    """A ledger over the store, which is made or upgraded first where that is needed.

    An older one is copied beside itself before it is upgraded. Raises LockedError, StorageFailedError,
    DamagedError or NewerSchemaError; then nothing was written.
    """
    try:
        state = schema_state(location)
        engine = open_engine(location)
        if state is SchemaState.OLDER and location.file is not None:
            back_up(location.file, f"before-schema-{CURRENT}")
        if state is not SchemaState.CURRENT:
            from factcheck.store.migrating import upgrade  # with Alembic: not for each first verdict

            upgrade(engine)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        fault = fault_of(error, location.shown)
        if fault is None:
            raise
        raise fault from error
    return Ledger(engine, location, author, clock, Ids(clock), Evidence(location.evidence))
