"""`extract`: what is found, to be read at 80 columns or as JSON, with dates resolved only when a dateline is told."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import SAMPLE_ARTICLE

DATELINE = ("--dateline", "Brussels, 17 October 2024")
LONG = (
    "Ada Quill said that 300 boats lay in the harbour of Saltgate on Monday, "
    + "and ropes " * 40
    + "lay there."
)


def _dates(told: str) -> list[dict[str, object]]:
    return [d for one in json.loads(told)["statements"] for d in one["details"] if d["type"] == "date"]


def test_the_view_has_blocks_with_reasons_speakers_details_and_hints_in_words(run: Run) -> None:
    code, out, err = run("extract", str(SAMPLE_ARTICLE), *DATELINE)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert "furniture, not checked: navigation" in lines
    assert "        number        10,000 = 10000" in lines
    assert "        date          Thursday → 2024-10-17 (inferred)" in lines
    assert "        1 speaker     Zelensky" in lines
    assert "          cue         calls" in lines
    hints = lines[lines.index("Hints, the likeliest first. They are suggestions; nothing is linked.") :]
    assert any(line.startswith("  8 counts otherwise than 4 (") for line in hints)
    assert any("perhaps one event at two places" in line for line in hints)


@pytest.mark.parametrize("text", [LONG, "水" * 200 + "。", "x" * 300])
def test_no_line_of_the_view_is_wider_than_eighty_columns(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "long.txt"
    file.write_text(text, encoding="utf-8")
    for line in run("extract", str(file))[1].splitlines():
        assert sum(2 if char > "\u2e80" else 1 for char in line) <= 80


def test_a_marked_up_or_broken_line_is_shown_as_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    text = "The mayor of the town of Saltgate said [sic] that it had rained all day\non Monday.\x1b[31m The end [/no evidence]."
    file.write_text(text, encoding="utf-8")
    out = run("extract", str(file))[1]
    assert "said [sic] that it had" in out
    assert "[/no evidence]" in out
    assert "\x1b" not in out


def test_dates_have_a_resolved_day_in_json_only_when_a_dateline_is_told(run: Run) -> None:
    plain = _dates(run("extract", str(SAMPLE_ARTICLE), "--json")[1])
    assert all(list(one) == ["type", "start", "end", "normalized"] for one in plain)
    dated = _dates(run("extract", str(SAMPLE_ARTICLE), "--json", *DATELINE)[1])
    assert "2024-10-17" in [one["resolved"] for one in dated]
    assert all(one["resolved"] is None for one in dated if one["normalized"])


def test_a_dateline_without_a_day_resolves_nothing_and_says_so(run: Run) -> None:
    code, out, err = run("extract", str(SAMPLE_ARTICLE), "--json", "--dateline", "Brussels, Thursday")
    assert (code, err) == (0, "Note: the dateline names no single day, so no date is resolved.\n")
    assert {one["resolved"] for one in _dates(out)} == {None}
