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
        "draft 2: 1 carried, 1 to be rechecked, 1 gone, 1 new",
        "",
        "recheck  2",
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
    assert "gone  paragraph · done" in shown
    assert [one["so"]["verdict"] for one in json.loads(run("show", article, "--json")[1])["statements"]] == [
        None,
        None,
        "confirmed",
    ]


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
