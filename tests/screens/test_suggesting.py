"""Suggesting other words over a real store: written, kept half-typed, decided by a letter, and never in the article."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.screens.dialogs.wording import WordingDialog
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import NARROW, shown

WORDS = "Ben Moor paid 12 crowns on Monday."


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A short article."""
    opened = open_shop(tmp_path, f"{WORDS}\n\nIt rained.\n")
    yield opened
    opened.close()


def state(shop: Shop) -> ChangeState | None:
    suggested = shop.number(1).suggested
    return suggested.state if suggested else None


async def test_words_and_a_letter_for_the_kind_and_letters_for_what_became_of_it(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("r", "backspace", *" at noon.")
        await pilot.pause()
        assert "+ Ben Moor paid 12 crowns on Monday at noon." in shown(app)
        await pilot.press("ctrl+s", "l", "j")
        suggested = shop.number(1).suggested
        assert suggested is not None
        assert (suggested.old, suggested.new) == (WORDS, "Ben Moor paid 12 crowns on Monday at noon.")
        assert (suggested.kind, suggested.state) == (ChangeKind.CLARIFICATION, ChangeState.PENDING)
        assert shop.number(1).exact == WORDS
        await pilot.press("k", "r", "a")
        assert state(shop) is ChangeState.ACCEPTED
        assert "clarification · accepted" in shown(app)
        await pilot.press("r", "c", "r", "j", "z", "r", "w")
        assert shop.number(1).suggested is None
        await pilot.press("z")
        assert state(shop) is ChangeState.PENDING
    assert shop.findings() == []


async def test_p04_a_half_typed_wording_is_there_again_after_a_restart(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("r", *"[/", "escape")
        assert "what you typed is kept" in shown(app)
        assert shop.number(1).suggested is None
    async with reviewing(shop, NARROW) as (app, pilot):
        await pilot.press("r")
        assert isinstance(app.screen, WordingDialog)
        await pilot.pause()
        assert f"+ {WORDS}[/" in shown(app)
        await pilot.press("ctrl+s", "escape", "r", "ctrl+s", "c")
        suggested = shop.number(1).suggested
        assert suggested is not None
        assert suggested.new == f"{WORDS}[/"


async def test_the_words_that_stand_there_are_refused(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("r", "ctrl+s", "c")
        assert "That is what it says already." in shown(app)
    assert shop.number(1).version == 0
