"""`import` from the command line: several files, each by itself, and what each says of itself."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A Markdown file, one that is not there, one that is refused, and a text."""
    (tmp_path / "a.md").write_text("---\nauthor: A. Quill\n---\n# Ferry\n\nIt is late.[^1]\n\n[^1]: See.\n")
    (tmp_path / "b.pdf").write_bytes(b"\x00\x01\x02")
    (tmp_path / "c.txt").write_text("The ferry was early.\n")
    return [str(tmp_path / name) for name in ("a.md", "none.md", "b.pdf", "c.txt")]


def test_each_of_several_files_is_taken_or_refused_by_itself(run: Run, files: list[str]) -> None:
    code, out, err = run("import", *files)
    assert (code, out.split()) == (8, ["ferry", "the-ferry-was-early"])
    assert "No such file" in err
    assert "author “A. Quill”" in err


def test_the_results_of_several_files_are_a_list(run: Run, files: list[str]) -> None:
    code, out, _ = run("import", *files, "--json")
    told = json.loads(out)
    assert (code, [Path(one["file"]).name for one in told]) == (8, ["a.md", "none.md", "b.pdf", "c.txt"])
    assert [one.get("slug") or one["code"] for one in told] == ["ferry", 2, 8, "the-ferry-was-early"]
    assert (told[0]["stated"], told[0]["notes"]) == ({"author": "A. Quill"}, 1)


def test_a_title_belongs_to_one_file(run: Run, files: list[str]) -> None:
    assert run("import", *files, "--title", "T")[0] == 2
    assert run("list")[1] == ""


def test_p12_an_address_that_is_not_public_is_refused(run: Run) -> None:
    code, out, err = run("import", "http://127.0.0.1/")
    assert (code, out) == (8, "")
    assert "not a public place" in err
