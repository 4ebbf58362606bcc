"""The worked example of the product by keyboard, over the real program: from the import to the conflicts.

Zelensky says that North Korea "had already sent" personnel: that was said (a recording of the press conference), and
whether it is so is disputed, because accounts differ: Rutte has no evidence, and Peskov denies it.
"""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.link import LinkType
from factcheck.domain.source import Stance
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.screens.desk import DeskScreen
from factcheck.screens.importing import PreviewScreen
from factcheck.screens.review import ReviewScreen
from factcheck.settings import Settings
from factcheck.store.connection import Connection
from factcheck.store.integrity import check_store
from factcheck.wiring import Wiring
from tests.build import Ticking
from tests.conftest import SAMPLE_ARTICLE
from tests.screens.running import WIDE, running, shown, until

pytestmark = pytest.mark.no_cover  # each of its acts has tests of its own; tracing takes twice the time

MOST_KEYS = 60


@dataclass
class Keyboard:
    """Counts keys; what is typed as text is not counted."""

    app: FactcheckApp
    pilot: Pilot[None]
    count: int = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if c == " " else c for c in text))


async def import_and_open(keys: Keyboard) -> None:
    """The article from its file to its first statement."""
    app = keys.app
    await keys.press("i")
    await keys.type(SAMPLE_ARTICLE.name)
    await keys.press("enter")
    await until(lambda: isinstance(app.screen, PreviewScreen), True)
    await keys.press("enter")
    await until(lambda: isinstance(app.screen, PreviewScreen), False)
    await until(lambda: "Leave with esc" in shown(app), True)  # the dateline is asked for; this text has none
    await keys.press("escape")
    await until(lambda: isinstance(app.screen, DeskScreen), True)
    await keys.pilot.pause()
    await keys.press("enter")
    await until(lambda: isinstance(app.screen, ReviewScreen), True)
    await keys.press("g")
    await keys.type("5")
    await keys.press("enter")


async def cite_the_recording(keys: Keyboard) -> None:
    """A source for *said*: title, kind, tier, level, no address, creator, independence; then where in it."""
    await keys.press("e")
    await keys.type("Press conference in Brussels")
    await keys.press("enter", "r", "p", "p", "enter", "enter", "n")
    await keys.press("s", "s")
    await keys.type("00:14:20")
    await keys.press("enter", "enter", "minus", "enter")


async def answer(keys: Keyboard) -> None:
    """Said: confirmed. So: disputed, because accounts differ."""
    await keys.press("c", "s", "d", "b", "c")


async def link_from_the_hints(keys: Keyboard) -> None:
    """Rutte's "no evidence" and Peskov's denial: the hints name both pairs, and enter links them."""
    await keys.press("H")
    for wanted in ("7 no evidence for 5?", "11 denies 5?"):
        while f"▌ {wanted}" not in shown(keys.app):
            await keys.press("j")
        await keys.press("enter")
    await keys.press("escape", "C")


async def test_the_worked_example_takes_at_most_sixty_keys_besides_typed_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(SAMPLE_ARTICLE.parent)
    wiring = Wiring({"FACTCHECK_HOME": str(tmp_path), "FACTCHECK_PERSON": "ann"}, Ticking())
    desk = wiring.open_desk()
    app = FactcheckApp(desk, settings=Settings("ann"), clock=wiring.clock, zone=UTC)
    async with running(app, WIDE) as pilot:
        keys = Keyboard(app, pilot)
        await import_and_open(keys)
        await cite_the_recording(keys)
        await answer(keys)
        await link_from_the_hints(keys)
        conflicts = shown(app)
    app.close()
    session = desk.open(desk.articles()[0].article.id)
    five = session.by_number(5)
    assert five is not None
    assert five.said is not None
    assert five.so is not None
    assert (five.said.verdict, five.so.verdict, five.so.basis) == (
        Verdict.CONFIRMED,
        Verdict.DISPUTED,
        Basis.ACCOUNTS_DIFFER,
    )
    assert [(c.question, c.stance, c.locator) for c in five.citations] == [
        (Question.SAID, Stance.SUPPORTS, "00:14:20")
    ]
    assert [(x.type, session.number_of(x.other), x.is_from_here) for x in five.links] == [
        (LinkType.NO_EVIDENCE, 7, False),
        (LinkType.DENIES, 11, False),
    ]
    for line in ("7 no evidence for 5 · open", "11 denies 5 · open", "so ✗ disputed (accounts differ)"):
        assert line in conflicts
    desk.close()
    with Connection(wiring.location) as connection:
        assert check_store(connection) == []
    assert keys.count <= MOST_KEYS
