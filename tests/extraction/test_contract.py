"""The JSON that other programs read."""

import json

from factcheck.domain.extracted import Extraction, Hint
from factcheck.domain.text import sha256_of
from factcheck.extraction.contract import as_json
from factcheck.extraction.extractor import EXTRACTOR, extract

TEXT = "Brandt says: 12 boats\n\n“We saw 12 boats. Two sank,” Brandt said."


def test_the_json_has_exactly_the_promised_shape() -> None:
    data = json.loads(json.dumps(as_json(TEXT, extract(TEXT))))
    assert list(data) == [
        *("format", "version", "extractor", "offset_unit", "text", "sha256", "blocks", "statements", "hints")
    ]
    assert (data["format"], data["version"], data["extractor"]) == ("factcheck-extract", 1, EXTRACTOR)
    assert (data["offset_unit"], data["text"], data["sha256"]) == (
        "unicode-code-point",
        TEXT,
        sha256_of(TEXT),
    )
    assert data["blocks"][0] == {
        "kind": "headline",
        "start": 0,
        "end": 21,
        "excluded": False,
        "reason": None,
        "same_as": None,
    }
    assert [one["id"] for one in data["statements"]] == [1, 2, 3]
    assert [one["block"] for one in data["statements"]] == [0, 1, 1]
    assert list(data["statements"][1]) == [
        "id",
        "kind",
        "block",
        "start",
        "end",
        "voice",
        "details",
        "attributions",
    ]
    assert data["statements"][1]["voice"] == "attributed"
    assert {"type": "number", "start": 31, "end": 33, "normalized": "12"} in data["statements"][1]["details"]
    assert data["statements"][2]["attributions"] == [
        {"source": [52, 58], "cue": [59, 63], "content": [[41, 51]], "inferred": False, "within": None}
    ]
    assert data["statements"][1]["attributions"] == [
        {"source": [52, 58], "cue": None, "content": [[23, 40]], "inferred": True, "within": None}
    ]


def test_hints_name_statements_by_their_number_from_one() -> None:
    found = extract(TEXT)
    hinted = Extraction(
        found.extractor, found.blocks, found.statements, (Hint("differs_number", 2, 0, 0.5, "why"),)
    )
    assert as_json(TEXT, hinted)["hints"] == [
        {"type": "differs_number", "from": 3, "to": 1, "score": 0.5, "why": "why"}
    ]
