"""Stores as earlier versions wrote them still open, with all that is in them (P10)."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.clock import system_clock
from factcheck.domain.author import Author
from factcheck.domain.mark import Sign, mark_of
from factcheck.store.backup import backups_of
from factcheck.store.connection import Connection
from factcheck.store.integrity import check_store
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from factcheck.store.schema import CURRENT, SchemaState, schema_state
from factcheck.store.whole import WholeReader
from tests.conftest import FIXTURES

KEPT = sorted((FIXTURES / "databases").glob("schema-*.db"))


def dump_of(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_there_is_a_kept_file_of_the_current_schema() -> None:
    assert KEPT[-1].name == f"schema-{CURRENT}.db"


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_p10_a_kept_store_is_upgraded_and_whole(kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "factcheck.db"
    shutil.copy(kept, file)
    location = Location(file=file)
    open_ledger(location, Author("ann", "dev"), system_clock).close()
    copies = backups_of(file)
    assert [dump_of(copy) for copy in copies] == ([] if kept == KEPT[-1] else [dump_of(kept)])
    assert schema_state(location) is SchemaState.CURRENT
    with Connection(location) as connection:
        assert check_store(connection) == []
        reader = WholeReader(connection)
        (line,) = reader.articles()
        marks = [mark_of(s) for s in reader.statements(line.article.id)]
        assert {(m.said, m.so) for m in marks} >= {(Sign.CONFIRMED, Sign.LEFT), (None, Sign.DISPUTED)}
        assert line.tally.verdicts == 2
        assert not any(s.private_note for s in reader.statements(line.article.id))
