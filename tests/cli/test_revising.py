"""`revise`: what a new draft carries, said in lines and as JSON, and taken back by `undo`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

OLD = "Quill said “it rained” for 3 days. Boats sank off Orrin. The harbour was closed on Monday morning."
NEW = "Ferries run again. Quill said it rained for 3 days. The harbour was closed on Monday morning."


@pytest.fixture
def article(run: Run, tmp_path: Path) -> str:
    """An article of three statements, the last two of them checked, and the file of its next draft."""
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    slug = run("import", str(tmp_path / "old.txt"))[1].strip()
    for number in ("2", "3"):
        assert run("verdict", slug, number, "confirmed")[0] == 0
    return slug


def test_it_says_what_was_carried_what_must_be_rechecked_and_what_is_gone(
    run: Run, article: str, tmp_path: Path
) -> None:
    code, out, err = run("revise", article, str(tmp_path / "new.txt"))
    assert code == 0
    assert out.splitlines() == [
        "draft 2: 1 carried, 1 changed (0 to be rechecked), 1 gone, 1 new",
        "",
        "changed  2",
        "  Quill said [-“-]it rained[-”-] for 3 days.",
        "  (“it rained” moved out of a quotation)",
        "",
        "gone  2 of the old draft",
        "  Boats sank off Orrin.",
        "",
        "new  1",
        "  Ferries run again.",
    ]
    assert "Draft 2 is under review." in err
    shown = run("show", article)[1]
    assert "gone 1  paragraph · done" in shown
    assert [one["so"]["verdict"] for one in json.loads(run("show", article, "--json")[1])["statements"]] == [
        None,
        None,
        "confirmed",
    ]


def test_of_what_changed_only_what_was_answered_is_to_be_rechecked(run: Run, tmp_path: Path) -> None:
    for name, text in (("a.txt", OLD), ("b.txt", NEW)):
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    slug = run("import", str(tmp_path / "a.txt"))[1].strip()
    assert run("verdict", slug, "1", "confirmed", "--on", "said")[0] == 0
    told = run("revise", slug, str(tmp_path / "b.txt"))[1].splitlines()
    assert told[0] == "draft 2: 1 carried, 1 changed (1 to be rechecked), 1 gone, 1 new"
    assert told[2] == "recheck  2"
    assert "recheck  2" in run("revise", slug)[1].splitlines()
    for question in ("said", "so"):
        assert run("verdict", slug, "2", "confirmed", "--on", question)[0] == 0
    assert "changed  2" in run("revise", slug)[1].splitlines()


def test_undo_takes_all_of_it_back(run: Run, article: str, tmp_path: Path) -> None:
    before = run("show", article, "--json")[1]
    assert run("revise", article, str(tmp_path / "new.txt"))[0] == 0
    assert run("undo", article)[0] == 0
    assert run("show", article, "--json")[1] == before


def test_the_json_has_numbers_of_both_drafts_and_a_dry_run_stores_nothing(
    run: Run, article: str, tmp_path: Path
) -> None:
    before = run("show", article)[1]
    code, out, _ = run("revise", article, str(tmp_path / "new.txt"), "--dry-run", "--json")
    told = json.loads(out)
    assert (code, told["draft"], told["stored"]) == (0, 2, False)
    assert [(s["was"], s["number"], s["status"]) for s in told["statements"]] == [
        (1, 2, "recheck"),
        (2, None, "removed"),
        (3, 3, "carried"),
    ]
    assert [one["number"] for one in told["added"]] == [1]
    assert run("show", article)[1] == before


def test_the_same_text_and_an_unknown_article_are_refused(run: Run, article: str, tmp_path: Path) -> None:
    assert run("revise", article, str(tmp_path / "old.txt"))[0] != 0
    assert run("revise", "no-such-article", str(tmp_path / "new.txt"))[0] == 2


def test_without_a_file_it_says_what_the_last_draft_did(run: Run, article: str, tmp_path: Path) -> None:
    assert run("revise", article)[0] == 2
    taken = run("revise", article, str(tmp_path / "new.txt"))[1].splitlines()
    code, out, _ = run("revise", article)
    assert code == 0
    assert out.splitlines()[0].endswith(": 1 carried, 1 changed, 1 gone, 1 new")
    assert [line for line in out.splitlines() if line.startswith("  ")] == [
        line for line in taken if line.startswith("  ")
    ]
    told = json.loads(run("revise", article, "--json")[1])
    assert [(one["what"], one["number"]) for one in told["statements"]] == [
        ("recheck", 2),
        ("gone", None),
        ("new", 1),
    ]


def test_what_is_gone_is_placed_by_its_number_with_its_notes(run: Run, article: str, tmp_path: Path) -> None:
    assert run("note", article, "2", "asked the harbour master")[0] == 0
    assert run("revise", article, str(tmp_path / "new.txt"))[0] == 0
    assert run("place", article, "2", "1")[0] == 2
    code, out, _ = run("place", article, "1", "1")
    assert (code, out.strip()) == (0, "placed by hand on 1")
    first = json.loads(run("show", article, "1", "--json")[1])["statements"][0]
    assert (first["exact"], first["private_note"]) == ("Ferries run again.", "asked the harbour master")
    assert first["so"]["verdict"] is None
    assert "gone 1" not in run("show", article)[1]
    assert run("undo", article)[0] == 0
    assert "gone 1" in run("show", article)[1]


def test_words_that_come_back_are_said_to_be_back(run: Run, article: str, tmp_path: Path) -> None:
    assert run("revise", article, str(tmp_path / "new.txt"))[0] == 0
    tmp_path.joinpath("second.txt").write_text(f"Rain fell. {NEW}", encoding="utf-8")
    assert run("revise", article, str(tmp_path / "second.txt"))[0] == 0
    assert "gone earlier  not in the draft\n  Boats sank off Orrin." in run("revise", article)[1]
    tmp_path.joinpath("third.txt").write_text(f"{NEW} Boats sank off Orrin.", encoding="utf-8")
    out = run("revise", article, str(tmp_path / "third.txt"))[1].splitlines()
    assert out[0] == "draft 4: 3 carried, 0 changed, 1 gone, 1 back, 0 new"
    assert out[-2:] == ["back  4", "  Boats sank off Orrin."]
    told = json.loads(run("revise", article, "--json")[1])
    assert [(one["what"], one["number"]) for one in told["statements"]] == [("gone", None), ("back", 4)]
