"""What the other pictures leave out: each screen in each look and size once, as far as it differs there."""

from collections.abc import Callable
from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from factcheck.errors import StorageFailedError
from tests.screens.desks import full_desk
from tests.screens.fake_desk import FakeDesk
from tests.screens.fake_settings import FakeSettings
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of
from tests.screens.test_pictures import WORK

LEAST = (60, 16)
"""The smallest window."""

Made = Callable[[str], FactcheckApp]


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, terminal_size: tuple[int, int] = ..., run_before: object = ...
    ) -> bool: ...


def review(theme: str) -> FactcheckApp:
    return app_of(FakeReview(), theme=theme, keeper=FakeSettings())


def failing(theme: str) -> FactcheckApp:
    full = FakeReview()
    full.fail_with = StorageFailedError("The disk is full [/].", "Free some space, then press the key again.")
    return app_of(full, theme=theme)


def desk(theme: str) -> FactcheckApp:
    return app_of(None, full_desk(), theme=theme, keeper=FakeSettings())


def empty_desk(theme: str) -> FactcheckApp:
    return app_of(None, FakeDesk(), theme=theme)


SCENES: dict[str, tuple[Made, tuple[str, ...]]] = {
    "help": (review, ("?",)),
    "settings": (review, ("comma",)),
    "history": (review, ("c", "u", "z", "d", "h")),
    "filter": (review, (*WORK, "f")),
    "filter_on": (review, (*WORK, "f", "enter", "j")),
    "find": (review, (*WORK, "slash", *"crates")),
    "flags": (review, (*WORK, "exclamation_mark", "asterisk", "escape", "p")),
    "palette": (review, ("ctrl+p", *"verdict")),
    "note": (review, (*WORK, "m", *"ring", "[", "/", "]")),
    "excluded": (review, ("X",)),
    "not_saved": (failing, ("c",)),
    "desk": (desk, ("j",)),
    "empty_desk": (empty_desk, ()),
    "archive": (desk, ("a", "p", "A")),
    "empty_archive": (empty_desk, ("A",)),
    "rename": (desk, ("j", "r")),
    "file": (desk, ("i", *"~/no such [/]")),
    "paste": (desk, ("v", *"Ferry late")),
    "preview": (desk, ("i", *"~/ferry.txt", "enter")),
    "shred": (desk, ("j", "ctrl+d")),
}
PICTURES = {
    ("dark", WIDE): ("find", "filter_on", "flags", "palette", "not_saved", "archive", "empty_archive", "rename", "file", "paste"),
    ("dark", NARROW): ("settings", "history", "filter_on", "find", "palette", "note", "excluded", "not_saved", "paste", "rename"),
    ("light", WIDE): ("history", "filter", "filter_on", "palette", "note", "not_saved", "empty_desk", "preview", "shred"),
    ("light", NARROW): ("desk", "flags"),
    ("no colour", WIDE): ("history", "filter", "filter_on", "not_saved", "preview", "shred"),
    ("no colour", NARROW): ("desk", "flags"),
    ("dark", LEAST): ("help", "filter", "empty_desk", "file", "shred"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("look", "size", "scene"),
    [
        pytest.param(look, size, scene, id=f"{scene}-{size[0]}-{look}")
        for (look, size), scenes in PICTURES.items()
        for scene in scenes
    ],
)
def test_look(
    look: str, size: tuple[int, int], scene: str, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    if look == "no colour":
        monkeypatch.setenv("NO_COLOR", "1")
    app_for, keys = SCENES[scene]

    async def play(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    app = app_for("light" if look == "light" else "dark")
    assert snap_compare(app, terminal_size=size, run_before=play)
