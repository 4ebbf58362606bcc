"""Links, hints and replies from the command line."""

import json

import pytest

from tests.cli.conftest import Run


def data(run: Run, *arguments: str) -> list[dict[str, object]]:
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    found: list[dict[str, object]] = json.loads(out)
    return found


def test_a_link_is_made_listed_settled_opened_and_taken_away(run: Run, slug: str) -> None:
    assert run("link", slug, "7", "5", "no_evidence")[1] == "linked: no evidence on 7, 5\n"
    assert run("link", slug, "7", "5", "no_evidence")[0] == 2
    (listed,) = data(run, "conflicts", slug)
    assert (listed["kind"], listed["from"], listed["to"], listed["open"]) == ("no_evidence", 7, 5, True)
    code, out, _ = run("conflicts", slug)
    assert code == 0
    assert out.startswith("7 no evidence for 5: open\n  7, said not yet, so not yet: Rutte said")
    assert run("settle", slug, "5", "7", "both stand")[0] == 0
    assert data(run, "conflicts", slug, "--open") == []
    assert data(run, "conflicts", slug)[0]["settled"] == "both stand"
    assert run("settle", slug, "5", "7", "--open")[0] == 0
    assert run("settle", slug, "5", "7", "--holds")[1] == "the link counts as it is\n"
    assert run("unlink", slug, "5", "7")[0] == 0
    assert data(run, "conflicts", slug) == []
    assert run("undo", slug)[0] == 0
    assert len(data(run, "conflicts", slug)) == 1


def test_which_of_several_links_is_meant_has_to_be_said(run: Run, slug: str) -> None:
    run("link", slug, "8", "4", "differs_number")
    run("link", slug, "8", "4", "differs_place")
    code, _, err = run("unlink", slug, "8", "4")
    assert code == 2
    assert "several links: differs_number, differs_place" in err
    assert run("unlink", slug, "8", "4", "--kind", "differs_place")[0] == 0
    assert run("unlink", slug, "8", "4", "--kind", "differs_place")[0] == 2
    assert run("settle", slug, "8", "4")[0] == 2


def test_hints_are_listed_accepted_put_aside_and_reopened(run: Run, slug: str) -> None:
    first, second, *_ = data(run, "hints", slug)
    assert (first["number"], first["from"], first["to"], first["state"]) == (1, 6, 1, "open")
    assert run("hints", slug, "--accept", "1")[1] == "linked: differs wording on 6, 1\n"
    assert run("hints", slug, "--dismiss", "2")[0] == 0
    assert [h["number"] for h in data(run, "hints", slug)][:2] == [3, 4]
    assert [h["state"] for h in data(run, "hints", slug, "--all")][:3] == ["accepted", "dismissed", "open"]
    assert run("hints", slug, "--reopen", "2")[0] == 0
    assert data(run, "hints", slug)[0] == second
    assert run("hints", slug, "--accept", "99")[0] == 2
    assert run("hints", slug, "--accept", "3", "--dismiss", "3")[0] == 2
    code, out, err = run("hints", slug)
    assert code == 0
    assert "   2  7 no evidence for 4\n" in out
    assert "15 hints" in err


def test_a_reply_is_asked_for_listed_and_written_down(run: Run, slug: str) -> None:
    assert run("reply", slug, "11", "--put", "Kremlin", "--at", "17 October")[0] == 0
    assert data(run, "reply", slug)[0]["put_to"] == "Kremlin"
    code, out, err = run("reply", slug)
    assert (code, err) == (0, "1 without a reply.\n")
    assert out.startswith("11, put to Kremlin, 17 October: Earlier in October")
    assert run("reply", slug, "11", "--answer", "no comment")[0] == 0
    assert data(run, "reply", slug) == []
    shown = json.loads(run("show", slug, "11", "--json")[1])
    assert shown["statements"][0]["reply"] == {
        "put_to": "Kremlin",
        "put_at": "17 October",
        "answer": "no comment",
    }
    assert shown["progress"]["unanswered"] == 0


@pytest.mark.parametrize(
    "arguments", [("11",), ("--put", "Kremlin"), ("--at", "Monday"), ("11", "--put", "a", "--answer", "b")]
)
def test_half_of_what_is_needed_for_a_reply_is_refused(
    run: Run, slug: str, arguments: tuple[str, ...]
) -> None:
    assert run("reply", slug, *arguments)[0] == 2
