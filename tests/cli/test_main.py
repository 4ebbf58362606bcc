"""The same work without a screen, and what the exit codes say."""

import io
import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.deciding_arguments import ANSWERS, BASES
from factcheck.cli.parser import SUBCOMMANDS
from factcheck.crash import crash_report
from factcheck.domain.verdict import Basis
from factcheck.errors import ExitCode
from factcheck.wiring import Wiring
from tests.conftest import FIXTURES, SAMPLE_ARTICLE

Run = Callable[..., tuple[int, str, str]]

TRAPS = (
    "“He said [sic] it was [B]ecause [/no evidence] of [bold red]rain[/],” Ada Quill said on Thursday.\n\n"
    "\x1b[31mRed\x1b[0m \x1b]52;c;cm0gLXJm\x07 \u202edesrever\u202c \x9b31m and a\u200bb are 10,000 troops.\n"
)


def test_an_import_prints_the_slug_and_the_same_text_finds_it_again(run: Run, slug: str) -> None:
    code, out, err = run("import", str(SAMPLE_ARTICLE), "--json")
    told = json.loads(out)
    assert (code, told["slug"], told["new"], told["statements"]) == (0, slug, False, 11)
    assert "here already" in err


def test_the_whole_job_without_a_screen(run: Run, slug: str, tmp_path: Path) -> None:
    number = next(s["number"] for s in json.loads(run("show", slug, "--json")[1])["statements"] if s["said"])
    assert run("verdict", slug, str(number), "confirmed", "--on", "said")[:2] == (
        0,
        f"said: confirmed on {number}\n",
    )
    assert run("verdict", slug, str(number), "disputed", "--basis", "accounts_differ")[0] == 0
    assert run("note", slug, str(number), "ask her again")[0] == 0
    assert run("note", slug, str(number), "See the minutes.", "--public")[0] == 0
    shown = json.loads(run("show", slug, "--json")[1])["statements"][number - 1]
    assert (shown["said"]["verdict"], shown["so"]["verdict"], shown["so"]["basis"]) == (
        "confirmed",
        "disputed",
        "accounts_differ",
    )
    assert (shown["state"], shown["private_note"], shown["public_note"]) == (
        "done",
        "ask her again",
        "See the minutes.",
    )
    progress = json.loads(run("list", "--json")[1])[0]["progress"]
    assert (progress["done"], progress["open"], progress["verdicts"]) == (1, 10, 2)
    code, out, err = run("export", slug, "--format", "json,html,md", "--output", str(tmp_path))
    assert code == 0
    assert "Private notes are not in it" in err
    for line in out.split():
        content = Path(line).read_text(encoding="utf-8")
        assert "accounts" in content
        assert "ask her again" not in content


def test_p06_undo_and_redo_name_what_they_did(run: Run, slug: str) -> None:
    run("verdict", slug, "2", "unverified", "--basis", "not_attempted")
    assert run("undo", slug)[1] == "undone: so: unverified (not attempted) on 2\n"
    assert run("redo", slug)[1] == "redone: so: unverified (not attempted) on 2\n"
    assert run("verdict", slug, "2", "clear")[1] == "so: cleared on 2\n"
    assert "(undone)" not in run("history", slug, "2")[1]
    assert [x["what"] for x in json.loads(run("history", slug, "2", "--json")[1])] == [
        "so: cleared",
        "so: unverified (not attempted)",
    ]


