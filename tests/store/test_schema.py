"""Making a store, and refusing what is none."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from msgspec.structs import fields
from sqlalchemy import create_engine

from factcheck.domain.tally import Tally
from factcheck.errors import DamagedError, NewerSchemaError, UsageError
from factcheck.store.connection import Connection
from factcheck.store.dialect import append_only_ddl
from factcheck.store.location import Location, find_location
from factcheck.store.rows import ROW_COLUMNS
from factcheck.store.schema import CURRENT, SchemaState, schema_state
from factcheck.store.tables import StatementRow, TallyRow, metadata
from tests.build import Shop
from tests.conftest import FIXTURES


def file_of(shop: Shop) -> Path:
    assert shop.location.file is not None
    return shop.location.file


def test_the_migrations_make_exactly_the_tables_of_the_code(shop: Shop) -> None:
    engine = create_engine(shop.location.sqlalchemy_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_newest_migration_is_the_one_that_opening_looks_for() -> None:
    folder = Path(__file__).parents[2] / "factcheck" / "store" / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [CURRENT]


def test_the_plain_sql_and_the_tables_name_the_same_columns() -> None:
    assert set(ROW_COLUMNS) == set(StatementRow.model_fields)
    assert {"article_id", *(f.name for f in fields(Tally))} == set(TallyRow.model_fields)


def test_the_store_is_for_its_owner_only(shop: Shop) -> None:
    assert file_of(shop).stat().st_mode & 0o777 == 0o600
    assert file_of(shop).parent.stat().st_mode & 0o777 == 0o700
    for other in file_of(shop).parent.iterdir():
        assert other.stat().st_mode & 0o077 == 0


def test_a_commit_is_on_the_disk_when_it_returns(shop: Shop) -> None:
    shop.by()
    with shop.ledgers["ann"]._engine.connect() as connection:  # the setting is the engine's
        modes = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert modes == ["truncate", 2, 1]


@pytest.mark.parametrize("table", ["event", "draft", "draft_block", "origin"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET rowid = rowid", "DELETE FROM {}"])
def test_p07_what_is_only_added_to_cannot_be_changed(shop: Shop, table: str, verb: str) -> None:
    connection = sqlite3.connect(file_of(shop))
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        connection.execute(verb.format(table))
    connection.close()


@pytest.mark.parametrize(
    "change",
    [
        "so_verdict = 'true'",
        "so_sign = 'probably'",
        "work_state = 'verified'",
        "kind = 'advert'",
        "said_left_to_speaker = 1",
        "so_given_for = 'x', so_verdict = NULL",
        "end_offset = start_offset",
    ],
)
def test_a_value_that_there_is_not_is_refused_by_the_database(shop: Shop, change: str) -> None:
    connection = sqlite3.connect(file_of(shop))
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        connection.execute(f"UPDATE statement SET {change}")
    connection.close()


def test_p10_a_newer_store_is_refused_by_version_and_nothing_is_written(shop: Shop) -> None:
    shop.close()
    connection = sqlite3.connect(file_of(shop))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = file_of(shop).read_bytes()
    with pytest.raises(NewerSchemaError, match="9999"):
        schema_state(shop.location)
    assert file_of(shop).read_bytes() == before
    shop.restart()


@pytest.mark.parametrize("name", ["not-sqlite.db", "trigger.db", "view-as-table.db"])
def test_p12_a_file_that_is_no_store_of_ours_is_refused_and_left_alone(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    shutil.copy(FIXTURES / "hostile" / "sqlite" / name, file)
    before = file.read_bytes()
    with pytest.raises(DamagedError) as refused:
        schema_state(Location(file=file))
    assert refused.value.next_step
    assert file.read_bytes() == before


def test_a_missing_and_an_empty_file_are_no_store_yet(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert schema_state(Location(file=tmp_path / "none.db")) is SchemaState.MISSING
    assert schema_state(Location(file=empty)) is SchemaState.MISSING


def test_reading_never_writes(shop: Shop) -> None:
    with Connection(shop.location) as connection:
        assert connection.sqlite is not None
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.sqlite.execute("DELETE FROM place")


def test_a_newsroom_s_server_is_named_without_its_password() -> None:
    location = find_location(Path("/x/y.db"), {"FACTCHECK_DATABASE_URL": "postgresql://ann:secret@db/news"})
    assert location.server is not None
    assert location.sqlalchemy_url == "postgresql+psycopg://ann:secret@db/news"
    assert "secret" not in location.shown


def test_the_store_is_where_the_environment_says() -> None:
    assert find_location(Path("/x/y.db"), {}).file == Path("/x/y.db")
    assert find_location(Path("/x/y.db"), {"FACTCHECK_DATABASE_URL": "sqlite:////z/f.db"}).file == Path(
        "/z/f.db"
    )
    with pytest.raises(UsageError, match="FACTCHECK_DATABASE_URL"):
        find_location(Path("/x/y.db"), {"FACTCHECK_DATABASE_URL": "mysql://db/news"})


def test_the_server_gets_triggers_of_its_own() -> None:
    ddl = append_only_ddl("postgresql", ["event"])
    assert len(ddl) == 2
    assert all("sqlite" not in statement.lower() and "RAISE(ABORT" not in statement for statement in ddl)
