"""One frame per key: a move or a verdict is painted once, and only where something is different."""

import pytest
from textual.events import Resize
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.timer import Timer

from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of, review_of, running


@pytest.mark.parametrize("keys", ["j", "k", "c", "s", "u", "z", "space", "0"])
async def test_a_key_is_painted_in_one_frame(keys: str, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        await pilot.press("j", "j", "c")
        await pilot.pause()
        frames: list[int] = []
        layouts: list[int] = []
        paint, layout = Screen._compositor_refresh, Screen._refresh_layout

        def painted(screen: Screen[object]) -> None:
            frames.append(1)
            paint(screen)

        def laid_out(screen: Screen[object], size: Size | None = None, scroll: bool = False) -> None:
            layouts.append(1)
            layout(screen, size, scroll)

        monkeypatch.setattr(Screen, "_compositor_refresh", painted)
        monkeypatch.setattr(Screen, "_refresh_layout", laid_out)
        await pilot.press(keys)
        await pilot.pause()
        assert len(frames) == 1
        assert not layouts


async def test_the_first_frame_of_a_narrow_window_has_the_panes_that_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[bool] = []
    paint = Screen._compositor_refresh

    def painted(screen: Screen[object]) -> None:
        shown.extend(card.display for card in screen.query(Card))
        paint(screen)

    monkeypatch.setattr(Screen, "_compositor_refresh", painted)
    async with running(app_of(FakeReview()), NARROW):
        assert shown
        assert not any(shown)


async def test_a_move_paints_only_the_lines_that_are_different() -> None:
    app = app_of(FakeReview())
    async with running(app) as pilot:
        article = review_of(app).article
        asked: list[int] = []
        refresh = article.refresh

        def counted(*regions: Region, **more: bool) -> ArticleView:
            asked.append(len(regions))
            return refresh(*regions, **more)

        article.refresh = counted  # type: ignore[method-assign]  # counts what is painted
        await pilot.press("j")
        assert 0 < asked[0] < 8


class LostTimer(Timer):
    """One that a busy machine has left out: it never calls."""

    def __init__(self) -> None:
        self.is_stopped = False

    def stop(self) -> None:
        self.is_stopped = True


async def test_a_new_size_counts_even_if_the_timer_that_waits_for_it_is_lost() -> None:
    app = app_of(FakeReview())
    async with running(app, WIDE) as pilot:
        lost = LostTimer()
        app._resize_timer = lost  # Textual sets it, and waits for it from then on
        await pilot.resize_terminal(*NARROW)
        while not lost.is_stopped:
            await pilot.pause()
        await pilot.pause()
        assert app.screen.size == Size(*NARROW)
        assert app.screen.has_class("-narrow")


async def test_of_two_sizes_told_the_wrong_way_round_the_one_that_the_terminal_has_counts() -> None:
    app = app_of(FakeReview())
    async with running(app, WIDE) as pilot:
        late = Size(*NARROW)
        app.post_message(Resize(late, late))  # the terminal has long been wide again
        await pilot.pause(0.3)
        assert app.size == app.screen.size == Size(*WIDE)
        assert app.screen.has_class("-wide")
