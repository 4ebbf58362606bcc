"""Linking by hand over a real store: two keys and a number, or words of the other statement; and the conflicts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.link import LinkType
from factcheck.domain.verdict import Question, Verdict
from factcheck.screens.dialogs.pick import PickDialog
from factcheck.screens.watching import Watching
from factcheck.services.linking import Linking
from tests.build import Shop
from tests.screens.real import reviewing, sample_shop
from tests.screens.running import review_of, shown

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' tests; tracing takes twice the time


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The sample article."""
    opened = sample_shop(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def unheard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another window writes is not heard of by itself."""
    monkeypatch.setattr(Watching, "look", lambda self: None)


def links(shop: Shop, number: int) -> list[tuple[LinkType, int, bool]]:
    return [(x.type, shop.reader.number_of(x.other), x.is_from_here) for x in shop.number(number).links]


def link(shop: Shop, first: int, second: int, kind: LinkType) -> None:
    shop.by()
    Linking(shop.ledgers["ann"]).link(shop.number(first), shop.number(second), kind)


async def test_a_link_by_number_and_the_letter_of_its_kind_and_what_is_typed_ahead_comes_after_it(
    shop: Shop,
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "5", "enter", "l", "7", "enter", "r", "e", "c", "j")
        assert links(shop, 5) == [(LinkType.NO_EVIDENCE, 7, False)]
        assert links(shop, 7) == [(LinkType.NO_EVIDENCE, 5, True)]
        assert shop.number(5).said is not None
        assert review_of(app).stand.number == 6
        await pilot.press("z", "z")
        assert links(shop, 5) == links(shop, 7) == []
    assert shop.findings() == []


async def test_a_link_by_words_in_any_order_and_escape_goes_back_a_step(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("l", *"fake peskov")
        await pilot.pause()
        assert "11" in shown(app)
        assert "Kremlin" in shown(app) or "fake" in shown(app)
        await pilot.press("enter")
        assert "How does 1 bear on 11?" in shown(app)
        await pilot.press("escape", "enter", "s")
        assert links(shop, 1) == [(LinkType.SAME_AS, 11, True)]
        assert review_of(app).typed == {}
    assert shop.findings() == []


async def test_p04_what_was_typed_to_find_the_other_statement_is_there_when_one_comes_back(
    shop: Shop,
) -> None:
    async with reviewing(shop) as (_, pilot):
        await pilot.press("l", *"tactical", "escape")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("l")
        await pilot.pause()
        assert "tactical personnel" in shown(app)


async def test_words_that_nothing_has_pick_nothing(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("l", *"zebra", "enter")
        assert "No statement has these words." in shown(app)
        assert isinstance(app.screen, PickDialog)
        await pilot.press("escape", "l", "1", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PickDialog)
    assert not links(shop, 1)


async def test_a_link_that_is_there_comes_first_and_is_settled_opened_and_taken_away_by_letters(
    shop: Shop,
) -> None:
    link(shop, 7, 5, LinkType.NO_EVIDENCE)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "5", "enter", "l")
        await pilot.pause()
        assert "open · 7 no evidence for this one: Rutte said" in shown(app)
        await pilot.press("enter", "s", *"both stand", "enter")
        assert shop.number(7).links[0].settled == shop.number(5).links[0].settled == "both stand"
        await pilot.press("l", "enter", "o")
        assert shop.number(7).links[0].settled is None
        await pilot.press("l", "enter", "g")
        assert review_of(app).stand.number == 7
        await pilot.press("l", "enter", "x")
        assert links(shop, 5) == links(shop, 7) == []
    assert shop.findings() == []


async def test_brackets_walk_along_the_linked_statements_and_say_what_they_are_linked_to(
    shop: Shop, unheard: None
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("]")
        assert "no statement is linked yet" in shown(app)
        link(shop, 7, 5, LinkType.NO_EVIDENCE)
        link(shop, 11, 5, LinkType.DENIES)
        visited = []
        for key in ("]", "]", "]", "]", "[", "["):
            await pilot.press(key)
            visited.append(review_of(app).stand.number)
        assert visited == [5, 7, 11, 5, 11, 7]
        await pilot.press("[")
        assert "linked to 7, 11" in shown(app)


async def test_the_conflicts_show_both_sides_and_are_settled_opened_and_taken_away(shop: Shop) -> None:
    link(shop, 7, 5, LinkType.NO_EVIDENCE)
    link(shop, 11, 5, LinkType.DENIES)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "5", "enter", "c", "s", "d", "C")
        text = shown(app)
        assert "7 no evidence for 5 · open" in text
        assert "11 denies 5 · open" in text
        assert "said ✓ confirmed   so ✗ disputed" in text
        assert "2 open · 0 settled" in text
        await pilot.press("s", *"both stand", "enter")
        assert "7 no evidence for 5 · settled: both stand" in shown(app)
        await pilot.press("f")
        assert "both stand" not in shown(app)
        assert "1 of 1 · 1 open · 1 settled" in shown(app)
        await pilot.press("f", "o", "j", "-")
        assert "1 open · 0 settled" in shown(app)
        assert links(shop, 11) == []
        await pilot.press("z", "j", "G")
        await pilot.pause()
        assert review_of(app).stand.number == 5
    assert shop.findings() == []


async def test_a_word_why_that_is_missing_is_said_in_place(shop: Shop) -> None:
    link(shop, 7, 5, LinkType.NO_EVIDENCE)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("C", "s", "enter")
        assert "settled with a word why" in shown(app)
        await pilot.press(*"ok", "enter")
        assert "settled: ok" in shown(app)
    assert shop.number(5).links[0].settled == "ok"


async def test_without_links_the_conflicts_say_how_one_is_made(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("C", "s", "-", "o", "c", "g")
        assert "No two statements are linked yet." in shown(app)


async def test_p11_what_is_done_in_the_conflicts_is_done_to_what_was_seen_there(
    shop: Shop, unheard: None
) -> None:
    link(shop, 7, 5, LinkType.NO_EVIDENCE)
    async with reviewing(shop) as (app, pilot):
        await pilot.press("C")
        shop.by("ben").give_verdict(shop.number(7), Question.SO, Verdict.CONFIRMED)
        await pilot.press("s", *"both stand", "enter")
        assert "Changed by ben" in " ".join(shown(app).split())
        assert shop.number(5).links[0].settled is None
    async with reviewing(shop) as (app, pilot):
        await pilot.press("C")
        assert "so ✓ confirmed" in shown(app)
        await pilot.press("s", "enter")
    assert shop.number(5).links[0].settled == "both stand"
