"""A new draft by keyboard over a real session: seen first, stored by enter, taken back by undo."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.app import FactcheckApp
from factcheck.domain.verdict import Question, Verdict
from factcheck.services import comparing
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import review_of, shown, until

TEXT = (
    "Ada Quill said “it rained” for 3 days.\n\nBoats sank off Orrin.\n\nThe harbour was closed on Monday.\n"
)
LONGER = (
    "Ferries run again.\n\nAda Quill said it rained for 3 days.\n\n"
    + "".join(f"The storm took {n} roofs.\n\n" for n in range(10, 30))
    + "The harbour was closed on Monday.\n"
)


def _verdict(app: FactcheckApp) -> Verdict | None:
    """What is saved of the statement that is shown."""
    stand = review_of(app).stand
    answer = stand.statement.answer(stand.question) if stand.statement is not None else None
    return answer.verdict if answer is not None else None


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """An article whose statements are all confirmed, and the file of its next draft."""
    opened = open_shop(tmp_path, TEXT)
    for statement in opened.reader.statements(opened.article.id):
        opened.by().give_verdict(statement, Question.SO, Verdict.CONFIRMED)
    tmp_path.joinpath("new.txt").write_text(LONGER, encoding="utf-8")
    opened.close()
    yield opened
    opened.reader.close()


async def test_a_draft_is_seen_before_it_is_taken_and_undo_brings_the_old_one_back(
    shop: Shop, tmp_path: Path
) -> None:
    path = str(tmp_path / "new.txt")
    async with reviewing(shop) as (app, pilot):
        screen = review_of(app)
        await pilot.press("end")
        for key in ("i", *path, "enter"):
            await pilot.press("underscore" if key == "_" else key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        told = shown(app)
        assert "1 carried, 1 changed (1 to be rechecked), 1 gone, 21 new" in told
        assert "“it rained” moved out of a quotation" in told
        assert screen.port.draft_number == 1
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (screen.port.draft_number, screen.port.tally().statements) == (2, 23)
        assert screen.stand.number == 23
        assert "The harbour was closed" in shown(app)
        await pilot.press("R")
        assert screen.stand.number == 2
        assert "from the end on to the start" in screen._said
        await pilot.press("R")
        assert screen._said == "this is the only one to be rechecked"
        statement = screen.stand.statement
        assert statement is not None
        assert not statement.counts(Question.SO)
        await pilot.press("c")
        await pilot.press("end", "z", "z")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (screen.port.draft_number, screen.port.block_count) == (1, 3)
        assert screen.port.tally().done == 2
        assert "Boats sank off Orrin." in shown(app)


async def test_escape_stores_nothing(shop: Shop, tmp_path: Path) -> None:
    path = str(tmp_path / "new.txt")
    async with reviewing(shop) as (app, pilot):
        for key in ("i", *path, "enter"):
            await pilot.press("underscore" if key == "_" else key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        screen = review_of(app)
        assert (screen.port.draft_number, screen.port.tally().statements) == (1, 3)
        assert "nothing was stored" in screen._said
        await pilot.press("R")
        assert screen._said == "nothing is to be rechecked"


async def test_leaving_while_drafts_are_compared_ends_that_and_the_next_verdict_does_not_wait(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(old: object, new: object, go_on: Callable[[], None]) -> None:
        begun.set()
        try:
            while True:
                go_on()
        finally:
            ended.set()

    monkeypatch.setattr(comparing, "carry", endless)
    async with reviewing(shop) as (app, pilot):
        for key in ("i", *str(tmp_path / "new.txt"), "enter"):
            await pilot.press("underscore" if key == "_" else key)
        await until(begun.is_set, True)
        assert "comparing… · esc leaves with nothing stored" in shown(app)
        await pilot.press("escape", "d")
        await until(ended.is_set, True)
        await until(lambda: _verdict(app), Verdict.DISPUTED)
        assert review_of(app).port.draft_number == 1
