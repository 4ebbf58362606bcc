"""What every test of a screen stands on."""

from collections.abc import Iterator

import pytest

from tests.screens.settling import settled, watched_threads


@pytest.fixture(autouse=True)
def settling(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A pilot goes on as soon as the program has nothing left to do, and not before."""
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
    with watched_threads():
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A picture is looked at, not counted: what draws it is counted where the screen is worked with.

    Under coverage Python takes three times as long also for all of Textual, which nobody counts.
    """
    for item in items:
        if "snap_compare" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.no_cover)
