"""The review over a fake store: each key asks for the right thing, and shows what came of it."""

import pytest

from factcheck.app import FactcheckApp
from factcheck.domain.article import BlockKind
from factcheck.domain.place import Place
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.errors import StorageFailedError
from factcheck.widgets.card import Card
from tests.screens.fake_article import made
from tests.screens.fakes import FakeReview
from tests.screens.running import app_of, review_of, running, shown, status


def at(app: FactcheckApp) -> tuple[int, Question]:
    stand = review_of(app).stand
    return stand.number, stand.question


async def test_it_opens_at_the_first_open_statement_and_its_first_question() -> None:
    app = app_of(FakeReview())
    async with running(app):
        assert at(app) == (1, Question.SAID)
        assert status(app).startswith("1/10 · 0 done · 10 open · 0 verdicts")


async def test_it_comes_back_to_the_very_place() -> None:
    app = app_of(FakeReview(place=Place("a1", "s6", Question.SO, (4, 1))))
    async with running(app):
        assert at(app) == (6, Question.SO)


@pytest.mark.parametrize(
    ("key", "verdict"),
    [("c", "confirmed"), ("u", "unverified"), ("d", "disputed"), ("1", "confirmed"), ("3", "disputed")],
)
async def test_a_verdict_key_gives_its_verdict_to_the_active_question(key: str, verdict: str) -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j", key)
        assert review.calls == [("give_verdict", "s2", Question.SO, Verdict(verdict))]
        assert "1 verdicts · saved 10:42" in status(app)
        assert f"so: {verdict}" in shown(app)


async def test_nothing_moves_on_unasked_after_a_verdict() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("c")
        assert at(app) == (1, Question.SAID)
        await pilot.press("s")
        assert at(app) == (1, Question.SO)


async def test_the_same_verdict_again_writes_nothing_and_says_so() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("c", "c")
        assert "said: already confirmed" in shown(app)
        assert "1 verdicts" in status(app)


async def test_stepping_keys_go_where_they_say() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        for key, number in [
            ("j", 2), ("down", 3), ("k", 2), ("up", 1), ("k", 1), ("end", 10), ("j", 10), ("home", 1), ("J", 2),
            ("J", 3), ("J", 6), ("K", 3), ("backspace", 6), ("backspace", 3),
        ]:  # fmt: skip
            await pilot.press(key)
            assert at(app)[0] == number, key


async def test_space_goes_to_the_next_open_one_and_wraps_once_saying_so() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("j", "c", "home", "space")
        assert at(app)[0] == 3
        await pilot.press("end", "space")
        assert at(app)[0] == 1
        assert "on to the start" in shown(app)


async def test_when_all_is_done_space_says_so() -> None:
    app = app_of(FakeReview(made([(BlockKind.PARAGRAPH, None, [("It rained.", "", "")])])))
    async with running(app) as pilot:
        await pilot.press("c", "space")
        assert "all done" in shown(app)
        assert "1 done · 0 open" in status(app)


async def test_going_to_a_number() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("g", "7", "enter")
        assert at(app)[0] == 7
        await pilot.press("g", "9", "9", "enter")
        assert at(app)[0] == 7
        assert "there is no statement 99" in shown(app)


async def test_a_basis_is_chosen_by_its_letter() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("d", "b", "c")
        assert review.calls[-1] == ("choose_basis", "s1", Question.SAID, Basis.ACCOUNTS_DIFFER)
        assert "accounts differ" in shown(app)
        await pilot.press("b", "0")
        assert review.calls[-1][-1] is None


async def test_a_basis_wants_a_verdict_first() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("b")
        assert "give a verdict first" in shown(app)
        assert not review.calls


async def test_leaving_so_to_a_speaker_where_there_is_none_is_refused_in_words() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("j", "o")
        assert "The article says this itself." in shown(app)
        assert "not saved" not in status(app)


async def test_undo_goes_to_where_it_was_and_names_what_it_undid() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("c", "s", "u", "end", "z")
        assert at(app) == (1, Question.SO)
        assert "undone: so: unverified on 1" in shown(app)
        await pilot.press("Z")
        assert "redone: so: unverified on 1" in shown(app)
        await pilot.press("z", "z", "z")
        assert "nothing to undo" in shown(app)
        assert "0 verdicts" in status(app)


