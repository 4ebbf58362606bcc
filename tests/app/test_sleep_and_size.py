"""What a terminal does to a program: puts it to sleep, wakes it, drags its window about; and keys of one's own."""

import random
import signal
from pathlib import Path

import pytest

from factcheck.cli.main import main
from tests.conftest import SAMPLE_ARTICLE
from tests.terminal import Terminal


@pytest.fixture
def slug(factcheck_home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The sample article, imported into the test's own store."""
    assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    return capsys.readouterr().out.strip()


COME_TO_REST = ("\t", "\t")
"""Keys that only say something: when it is on the screen, so is what all keys before them did."""
AT_REST = "pgup and pgdn scroll the article"


def test_p04_asleep_all_is_saved_and_awake_all_is_painted_again(slug: str, factcheck_home: Path) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "0 verdicts")
        terminal.press("c", "j", "\x1a")
        terminal.wait_until_asleep()
        terminal.screen.reset()
        terminal.signal(signal.SIGCONT)
        terminal.wait_for("2/11", "1 verdicts · saved", "factcheck  Zelensky", "c confirmed", "NewsPolitics")
        terminal.press("\x11")
        assert terminal.wait() == 0


def shown(terminal: Terminal) -> tuple[list[str], list[str]]:
    """The current statement, wherever on the page it is, and what stands at the right of the borders."""
    panes = [line.partition("││") for line in terminal.text.splitlines()[2:37]]
    return [left for left, _, _ in panes if "▌" in left], [right for _, _, right in panes]


def test_a_window_that_was_dragged_about_shows_what_a_new_one_shows(slug: str, factcheck_home: Path) -> None:
    chance = random.Random(3)
    with Terminal("review", slug, home=factcheck_home) as dragged:
        dragged.wait_for("1/11", "all saved")
        for _ in range(80):
            dragged.resize(chance.randint(20, 200), chance.randint(5, 60))
            dragged.press(chance.choice("jkJKs "))
            dragged.read(0)
        dragged.resize(121, 40)
        dragged.press("g", "4", "\r", "c")
        dragged.wait_for("4/11", "1 verdicts · saved")
        dragged.press("k", "j", *COME_TO_REST)
        dragged.wait_for("4/11", AT_REST)
        with Terminal("review", slug, home=factcheck_home) as fresh:
            fresh.wait_for("1 verdicts · all saved")
            fresh.press("g", "4", "\r", "k", "j", *COME_TO_REST)
            fresh.wait_for("4/11", AT_REST)
            dragged.screen.reset()  # whatever is there at the end was painted for the last size
            dragged.resize(120, 40)
            dragged.wait_until(lambda: shown(dragged) == shown(fresh))
            assert shown(fresh)[0]


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


def test_a_window_that_was_small_for_a_moment_is_painted_whole_again(slug: str, factcheck_home: Path) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "all saved")
        for size in ((5, 2), (20, 5), (60, 16)) * 4:
            terminal.resize(*size)
            terminal.screen.reset()  # what a small window cut off is gone
            terminal.resize(120, 40)
            terminal.wait_for("1/11", "factcheck  Zelensky", "│", "c confirmed", "NewsPolitics")
