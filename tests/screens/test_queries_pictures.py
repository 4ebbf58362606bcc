"""The queries as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.query import Addressee
from factcheck.services.querying import Querying
from tests.build import open_shop
from tests.screens.real import app_at, desk_of
from tests.screens.running import NARROW, WIDE


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, run_before: object = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


SCREENS: dict[str, tuple[str, ...]] = {
    "card": ("g", "5", "enter", "tab"),
    "menu": ("g", "5", "enter", "q"),
    "asking": ("g", "5", "enter", "q", "s", *"Ada", "enter", "[", "s", "i", "c", "]"),
    "queries": ("Q", "j"),
}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_look(name: str, size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = open_shop(tmp_path)
    desk = desk_of(shop)
    querying = Querying(shop.ledgers["ann"])
    querying.ask(
        shop.number(5), Addressee.AUTHOR, "Which weeks? The council’s own figures show no change [/]."
    )
    querying.ask(
        shop.number(5), Addressee.SOURCE, "Is work on the bridge still going on?", "Lower Fenwick works"
    )
    querying.answer(shop.number(5), shop.number(5).queries[1].id, "It has not stopped for a day.")
    querying.ask(shop.number(4), Addressee.AUTHOR, "Was it crowns, or thousands of crowns?")
    querying.ask(shop.number(1), Addressee.EDITOR, "Can “ruin” stand in the headline?")
    querying.close(shop.number(1), shop.number(1).queries[0].id)

    async def press(pilot: Pilot[None]) -> None:
        for key in SCREENS[name]:
            await pilot.press(key)
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
