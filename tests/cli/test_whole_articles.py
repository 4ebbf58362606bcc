"""The sub-commands on whole articles, and those that pick out statements."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import ExitCode

Run = Callable[..., tuple[int, str, str]]


def test_names_and_dates_are_set_taken_away_and_undone(run: Run, slug: str) -> None:
    def now() -> tuple[str, str | None, str | None]:
        found = json.loads(run("list", "--json")[1])[0]
        return found["title"], found["dateline"], found["deadline"]

    first = now()
    assert run("rename", slug, "Troops\n [sic]")[:2] == (0, "article renamed\n")
    assert run("dateline", slug, "Kyiv, 17 October 2024")[:2] == (0, "dateline set\n")
    told = json.loads(run("deadline", slug, "Friday 18:00", "--json")[1])
    assert (told["changed"], told["article"]["deadline"]) == (True, "Friday 18:00")
    assert now() == ("Troops [sic]", "Kyiv, 17 October 2024", "Friday 18:00")
    assert "due Friday 18:00" in run("list")[1]
    assert json.loads(run("deadline", slug, "Friday 18:00", "--json")[1])["changed"] is False
    run("dateline", slug)
    run("deadline", slug)
    assert now() == ("Troops [sic]", None, None)
    for _ in range(5):
        assert run("undo", slug)[0] == 0
    assert now() == first


def test_an_archived_article_is_listed_apart_and_comes_back(run: Run, slug: str) -> None:
    assert run("archive", slug)[1] == "article archived\n"
    assert run("list")[1] == ""
    assert slug in run("list", "--archived")[1]
    assert json.loads(run("list", "--archived", "--json")[1])[0]["archived"] is True
    assert run("archive", slug, "--back")[1] == "article brought back\n"
    assert run("list", "--archived")[1] == ""
    assert slug in run("list")[1]


def test_p22_shredding_wants_the_name_and_says_what_it_could_not_reach(
    run: Run, slug: str, factcheck_home: Path
) -> None:
    run("note", slug, "1", "Deep Throat 555-0199")
    code, out, err = run("shred", slug, "--confirm", "yes")
    assert (code, out) == (ExitCode.USAGE, "")
    assert "nothing was destroyed" in err
    assert run("shred", slug)[0] == ExitCode.USAGE
    assert slug in run("list")[1]
    code, out, err = run("shred", slug, "--confirm", slug)
    assert code == 0
    assert f"shredded: {slug}: its text, 11 statements" in out
    assert "left: a hash of its text" in out
    for what in ("exports", "backups", "the disk itself"):
        assert what in err
    assert run("show", slug)[0] == ExitCode.USAGE
    content = b"".join(path.read_bytes() for path in factcheck_home.rglob("*") if path.is_file())
    for words in (b"555-0199", b"Zelensky", slug.encode()):
        assert words not in content


def test_shredding_says_the_same_to_a_program(run: Run, slug: str) -> None:
    told = json.loads(run("shred", slug, "--confirm", slug, "--json")[1])
    assert (told["shredded"], told["statements"], len(told["tombstone"])) == (slug, 11, 64)
    assert len(told["not_reached"]) == 5


def test_flags_and_publication_are_switched_and_undone(run: Run, slug: str) -> None:
    def now() -> tuple[list[str], bool]:
        (found,) = json.loads(run("show", slug, "4", "--json")[1])["statements"]
        return found["flags"], found["for_publication"]

    assert run("flag", slug, "4", "legal")[1] == "flag raised: legal on 4\n"
    assert run("flag", slug, "4", "criticism")[0] == 0
    told = json.loads(run("publish", slug, "4", "--json")[1])
    assert told["statements"][0]["for_publication"] is True
    assert now() == (["criticism", "legal"], True)
    assert "legal read · for publication" in run("show", slug)[1]
    assert run("flag", slug, "4", "legal")[1] == "flag lowered: legal on 4\n"
    assert run("publish", slug, "4")[0] == 0
    assert now() == (["criticism"], False)
    for _ in range(5):
        assert run("undo", slug)[0] == 0
    assert now() == ([], False)
    assert run("flag", slug, "4", "red")[0] == ExitCode.USAGE
    assert run("flag", slug, "44", "legal")[0] == ExitCode.USAGE


def test_one_statement_is_shown_in_full(run: Run, slug: str) -> None:
    out = run("show", slug, "4")[1]
    assert out.startswith("4 of 11, paragraph, untouched\nWords: Ukrainian intelligence agencies")
    assert "Speaker within it: Ukrainian intelligence agencies; cue: have learned" in out
    assert run("show", slug, "12")[0] == ExitCode.USAGE
    assert run("show", slug, "4", "--filter", "open")[0] == ExitCode.USAGE


def test_statements_are_picked_out_by_a_filter_and_by_words(run: Run, slug: str) -> None:
    def numbers(*arguments: str) -> list[int]:
        found = json.loads(run(*arguments, "--json")[1])
        return [s["number"] for s in (found if isinstance(found, list) else found["statements"])]

    run("verdict", slug, "7", "disputed")
    assert numbers("show", slug, "--filter", "so disputed") == [7]
    assert numbers("show", slug, "--filter", "answer:so:disputed") == [7]
    assert numbers("show", slug, "--filter", "open") == list(range(1, 12))
    assert numbers("show", slug, "--filter", "Rutte") == [7]
    assert numbers("show", slug, "--filter", "legal") == []
    assert run("show", slug, "--filter", "true")[0] == ExitCode.USAGE
    assert numbers("find", slug, "NO EVIDENCE") == [7]
    assert numbers("find", slug, "nowhere") == []
    code, out, err = run("find", slug, "no evidence")
    assert (code, err) == (0, "1 of 11 statements with these words.\n")
    assert "   7  paragraph · " in out
    assert run("find", slug, " ")[0] == ExitCode.USAGE


def test_p13_what_is_typed_and_stored_comes_out_without_control_characters(run: Run, slug: str) -> None:
    trap = "\x1b]0;t\x07 [sic] \u202e"
    outputs = [
        run(*command)
        for command in (
            ("rename", slug, trap),
            ("dateline", slug, trap),
            ("deadline", slug, trap),
            ("list",),
            ("list", "--json"),
            ("dateline", slug, "--json"),
            ("find", slug, trap),
            ("show", slug, "--filter", trap),
            ("shred", slug, "--confirm", trap),
            ("archive", trap),
        )
    ]
    for _, out, err in outputs:
        assert [c for c in out + err if c != "\n" and (ord(c) < 32 or c in "\x7f\u202e")] == []
    assert "[sic]" in outputs[3][1]


@pytest.mark.parametrize(
    "command", ["rename", "dateline", "deadline", "archive", "find", "publish", "flag", "shred"]
)
def test_an_article_that_there_is_not_is_a_usage_error(run: Run, command: str) -> None:
    further = {
        "rename": ["x"],
        "find": ["x"],
        "publish": ["1"],
        "flag": ["1", "legal"],
        "shred": ["--confirm", "none"],
    }.get(command, [])
    code, out, err = run(command, "none", *further)
    assert (code, out) == (ExitCode.USAGE, "")
    assert "no article called 'none'" in err
