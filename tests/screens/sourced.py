"""The program over a real store, in a terminal that exists only here."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.documents.plain import read_bytes
from factcheck.domain.source import Citation, Lead, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.domain.work_form import form_of
from factcheck.services.importing import import_document
from factcheck.services.session import ReviewSession
from factcheck.services.sourcing import Sourcing
from factcheck.settings import Settings
from factcheck.store.connection import Connection
from factcheck.store.integrity import Finding, check_store
from factcheck.wiring import Wiring
from tests.build import ARTICLE, Ticking, stored
from tests.screens.running import WIDE, running


@dataclass
class Real:
    """A program that runs over a store, and the review that is open in it."""

    app: FactcheckApp
    pilot: Pilot[None]
    session: ReviewSession
    wiring: Wiring

    def number(self, number: int) -> Statement:
        """The statement with this number, as it is stored."""
        statement = self.session.by_number(number)
        assert statement is not None
        return statement

    async def press(self, *keys: str) -> None:
        """Press keys one after the other as fast as a machine can."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*("space" if c == " " else c for c in text))

    def findings(self) -> list[Finding]:
        """What the check of the store finds."""
        with Connection(self.wiring.location) as connection:
            return check_store(connection)


def wiring_in(folder: Path, person: str = "ann") -> Wiring:
    """The program's own wiring, over a store in a folder."""
    home = {"FACTCHECK_HOME": str(folder / "home"), "FACTCHECK_PERSON": person}
    return Wiring(home, Ticking())


@asynccontextmanager
async def opened(
    folder: Path, size: tuple[int, int] = WIDE, text: str = ARTICLE, *, person: str = "ann"
) -> AsyncIterator[Real]:
    """The review of an article, which is imported where it is not there yet."""
    wiring = wiring_in(folder, person)
    file = wiring.location.file
    assert file is not None
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(stored(text)[0])
    ledger = wiring.open_ledger()
    slug = import_document(ledger, read_bytes(text.encode(), "a.txt")).article.slug
    ledger.close()
    desk = wiring.open_desk()
    session = desk.open(slug)
    app = FactcheckApp(desk, session, settings=Settings(person), clock=wiring.clock, zone=UTC)
    try:
        async with running(app, size) as pilot:
            yield Real(app, pilot, session, wiring)
    finally:
        app.close()
        desk.close()


def cite_minutes(folder: Path) -> None:
    """What the keys of a whole form leave behind at the first statement, without the keys."""
    wiring = wiring_in(folder)
    file = wiring.location.file
    assert file is not None
    file.parent.mkdir(parents=True)
    content, article, _ = stored(ARTICLE)
    file.write_bytes(content)
    source = Source("", "", "Min", SourceKind.DOCUMENT, Tier.PRIMARY, Level.CONFIDENTIAL, "x")
    citation = Citation("", "", Question.SO, Stance.SUPPORTS, "p3", accessed="2024-10-17")
    with closing(wiring.open_ledger()) as ledger, closing(wiring.open_reader()) as reader:
        first = reader.by_number(article.id, 1)
        assert first is not None
        Sourcing(ledger).add_and_cite(first, source, citation)


def leave_a_lead(file: Path, statement_id: str) -> None:
    """As a document with footnotes will, once there is a way to import one."""
    form = json.dumps([form_of(Lead("l1", "footnote", "Minutes of May, see https://x.example/1.", "Ben"))])
    with closing(sqlite3.connect(file)) as db, db:
        origin = db.execute("SELECT sql FROM sqlite_master WHERE name LIKE '%origin%' AND type = 'trigger'")
        triggers = [(sql.split()[2], sql) for (sql,) in origin]
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute("UPDATE origin SET leads = ? WHERE statement_id = ?", (form, statement_id))
        db.execute("UPDATE statement SET leads = ? WHERE id = ?", (form, statement_id))
        for _, sql in triggers:
            db.execute(sql)
