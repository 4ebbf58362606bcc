"""Ticking over a real store: letters tick one detail each, all else ends it, and nothing is done by a stray letter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.checklist import DetailState, checklist
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.verdict import Verdict
from factcheck.screens.dialogs.words import KeptLineDialog
from factcheck.widgets.card import Card
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import NARROW, review_of, shown, status, until


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A short article with the same name twice."""
    opened = open_shop(
        tmp_path,
        "Ben Moor paid 12 crowns on Monday.\n\nNobody had asked Ben Moor on Monday.\n\nIt rained.\n",
    )
    yield opened
    opened.close()


def states(shop: Shop, number: int) -> dict[str, DetailState]:
    return {item.label: item.state for item in checklist(shop.number(number))}


async def test_letters_tick_and_untick_and_typed_ahead_nothing_is_lost(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "a", "b", "c", "b")
        assert states(shop, 1) == {
            "a": DetailState.TICKED,
            "b": DetailState.NOT_YET,
            "c": DetailState.TICKED,
        }
        assert "b: tick taken off · 1 not yet" in shown(app)
        assert "a–c tick" in shown(app)
        await pilot.press("escape", "c")
        assert "c confirmed" in shown(app)
        assert shop.number(1).so is not None
        await pilot.press("z", "z")
        assert states(shop, 1)["b"] is DetailState.TICKED
    assert shop.findings() == []


async def test_a_key_that_is_no_detail_gives_no_verdict_and_types_into_nothing(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "u", "p")
        assert "there is no detail p here" in shown(app)
        await pilot.press("D", *"123")  # a right value for a detail that there is not
        article = shop.reader.article(shop.article.id)
        assert article is not None
        assert article.dateline is None
        assert shop.number(1).version == 0
        await pilot.press("escape", "2")
        so = shop.number(1).so
        assert so is not None
        assert so.verdict is Verdict.UNVERIFIED


async def test_other_keys_end_ticking_and_do_what_they_do(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "a", "j", "u")
        assert review_of(app).stand.number == 2
        assert shop.number(2).so is not None
        assert shop.number(2).ticks == ()
        await pilot.press("end", "t")
        assert "no detail to tick here" in shown(app)


async def test_a_name_ticked_here_is_shown_and_struck_there_in_the_same_frame(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        article = review_of(app).article

        def struck() -> list[str]:
            return [piece for line in article._lines for piece, look in line if "struck" in look]

        assert struck() == []
        await pilot.press("t", "a")
        assert struck() == ["Ben Moor", "Ben Moor"]
        await pilot.press("j")
        assert "Ben Moor ✓ at 1" in shown(app)
        await pilot.press("u")
        assert struck() == ["Ben Moor", "Ben Moor"]
        await pilot.press("t", "A", "enter")
        assert struck() == ["Ben Moor"]
        await pilot.press("z", "z", "z")
        assert struck() == []


async def test_shift_and_the_letter_ask_for_the_right_value_which_is_suggested(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "B", *"13", "enter", "a")
        assert states(shop, 1)["b"] is DetailState.WRONG
        assert states(shop, 1)["a"] is DetailState.TICKED  # it is still on
        suggested = shop.number(1).suggested
        assert suggested is not None
        assert suggested.new == "Ben Moor paid 13 crowns on Monday."
        assert "b ✗ 12 → 13" in shown(app)
        await pilot.press("z", "z")
        assert shop.number(1).suggested is None
        assert shop.number(1).ticks == ()
    assert shop.findings() == []


async def test_p04_a_half_typed_right_value_is_there_again_after_a_restart(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "B", *"1[", "escape")
        await pilot.pause()
        assert shop.number(1).ticks == ()
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "B")
        assert isinstance(app.screen, KeptLineDialog)
        assert app.screen.typed == "1["
        await pilot.press("enter")
        await until(lambda: review_of(app).typed, {})
        assert shop.number(1).ticks[0].right == "1["


async def test_the_same_value_is_refused_in_place_and_what_was_typed_stays(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "B", *"12", "enter")
        await pilot.pause()
        assert "That is what it says already." in shown(app)
        await pilot.press("escape")
    assert shop.number(1).ticks == ()


async def test_a_click_on_a_detail_ticks_it(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        card = review_of(app).query_one("#card")
        lines = card.painted  # type: ignore[attr-defined]  # a pane of ours
        y = next(i for i, line in enumerate(lines) if "b · 12" in line)
        await pilot.click("#card", offset=(lines[y].index("b · 12") + 4, y))
        await pilot.pause()
        assert states(shop, 1)["b"] is DetailState.TICKED


async def test_in_a_narrow_window_the_card_comes_to_the_front_and_goes_back(shop: Shop) -> None:
    async with reviewing(shop, NARROW) as (app, pilot):
        screen = review_of(app)
        await pilot.press("t")
        await pilot.pause()
        assert "DETAILS" in shown(app)
        await pilot.press("a", "escape")
        await pilot.pause()
        assert screen.article.size
        assert states(shop, 1)["a"] is DetailState.TICKED


async def test_more_than_26_details_have_pages(tmp_path: Path) -> None:
    numbers = ", ".join(f"{n} goats" for n in range(100, 130))
    shop = open_shop(tmp_path, f"The farm had {numbers} and no more.\n")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("t", "enter", "a", "enter", "b")
        ticked = [label for label, state in states(shop, 1).items() if state is DetailState.TICKED]
        assert ticked == ["b", "a2"]
        assert "more details" in shown(app)
    shop.close()


async def test_in_a_low_window_the_card_is_scrolled_to_the_letters_and_stays_where_it_was_in_front(
    tmp_path: Path,
) -> None:
    shop = open_shop(
        tmp_path, "Ben Moor paid 12 crowns on Monday, " + "and so on and on, " * 70 + "he said.\n"
    )
    async with reviewing(shop, (80, 16)) as (app, pilot):
        await pilot.press("tab", "t")
        await pilot.pause()
        card = review_of(app).query_one("#card", Card)
        assert any("b · 12" in line for line in card.painted)
        await pilot.press("escape")
        await pilot.pause()
        assert card.size
        await pilot.press("tab", "home", "t")
        await pilot.pause()
        assert any("b · 12" in line for line in card.painted)
    shop.close()


async def test_the_filter_of_what_is_not_gone_over_follows_ticks_marks_names_elsewhere_and_undo(
    shop: Shop,
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("f")
        row = next(line for line in shown(app).splitlines() if "not gone over" in line)
        assert row.split()[-1] == "2"
        await pilot.press("escape")
        review_of(app).filter_by(Filter(FilterBy.LACK, "tick"))
        await pilot.press("j", "t", "B", "enter", "escape")  # Monday is wrong there, and Ben Moor not ticked
        assert "filter: not gone over · 2" in status(app)
        await pilot.press("k", "t", "a")
        assert "filter: not gone over · 1" in status(app)
        await pilot.press("z", "escape", "z")
        assert "filter: not gone over · 2" in status(app)
