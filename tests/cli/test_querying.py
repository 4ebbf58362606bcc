"""Queries by sub-command and by line: the same use cases, the same words kept, the same message."""

import json
from typing import Any

from tests.cli.conftest import Run
from tests.cli.lines import Lines


def test_a_query_is_asked_answered_closed_and_opened_again_from_the_shell(run: Run, slug: str) -> None:
    code, out, _ = run("ask", slug, "3", "source", "Which [list]?", "--name", "Mark Rutte")
    assert (code, out) == (0, "query to source on 3\n")
    assert run("answer", slug, "3", "1", "The long one.", "--json")[0] == 0
    _, out, _ = run("show", slug, "3", "--json")
    (query,) = json.loads(out)["statements"][0]["queries"]
    assert (query["to"], query["name"], query["state"]) == ("source", "Mark Rutte", "answered")
    assert run("close", slug, "3", "1")[:2] == (0, "query closed on 3\n")
    assert run("answer", slug, "3", "1", "Another.")[0] == 2
    assert run("reopen", slug, "3", "1")[0] == 0
    _, out, _ = run("show", slug, "3")
    assert "Query 1, source Mark Rutte, open: Which [list]?" in out
    assert "answer: The long one." in out
    code, _, err = run("close", slug, "3", "2")
    assert code == 2
    assert "no query 2 here: the statement has 1" in err


def test_the_queries_are_listed_and_the_open_ones_are_one_message(run: Run, slug: str) -> None:
    run("ask", slug, "3", "author", "Says who?")
    run("ask", slug, "5", "author", "When?")
    run("ask", slug, "1", "editor", "Stet?")
    run("answer", slug, "5", "1", "Then.")
    _, out, err = run("queries", slug)
    assert out.index("3, query 1, author, open: Says who?") < out.index("5, query 1, author, answered: When?")
    assert "  answer: Then." in out
    assert "3 queries, 2 open" in err
    forms: list[dict[str, Any]] = json.loads(run("queries", slug, "--open", "--json")[1])
    assert [(f["number"], f["to"], f["text"]) for f in forms] == [
        (3, "author", "Says who?"),
        (1, "editor", "Stet?"),
    ]
    code, out, err = run("queries", slug, "--message", "Author")
    assert code == 0
    assert "1. (statement 3)\n> " in out
    assert out.endswith("Says who?\n")
    assert "When?" not in out + err
    assert "1 query to send." in err
    code, _, err = run("queries", slug, "--message", "nobody")
    assert code == 2
    assert "author, editor" in err


def test_by_lines_a_query_may_have_several_lines_which_are_kept_until_it_is_saved(lines: Lines) -> None:
    assert "1, query to author. Saved." in lines("ask author: Says who?")
    assert "not saved. What was typed is kept" in lines("ask source Ada Quill", "First")
    lines.restart()
    assert "There is text for this query that is not saved." in lines("ask source Ada Quill: other")
    said = lines("ask source Ada Quill", "second", ".")
    assert "Typed before and not saved: First" in said
    assert "query to source. Saved" in said
    assert "Query 2, source Ada Quill, open: First\n  second" in lines("show")
    assert "query answered. Saved" in lines("answer 1 The mayor")
    assert "query closed. Saved" in lines("close 2")
    assert "query reopened. Saved" in lines("reopen 2")
    assert "Nothing was typed." in lines("answer 2", ".")
    said = lines("queries open")
    assert "1, query 2, source Ada Quill, open: First second" in said
    assert "2 queries, 1 open." in said
    assert "Says who?" not in said
    assert "> Mayor calls" in lines("message ada quill")
    assert "No query to send." in lines("message author")
    assert "goes to the author, the editor or a source" in lines("ask mother: what?")
    assert "Says who?" not in lines("z") + lines("z")
    assert lines.shop.findings() == []
