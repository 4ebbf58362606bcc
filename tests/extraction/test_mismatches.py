"""Hints at figures and quotations that differ, and at what a denial denies: how often they are right, and how many are found."""

import json

import pytest

from factcheck.extraction.extractor import extract
from tests.extraction.gold import FOLDER
from tests.extraction.reading import LEAD

Pair = tuple[str, str]
BETWEEN = (
    "The bakery sold soup to the tourists all afternoon.",
    "A dog slept beside the old church door.",
)

PAIRS = json.loads((FOLDER / "mismatches.json").read_text(encoding="utf-8"))


def _has(kind: str, pair: Pair) -> bool:
    text = LEAD + "\n\n".join((pair[0], *BETWEEN, pair[1]))
    return any(hint.type == kind for hint in extract(text).hints)


@pytest.mark.parametrize("kind", ["number", "wording"])
def test_what_differs_is_found_and_most_hints_are_right(kind: str) -> None:
    differ, agree = ([(one, other) for one, other in PAIRS[kind][side]] for side in ("differ", "agree"))
    assert min(len(differ), len(agree)) >= 15
    kind = f"differs_{kind}"
    right = sum(_has(kind, pair) for pair in differ)
    wrong = sum(_has(kind, pair) for pair in agree)
    assert right / (right + wrong) >= 0.85
    assert right / len(differ) >= 0.8


def test_most_denials_point_at_what_they_deny_among_their_five_best() -> None:
    found = 0
    for one in PAIRS["denials"]:
        hints, denial = extract(LEAD + "\n\n".join(one["paragraphs"])).hints, one["denial"]
        best = [h.target for h in hints if h.type in {"denies", "no_evidence"} and h.source == denial][:5]
        found += 1 in best
    assert found / len(PAIRS["denials"]) >= 0.8


def test_a_part_and_its_whole_are_no_two_counts() -> None:
    whole = "The lake holds 18 islands and 40 species of fish."
    assert not _has("differs_number", (whole, "Of the fish in the lake, 12 species are rare."))
    assert _has("differs_number", (whole, "The lake holds 55 species of fish, said Vall."))
