"""The screen of hints over a real store: nothing is linked without a key, and each key can be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.link import LinkType
from factcheck.screens import hints
from factcheck.screens.watching import Watching
from factcheck.services.linking import Linking
from tests.build import Shop, open_shop
from tests.screens.real import reviewing, sample_shop
from tests.screens.running import NARROW, review_of, shown


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The sample article."""
    opened = sample_shop(tmp_path)
    yield opened
    opened.close()


def links(shop: Shop, number: int) -> list[tuple[LinkType, int]]:
    return [(link.type, shop.reader.number_of(link.other)) for link in shop.number(number).links]


async def test_enter_links_what_a_hint_suggests_and_the_next_one_is_at_hand(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H")
        text = shown(app)
        assert "6 differs in wording from 1" in text
        assert "why: the same words quoted differently" in text
        assert "1 of 16" in text
        assert not links(shop, 6)
        await pilot.press("enter")
        text = shown(app)
        assert "linked: 6 differs in wording from 1" in text
        assert "1 of 15" in text
        assert "7 no evidence for 4" in text
        assert links(shop, 6) == [(LinkType.DIFFERS_WORDING, 1)]
        await pilot.press("z")
        assert links(shop, 6) == links(shop, 1) == []
        assert "1 of 16" in shown(app)
    assert shop.findings() == []


async def test_that_only_the_likeliest_hints_were_kept_is_said_where_it_is_so(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H")
        assert "were kept" not in shown(app)
    monkeypatch.setattr(hints, "MOST_HINTS", 16)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H", "-")
        assert "only the likeliest 16 were kept" in shown(app)


async def test_a_hint_is_put_aside_found_again_and_taken_up_after_a_restart(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H", "-", "-")
        assert "14 to look at · 0 accepted · 2 put aside" in shown(app)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H", "f")
        assert "No hint was accepted" in shown(app)
        await pilot.press("f")
        assert "1 of 2" in shown(app)
        await pilot.press("o")
        assert "15 to look at · 0 accepted · 1 put aside" in shown(app)
        await pilot.press("enter", "f")
        assert "15 to look at · 1 accepted · 0 put aside" in shown(app)
    assert shop.findings() == []


async def test_one_goes_from_a_hint_to_either_statement(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H", "j", "g")
        await pilot.pause()
        assert review_of(app).stand.number == 7
        await pilot.press("H", "j", "G")
        await pilot.pause()
        assert review_of(app).stand.number == 4
        await pilot.press("H", "escape")
        await pilot.pause()
        assert review_of(app).stand.number == 4


async def test_the_card_suggests_quietly_what_the_hints_say_until_that_is_decided(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "6", "enter")
        await pilot.pause()
        assert "hint: differs in wording from 1?" in shown(app)
        await pilot.press("H", "enter", "escape")
        await pilot.pause()
        assert "hint: differs in wording from 1?" not in shown(app)
        assert "↔ 1" in shown(app)


async def test_what_another_window_did_to_a_hint_is_said_and_shown(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watching, "look", lambda self: None)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("H")
        hint = shop.reader.surroundings.hint(shop.article, 0)
        assert hint is not None
        shop.by("ben")
        Linking(shop.ledgers["ben"]).dismiss_hint(shop.article, hint)
        await pilot.press("enter")
        assert "This hint is dismissed by now" in shown(app)
        assert not links(shop, 6)
        await pilot.press("down")
        assert "15 to look at · 0 accepted · 1 put aside" in shown(app)


async def test_without_hints_the_screen_says_what_they_are(tmp_path: Path) -> None:
    shop = open_shop(tmp_path, "Rain fell.\n")
    async with reviewing(shop, NARROW) as (app, pilot):
        await pilot.press("H", "enter", "-", "o", "g")
        assert "There are no hints in this article." in shown(app)
        assert "only a key makes a link" in shown(app)
    shop.close()
