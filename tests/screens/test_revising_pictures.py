"""What a new draft does, as pictures; look at them when one has changed, then `--snapshot-update`."""

from pathlib import Path
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.documents.plain import read_bytes
from factcheck.domain.verdict import Question, Verdict
from factcheck.services.revising import Revising
from tests.conftest import SAMPLE_ARTICLE
from tests.screens.real import app_at, desk_of, sample_shop
from tests.screens.running import NARROW, WIDE, review_of


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, run_before: object = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
def test_look(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = sample_shop(tmp_path)
    desk = desk_of(shop)
    file = tmp_path / "new.txt"
    text = SAMPLE_ARTICLE.read_text(encoding="utf-8").replace("10,000", "11,000", 1)
    file.write_text(text.replace("“no evidence”", "no evidence"), encoding="utf-8")

    async def press(pilot: Pilot[None]) -> None:
        screen = review_of(pilot.app)  # type: ignore[arg-type]  # the app that was handed in
        screen.keep_typed("draft_file", str(file))
        await pilot.press("i", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["120", "80"])
def test_look_back(size: tuple[int, int], tmp_path: Path, snap_compare: Compare) -> None:
    shop = sample_shop(tmp_path)
    text = SAMPLE_ARTICLE.read_text(encoding="utf-8").replace("10,000", "11,000", 1)
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    before = next(s for s in shop.reader.statements(shop.article.id) if "Peskov" in s.exact)
    document = read_bytes(text.replace(before.exact, "Rain fell.").encode("utf-8"), "new.txt")
    Revising(shop.ledgers["ann"]).revise(shop.article.id, document)
    desk = desk_of(shop)

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press("I", "j")
        await pilot.pause()

    assert snap_compare(app_at(shop, desk), run_before=press, terminal_size=size)
    desk.close()
    shop.close()
