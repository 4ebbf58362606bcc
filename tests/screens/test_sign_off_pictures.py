"""The sign-off and the reports as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.domain.override import Blocker
from factcheck.domain.query import Addressee
from factcheck.domain.reasons import POLICIES
from factcheck.domain.verdict import Question, Verdict
from factcheck.screens.sign_off import SignOffScreen
from factcheck.services.gating import Gating, gate_of
from factcheck.services.querying import Querying
from tests.build import open_shop
from tests.screens.real import app_at, desk_of
from tests.screens.running import NARROW, WIDE, until
from tests.screens.test_queries_pictures import Compare

SCREENS: dict[str, tuple[str, ...]] = {"gate": ("O", "j"), "stet": ("O", "s"), "reports": ("P", "j")}


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
@pytest.mark.parametrize("name", list(SCREENS))
def test_look(
    name: str,
    size: tuple[int, int],
    tmp_path: Path,
    snap_compare: Compare,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir("/")
    assert looks(name, size, "dark", tmp_path, snap_compare)


@pytest.mark.parametrize("name", ["gate", "reports"])
def test_light(name: str, tmp_path: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert looks(name, WIDE, "light", tmp_path, snap_compare)


def looks(name: str, size: tuple[int, int], theme: str, folder: Path, compare: Compare) -> bool:
    """Whether a screen looks as its picture."""
    shop = open_shop(folder)
    desk = desk_of(shop)
    Querying(shop.ledgers["ann"]).ask(shop.number(5), Addressee.AUTHOR, "Which weeks?")
    shop.by().give_verdict(shop.number(4), Question.SO, Verdict.DISPUTED)
    found = gate_of(shop.reader, shop.article, POLICIES[0])
    Gating(shop.ledgers["ann"]).let_stand(
        shop.article.id, found.of(Blocker.QUERY_OPEN), "Eve Editor", "the author is on a plane"
    )

    async def press(pilot: Pilot[None]) -> None:
        for key in SCREENS[name]:
            await pilot.press(key)
            screen = pilot.app.screen
            if isinstance(screen, SignOffScreen):
                await until(lambda screen=screen: screen._is_looking, False)
        await pilot.pause()

    is_same = compare(app_at(shop, desk, theme), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
    return is_same