async def test_a_half_typed_note_is_kept_and_there_again() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("m", "h", "i", "escape")
        assert review_of(app).typed == {"private_note:s1": "hi"}
        assert "typed and not saved yet" in shown(app)
        await pilot.press("m", "!", "ctrl+s")
        assert review.calls == [("private_note", "s1", "hi!")]
        assert review_of(app).typed == {}
        assert "hi!" in shown(app)


async def test_half_typed_text_comes_back_after_a_crash() -> None:
    review = FakeReview(place=Place("a1", "s1", typed={"public_note:s1": "from before"}))
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("M", "ctrl+s")
        assert review.calls == [("public_note", "s1", "from before")]


async def test_letters_typed_into_a_note_give_no_verdict() -> None:
    review = FakeReview()
    async with running(app_of(review)) as pilot:
        await pilot.press("m", *"cud", "escape")
        assert not review.calls


async def test_an_excluded_block_is_taken_back() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("X", "enter")
        assert review.calls == [("take_back_block", 0)]
        assert status(app).startswith("2/11")
        assert "navigation · not checked" not in shown(app)


async def test_history_tells_what_was_undone() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("c", "d", "z", "h")
        assert "said: disputed  (undone)" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "This was undone" in shown(app)
        assert "Tuesday, 4 March 2025, 10:43:00 UTC" in shown(app)
        await pilot.press("escape", "escape", "j")
        assert at(app)[0] == 2


async def test_an_article_without_statements_says_what_to_do() -> None:
    app = app_of(FakeReview(made([])))
    async with running(app) as pilot:
        assert "No statement was found" in shown(app)
        await pilot.press("c", "s", "j", "space", "b", "m", "h", "z", "o", "0", "J", "end")
        assert status(app).startswith("0/0")


async def test_a_click_goes_to_the_statement_under_it() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        rows = review_of(app).article.painted
        row = next(i for i, text in enumerate(rows) if "“[B]ecause" in text)
        await pilot.click("#article", offset=(rows[row].index("[B]") + 1, row + 1))
        await pilot.pause()
        assert at(app)[0] == 4


async def test_clicking_a_key_does_what_the_key_does() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.click("#keys", offset=(4, 0))
        await pilot.pause()
        assert review.calls == [("give_verdict", "s1", Question.SAID, Verdict.CONFIRMED)]


async def test_the_palette_finds_commands_of_the_catalogue() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("ctrl+p", *"disputed")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert review.calls == [("give_verdict", "s1", Question.SAID, Verdict.DISPUTED)]


async def test_a_read_only_store_keeps_no_place_and_says_what_it_is() -> None:
    review = FakeReview()
    review.is_read_only = True
    review.fail_with = StorageFailedError("The store can only be read.", "Make it writable.")
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j", "c")
        assert not review.is_warm
        assert "read-only" in shown(app)
        assert "not saved" in status(app)
        await pilot.press("ctrl+q")
    assert not review.places


async def test_a_click_on_a_question_in_the_card_makes_it_the_active_one() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        card = review_of(app).query_one(Card)
        top = card.content_region.offset - card.region.offset

        async def click(words: str, below: int = 0) -> None:
            row = next(i for i, line in enumerate(card.painted) if words in line) + below
            await pilot.click(card, offset=(top.x + 15, top.y + row))

        assert at(app) == (1, Question.SAID)
        await click("SO ")
        assert at(app) == (1, Question.SO)
        await click("DETAILS")
        assert at(app) == (1, Question.SO)
        await click("SAID")
        assert at(app) == (1, Question.SAID)
        await pilot.press("s", "u")
        await click("SO ", below=1)
        assert at(app) == (1, Question.SO)


async def test_a_click_on_a_question_that_is_not_asked_does_nothing() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("j")
        card = review_of(app).query_one(Card)
        row = next(i for i, line in enumerate(card.painted) if "own voice" in line)
        await pilot.click(card, offset=(20, row + 1))
        assert at(app) == (2, Question.SO)
