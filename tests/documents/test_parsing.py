"""The child process: whatever a stranger's file does to a parser is a plain refusal here."""

import signal
import subprocess
import sys
import textwrap
from typing import Any

import pytest

from factcheck.documents import parsing
from factcheck.documents.document import Note, NoteKind, Origin, Proposals, Taken
from factcheck.documents.parsing import LeftError, Limits, Watch, parsed
from factcheck.documents.taken_form import form_of, taken_of
from factcheck.domain.article import BlockKind
from factcheck.domain.draft import Stated
from factcheck.domain.text import Span
from factcheck.errors import ExitCode, InputRefusedError
from tests.conftest import FIXTURES

HOSTILE = FIXTURES / "hostile" / "markdown" / "evil.md"
TAKEN = Taken(
    "One is so.\n\nTwo.",
    "utf-8",
    ("Odd.",),
    Proposals("T", "A", "2024", "S"),
    (Note(10, NoteKind.COMMENT, "check", "Ann"),),
    (Stated(Span(0, 10), BlockKind.FURNITURE, "a page number"),),
    (Origin(Span(0, 10), "p1 r1"),),
)


def child_that(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child be a program that does this instead."""
    given = "import json, os, signal, sys, time\nsys.stdin.buffer.read()\n" + textwrap.dedent(code)

    def started() -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-S", "-c", given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )

    monkeypatch.setattr(parsing, "_started", started)


def test_what_is_taken_out_comes_through_the_pipe_as_it_was() -> None:
    assert taken_of(form_of(TAKEN)) == TAKEN


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text", "a\x00b"),
        ("text", "\ud800"),
        ("text", 3),
        ("notes", [[99, "comment", "x", ""]]),
        ("notes", [[1, "gossip", "x", ""]]),
        ("stated", [[0, 99, "headline", None]]),
        ("stated", [[3, 3, "headline", None]]),
        ("origins", [["0", 3, "p1"]]),
        ("proposals", ["a"]),
        ("warnings", 7),
    ],
)
def test_p12_an_answer_that_no_parser_of_ours_gives_is_not_believed(name: str, value: object) -> None:
    form: Any = form_of(TAKEN) | {name: value}
    with pytest.raises(ValueError):
        taken_of(form)


def test_a_document_is_parsed_in_another_process() -> None:
    taken = parsed(b"# Ferry\n\nIt is *late*.\n", "a.md", "markdown")
    assert taken.text == "Ferry\n\nIt is late."


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("os.kill(os.getpid(), signal.SIGSEGV)", "could not be read"),
        ("os.kill(os.getpid(), signal.SIGXCPU)", "takes longer to read"),
        ("sys.exit(0)", "could not be read"),
        ("print('so')", "could not be read"),
        ("print('[]')", "could not be read"),
        ("print(json.dumps({'failed': 'memory'}))", "more memory"),
        ("print(json.dumps({'failed': 'KeyError'}))", "could not be read"),
        ("print(json.dumps({'taken': {}}))", "could not be read"),
        ("print(json.dumps({'refused': ['It is locked.', 'Open it.']}))", "It is locked"),
    ],
)
def test_p12_however_a_child_ends_it_is_a_refusal_with_a_next_step(
    code: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    child_that(code, monkeypatch)
    with pytest.raises(InputRefusedError, match=told) as refused:
        parsed(b"x" * 300_000, "a.docx", "docx")
    assert refused.value.exit_code is ExitCode.INPUT_REFUSED
    assert refused.value.next_step


def test_p12_a_child_that_never_answers_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that("signal.pause()", monkeypatch)
    with pytest.raises(InputRefusedError, match="takes longer"):
        parsed(b"x", "a.pdf", "pdf", limits=Limits(patience=0.3))


def test_p12_a_child_that_answers_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    child_that("while True: sys.stdout.write('x' * 9999)", monkeypatch)
    monkeypatch.setattr(parsing, "_LONGEST_ANSWER", 100_000)
    with pytest.raises(InputRefusedError, match="more memory"):
        parsed(b"x", "a.pdf", "pdf")


def test_somebody_who_no_longer_waits_ends_the_child_and_progress_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    child_that(
        "print(json.dumps({'done': 3, 'of': 9}), flush=True)\nsignal.pause()",
        monkeypatch,
    )
    heard: list[tuple[int, int]] = []
    with pytest.raises(LeftError):
        parsed(b"x", "a.pdf", "pdf", watch=Watch(lambda *told: heard.append(told), lambda: bool(heard)))
    assert heard == [(3, 9)]


def test_p12_too_little_memory_is_a_refusal() -> None:
    with pytest.raises(InputRefusedError):
        parsed(b"so *it* is " * 40_000, "a.md", "markdown", limits=Limits(seconds=5, memory=64 * 2**20))


WATCHED = """
import os, socket, subprocess, sys
from factcheck.documents import child
sys.addaudithook(child._refuse)
exec(sys.argv[1])
"""


@pytest.mark.parametrize(
    "code",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 9)",
        "subprocess.run(['true'])",
        "os.system('true')",
        "open('made', 'w')",
        "os.open('made', os.O_CREAT | os.O_WRONLY)",
    ],
)
def test_p12_a_parser_reaches_for_nothing_outside(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED, code], capture_output=True, text=True, check=False)
    assert "PermissionError: a parser" in done.stderr


def test_a_library_beside_the_article_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.chdir(str(tmp_path))
    with open("markdown_it.py", "w", encoding="utf-8") as file:  # noqa: PTH123  # the folder we are in is the point
        file.write("raise SystemExit(7)")
    assert parsed(b"so", "a.md", "markdown").text == "so"


def test_the_signals_that_mean_too_long_are_those_of_the_limit() -> None:
    assert "longer" in parsing._ended(-signal.SIGKILL, "a", Limits()).sentence
    assert "longer" not in parsing._ended(-signal.SIGABRT, "a", Limits()).sentence
