"""What every test stands on: the same terminal, time zone and folders on every machine."""

import gc
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
SAMPLE_ARTICLE = FIXTURES / "articles" / "zelensky-10000-troops.txt"

# What a test run itself may be told; every other FACTCHECK_… variable is the user's and must not reach a test.
TOLD_TO_TESTS = frozenset({"FACTCHECK_CRASH_ROUNDS", "FACTCHECK_REQUIRE_PG", "FACTCHECK_TEST_DATABASE_URL"})
# The shell's size, colours and languages would each change a picture or a message.
REMOVED = frozenset(
    {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "LC_ALL", "LANGUAGE", "ESCDELAY"}
)
REMOVED_PREFIXES = ("FACTCHECK_", "TEXTUAL_", "LC_", "XDG_")
KEPT_PREFIX = "TEXTUAL_SNAPSHOT_"  # where the picture tests of several processes meet
SET = {
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "TEXTUAL_ANIMATIONS": "none",
    "TZ": "UTC",
}


def _same_surroundings() -> None:
    """Textual reads its variables when it is imported, so this runs before any test module is."""
    for name in list(os.environ):
        if name in TOLD_TO_TESTS or name.startswith(KEPT_PREFIX):
            continue
        if name in REMOVED or name.startswith(REMOVED_PREFIXES):
            del os.environ[name]
    os.environ.update(SET)
    time.tzset()


_same_surroundings()
gc.set_threshold(
    100_000, 50, 100
)  # looking for garbage among all that stays took a tenth of the suite's time


def without_coverage() -> dict[str, str]:
    """The surroundings of a child process whose loaded modules are looked at: coverage would load its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


settings.register_profile(
    "default",
    derandomize=True,  # the same examples in every run: a red test is red for everyone
    deadline=None,  # machines are noisy
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Really trace nothing in a test that is marked `no_cover`: in a process of xdist pytest-cov goes on tracing."""
    if item.get_closest_marker("no_cover") is None and "no_cover" not in getattr(item, "fixturenames", ()):
        return (yield)
    traced, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(traced)
        threading.settrace(in_threads)


@pytest.fixture(autouse=True)
def factcheck_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of the test's own for everything that the program keeps; never the user's.

    Not made beforehand: whatever needs it makes it, as on a new machine.
    """
    home = tmp_path / "factcheck-home"
    monkeypatch.setenv("FACTCHECK_HOME", str(home))
    return home
