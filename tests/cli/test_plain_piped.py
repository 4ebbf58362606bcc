"""The line mode as a program of its own: a script through a pipe, signals, a reader that goes away."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.lines import TRAPS, is_plain
from tests.terminal import Terminal

Run = Callable[..., tuple[int, str, str]]

PROGRAM = [sys.executable, "-m", "factcheck"]


def piped(script: str | bytes, *arguments: str) -> tuple[int, str, str]:
    """Run the program with a script as its input; returns exit code, stdout and stderr."""
    ran = subprocess.run(
        [*PROGRAM, *arguments],
        input=script.encode() if isinstance(script, str) else script,
        capture_output=True,
        check=False,
    )
    return ran.returncode, ran.stdout.decode(), ran.stderr.decode()


def shown(slug: str, number: int) -> dict[str, Any]:
    """A statement as `show --json` prints it."""
    _, out, _ = piped("", "show", slug, str(number), "--json")
    found: dict[str, Any] = json.loads(out)["statements"][0]
    return found


def test_who_leaves_right_after_something_was_refused_hears_how_to_hand_over(slug: str) -> None:
    code, _, err = piped("unsign x\nq\n", "review", slug, "--plain")
    assert code == 0
    assert "There is no sign-off that stands." in err
    assert f"factcheck export {slug}" in err


def test_a_script_does_the_whole_job_with_data_on_stdout_and_prompts_on_stderr(slug: str) -> None:
    script = "g 5\nc\nso\nd accounts_differ\nm\nask the\nmuseum\n.\nM See the minutes.\n!\nn\n"
    code, out, err = piped(script, "review", slug, "--plain")
    assert code == 0
    assert out.count("Saved.") == 5
    assert "5 of 11, said:" not in out
    assert "5 of 11, said:\n" in err
    assert "You are at 6. All is saved." in err
    found = shown(slug, 5)
    assert (found["said"]["verdict"], found["so"]["basis"]) == ("confirmed", "accounts_differ")
    assert (found["private_note"], found["flags"]) == ("ask the\nmuseum", ["legal"])
    code, out, _ = piped("z\nz", "review", "--plain")  # the article and the place are found again
    assert code == 0
    assert "\n6 of 11, " in out
    assert "5, undone: flag raised: legal. Saved." in out
    assert "5, undone: public note written. Saved." in out


def test_p13_a_booby_trapped_article_comes_out_plain_at_both_ends(run: Run, tmp_path: Path) -> None:
    (tmp_path / "traps.txt").write_text(TRAPS, encoding="utf-8")
    slug = run("import", str(tmp_path / "traps.txt"))[1].strip()
    script = b"list\nn\nt\nm \x1b[2J [/]\nX\nh\n\x1b[A\nf \x9b\n/ \x07\nq\n"
    code, out, err = piped(script, "review", slug, "--plain")
    assert code == 0
    assert [c for c in out + err if not is_plain(c)] == []
    assert "[B]ecause [/no evidence] of [bold red]rain" in out


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_p04_a_signal_ends_it_with_its_code_and_the_place_is_saved(
    slug: str, number: signal.Signals, code: int
) -> None:
    with subprocess.Popen(
        [*PROGRAM, "review", slug, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stderr is not None
        running.stdin.write("g 7\nso\nM half\nM\ntyped\n")
        running.stdin.flush()
        asked = 0
        while asked < 2:  # the second prompt for a line of the note: the first line was taken in
            line = running.stderr.readline()
            assert line, "it ended before it asked"
            asked += "public note:" in line
        running.send_signal(number)
        assert running.wait() == code
        assert "Traceback" not in running.stderr.read()
    _, out, _ = piped("", "review", "--plain")
    assert "\n7 of 11, " in out
    assert "So (asked now): not yet" in out
    assert "text for the public note that is not saved" in out


def test_a_reader_that_goes_away_ends_it_without_a_word(slug: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [*PROGRAM, "review", slug, "--plain"],
            input=b"n\nlist\n",
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 0


def test_in_a_terminal_ctrl_c_leaves_and_ctrl_d_in_a_note_leaves_the_note(
    slug: str, factcheck_home: Path
) -> None:
    with Terminal("review", slug, "--plain", home=factcheck_home, columns=200, rows=50) as terminal:
        terminal.wait_for("1 of 11, said:")
        terminal.press("s\n")
        terminal.wait_for("1 of 11, so:")
        terminal.press("m\n")
        terminal.wait_for("private note:")
        terminal.press("ask\n", "\x04")
        terminal.wait_for("What was typed is kept for later.")
        terminal.press("c\n")
        terminal.wait_for("1, so: confirmed. Saved. 0 of 11 done, 11 open, 1 verdict.")
        terminal.press("\x03")
        assert terminal.wait() == 130
        assert b"\x1b" not in terminal.raw


def test_the_demo_can_be_had_line_by_line() -> None:
    code, out, err = piped("list\nc\nq\n", "demo", "--plain")
    assert code == 0
    assert "Saved." in out
    assert "what you did in it is gone" in err


def test_without_a_terminal_the_screen_names_the_line_mode(slug: str) -> None:
    code, out, err = piped("", "review", slug)
    assert (code, out) == (2, "")
    assert "--plain" in err


def test_an_article_that_there_is_not_and_a_store_that_is_rubbish_end_it(factcheck_home: Path) -> None:
    assert piped("q\n", "review", "none", "--plain")[0] == 2
    (factcheck_home / "factcheck.db").write_bytes(b"not a database, but long enough to look like one" * 40)
    code, out, err = piped("q\n", "review", "--plain")
    assert (code, out) == (6, "")
    assert "Traceback" not in err
