"""The forms and lists of sources as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question, Verdict
from factcheck.services.sourcing import Sourcing
from tests.build import Shop, open_shop
from tests.screens.real import app_at, desk_of
from tests.screens.running import NARROW, WIDE


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, run_before: object = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


SCREENS: dict[str, tuple[str, ...]] = {
    "card": ("g", "4", "enter", "tab"),
    "new": ("e", *"Minutes", "enter", "d"),
    "cited": ("g", "4", "enter", "e"),
    "edit": ("g", "4", "enter", "e", "1"),
    "on_file": ("E", "m"),
    "same": ("full_stop", "p"),
    "sources": ("S", "j"),
}
RECORDING = Source(
    "", "", "Press point [sic]", SourceKind.RECORDING, Tier.PRIMARY, Level.PUBLIC, "https://example.org/1"
)
CALLER = Source("", "", "A caller", SourceKind.INTERVIEW, Tier.SECONDARY, Level.CONFIDENTIAL)


def shop_with_sources(folder: Path) -> Shop:
    """A store in which a statement is confirmed by a recording for *said* only, and by a caller for *so*."""
    shop = open_shop(folder)
    sourcing = Sourcing(shop.ledgers["ann"])
    for source, question, locator in (
        (RECORDING, Question.SAID, "00:14:20"),
        (CALLER, Question.SO, "second call"),
    ):
        use = Citation("", "", question, Stance.SUPPORTS, locator, accessed="2024-10-17")
        sourcing.add_and_cite(shop.number(4), source, use)
        shop.by().give_verdict(shop.number(4), question, Verdict.CONFIRMED)
    return shop


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_look(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = shop_with_sources(tmp_path)
    desk = desk_of(shop)

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*SCREENS[name])
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
