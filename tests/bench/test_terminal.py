"""Measuring in a real terminal: a program that answers, one that answers in parts, and one that shows nothing."""

import sys
from pathlib import Path

from bench.keys import FloorDriver
from bench.stores import surroundings
from bench.terminal import Terminal

ECHO = """
import os, sys, tty
tty.setraw(0)
os.write(1, b"ready")
count = 0
while os.read(0, 1):
    count += 1
    {answer}
"""
IN_PARTS = (
    'os.write(1, b"\\x1b[?20"); os.write(1, b"26h\\x1b[H%d key" % count); os.write(1, b"s\\x1b[?2026l")'
)
LYING = "pass"


def test_the_floor_answers_each_key_in_one_frame_after_some_time() -> None:
    driver = FloorDriver()
    with driver.terminal as terminal:
        assert driver.get_ready()
        shown = [driver.move() for _ in range(5)]
        assert all(s.at is not None and 0 < s.at < 5 for s in shown)
        assert [s.frames for s in shown] == [1] * 5
        assert all(s.size > 0 for s in shown)
        frames, lag = driver.hold(6, 30.0)
        assert lag is not None
        assert 0 < frames <= 6
        assert "11 keys" in terminal.text
        assert (terminal.peak_memory() or 1) > 0


def test_what_is_half_painted_is_not_a_frame(tmp_path: Path) -> None:
    with _running(IN_PARTS, tmp_path) as terminal:
        assert terminal.wait_for("ready").at is not None
        shown = terminal.ask("x", "1 keys")
        assert shown.at is not None
        assert shown.frames == 1
        assert terminal.ask("x", "2 keys").size == len(b"\x1b[?2026h\x1b[H2 keys\x1b[?2026l")


def test_a_program_that_shows_nothing_has_missed_and_one_that_is_gone_too(tmp_path: Path) -> None:
    with _running(LYING, tmp_path) as terminal:
        assert terminal.wait_for("ready").at is not None
        assert terminal.ask("x", "1 keys").at is None
        terminal.kill()
        assert terminal.ask("x", "2 keys").at is None


def test_a_program_that_cannot_be_started_is_missed_too(tmp_path: Path) -> None:
    with Terminal(["no-such-program"], surroundings(), tmp_path, patience=5) as terminal:
        assert terminal.wait_for("ready").at is None
        assert terminal.wait() == 127


def _running(answer: str, folder: Path) -> Terminal:
    command = [sys.executable, "-c", ECHO.format(answer=answer)]
    return Terminal(command, surroundings(), folder, patience=0.4 if answer is LYING else 5.0)
