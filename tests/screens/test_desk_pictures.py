"""The desk and the import as pictures; look at them when one has changed, then `--snapshot-update`."""

from typing import Protocol

import pytest
from textual.pilot import Pilot

from factcheck.app import FactcheckApp
from tests.screens.desks import full_desk
from tests.screens.fake_desk import FakeDesk
from tests.screens.running import NARROW, WIDE, app_of

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW])


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self,
        app: FactcheckApp,
        press: tuple[str, ...] = ...,
        terminal_size: tuple[int, int] = ...,
        run_before: object = ...,
    ) -> bool: ...


async def preview(pilot: Pilot[None]) -> None:
    """Look at a file before it is imported."""
    await pilot.press("i", *"~/ferry.txt", "enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@SIZES
def test_desk(size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, full_desk()), press=("j",), terminal_size=size)


def test_desk_light(snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, full_desk(), theme="light"), press=("j",), terminal_size=WIDE)


def test_desk_without_colour(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app_of(None, full_desk()), press=("j",), terminal_size=WIDE)


@SIZES
def test_empty_desk(size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, FakeDesk()), terminal_size=size)


@SIZES
def test_finding(size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, full_desk()), press=("/", *"zo"), terminal_size=size)


@SIZES
def test_import_preview(size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, full_desk()), run_before=preview, terminal_size=size)


@SIZES
def test_shredding(size: tuple[int, int], snap_compare: Compare) -> None:
    press = ("j", "ctrl+d", *"piece", "enter")
    assert snap_compare(app_of(None, full_desk()), press=press, terminal_size=size)


def test_archive(snap_compare: Compare) -> None:
    assert snap_compare(app_of(None, full_desk()), press=("a", "p", "A"), terminal_size=NARROW)
