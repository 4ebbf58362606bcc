"""Each screen as a picture; look at the pictures when one has changed, then `--snapshot-update`."""

from typing import Protocol

import pytest

from factcheck.app import FactcheckApp
from tests.screens.fake_settings import FakeSettings
from tests.screens.fakes import FakeReview
from tests.screens.running import NARROW, WIDE, app_of

WORK = ("c", "s", "d", "j", "c", "j", "c", "s", "o", "j", "u")
"""Some verdicts, so that there is something to see."""


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: FactcheckApp, press: tuple[str, ...] = ..., terminal_size: tuple[int, int] = ...
    ) -> bool: ...


REVIEWS: dict[str, tuple[str, ...]] = {
    "review": (),
    "help": ("?",),
    "basis": ("b",),
    "note": ("m", *"ring", "[", "/", "]"),
    "public_note": ("M", *"see"),
    "history": ("d", "z", "h"),
    "excluded": ("X",),
    "number": ("g", "7"),
    "filter": ("f",),
    "found": ("exclamation_mark", "p", "slash", *"crates", "enter"),
    "dateline": ("D", *"Lindholm [/]"),
    "settings": ("comma",),
}


@pytest.mark.parametrize("name", list(REVIEWS))
def test_wide(name: str, snap_compare: Compare) -> None:
    app = app_of(FakeReview(), keeper=FakeSettings())
    assert snap_compare(app, press=(*WORK, *REVIEWS[name]), terminal_size=WIDE)


@pytest.mark.parametrize("name", ["review", "help", "basis", "filter"])
def test_narrow(name: str, snap_compare: Compare) -> None:
    app = app_of(FakeReview())
    assert snap_compare(app, press=(*WORK, *REVIEWS[name]), terminal_size=NARROW)


def test_narrow_card(snap_compare: Compare) -> None:
    assert snap_compare(app_of(FakeReview()), press=(*WORK, "tab"), terminal_size=NARROW)


def test_light(snap_compare: Compare) -> None:
    assert snap_compare(app_of(FakeReview(), theme="light"), press=WORK, terminal_size=WIDE)


def test_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app_of(FakeReview()), press=WORK, terminal_size=WIDE)


def test_too_small(snap_compare: Compare) -> None:
    assert snap_compare(app_of(FakeReview()), terminal_size=(50, 12))
