"""The main job in a real terminal: verdicts, a sudden end, and back to the same place."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.main import main
from tests.conftest import SAMPLE_ARTICLE
from tests.terminal import Terminal


@pytest.fixture
def slug(factcheck_home: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The sample article, imported into the test's own store."""
    assert main(["import", str(SAMPLE_ARTICLE)]) == 0
    return capsys.readouterr().out.strip()


def statement(slug: str, number: int, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """A statement as the command line shows it."""
    main(["show", slug, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["statements"][number - 1]
    return found


def test_p05_killed_and_opened_again_it_stands_where_it_was(
    slug: str, factcheck_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "0 verdicts")
        terminal.press("g", "5", "\r")
        terminal.wait_for("5/11")
        terminal.press("c")
        terminal.wait_for("1 verdicts")
        terminal.press("s", "u")
        terminal.wait_for("2 verdicts", "saved")
        terminal.press("j", "j", "s")
        terminal.wait_for("7/11")
        while terminal.read(0.8):  # the place is saved within a second
            pass
        before = terminal.text
        terminal.kill()
    found = statement(slug, 5, capsys)
    assert (found["said"]["verdict"], found["so"]["verdict"]) == ("confirmed", "unverified")
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("7/11", "2 verdicts")
        after = terminal.text
        assert [line for line in after.splitlines() if "▸" in line] == [
            line for line in before.splitlines() if "▸" in line
        ]
        terminal.press("z")
        terminal.wait_for("5/11", "1 verdicts", "undone")
        terminal.press("\x11")
        assert terminal.wait() == 0
    found = statement(slug, 5, capsys)
    assert (found["said"]["verdict"], found["so"]["verdict"]) == ("confirmed", None)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_p04_a_closed_terminal_keeps_what_is_half_typed(
    slug: str, factcheck_home: Path, number: signal.Signals, code: int
) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11")
        terminal.press("m")
        terminal.wait_for("ctrl+s")
        terminal.press(*"ask the mus")
        terminal.wait_for("ask the mus")
        terminal.signal(number)
        assert terminal.wait() == code
        assert "\x1b[?1049l" in terminal.raw.decode("utf-8", "replace")  # the terminal is given back
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11")
        terminal.press("m")
        terminal.wait_for("ask the mus")


@pytest.mark.parametrize("typed", ["dbaj", "dbajaac", "db\rj", "dbj\rj"])
def test_keys_typed_ahead_of_a_choice_go_to_the_screen_below(
    slug: str, factcheck_home: Path, typed: str
) -> None:
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("1/11", "? help")
        terminal.press(typed)
        terminal.wait_for("2/11", "verdict", "· saved")
        terminal.press("\x11")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24)])
def test_the_next_key_is_on_the_screen_at_both_sizes(
    slug: str, factcheck_home: Path, columns: int, rows: int
) -> None:
    with Terminal("review", slug, home=factcheck_home, columns=columns, rows=rows) as terminal:
        terminal.wait_for("1/11 · 0 done · 11 open · 0 verdicts", "c confirmed", "u unverified")
        terminal.wait_for("s said/so", "space next", "b why", "t tick", "e source", ". same", "? help")


def test_p13_a_booby_trapped_article_cannot_drive_the_terminal(
    factcheck_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    trap = (
        "He said [sic] it was [B]ecause of [/no evidence] \x1b]52;c;cm0gLXJm\x07 and \x1b]0;title\x07 rain.\n"
    )
    (tmp_path / "trap.txt").write_text(trap, encoding="utf-8")
    main(["import", str(tmp_path / "trap.txt")])
    slug = capsys.readouterr().out.strip()
    with Terminal("review", slug, home=factcheck_home) as terminal:
        terminal.wait_for("[sic]", "[B]ecause", "[/no evidence]", "␛]52")
        terminal.press("c")
        terminal.wait_for("1 verdicts", "saved")
        terminal.press("h")
        terminal.wait_for("so: confirmed")
        terminal.press("\x1b")
        terminal.press("\x11")
        assert terminal.wait() == 0
        assert b"\x1b]52" not in terminal.raw
        assert b"\x1b]0;title" not in terminal.raw


def test_the_demo_touches_nothing_of_the_user_s(factcheck_home: Path) -> None:
    with Terminal("demo", home=factcheck_home) as terminal:
        terminal.wait_for("0 verdicts", "c confirmed")
        terminal.press("c")
        terminal.wait_for("1 verdicts", "· saved ")
        terminal.press("\x11")
        assert terminal.wait() == 0
    assert not factcheck_home.exists()


def test_p04_what_is_half_typed_at_the_desk_survives_a_kill(slug: str, factcheck_home: Path) -> None:
    with Terminal(home=factcheck_home) as terminal:
        terminal.wait_for("Zelensky calls")
        terminal.press("D")
        terminal.wait_for("Dateline")
        terminal.press(*"Brussels, 17 Oct")
        terminal.wait_for("Brussels, 17 Oct")
        while terminal.read(1.0):  # what is typed is on the disk within a second
            pass
        terminal.kill()
    with Terminal(home=factcheck_home) as terminal:
        terminal.wait_for("Zelensky calls")
        terminal.press("D")
        terminal.wait_for("Brussels, 17 Oct")
        terminal.press("\r")
        terminal.wait_for("dateline set")
    main(["list", "--json"])


def test_a_key_typed_right_after_opening_an_article_is_for_the_article(
    slug: str, factcheck_home: Path
) -> None:
    with Terminal(home=factcheck_home) as terminal:
        terminal.wait_for("1 of 1 article", "a archive")
        terminal.press("\r", "u", "j", "j")
        terminal.wait_for("3/11", "1 verdicts · saved")
        terminal.press("\x11")
        assert terminal.wait() == 0


def test_a_form_filled_in_by_keys_that_come_all_at_once_has_each_text_in_its_field(
    slug: str, factcheck_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Terminal("review", slug, home=factcheck_home, columns=80, rows=24) as terminal:
        terminal.wait_for("1/11")
        terminal.press("g", "5", "\r", "e")
        terminal.wait_for("A source for statement 5", "go on")
        terminal.press("Press conference\rrpp\r\rnss00:14:20\r\r-\r")
        terminal.wait_for("source added and")
        terminal.press("\x11")
        assert terminal.wait() == 0
    (cited,) = statement(slug, 5, capsys)["citations"]
    assert (cited["question"], cited["stance"], cited["locator"]) == ("said", "supports", "00:14:20")
