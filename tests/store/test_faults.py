"""What the disk and other processes can do, and what the checker is told (P2, P3)."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from factcheck.domain.author import Author
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import FactcheckError, LockedError, StorageFailedError
from factcheck.store import dialect
from factcheck.store.faults import fault_of
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from tests.build import Shop, Ticking


def test_p03_a_full_disk_is_said_and_nothing_is_stored(shop: Shop) -> None:
    reviewing = shop.by()
    engine = shop.ledgers["ann"]._engine  # the limit is set on its connection
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageFailedError, match="full"):
        reviewing.write_private_note(shop.number(1), "x" * 100_000)
    assert shop.number(1).private_note == ""
    assert shop.findings() == []
    reviewing.write_private_note(shop.number(1), "short")
    assert shop.number(1).private_note == "short"


def test_p03_a_store_held_by_another_process_is_busy(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    assert shop.location.file is not None
    shop.close()
    monkeypatch.setattr(dialect, "_CONNECTION_PRAGMAS", ("PRAGMA busy_timeout=1", "PRAGMA foreign_keys=ON"))
    shop.restart()
    reviewing = shop.by()
    seen = shop.number(1)
    other = sqlite3.connect(shop.location.file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedError) as busy:
        reviewing.give_verdict(seen, Question.SO, Verdict.CONFIRMED)
    assert "try again" in busy.value.next_step
    other.execute("ROLLBACK")
    other.close()
    assert reviewing.give_verdict(seen, Question.SO, Verdict.CONFIRMED).tally.verdicts == 1


def test_p03_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    location = Location(file=tmp_path / "file" / "store.db")
    with pytest.raises(StorageFailedError, match="exists"):
        open_ledger(location, Author("ann", "dev"), Ticking())


class PlannedError(sqlite3.OperationalError):
    """What the database raises in the middle of a transaction."""


def test_p02_a_failure_at_any_statement_leaves_the_earlier_state_whole(shop: Shop) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    engine = shop.ledgers["ann"]._engine  # failures are planted in it
    left = [0]

    def fail(*_: object) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise PlannedError

    event.listen(engine, "before_cursor_execute", fail)
    before = shop.number(1)
    failures = 0
    for k in range(1, 60):
        left[0] = k
        try:
            shop.by().give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)
        except (PlannedError, OperationalError):
            failures += 1
            assert shop.number(1) == before
            assert shop.findings() == []
        else:
            break
    assert failures > 5
    assert shop.number(1).version == before.version + 1
    assert shop.findings() == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, StorageFailedError),
        (sqlite3.SQLITE_READONLY, StorageFailedError),
        (sqlite3.SQLITE_IOERR | 5 << 8, StorageFailedError),
        (sqlite3.SQLITE_BUSY | 1 << 8, LockedError),
    ],
)
def test_each_code_of_sqlite_has_its_error(code: int, kind: type[FactcheckError]) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    assert isinstance(fault_of(error, "the store"), kind)


def test_an_error_of_our_own_making_is_not_dressed_up() -> None:
    assert fault_of(ValueError("x"), "the store") is None
    assert fault_of(sqlite3.ProgrammingError("x"), "the store") is None