def test_an_excluded_block_is_taken_back_by_the_number_that_show_prints(run: Run, slug: str) -> None:
    assert "block 1: not checked (navigation): NewsPolitics" in run("show", slug)[1]
    assert run("take-back", slug, "1")[1] == "block 1 taken back on 1\n"
    assert "block 1: not checked" not in run("show", slug)[1]
    assert json.loads(run("list", "--json")[1])[0]["progress"]["statements"] == 12


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "none"], ExitCode.USAGE),
        (["verdict", "none", "1", "confirmed"], ExitCode.USAGE),
        (["verdict", "SLUG", "99", "confirmed"], ExitCode.USAGE),
        (["verdict", "SLUG", "1", "true"], ExitCode.USAGE),
        (["verdict", "SLUG", "2", "confirmed", "--on", "said"], ExitCode.USAGE),
        (["verdict", "SLUG", "2", "confirmed", "--basis", "accounts_differ"], ExitCode.USAGE),
        (["verdict", "SLUG", "2", "left", "--on", "said"], ExitCode.USAGE),
        (["verdict", "SLUG", "2", "clear", "--basis", "accounts_differ"], ExitCode.USAGE),
        (["export", "SLUG", "--format", "papyrus"], ExitCode.USAGE),
        (["export", "SLUG", "--format", "html,json", "--checked-copy"], ExitCode.USAGE),
        (["export", "SLUG", "--format", "html,md", "--output", "-"], ExitCode.USAGE),
        (["export", "SLUG", "--output", "/proc/none/report.html"], ExitCode.STORAGE_FAILED),
        (["take-back", "SLUG", "2"], ExitCode.USAGE),
        (["import", "none.txt"], ExitCode.USAGE),
        (["import", str(FIXTURES / "hostile/encodings/nul-bytes.txt")], ExitCode.INPUT_REFUSED),
        (["extract", str(FIXTURES / "hostile/encodings/koi8r-ru.txt")], ExitCode.INPUT_REFUSED),
        (["review", "SLUG"], ExitCode.USAGE),
        ([], ExitCode.USAGE),
        (["demo"], ExitCode.USAGE),
        (["frobnicate"], ExitCode.USAGE),
    ],
)
def test_each_mistake_has_its_exit_code_and_says_what_to_do(
    run: Run, slug: str, arguments: list[str], code: ExitCode
) -> None:
    found, out, err = run(*(slug if a == "SLUG" else a for a in arguments))
    assert (found, out) == (code, "")
    assert len(err.splitlines()) >= 2
    assert "Traceback" not in err


