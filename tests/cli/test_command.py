"""The end of the process: at once, with everything printed, and never while something still runs."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from factcheck.cli import main as entry
from tests.conftest import SAMPLE_ARTICLE


def test_all_that_was_printed_comes_through_a_pipe_and_so_does_the_code(tmp_path: Path) -> None:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        surroundings = {"FACTCHECK_HOME": str(tmp_path), "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "factcheck", *arguments]
        return subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)

    imported = run("import", str(SAMPLE_ARTICLE))
    assert (imported.returncode, imported.stderr) == (0, "11 statements.\n")
    shown = run("show", imported.stdout.strip())
    assert shown.stdout.count("untouched") == 11
    missing = run("show", "nothing-of-that-name")
    assert missing.returncode == 2
    assert "nothing-of-that-name" in missing.stderr


@pytest.mark.parametrize("is_busy", [False, True])
def test_it_waits_for_whatever_still_runs(monkeypatch: pytest.MonkeyPatch, *, is_busy: bool) -> None:
    ended: list[int] = []
    monkeypatch.setattr(entry, "main", lambda **_: 7)
    monkeypatch.setattr("os._exit", ended.append)
    monkeypatch.delitem(sys.modules, "textual", raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 2 if is_busy else 1)
    assert entry.command() == 7
    assert ended == ([] if is_busy else [7])
