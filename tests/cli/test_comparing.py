"""`compare`: what a new text leaves as it was checked, to be read or as JSON, and nothing is stored."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import SAMPLE_ARTICLE

OLD = "Quill said it rained for 3 days. Boats sank off Orrin. The harbour was closed on Monday morning."
NEW = "Quill said it rained for 7 days. The harbour was closed on Monday morning. Ferries run again."


def _files(folder: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        folder.joinpath(name).write_text(text, encoding="utf-8")
    return str(folder / "old.txt"), str(folder / "new.txt")


def test_changes_are_marked_in_their_words_and_counted(run: Run, tmp_path: Path) -> None:
    code, out, err = run("compare", *_files(tmp_path))
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "1 as checked, 1 changed, 1 gone, 1 new",
        "",
        "changed  1",
        "  Quill said it rained for [-3-]{+7+} days.",
        "",
        "gone  2",
        "  Boats sank off Orrin.",
        "",
        "new  3 in the new text",
        "  Ferries run again.",
    ]


def test_the_json_names_places_in_both_texts(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("compare", *_files(tmp_path), "--json")
    told = json.loads(out)
    assert (code, told["format"]) == (0, "factcheck-revision")
    assert [one["status"] for one in told["statements"]] == ["recheck", "removed", "carried"]
    assert [NEW[one["start"] : one["end"]] for one in told["added"]] == ["Ferries run again."]


def test_an_article_is_compared_as_it_was_checked(run: Run, slug: str, tmp_path: Path) -> None:
    text = SAMPLE_ARTICLE.read_bytes().decode("utf-8")
    published = tmp_path / "published.txt"
    published.write_bytes(text.replace("10,000", "17,000", 1).encode("utf-8"))
    assert run("compare", slug, str(SAMPLE_ARTICLE))[1].splitlines() == [
        "11 as checked, 0 changed, 0 gone, 0 new"
    ]
    code, out, _ = run("compare", slug, str(published))
    assert code == 0
    assert out.startswith("10 as checked, 1 changed, 0 gone, 0 new\n\nchanged  1\n")
    assert "[-10,000-]{+17,000+}" in out


def test_a_cut_by_hand_is_no_change(run: Run, slug: str, tmp_path: Path) -> None:
    at = run("show", slug, "5", "--json")[1]
    words = json.loads(at)["statements"][0]["exact"]
    assert run("split", slug, "5", words.split()[6])[0] == 0
    assert run("compare", slug, str(SAMPLE_ARTICLE))[1].splitlines() == [
        "12 as checked, 0 changed, 0 gone, 0 new"
    ]
    told = json.loads(run("compare", slug, str(SAMPLE_ARTICLE), "--json")[1])
    assert {one["status"] for one in told["statements"]} == {"carried"}
    text = SAMPLE_ARTICLE.read_bytes().decode("utf-8")
    spans = [(one["new"]["start"], one["new"]["end"]) for one in told["statements"]]
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_a_file_that_is_there_wins_over_an_article_of_its_name(
    run: Run, slug: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, _ = _files(tmp_path)
    assert run("compare", slug, old)[1].startswith("0 as checked, 0 changed, 11 gone, 3 new")
    tmp_path.joinpath(slug).write_text(OLD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("compare", slug, old)[1].startswith("3 as checked, 0 changed, 0 gone, 0 new")


def test_what_is_not_there_is_said(run: Run, slug: str, tmp_path: Path) -> None:
    old, _ = _files(tmp_path)
    assert run("compare", "no-such-thing", old)[0] == 2
    assert run("compare", slug, str(tmp_path / "missing.txt"))[0] == 2


def test_comparing_stores_nothing(run: Run, tmp_path: Path) -> None:
    assert run("compare", *_files(tmp_path))[0] == 0
    assert run("list")[1] == ""
