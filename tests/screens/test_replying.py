"""Criticism that needs a reply, over a real store: raised at once, put to somebody when that is known."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.query import Hearing
from factcheck.domain.statement import Flag
from factcheck.services.replying import whom_and_when
from tests.build import Shop
from tests.screens.real import reviewing, sample_shop
from tests.screens.running import review_of, shown, until


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The sample article."""
    opened = sample_shop(tmp_path)
    yield opened
    opened.close()


async def test_the_flag_is_up_at_once_and_whom_it_was_put_to_may_wait(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("*")
        assert shop.number(1).flags == {Flag.CRITICISM}
        await pilot.press(*"Kremlin", "escape", "c")
        await until(lambda: "not put to anybody yet" in shown(app), True)
        await until(lambda: (shop.number(1).hearing, shop.number(1).said is None), (None, False))
    async with reviewing(shop) as (app, pilot):
        await pilot.press("*", "p", *", 17 October", "enter")
        assert shop.number(1).hearing == Hearing("Kremlin", "17 October")
        await pilot.pause()
        assert "put to Kremlin, 17 October: no reply" in " ".join(shown(app).split())
        assert shop.reader.tally(shop.article.id).unanswered == 1
        await pilot.press("*", "a", *"no comment", "enter")
        assert shop.number(1).hearing == Hearing("Kremlin", "17 October", "no comment")
        assert shop.reader.tally(shop.article.id).unanswered == 0
        await pilot.press("z", "z", "*", "l")
        assert (shop.number(1).flags, shop.number(1).hearing) == (frozenset(), None)
    assert shop.findings() == []


async def test_without_a_date_it_was_put_today(shop: Shop) -> None:
    async with reviewing(shop) as (_, pilot):
        await pilot.press("*", *"the ministry", "enter")
    assert shop.number(1).hearing == Hearing("the ministry", "2025-03-04")


async def test_what_waits_for_a_reply_is_listed_and_filtered(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("*", "enter", "j", "j", "*", *"EPA, 2 May", "enter", "*", "w")
        await pilot.pause()
        assert "2 without a reply" in shown(app)
        assert "not put to anybody yet: Zelensky calls" in shown(app)
        assert "put to EPA, 2 May: Photo" in shown(app)
        await pilot.press("enter")
        assert review_of(app).stand.number == 1
        await pilot.press("f")
        await pilot.pause()
        assert "criticism without a reply" in shown(app)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the ministry, 17 October", ("the ministry", "17 October")),
        ("Smith, Jones and sons", ("Smith, Jones and sons", "today")),
        (" Peskov , ", ("Peskov", "today")),
        ("17 October", ("17 October", "today")),
        (", 17 October", (", 17 October", "today")),
    ],
)
def test_a_date_behind_the_last_comma_is_when(typed: str, said: tuple[str, str]) -> None:
    assert whom_and_when(typed, "today") == said
