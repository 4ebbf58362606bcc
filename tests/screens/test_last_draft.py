"""What the last draft did, looked at again later: rechecks walked, a gone statement placed by hand, all undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.documents.plain import read_bytes
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.verdict import Question, Verdict
from factcheck.services.revising import Revising
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import review_of, shown

OLD = "Ada Quill said “it rained” for 3 days.\n\nBoats sank off Orrin.\n\nThe harbour was closed on Monday.\n"
NEW = (
    "Ferries run again.\n\nAda Quill said it rained for 3 days.\n\nThe harbour was closed on Tuesday.\n\n"
    "Not one ship came home.\n"
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An article whose statements are all confirmed, with its second draft under review."""
    opened = open_shop(tmp_path, OLD)
    for statement in opened.reader.statements(opened.article.id):
        opened.by().give_verdict(statement, Question.SO, Verdict.CONFIRMED)
    opened.by().write_private_note(opened.number(2), "seen from the pier")
    document = read_bytes(NEW.encode("utf-8"), "new.txt")
    Revising(opened.ledgers["ann"]).revise(opened.article.id, document)
    opened.close()
    yield opened
    opened.reader.close()


async def test_rechecks_are_walked_and_one_that_is_gone_is_placed_and_taken_back(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        port = review_of(app).port
        await pilot.press("I")
        told = shown(app)
        assert "0 carried, 2 changed, 1 gone, 2 new" in told
        assert "“it rained” moved out of a quotation" in told
        assert "gone from this draft" in told
        await pilot.press("R")
        assert "3 of 5" in shown(app)
        ids = {s.id for s in port.revising.gone()}
        await pilot.press("R", "enter")
        assert review_of(app).stand.number == 2
        await pilot.press("I", "j", "enter")
        assert "p places it" in shown(app)
        await pilot.press("p")
        assert "Not one ship came home." in shown(app)
        await pilot.press("4", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        placed = port.by_number(4)
        assert placed is not None
        assert ({placed.id}, placed.private_note) == (ids, "seen from the pier")
        assert work_state(placed) is WorkState.RECHECK
        assert "4 · placed there by hand · to be rechecked" in shown(app)
        await pilot.press("z")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert {s.id for s in port.revising.gone()} == ids
        assert "gone from this draft" in shown(app)
    assert shop.findings() == []


async def test_of_the_first_draft_there_is_nothing_to_see_and_undoing_the_draft_leaves(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        screen = review_of(app)
        await pilot.press("I", "z")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert screen.port.draft_number == 1
        assert app.screen is screen
        await pilot.press("I")
        assert "this is the first draft" in screen._said
