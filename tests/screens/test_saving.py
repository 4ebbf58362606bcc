"""What is shown as saved is saved; what is not stays on the screen with its cause; keys keep their order."""

import asyncio

from textual.events import Key

from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import StorageFailedError
from tests.screens.fakes import FakeReview
from tests.screens.running import app_of, review_of, running, shown, status, until


async def test_a_slow_disk_is_mentioned_and_nothing_is_called_saved_before_it_is() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app):
        review.is_held = True
        app.post_message(key("c"))
        await until(lambda: "saving…" in status(app), True)
        assert "0 verdicts" in status(app)
        review.release()
        await until(lambda: "saved 10:42" in status(app), True)
        assert "1 verdicts" in status(app)


async def test_keys_wait_their_turn_while_something_is_being_saved() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.is_held = True
        for name in ("c", "j", "u"):
            app.post_message(key(name))
        await until(lambda: "saving…" in status(app), True)
        assert review_of(app).stand.number == 1
        assert len(review.calls) == 1
        review.release()
        await until(lambda: len(review.calls), 2)
        await pilot.pause()
        assert review.calls[1] == ("give_verdict", "s2", Question.SO, Verdict.UNVERIFIED)


async def test_a_failed_save_stays_on_the_screen_with_its_cause_and_the_next_step() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.fail_with = StorageFailedError("The disk is full [/].", "Free some space, then press c again.")
        await pilot.press("c")
        assert "0 verdicts · not saved" in status(app)
        await pilot.press("j", "k")
        assert "not saved" in status(app)
        assert "The disk is full [/]." in shown(app)
        assert "Free some space" in shown(app)
        assert "saved 10" not in status(app)
        review.fail_with = None
        await pilot.press("c")
        assert "1 verdicts · saved" in status(app)
        assert "The disk is full" not in shown(app)


async def test_a_note_that_could_not_be_saved_is_still_there() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.fail_with = StorageFailedError("The disk is full.", "Free some space.")
        await pilot.press("m", "h", "i", "ctrl+s")
        assert review_of(app).typed == {"private_note:s1": "hi"}
        assert "not saved" in status(app)


async def test_a_change_by_another_window_is_shown_and_not_overwritten() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.overtake("s1")
        await pilot.press("c")
        assert "Changed by Ben at 10:40." in shown(app)
        assert "from another window" in shown(app)
        assert "0 verdicts" in status(app)
        await pilot.press("c")
        assert "1 verdicts · saved" in status(app)


async def test_the_place_is_saved_soon_after_a_move_and_on_the_way_out() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j")
        await until(lambda: [p.statement_id for p in review.places], ["s2"])
        await pilot.press("j", "j", "ctrl+q")
    assert review.places[-1].statement_id == "s4"


async def test_half_typed_text_is_saved_with_the_place_within_a_second() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("m", "h")
        async with asyncio.timeout(1):
            await until(lambda: review.places and review.places[-1].typed, {"private_note:s1": "h"})


def key(name: str) -> Key:
    """A key as the terminal sends it; nobody waits for what it does."""
    return Key(name, name)


async def test_keys_typed_ahead_of_a_closing_dialog_reach_the_screen_behind_it() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        for name in ("g", "7", "enter", "u", "m", "escape", "k"):
            app.post_message(key(name))
        await until(lambda: review_of(app).stand.number, 6)
        await pilot.pause()
        assert review.calls == [("give_verdict", "s7", Question.SAID, Verdict.UNVERIFIED)]
