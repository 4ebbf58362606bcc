"""A short stretch of a day by script; `make day MINUTES=60` works for longer."""

from pathlib import Path

import pytest

from tests.crash.day import spend


@pytest.mark.long
def test_p01_p04_p05_a_short_day_loses_nothing_and_leaves_every_terminal_clean(factcheck_home: Path) -> None:
    done = spend(factcheck_home, minutes=0.7, seed=20241017)
    assert "sessions" in done
