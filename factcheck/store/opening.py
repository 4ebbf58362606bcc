"""Opening a store for writing: the file or server, at the current schema."""

from sqlalchemy.exc import SQLAlchemyError

from factcheck.clock import Clock
from factcheck.domain.author import Author
from factcheck.ids import Ids
from factcheck.store.engine import open_engine
from factcheck.store.faults import fault_of
from factcheck.store.ledger import Ledger
from factcheck.store.location import Location
from factcheck.store.schema import SchemaState, schema_state


def open_ledger(location: Location, author: Author, clock: Clock) -> Ledger:
    """A ledger over the store, which is made or upgraded first where that is needed.

    Raises LockedError, StorageFailedError, DamagedError or NewerSchemaError; then nothing was written.
    """
    try:
        state = schema_state(location)
        engine = open_engine(location)
        if state is not SchemaState.CURRENT:
            from factcheck.store.migrating import upgrade  # with Alembic: not for each first verdict

            upgrade(engine)
    except (OSError, SQLAlchemyError) as error:
        fault = fault_of(error, location.shown)
        if fault is None:
            raise
        raise fault from error
    return Ledger(engine, location.shown, author, clock, Ids(clock))
