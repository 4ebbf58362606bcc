"""Editing by keyboard over a real session: what is stored, what is shown, and that undo takes it back."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.domain.statement import DetailType, Statement
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import review_of, shown

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time

TEXT = "“We were never asked on Thursday. Nobody wrote [sic] to us,” Ada Quill said. It rained 3 days.\n\nAll was well.\n"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    opened = open_shop(tmp_path, TEXT)
    opened.close()
    yield opened
    opened.reader.close()


@dataclass
class Desk:
    """A review in which keys are pressed, and what it has stored."""

    app: FactcheckApp
    pilot: Pilot[None]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def all(self) -> list[Statement]:
        port = review_of(self.app).port
        found: list[Statement] = []
        while (statement := port.by_number(len(found) + 1)) is not None:
            found.append(statement)
        return found

    @property
    def texts(self) -> list[str]:
        return [s.exact for s in self.all]

    @property
    def now(self) -> Statement:
        statement = review_of(self.app).stand.statement
        assert statement
        return statement

    @property
    def notice(self) -> str:
        return review_of(self.app)._said


@asynccontextmanager
async def at(shop: Shop, number: int, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    async with reviewing(shop, size) as (app, pilot):
        desk = Desk(app, pilot)
        await desk.press("g", str(number), "enter")
        yield desk


WHOLE = ["“We were never asked on Thursday.", "Nobody wrote [sic] to us,” Ada Quill said.", "It rained 3 days.", "All was well."]  # fmt: skip


async def test_a_statement_is_split_at_the_word_that_is_gone_to_and_undo_makes_it_one_again(
    shop: Shop,
) -> None:
    async with at(shop, 1) as desk:
        assert desk.texts == WHOLE
        await desk.press("x", "right", "l", "enter")
        assert desk.texts[:2] == ["“We were", "never asked on Thursday."]
        assert "now 1 and 2" in desk.notice
        await desk.press("z")
        assert desk.texts == WHOLE
        await desk.press("Z")
        assert len(desk.texts) == 5
    async with at(shop, 1) as desk:
        await desk.press("z")
        assert desk.texts == WHOLE


async def test_the_first_word_splits_nothing_and_says_why(shop: Shop) -> None:
    async with at(shop, 1) as desk:
        await desk.press("x", "x")
        assert "after the first one" in shown(desk.app)
        await desk.press("escape")
        assert desk.texts == WHOLE


async def test_two_statements_are_joined_and_the_last_of_a_paragraph_is_not(shop: Shop) -> None:
    async with at(shop, 2) as desk:
        await desk.press("+")
        assert desk.texts[1] == f"{WHOLE[1]} {WHOLE[2]}"
        await desk.press("+")
        assert "last statement of its paragraph" in desk.notice
        await desk.press("z")
        assert desk.texts == WHOLE


async def test_boundaries_are_moved_to_the_word_at_the_cursor(shop: Shop) -> None:
    async with at(shop, 2) as desk:
        await desk.press("w", "end", "l", "}")
        assert desk.texts[1:3] == ["Nobody wrote [sic] to us,” Ada Quill said. It", "rained 3 days."]
        await desk.press("w", "home", "h", "h", "{")
        assert desk.texts[:2] == [
            "“We were never asked",
            "on Thursday. Nobody wrote [sic] to us,” Ada Quill said. It",
        ]
        await desk.press("z", "z")
        assert desk.texts == WHOLE


async def test_selected_words_become_a_statement_and_one_goes_there(shop: Shop) -> None:
    async with at(shop, 2) as desk:
        await desk.press("a", "l", "v", "l", "l", "enter")
        assert desk.texts[1:4] == ["Nobody", "wrote [sic] to", "us,” Ada Quill said."]
        assert desk.now.exact == "wrote [sic] to"
        await desk.press("z")
        assert desk.texts == WHOLE


async def test_a_statement_is_left_out_by_a_letter_and_taken_back_by_the_same_key(shop: Shop) -> None:
    async with at(shop, 3) as desk:
        await desk.press("-", "r")
        assert desk.now.excluded == "rhetorical"
        await desk.press("-")
        assert desk.now.excluded is None
        await desk.press("z")
        assert desk.now.excluded == "rhetorical"


async def test_selected_words_become_a_detail_of_the_kind_that_is_chosen(shop: Shop) -> None:
    async with at(shop, 3) as desk:
        await desk.press("w", "l", "v", "l", "enter", "h")
        hedges = [desk.now.within(d.span) for d in desk.now.details if d.type is DetailType.HEDGE]
        assert hedges == ["rained 3"]
        assert all(d.is_by_hand for d in desk.now.details if d.type is DetailType.HEDGE)
        await desk.press("z")
        assert not any(d.type is DetailType.HEDGE for d in desk.now.details)


async def test_a_speaker_is_chosen_by_words_and_by_name_and_taken_off(shop: Shop) -> None:
    async with at(shop, 2) as desk:
        before = desk.now.attributions
        assert [a.speaker for a in before] == ["Ada Quill"]
        await desk.press("w", "end", "h", "enter", "s")
        assert [a.speaker for a in desk.now.attributions] == ["Quill"]
        await desk.press("W", "1", "s", "n")
        await desk.press("ctrl+u", *"Otto [M]", "enter")
        assert [a.speaker for a in desk.now.attributions] == ["Otto [M]"]
        assert "Otto [M]" in shown(desk.app)
        await desk.press("W", "0")
        assert desk.now.attributions == ()
        assert "own voice" in shown(desk.app)
        await desk.press("z", "z", "z")
        assert desk.now.attributions == before


async def test_a_date_is_told_by_hand_and_what_is_no_day_is_said_in_place(shop: Shop) -> None:
    async with at(shop, 1) as desk:
        assert "dates wait for the dateline" in shown(desk.app)
        line = next(i for i, d in enumerate(desk.now.details, 4) if d.type is DetailType.DATE)
        await desk.press("W", str(line), "d", *"soon", "enter")
        assert "no day" in shown(desk.app)
        await desk.press("ctrl+u", *"2024-10-17", "enter")
        (date,) = (d for d in desk.now.details if d.type is DetailType.DATE)
        assert (date.resolved, date.is_by_hand) == ("2024-10-17", True)
        assert "Thursday → 17 October 2024" in " ".join(shown(desk.app).split())
        await desk.press("z")
        assert "dates wait for the dateline" in shown(desk.app)


async def test_a_detail_gets_another_kind_and_is_taken_off(shop: Shop) -> None:
    def line(desk: Desk, words: str) -> str:
        found = (i for i, d in enumerate(desk.now.details, 4) if desk.now.within(d.span) == words)
        return str(next(found))

    async with at(shop, 2) as desk:
        before = desk.now.details
        await desk.press("W", line(desk, "Ada Quill"), "t", "t")
        (title,) = (d for d in desk.now.details if desk.now.within(d.span) == "Ada Quill")
        assert (title.type, title.is_by_hand) == (DetailType.TITLE, True)
        await desk.press("W", line(desk, "Ada Quill"), "r")
        assert title not in desk.now.details
        await desk.press("z", "z")
        assert desk.now.details == before


async def test_leaving_each_box_changes_nothing_on_a_small_screen_too(shop: Shop) -> None:
    async with at(shop, 2, (80, 24)) as desk:
        for keys in (("w",), ("w", "v", "escape"), ("x",), ("a", "v", "l", "escape"), ("-",), ("W",), ("w", "j", "enter"), ("W", "a"), ("W", "1", "c")):  # fmt: skip
            await desk.press(*keys, "escape")
            while len(desk.app.screen_stack) > 1 and desk.app.screen is not review_of(desk.app):
                await desk.press("escape")
        assert desk.texts == WHOLE
