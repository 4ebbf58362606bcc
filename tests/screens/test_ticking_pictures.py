"""Ticking and suggested wording as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.checklist import checklist
from factcheck.services.ticking import Ticking
from tests.build import open_shop
from tests.screens.real import app_at, desk_of
from tests.screens.running import NARROW, WIDE


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, run_before: object = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


SCREENS: dict[str, tuple[str, ...]] = {
    "ticking": ("g", "4", "enter", "t", "b"),
    "wrong": ("g", "4", "enter", "t", "D", *"Tues"),
    "wording": ("g", "4", "enter", "r", "e", *" [/]"),
    "decide": ("g", "4", "enter", "r"),
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_look(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = open_shop(tmp_path)
    desk = desk_of(shop)
    ticking = Ticking(shop.ledgers["ann"])
    for label, right in (("a", None), ("c", "some 41,000"), ("e", None)):
        seen = shop.number(4)
        item = next(i for i in checklist(seen) if i.label == label)
        if right is None:
            ticking.tick(seen, item.given_for, item.occurrence)
        else:
            ticking.mark_wrong(seen, item.given_for, item.occurrence, right)

    async def press(pilot: Pilot[None]) -> None:
        for key in SCREENS[name]:
            await pilot.press(key)
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
