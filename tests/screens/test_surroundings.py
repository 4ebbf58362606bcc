"""Desk, help, narrow and small windows, traps on every screen, signals, and what happens when something breaks."""

import asyncio
import os
import signal

import pytest
from textual.widgets import TextArea

from factcheck.errors import StorageFailedError
from factcheck.widgets.lines import Frames
from tests.screens.fake_desk import FakeDesk, line_of
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of, review_of, running, shown, status

pytestmark = (
    pytest.mark.no_cover
)  # what it looks at is covered by the services' tests; tracing takes twice the time

RAW = ("\x1b", "\x07", "\u202e")


async def test_the_desk_opens_an_article_and_escape_leads_back_with_all_saved() -> None:
    review = FakeReview()
    app = app_of(None, FakeDesk(review))
    async with running(app) as pilot:
        assert "first of many" in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("c", "escape")
        await pilot.pause()
        assert "1 article" in shown(app)
        assert "left at 1/10, all is saved; enter goes back" in shown(app)
        assert "✓ 1" in shown(app)
        assert review.is_closed
        assert review.places[-1].statement_id == "s1"


async def test_one_escape_too_many_is_taken_back_by_enter_at_the_very_place() -> None:
    review = FakeReview()
    other = line_of(1, "Another one", touched_at="2025-03-05T00:00:00Z")
    app = app_of(review, FakeDesk(review, lines=[other]))
    async with running(app) as pilot:
        await pilot.press("j", "s", "m", *"why", "escape", "escape", "d")
        await pilot.pause()
        assert "left at 2/10" in shown(app)
        assert review.calls == []
        review.saved_place = review.places[-1]
        await pilot.press("enter")
        await pilot.pause()
        assert status(app).startswith("2/10")
        await pilot.press("m")
        assert app.screen.query_one(TextArea).text == "why"


async def test_escape_first_puts_away_what_was_found_and_stays() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("/", *"crates", "enter", "escape")
        assert review_of(app).article.found is None
        assert not review.is_closed
        await pilot.press("escape")
        await pilot.pause()
        assert review.is_closed


async def test_an_empty_desk_says_what_to_do() -> None:
    app = app_of(None, FakeDesk())
    async with running(app) as pilot:
        assert "factcheck import FILE" in shown(app)
        await pilot.press("enter", "j", "?", "escape")


async def test_an_article_that_cannot_be_opened_leaves_the_desk_and_says_why() -> None:
    desk = FakeDesk(FakeReview())
    desk.open_error = StorageFailedError("The file [/x] is gone.", "Look for it.")
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["The file [/x] is gone. Look for it."]


async def test_the_narrow_window_shows_one_pane_and_tab_the_other() -> None:
    app = app_of(FakeReview())
    async with running(app, NARROW) as pilot:
        screen = review_of(app)
        assert screen.article.size
        assert not screen.query_one("#card").size
        assert "▸ SAID · not yet" in shown(app)
        assert "c confirmed  u unverified  d disputed" in shown(app)
        await pilot.press("c")
        assert "▸ SAID ✓ confirmed   " in shown(app)
        assert "lacks sources — e" in shown(app)
        await pilot.press("u")
        assert "without a basis — b" in shown(app)
        await pilot.press("0")
        await pilot.press("tab")
        await pilot.pause()
        assert not screen.article.size
        assert "DETAILS" in shown(app)
        assert status(app).startswith("1/10")


async def test_borders_name_the_panes_and_how_the_statement_stands_and_a_narrow_article_has_none() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        panes = review_of(app).query_one("#panes", Frames)
        await pilot.press("j", "c", "u")
        top = panes.painted[0]
        assert top.startswith("╭─ Article ─")
        assert "╭─ 2 / 10 · " in top
        assert panes.painted[-1].startswith("╰─ so: unverified ─")
        assert [len(line) for line in panes.painted] == [120] * panes.size.height
        await pilot.resize_terminal(80, 24)
        assert not any("│" in line or "╭" in line for line in panes.painted)
        await pilot.press("tab")
        await pilot.pause()
        assert panes.painted[0].startswith("╭─ 2 / 10 · ")
        assert len(panes.painted[0]) == 80


async def test_a_window_that_is_too_small_says_so_and_recovers() -> None:
    app = app_of(FakeReview())
    async with running(app, (50, 12)) as pilot:
        assert "too small" in shown(app)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "too small" not in shown(app)
        await pilot.press("c")
        assert "1 verdicts" in status(app)


@pytest.mark.parametrize("keys", [[], ["m"], ["M"], ["d", "b"], ["X"], ["h"], ["?"], ["g"], ["ctrl+p"]])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_traps_are_shown_as_they_are_on_every_screen(keys: list[str], size: tuple[int, int]) -> None:
    app = app_of(FakeReview())
    async with running(app, size) as pilot:
        await pilot.press("end", "k", *keys)
        await pilot.pause()
        picture = app.export_screenshot()
        assert not any(raw in picture for raw in RAW)
        if not keys and size == WIDE:
            text = shown(app)
            assert "[/no credit]" in text
            assert "“[B]ecause" in text
            assert "[sic]" in text
            assert "␛[31mred␛[0m, ␛]52;c;aGk=␇" in text


async def test_a_note_shows_what_cannot_be_seen_and_keeps_it() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review_of(app).typed["private_note:s1"] = "a\u202eb [/]"
        await pilot.press("m")
        await pilot.pause()
        assert "a�b" in app.export_screenshot()
        await pilot.press("ctrl+s")
        assert review.calls == [("private_note", "s1", "a\u202eb [/]")]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
async def test_a_signal_saves_the_place_and_leaves_with_its_code(number: signal.Signals, code: int) -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        await pilot.press("j", "m", "h")
        os.kill(os.getpid(), number)
        async with asyncio.timeout(10):
            while not app._exit:
                await asyncio.sleep(0)
    assert app.return_code == code
    assert review.places[-1].statement_id == "s2"
    assert review.places[-1].typed == {"private_note:s2": "h"}


async def test_what_breaks_is_kept_for_the_report_and_prints_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    review = FakeReview()
    app = app_of(review)

    def broken(statement: object) -> None:
        raise RuntimeError("bug")

    async def use() -> None:
        async with running(app) as pilot:
            review.after = broken  # type: ignore[method-assign]  # a bug
            await pilot.press("j")

    with pytest.raises(RuntimeError, match="bug"):
        await use()
    assert isinstance(app.fatal, RuntimeError)
    assert app.return_code == 1
    captured = capsys.readouterr()
    assert "bug" not in captured.out + captured.err


async def test_quitting_says_once_that_the_place_was_not_saved() -> None:
    review = FakeReview()
    app = app_of(review)
    async with running(app) as pilot:
        review.place_error = StorageFailedError("The disk is full.", "Free some space.")
        await pilot.press("j", "ctrl+q")
        assert "once more leaves all the same" in shown(app)
        await pilot.press("ctrl+q")
    assert app.return_code == 0
