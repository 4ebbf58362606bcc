"""`import` from the command line: several files, each by itself, and what each says of itself."""

import io
import json
import sys
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


STATED = "---\nauthor: A. Quill [sic]\ndate: 2024-10-17\n---\n# Ferry\n\nIt was late on Thursday.\n"


@pytest.fixture
def stated(tmp_path: Path) -> str:
    """A file that names its author and its day."""
    (tmp_path / "a.md").write_text(STATED)
    return str(tmp_path / "a.md")


def _credits(run: Run) -> tuple[str | None, str | None, str | None]:
    (article,) = json.loads(run("list", "--json")[1])
    return article["author"], article["publisher"], article["dateline"]


def test_what_the_file_says_is_not_kept_unless_somebody_confirms_it(run: Run, stated: str) -> None:
    err = run("import", stated)[2]
    assert "author “A. Quill [sic]”" in err
    assert "--stated keeps author, publisher and dateline" in err
    assert _credits(run) == (None, None, None)


def test_it_is_kept_when_that_is_asked_for_and_what_is_named_wins(run: Run, stated: str) -> None:
    assert run("import", stated, "--stated", "--publisher", "Fenwick Post")[0] == 0
    assert _credits(run) == ("A. Quill [sic]", "Fenwick Post", "2024-10-17")
    assert json.loads(run("show", "ferry", "--json")[1])["author"] == "A. Quill [sic]"


@pytest.mark.parametrize(
    ("typed", "kept"), [("y\n", "A. Quill [sic]"), ("\n", None), ("", None), ("no\n", None)]
)
def test_at_a_terminal_it_is_asked_once(
    run: Run, stated: str, monkeypatch: pytest.MonkeyPatch, typed: str, kept: str | None
) -> None:
    terminal = io.StringIO(typed)
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = run("import", stated)[2]
    assert "Keep author “A. Quill [sic]”, dateline “2024-10-17” with the article? [y/N]" in err
    assert _credits(run)[0] == kept


def test_author_and_publisher_are_set_and_taken_away_later(run: Run, stated: str) -> None:
    assert run("import", stated)[0] == 0
    assert run("credits", "ferry")[0] == 2
    assert (
        run("credits", "ferry", "--author", "Ada Quill", "--publisher", "Post")[1]
        == "author and publisher set\n"
    )
    assert _credits(run) == ("Ada Quill", "Post", None)
    assert run("credits", "ferry", "--publisher", "")[0] == 0
    assert _credits(run) == ("Ada Quill", None, None)
    assert run("undo", "ferry")[0] == 0
    assert _credits(run) == ("Ada Quill", "Post", None)
    assert run("doctor")[0] == 0


def test_at_a_terminal_it_is_seen_how_far_a_file_is_read_and_to_a_pipe_nothing_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "a.html"
    page.write_text("<html><body><article><h1>Ferry</h1><p>The ferry was late.</p></article></body></html>")
    assert "reading" not in run("import", str(page))[2]
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    err = run("import", str(page))[2]
    assert "reading …  75%" in err
    assert err.rstrip().endswith("This text is here already.")
