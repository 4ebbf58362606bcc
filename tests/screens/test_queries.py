"""Queries by keyboard over a real store: asked, answered, listed, copied, and never lost while half-typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.domain.source import Level, Source, SourceKind, Tier
from factcheck.services.querying import Querying
from factcheck.services.sourcing import Sourcing
from tests.build import Shop, open_shop
from tests.screens.real import reviewing
from tests.screens.running import NARROW, review_of, shown, until

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' and the other screens' tests; tracing takes twice the time


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A short article."""
    opened = open_shop(tmp_path)
    yield opened
    opened.close()


def queries(shop: Shop, number: int = 1) -> tuple[Query, ...]:
    return shop.number(number).queries


def ask(shop: Shop, number: int, to: Addressee, text: str, name: str = "") -> None:
    shop.by()
    Querying(shop.ledgers["ann"]).ask(shop.number(number), to, text, name)


async def test_a_query_is_asked_answered_closed_and_opened_by_a_few_keys_and_all_is_undone(
    shop: Shop,
) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "1", "enter", "q", "a", *"Who", "enter", *"says", "ctrl+s")
        (query,) = queries(shop)
        assert (query.to, query.name, query.text) == (Addressee.AUTHOR, "", "Who\nsays")
        assert "1  author · open: Who" in shown(app)
        await pilot.press("q", "1", "a", *"Me", "ctrl+s")
        assert (queries(shop)[0].state, queries(shop)[0].answer) == (QueryState.ANSWERED, "Me")
        assert "→ Me" in shown(app)
        await pilot.press("q", "1", "c")
        assert queries(shop)[0].state is QueryState.CLOSED
        await pilot.press("q", "1", "o")
        assert queries(shop)[0].state is QueryState.OPEN
        assert "→ earlier: Me" in shown(app)
        await pilot.press("z", "z", "z", "z")
        assert queries(shop) == ()
        assert review_of(app).stand.tally.verdicts == 0
    assert shop.findings() == []


async def test_a_query_to_a_source_has_a_name_and_enter_leads_from_it_to_the_question(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press(
            "g", "1", "enter", "q", "s", *"Ada", "enter", *"When", "tab", "x", "tab", "!", "ctrl+s"
        )
        (query,) = queries(shop)
        assert (query.to, query.name, query.text) == (Addressee.SOURCE, "Adax", "When!")
        assert "source Adax · open: When!" in shown(app)


async def test_p04_what_is_half_typed_is_there_after_the_program_was_gone(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "1", "enter", "q", "s", *"Ada", "tab", *"Wh", "escape")
        await pilot.pause()
        assert "what you typed is kept" in shown(app)
        await pilot.press("q", "a", "N", "o")
        review_of(app).placing.flush()
    async with reviewing(shop) as (app, pilot):
        await pilot.press("q")
        assert shown(app).count("goes on with what you typed") == 2
        await pilot.press("s", "y", "ctrl+s", "q", "a", "w", "ctrl+s")
        assert [(q.name, q.text) for q in queries(shop)] == [("Ada", "Why"), ("", "Now")]
        assert review_of(app).typed == {}


async def test_without_a_question_nothing_is_asked_and_keys_typed_ahead_go_to_no_verdict(shop: Shop) -> None:
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "1", "enter", "q", "e", "ctrl+s")
        await pilot.pause()
        assert "There is no query. Type it." in shown(app)
        await pilot.press("q", "escape", "q", "a", *"cud", "ctrl+s")
        assert [q.text for q in queries(shop)] == ["cud"]
        assert review_of(app).stand.tally.verdicts == 0


async def test_the_list_has_all_queries_by_addressee_with_the_statement_in_its_context(shop: Shop) -> None:
    ask(shop, 4, Addressee.EDITOR, "Cut [/this]?")
    ask(shop, 6, Addressee.AUTHOR, "Who asked?")
    ask(shop, 2, Addressee.AUTHOR, "Where?")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("Q")
        text = shown(app)
        assert text.index("to the author") < text.index("Where?") < text.index("Who asked?")
        assert text.index("Who asked?") < text.index("to the editor") < text.index("Cut [/this]?")
        assert "“We were never asked." in text
        assert "1 of 3 · 3 open · 0 answered · 0 closed" in text
        await pilot.press("j", "a", *"me", "ctrl+s")
        await pilot.pause()
        assert queries(shop, 6)[0].answer == "me"
        assert "2 of 3 · 2 open · 1 answered · 0 closed" in shown(app)
        await pilot.press("a")
        assert "this query is answered; o opens it again" in shown(app)
        await pilot.press("f")
        assert "Who asked?" not in shown(app)
        await pilot.press("end", "c", "f", "end", "z")
        await pilot.pause()
        assert "2 open · 1 answered · 0 closed" in shown(app)
        await pilot.press("home", "j", "enter")
        await pilot.pause()
        assert review_of(app).stand.number == 6
    assert shop.findings() == []


async def test_the_open_ones_to_one_addressee_are_copied_as_one_message(shop: Shop) -> None:
    shop.by()
    secret = Source(
        "", shop.article.id, "Phone", SourceKind.INTERVIEW, Tier.PRIMARY, Level.CONFIDENTIAL, creator="Bo Ek"
    )
    Sourcing(shop.ledgers["ann"]).add(shop.article.id, secret)
    ask(shop, 2, Addressee.AUTHOR, "Where?")
    ask(shop, 6, Addressee.AUTHOR, "Did Bo Ek say so?")
    ask(shop, 1, Addressee.SOURCE, "Well?", "Bo Ek")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("Q", "y")
        assert app.clipboard.endswith(f"\n\n1. (statement 2)\n> {shop.number(2).exact}\nWhere?\n")
        assert "Bo Ek" not in app.clipboard
        assert "copied 1 to the author" in shown(app)
        assert "1 left out: confidential" in shown(app)


async def test_an_answer_from_another_window_shows_up_in_the_card_and_in_the_list(shop: Shop) -> None:
    ask(shop, 1, Addressee.AUTHOR, "Where?")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("g", "1", "enter")
        shop.by("ben")
        Querying(shop.ledgers["ben"]).answer(shop.number(1), queries(shop)[0].id, "At sea.")
        review_of(app)._watching.look()
        assert "→ At sea." in shown(app)
        await pilot.press("Q")
        Querying(shop.ledgers["ben"]).close(shop.number(1), queries(shop)[0].id)
        review_of(app)._watching.look()
        assert "0 open · 0 answered · 1 closed" in shown(app)
        assert "changed by ben" in shown(app)


async def test_an_answer_that_comes_second_is_refused_in_the_list_and_kept_in_the_editor(shop: Shop) -> None:
    ask(shop, 1, Addressee.AUTHOR, "Where?")
    async with reviewing(shop) as (app, pilot):
        await pilot.press("Q", "a", *"sea")
        shop.by("ben")
        Querying(shop.ledgers["ben"]).close(shop.number(1), queries(shop)[0].id)
        await pilot.press("ctrl+s")
        await until(lambda: "Changed by ben" in shown(app), True)
        assert queries(shop)[0].answer == ""
        await pilot.press("o", "a", "!", "ctrl+s")
        await until(lambda: queries(shop)[0].answer, "sea!")


async def test_without_queries_the_list_says_how_to_ask(shop: Shop) -> None:
    async with reviewing(shop, NARROW) as (app, pilot):
        await pilot.press("Q", "enter", "a", "c", "o", "y", "f", "j")
        assert "No queries yet." in shown(app)
        assert "q   on a statement asks" in shown(app)
