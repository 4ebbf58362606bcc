"""Bringing a store to the current schema: each migration in one transaction, whole or not at all."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from factcheck.store import dialect


def upgrade(engine: Engine) -> None:
    """Run the migrations that the store does not have yet, in one transaction. Raises database errors.

    Two processes may do this at once: the second waits, and then finds nothing left to do.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            dialect.mark_as_ours(connection.connection.driver_connection)  # type: ignore[arg-type]  # the DB-API's own
        command.upgrade(_configuration(connection), "head")


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", "factcheck.store:migrations")
    configuration.attributes["connection"] = connection
    return configuration
