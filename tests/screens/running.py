"""Runs the program over fakes, in a terminal that exists only here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC

from textual.events import Paste
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.screens.review import ReviewScreen
from factcheck.settings import Settings
from factcheck.widgets.painted import Painted
from tests.screens.fake_article import NOW
from tests.screens.fake_desk import FakeDesk
from tests.screens.fake_settings import FakeSettings
from tests.screens.fakes import FakeReview

WIDE = (120, 40)
NARROW = (80, 24)


def app_of(
    review: FakeReview | None,
    desk: FakeDesk | None = None,
    theme: str = "dark",
    *,
    settings: Settings | None = None,
    keeper: FakeSettings | None = None,
) -> FactcheckApp:
    """The program, at a review or at the desk."""
    desk = desk or FakeDesk(*([review] if review else []))
    settings = settings or Settings("Vera", theme)
    return FactcheckApp(desk, review, settings=settings, clock=lambda: NOW, zone=UTC, keeper=keeper)


@asynccontextmanager
async def running(app: FactcheckApp, size: tuple[int, int] = WIDE) -> AsyncIterator[Pilot[None]]:
    """The program while it runs, with notifications, where a markup crash would show."""
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot


async def typed_whole(pilot: Pilot[None], text: str) -> None:
    """A long text comes into the field at once, as a terminal pastes it: key by key it would take seconds."""
    pilot.app.post_message(Paste(text))
    await pilot.pause()


def shown(app: FactcheckApp) -> str:
    """All that our panes show on the screen at the front, and the title of a box over it."""
    panes = app.screen.query(Painted)
    lines = [line for pane in panes if pane.display and pane.size for line in pane.painted]
    titles = [str(box.border_title) for box in app.screen.query("#box") if box.border_title]
    return "\n".join([*titles, *lines])


def review_of(app: FactcheckApp) -> ReviewScreen:
    """The review that is open."""
    return next(s for s in app.screen_stack if isinstance(s, ReviewScreen))


def status(app: FactcheckApp) -> str:
    """The status line."""
    return review_of(app).status.painted[0]


async def until(what: object, wanted: object) -> None:
    """Let the program go on until something holds."""
    assert callable(what)
    async with asyncio.timeout(10):
        while what() != wanted:
            await asyncio.sleep(0)