def test_p13_no_control_character_gets_out_by_any_command(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "traps\x1b]0;t\x07.txt"
    file.write_text(TRAPS, encoding="utf-8")
    code, out, err = run("import", str(file))
    assert code == 0
    name = out.strip()
    outputs = [out, err, *run("show", name)[1:], *run("list")[1:], *run("extract", str(file))[1:]]
    outputs += [
        *run("note", name, "1", "\x1b[2J[/]")[1:],
        *run("history", name, "1")[1:],
        *run("show", name)[1:],
    ]
    outputs += [*run("import", str(tmp_path / "no\x1b[31m.txt"))[1:], *run("show", "\x1b]0;x\x07")[1:]]
    outputs += [run("show", name, "--json")[1], run("extract", str(file), "--json")[1]]
    for text in outputs:
        assert not [
            c for c in text if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u200b")
        ]
    for bracket in ("[sic]", "[B]ecause", "[/no evidence]", "[bold red]"):
        assert bracket in run("show", name)[1]


def test_json_gives_the_text_exactly_as_it_is_stored(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "traps.txt"
    file.write_text(TRAPS, encoding="utf-8")
    told = json.loads(run("extract", str(file), "--json")[1])
    assert told["text"] == TRAPS
    assert all(told["text"][s["start"] : s["end"]].strip() for s in told["statements"])


def test_standard_input_is_a_document_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BytesIO(b"Ada Quill said it rained.\n")

    monkeypatch.setattr(sys, "stdin", Piped())
    code, out, _ = run("import", "-", "--title", "Rain [sic]", "--dateline", "Fenwick, 3 May 2024")
    assert (code, out) == (0, "rain-sic\n")
    told = json.loads(run("list", "--json")[1])[0]
    assert (told["title"], told["dateline"]) == ("Rain [sic]", "Fenwick, 3 May 2024")


def test_doctor_finds_nothing_in_a_sound_store_and_tampering_in_another(
    run: Run, slug: str, factcheck_home: Path
) -> None:
    run("verdict", slug, "2", "confirmed")
    code, out, _ = run("doctor", "--json")
    told = json.loads(out)
    assert (code, told["schema"], told["findings"]) == (0, "current", [])
    connection = sqlite3.connect(factcheck_home / "factcheck.db")
    connection.execute("UPDATE tally SET verdicts = 7")
    connection.commit()
    connection.close()
    code, out, err = run("doctor")
    assert code == ExitCode.DAMAGED
    assert "the count of verdicts is wrong" in out
    assert "Copy it away" in err


def test_doctor_without_a_store_makes_none(run: Run, factcheck_home: Path) -> None:
    assert run("doctor")[0] == 0
    assert not (factcheck_home / "factcheck.db").exists()


def test_p10_a_newer_store_ends_with_its_code(run: Run, slug: str, factcheck_home: Path) -> None:
    connection = sqlite3.connect(factcheck_home / "factcheck.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    assert run("show", slug)[0] == ExitCode.NEWER_SCHEMA
    assert run("list")[0] == ExitCode.NEWER_SCHEMA


def test_p12_a_store_that_is_rubbish_ends_with_its_code(run: Run, factcheck_home: Path) -> None:
    factcheck_home.mkdir()
    (factcheck_home / "factcheck.db").write_bytes(b"not a database, but long enough to look like one" * 40)
    code, _, err = run("list")
    assert code == ExitCode.DAMAGED
    assert "Traceback" not in err


def test_p20_a_crash_leaves_a_report_without_a_word_of_the_article(
    run: Run, slug: str, factcheck_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(self: Wiring) -> Any:
        secret = "Zelensky said so"  # noqa: F841  # a local variable that must not be in the report
        raise RuntimeError("Zelensky: 10,000 troops")

    monkeypatch.setattr(Wiring, "find_reader", planted)
    code, out, err = run("show", slug)
    assert (code, out) == (ExitCode.INTERNAL, "")
    (report,) = (factcheck_home / "crashes").iterdir()
    content = report.read_text(encoding="utf-8")
    assert str(report) in err
    assert "Zelensky" not in content + err
    assert "builtins.RuntimeError" in content
    assert "planted" in content
    assert report.stat().st_mode & 0o077 == 0


def test_a_crash_report_names_each_cause_without_its_message() -> None:
    try:
        try:
            raise KeyError("secret one")
        except KeyError as error:
            raise ValueError("secret two") from error
    except ValueError as error:
        report = crash_report(error, "now")
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "secret" not in report


def test_settings_that_make_no_sense_are_said(run: Run, slug: str, factcheck_home: Path) -> None:
    (factcheck_home / "settings.toml").write_text('person = "Ann"\ntheme = "pink"\n')
    assert run("verdict", slug, "2", "confirmed")[0] == ExitCode.USAGE
    (factcheck_home / "settings.toml").write_text("person = \n")
    assert run("verdict", slug, "2", "confirmed")[0] == ExitCode.USAGE
    (factcheck_home / "settings.toml").write_text('person = "Ann"\n')
    assert run("verdict", slug, "2", "confirmed")[0] == 0
    assert "  Ann  " in run("history", slug, "2")[1]


def test_the_command_line_names_every_basis_and_answer() -> None:
    assert set(BASES) == {basis.value for basis in Basis}
    assert len(ANSWERS) == 5


def test_every_sub_command_has_a_module_that_answers() -> None:
    from importlib import import_module

    for command in SUBCOMMANDS:
        assert callable(import_module(f"factcheck.cli.{command.module}").run)


def test_a_crash_report_ends_when_the_causes_run_in_a_circle() -> None:
    first, second = ValueError("one"), KeyError("two")
    first.__context__, second.__context__ = second, first
    assert crash_report(first, "now").count("builtins.") == 2


def test_a_statement_is_passed_on_with_its_public_sources_and_no_note(run: Run, slug: str) -> None:
    for title, level in (("Minutes [sic]", "public"), ("Ole Vask", "confidential")):
        run(
            "source",
            "add",
            slug,
            "--title",
            title,
            "--kind",
            "document",
            "--tier",
            "primary",
            "--level",
            level,
        )
    for number in ("1", "2"):
        run("cite", slug, "5", number, "--on", "said", "--stance", "supports", "--locator", "p. 3")
    run("note", slug, "5", "hush")
    code, out, _ = run("show", slug, "5", "--copy")
    assert code == 0
    assert out.startswith("Statement 5 (Zelensky calls plans")
    assert "Source for said: Minutes [sic], p. 3, supports" in out
    assert "Vask" not in out
    assert "hush" not in out
    assert run("show", slug, "--copy")[0] == 2
