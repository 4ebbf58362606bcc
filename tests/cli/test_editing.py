"""Every edit of a statement without a screen: by sub-commands, and by lines."""

import json

import pytest

from tests.cli.conftest import Run
from tests.cli.lines import Lines


def texts(run: Run, slug: str) -> list[str]:
    return [s["exact"] for s in json.loads(run("show", slug, "--json")[1])["statements"]]


def words_of(run: Run, slug: str, number: int) -> dict[str, list[dict[str, object]]]:
    told: dict[str, list[dict[str, object]]] = json.loads(run("words", slug, str(number), "--json")[1])
    return told


def test_statements_are_split_joined_bounded_and_added_by_command_and_undo_takes_each_back(
    run: Run, slug: str
) -> None:
    before = texts(run, slug)
    for command in (
        ("split", "4", "announced"),
        ("split", "4", "2", "--inside", "3"),
        ("add", "4", "7..8"),
        ("add", "4", "press conference"),
    ):
        assert run(command[0], slug, *command[1:])[0] == 0
        after = texts(run, slug)
        assert len(after) > len(before)
        assert "".join("".join(after).split()) == "".join("".join(before).split())
        assert run("undo", slug)[0] == 0
        assert texts(run, slug) == before
    assert run("split", slug, "4", "announced")[0] == 0
    assert run("bound", slug, "4", "--ends", "announced")[0] == 0
    assert texts(run, slug)[3].endswith(" announced")
    assert run("join", slug, "4")[0] == 0
    assert texts(run, slug) == before


def test_speakers_details_and_dates_are_edited_by_command(run: Run, slug: str) -> None:
    for command in (
        ("speaker", "4", "--name", "Otto", "--of", "1"),
        ("speaker", "4", "intelligence agencies", "--of", "2"),
        ("cue", "4", "--none", "--of", "1"),
        ("cue", "4", "at", "--of", "2"),
        ("content", "4", "7..12", "--of", "1"),
        ("detail", "4", "title", "press conference"),
        ("detail", "4", "name", "press conference", "--was", "title"),
        ("date", "4", "Thursday", "2024-10-17"),
    ):
        assert run(command[0], slug, *command[1:])[0] == 0, command
    told = words_of(run, slug, 4)
    assert [(a["speaker"], a["cue"]) for a in told["attributions"]] == [
        ("Otto", None),
        ("intelligence agencies", "at"),
    ]
    by_hand = {(d["type"], d["text"], d["resolved"]) for d in told["details"] if d["by_hand"]}
    assert by_hand == {("name", "press conference", None), ("date", "Thursday", "2024-10-17")}
    assert run("detail", slug, "4", "name", "press conference", "--remove")[0] == 0
    assert run("speaker", slug, "4", "--remove", "--of", "2")[0] == 0
    assert run("speaker", slug, "4", "--none")[0] == 0
    assert words_of(run, slug, 4)["attributions"] == []
    assert "not in this paragraph" not in run("words", slug, "4")[1]


def test_a_statement_is_left_out_and_taken_back_and_what_makes_no_sense_is_refused(
    run: Run, slug: str
) -> None:
    assert run("exclude", slug, "4", "--reason", "opinion")[0] == 0
    assert "opinion" in run("show", slug, "4")[1]
    assert run("exclude", slug, "4", "--back")[0] == 0
    for command in (
        ("split", "4", "nonsense"),
        ("split", "4", "Ukrainian"),
        ("split", "4", "99"),
        ("speaker", "4", "Brussels"),
        ("speaker", "4", "Brussels", "--of", "7"),
        ("detail", "4", "name", "press", "--remove"),
        ("bound", "4", "--begins", "3"),
    ):
        code, out, err = run(command[0], slug, *command[1:])
        assert (code, out) == (2, ""), command
        assert "Not possible here" in err


def test_an_article_is_read_again_by_command_and_says_that_nothing_is_new(run: Run, slug: str) -> None:
    code, out, err = run("reread", slug)
    assert (code, out) == (0, "")
    assert "0 statements changed" in err
    told = json.loads(run("reread", slug, "--dry-run", "--json")[1])
    assert (told["changed"], told["statements"], told["extractor"]) == (False, [], told["imported_with"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("x nobody", "These words do not stand"),
        ("-", "opinion, prediction"),
        ("- because", "because is no reason"),
        ("detail thing Quill", "thing is no kind"),
        ("date Thursday", "behind an equals sign"),
        ("x", "x wants WORD"),
    ],
)
def test_by_lines_what_makes_no_sense_says_what_does(
    lines: Lines, quoted: int, typed: str, said: str
) -> None:
    assert said in lines(typed)


def test_by_lines_every_edit_is_saved_and_undone(lines: Lines, quoted: int) -> None:
    before = [s.exact for s in lines.shop.reader.statements(lines.shop.article.id)]
    for typed in ("x said", "{ said", "} said", "a had already", "+"):
        out = lines(typed)
        if "Saved." in out:
            lines("z")
            assert [s.exact for s in lines.shop.reader.statements(lines.shop.article.id)] == before
        else:
            assert typed in ("{ said", "} said", "+")  # it stands alone in its paragraph
            assert "paragraph" in out
    for typed in ("speaker name Otto", "speaker 1: Quill", "cue -", "content had already spent", "detail hedge already", "no-detail hedge already", "date Thursday = 2024-10-17", "speaker -", "- opinion", "-"):  # fmt: skip
        assert "Saved." in lines(typed), typed
    assert "1, Mayor" in lines("w")
