"""Names, dates and shredding: each asks for the right thing, and says in place why it was not done."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.await_complete import AwaitComplete
from textual.timer import Timer

from factcheck.app import FactcheckApp
from factcheck.errors import StorageFailedError
from factcheck.screens.desk import DeskScreen
from factcheck.screens.dialogs.line import LineDialog
from factcheck.widgets.line_field import LineField
from tests.screens.desks import full_desk
from tests.screens.running import NARROW, WIDE, app_of, running, shown


def field(app: FactcheckApp) -> str:
    """What the field of the open prompt holds."""
    return app.screen.query_one(LineField).value


async def test_r_renames_what_is_there_already() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("r")
        assert field(app) == "Ferry late again, says harbour master"
        await pilot.press(*" [/]", "enter")
        await pilot.pause()
        assert desk.calls == [("rename", "piece-1", "Ferry late again, says harbour master [/]")]
        assert "article renamed" in shown(app)
        assert "Ferry late again, says harbour master [/]" in shown(app)


@pytest.mark.parametrize(
    ("key", "old", "typed", "call"),
    [
        ("D", "", "Kyiv, 18 October", ("set_dateline", "piece-1", "Kyiv, 18 October")),
        ("L", "", "Friday", ("set_deadline", "piece-1", "Friday")),
        ("D", "", " ", ("set_dateline", "piece-1", None)),
    ],
)
async def test_dateline_and_deadline_are_set_as_typed(
    key: str, old: str, typed: str, call: tuple[object, ...]
) -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press(key)
        assert field(app) == old
        await pilot.press(*typed, "enter")
        await pilot.pause()
        assert desk.calls == [call]
        if typed.strip():
            assert typed in shown(app)


async def test_a_deadline_is_taken_away_by_emptying_it() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("j", "L", "ctrl+u", "enter")
        await pilot.pause()
        assert desk.calls == [("set_deadline", "piece-2", None)]
        assert "! 2025-03-03" not in shown(app)


async def test_what_another_window_changed_is_shown_with_both_values_and_can_be_decided_again() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("r", "ctrl+u", *"Mine [sic]")
        await desk_renamed_elsewhere(app, "Theirs [/]")
        await pilot.press("enter")
        await pilot.pause()
        assert "it is now Theirs [/]. Yours was Mine [sic]." in " ".join(shown(app).split())
        assert field(app) == "Mine [sic]"
        await pilot.press("enter")
        await pilot.pause()
        assert not isinstance(app.screen, LineDialog)
        assert "▌ Mine [sic]" in shown(app)


async def desk_renamed_elsewhere(app: FactcheckApp, title: str) -> None:
    """Another window gives the first article another title."""
    desk = app._desk
    article = desk.articles()[0].article
    desk.rename(article, title).result()


async def test_what_could_not_be_saved_is_said_in_place_and_what_was_typed_stays() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        desk.fail_with = StorageFailedError("The disk is full.", "Free some space.")
        await pilot.press("r", "x", "enter")
        await pilot.pause()
        assert "The disk is full." in shown(app)
        assert field(app).endswith("masterx")
        await pilot.press("escape", "r")
        assert field(app).endswith("masterx")
        desk.fail_with = None
        await pilot.press("enter", "r")
        await pilot.pause()
        assert field(app).endswith("masterx")


async def test_p04_what_was_used_is_not_half_typed_when_the_clock_of_its_box_strikes_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strikes: list[Callable[[], None]] = []
    wind, leave = LineDialog.set_interval, LineDialog.dismiss

    def wind_and_note(self: LineDialog[str], every: float, do: Callable[[], None], **more: Any) -> Timer:
        if not more:  # Textual's own clock has a name
            strikes.append(do)
        return wind(self, every, do, **more)

    def strike_and_leave(self: LineDialog[str], result: str | None = None) -> AwaitComplete:
        strikes[-1]()
        left = leave(self, result)
        self.call_next(strikes[-1])
        return left

    monkeypatch.setattr(LineDialog, "set_interval", wind_and_note)
    monkeypatch.setattr(LineDialog, "dismiss", strike_and_leave)
    app = app_of(None, full_desk())
    async with running(app) as pilot:
        await pilot.press("L", *"Friday")
        strikes[-1]()
        desk = app.screen_stack[-2]
        assert isinstance(desk, DeskScreen)
        assert "Friday" in desk.view.typed.values()
        await pilot.press("enter")
        assert desk.view.typed == {}


async def test_what_is_half_typed_belongs_to_its_article() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("r", "x", "escape", "j", "r")
        assert field(app).endswith("[sic]")
        await pilot.press("escape", "k", "r")
        assert field(app).endswith("masterx")
        assert desk.calls == []


async def test_a_key_pressed_at_once_after_typing_sees_all_that_was_typed() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("D", *"a long dateline that is typed very fast", "enter", "j", "L", *"now", "enter")
        await pilot.pause()
        assert desk.calls == [
            ("set_dateline", "piece-1", "a long dateline that is typed very fast"),
            ("set_deadline", "piece-2", "2025-03-03 18:00now"),
        ]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_shredding_says_what_goes_and_what_it_cannot_reach_and_wants_the_name_typed(
    size: tuple[int, int],
) -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app, size) as pilot:
        await pilot.press("j", "ctrl+d")
        text = " ".join(shown(app).split())
        for words in (
            "‘the first step to a colony’ [sic]",
            "its text, 12 statements, 9 verdicts, sources, evidence, notes and history",
            "a hash of its text",
            "reports that were exported, copies and backups of the store’s file",
            "piece-2",
            "enter shred esc leave",
        ):
            assert words in text
        await pilot.press(*"Piece-2", "enter")
        await pilot.pause()
        assert "its name has to be typed exactly" in shown(app)
        assert "k2" in desk.lines
        await pilot.press("ctrl+u", *"piece-2", "enter")
        await pilot.pause()
        assert "k2" not in desk.lines
        assert "shredded: Zoo counts" in shown(app)
        assert "of 4 articles" in shown(app)


async def test_leaving_the_confirmation_shreds_nothing_and_forgets_what_was_typed() -> None:
    desk = full_desk()
    app = app_of(None, desk)
    async with running(app) as pilot:
        await pilot.press("ctrl+d", *"piece-1", "escape")
        assert desk.calls == []
        assert "nothing was shredded" in shown(app)
        await pilot.press("ctrl+d")
        assert field(app) == ""
        await pilot.press("enter")
        await pilot.pause()
        assert "k1" in desk.lines
