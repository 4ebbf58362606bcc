"""What a terminal does to a program: puts it to sleep, wakes it, drags its window about; and keys of one's own."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from factcheck.cli.main import main
from tests.conftest import SAMPLE_ARTICLE
from tests.terminal import PATIENCE, Terminal


@pytest.fixture
def slug(factcheck_home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The sample article, imported into the test's own store."""
    assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    return capsys.readouterr().out.strip()


def is_asleep(terminal: Terminal) -> bool:
    """Wait until the program has stopped, taking in what it still says."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pid, status = os.waitpid(terminal._pid, os.WUNTRACED | os.WNOHANG)
        if pid:
            return os.WIFSTOPPED(status)
        terminal.read(0.05)
    return False


def quiet(terminal: Terminal) -> None:
    """Take in what arrives, until nothing more does."""
    end = time.monotonic() + PATIENCE
    while terminal.read(0.5) and time.monotonic() < end:
        pass


def test_p04_asleep_all_is_saved_and_awake_all_is_painted_again(slug: str, factcheck_home: Path) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "0 verdicts")
        terminal.press("c", "j", "\x1a")
        assert is_asleep(terminal)
        terminal.screen.reset()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("2/11", "1 verdicts · saved", "factcheck  Zelensky", "c confirmed", "NewsPolitics")
        terminal.press("\x11")
        assert terminal.wait() == 0


def card(text: str) -> list[str]:
    """What stands at the right of the rule between the panes."""
    return [line.partition("│")[2] for line in text.splitlines()[2:37]]


def current(text: str) -> list[str]:
    """The lines of the current statement, wherever on the page they are."""
    return [line.partition("│")[0] for line in text.splitlines()[2:37] if "▌" in line.partition("│")[0]]


def test_a_window_that_was_dragged_about_shows_what_a_new_one_shows(slug: str, factcheck_home: Path) -> None:
    chance = random.Random(3)
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "all saved")
        for _ in range(200):
            terminal.resize(chance.randint(20, 200), chance.randint(5, 60))
            terminal.press(chance.choice("jkJKs "))
            terminal.read(0)
        terminal.resize(120, 40)
        terminal.press("g", "4", "\r", "c")
        terminal.wait_for("4/11", "1 verdicts · saved")
        terminal.press("k", "j")
        terminal.resize(121, 40)
        terminal.resize(120, 40)
        quiet(terminal)
        dragged = terminal.text
        terminal.press("\x11")
        assert terminal.wait() == 0
    with Terminal("review", slug, home=factcheck_home) as fresh:
        fresh.wait_for("4/11", "1 verdicts")
        fresh.press("k", "j")
        quiet(fresh)
        assert card(dragged) == card(fresh.text)
        assert current(dragged) == current(fresh.text) != []


def test_own_keys_count_and_wrong_ones_are_named_before_any_screen(slug: str, factcheck_home: Path) -> None:
    (factcheck_home / "settings.toml").write_text('[keys]\nconfirmed = "y"\ncopy = "c"\n', encoding="utf-8")
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "y confirmed")
        terminal.press("y")
        terminal.wait_for("1 verdicts · saved")
        terminal.press("\x11")
        assert terminal.wait() == 0
    (factcheck_home / "settings.toml").write_text('[keys]\nconfirmed = "u"\nnone = "x"\n', encoding="utf-8")
    with Terminal("review", slug, home=factcheck_home) as terminal:
        assert terminal.wait() == 2
        said = "".join(terminal.text.split())
        assert "thereisnocommandnone;uisbothconfirmedandunverified" in said
        assert b"\x1b[?1049h" not in terminal.raw
