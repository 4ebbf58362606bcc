"""Ticks and suggested wording by sub-command and by line: the same use cases, one detail at a time."""

import json
from typing import Any

from tests.cli.conftest import Run
from tests.cli.lines import Lines


def shown(run: Run, slug: str, number: int) -> dict[str, Any]:
    form: dict[str, Any] = json.loads(run("show", slug, str(number), "--json")[1])["statements"][0]
    return form


def test_details_are_ticked_by_their_letters_taken_off_and_marked_wrong(run: Run, slug: str) -> None:
    first = shown(run, slug, 1)["details"][0]
    assert (first["letter"], first["state"]) == ("a", None)
    code, out, _ = run("tick", slug, "1", "a", "B")
    assert (code, out) == (0, "a: detail ticked on 1\ndetail ticked on 1\n")
    assert [d["state"] for d in shown(run, slug, 1)["details"][:2]] == ["ticked", "ticked"]
    assert run("untick", slug, "1", "a")[1] == "tick taken off on 1\n"
    _, out, _ = run("wrong", slug, "1", "a", "Right [sic]", "--json")
    (moved,) = json.loads(out)["statements"]
    assert moved["wording"]["to"] == moved["exact"].replace(first["words"], "Right [sic]", 1)
    assert shown(run, slug, 1)["details"][0]["right"] == "Right [sic]"
    _, out, _ = run("show", slug, "1")
    assert f"a {first['words']}, wrong, right is Right [sic]" in out
    assert "Suggested wording, correction, pending: " in out
    code, _, err = run("tick", slug, "1", "a", "zz")
    assert code == 2
    assert "no detail 'zz'" in err
    assert shown(run, slug, 1)["details"][0]["state"] == "wrong"  # nothing was done before all was clear


def test_a_wording_is_suggested_decided_and_withdrawn(run: Run, slug: str) -> None:
    before = shown(run, slug, 2)["exact"]
    assert run("suggest", slug, "2", "Other words.", "--clarification")[0] == 0
    for command, state in (("accept", "accepted"), ("reject", "rejected")):
        assert run(command, slug, "2")[1] == f"suggested wording {state} on 2\n"
        wording = shown(run, slug, 2)["wording"]
        assert wording.pop("decided_by")
        assert wording.pop("decided_at")
        assert wording == {
            "from": before,
            "to": "Other words.",
            "kind": "clarification",
            "state": state,
            "counts": True,
        }
    assert run("withdraw", slug, "2")[0] == 0
    assert shown(run, slug, 2)["wording"] is None
    assert shown(run, slug, 2)["exact"] == before
    assert run("accept", slug, "2")[0] == 2


def test_by_lines_the_same_is_done_and_read(lines: Lines) -> None:
    lines("first")
    said = lines("tick a b")
    assert said.count("detail ticked. Saved.") == 2
    assert ", ticked" in lines("show")
    assert "tick taken off. Saved." in lines("untick a")
    assert "detail marked wrong; wording suggested. Saved." in lines("wrong a Right")
    assert "Suggested wording, correction, pending: " in lines("show")
    assert "suggested wording accepted. Saved." in lines("accepted")
    assert "Suggested wording, correction, accepted by ann on 2024-10-17 at 10:00" in lines("show")
    assert "withdrawn. Saved." in lines("withdraw")
    assert "wording suggested. Saved." in lines("r clearer: Other words.")
    assert "clarification, pending: Other words." in lines("r")
    assert "no detail 'z'" in lines("tick z")
