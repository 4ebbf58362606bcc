"""The boxes in which statements are edited, as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from tests.screens.real import app_at, desk_of, sample_shop
from tests.screens.running import NARROW, WIDE


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, run_before: object = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


SCREENS: dict[str, tuple[str, ...]] = {
    "words": ("g", "4", "enter", "w", "l", "l", "v", "l", "l"),
    "speakers": ("g", "4", "enter", "W"),
    "excluding": ("g", "4", "enter", "-"),
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_look(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = sample_shop(tmp_path)
    desk = desk_of(shop)

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*SCREENS[name])
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
