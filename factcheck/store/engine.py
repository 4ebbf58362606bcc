"""The engine through which everything is written."""

import errno
import os
import sqlite3
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from factcheck.paths import PRIVATE_FILE, make_private_folder
from factcheck.store import dialect
from factcheck.store.location import Location

_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def open_engine(location: Location) -> Engine:
    """An engine with one connection, whose transactions are on the disk when they return.

    A SQLite file is made with access for its owner only, in a folder of the same kind. One that can only be read is
    left as it is: whoever writes to it hears so then. Raises OSError.
    """
    if location.file is not None:
        make_private_folder(location.file.parent)
        try:
            os.close(os.open(location.file, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
        except OSError as error:
            if error.errno not in _READ_ONLY or not os.access(location.file, os.R_OK):
                raise
    engine = create_engine(location.sqlalchemy_url, poolclass=QueuePool, pool_size=1, max_overflow=1)
    if location.file is not None:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # else the driver begins and ends transactions by itself
    dialect.prepare_writer(connection)


def _begin(connection: Any) -> None:
    connection.exec_driver_sql(dialect.BEGIN_WRITING)
