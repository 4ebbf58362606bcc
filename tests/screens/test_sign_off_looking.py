"""The sign-off while it looks at every statement, and when it cannot."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from factcheck.app import FactcheckApp
from factcheck.domain.gate import Gate
from factcheck.errors import LockedError
from factcheck.screens.sign_off import SignOffScreen
from factcheck.services.signing_desk import SigningDesk
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import shown, until


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A store with a short article."""
    opened = open_shop(tmp_path / "shop")
    yield opened
    opened.close()


async def looked(app: FactcheckApp) -> SignOffScreen:
    """The sign-off, once every statement was looked at."""
    screen = app.screen
    assert isinstance(screen, SignOffScreen)
    await until(lambda: screen._is_looking, False)  # nothing else shows that it goes on
    await asyncio.sleep(0)
    return screen


async def test_before_every_statement_was_looked_at_it_says_what_is_counted_anyway(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SigningDesk, "gate", lambda *asked: Future[Gate]())  # one that takes for ever
    async with reviewing(shop) as (app, pilot):
        await pilot.press("c", "O")
        await pilot.pause()
        rest = shop.reader.tally(shop.article.id).statements - 1
        assert f"{rest} untouched · 1 " in shown(app)
        assert "nothing stands against" not in shown(app)


async def test_a_look_that_fails_is_said_and_never_reads_as_an_open_gate(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise LockedError("The store is in use.", "Try again.")

    async with reviewing(shop) as (app, pilot):
        monkeypatch.setattr("factcheck.services.gating.gate_of", fails)
        await pilot.press("O")
        await looked(app)
        await pilot.pause()
        assert "The store is in use." in shown(app)
        assert "not every statement could be looked at" in shown(app)
        assert "nothing stands against" not in shown(app).lower()
        await pilot.press("S")
        assert isinstance(app.screen, SignOffScreen)
