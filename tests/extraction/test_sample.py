"""The sample article, against what a person found in it."""

import json
from typing import Any

import pytest

from factcheck.domain.extracted import Extraction
from factcheck.domain.statement import HARD_DETAILS
from factcheck.domain.text import sha256_of
from factcheck.extraction.extractor import extract
from tests.conftest import FIXTURES, SAMPLE_ARTICLE

TEXT = SAMPLE_ARTICLE.read_bytes().decode("utf-8")
GOLD: dict[str, Any] = json.loads(
    (FIXTURES / "extraction" / "zelensky_gold.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract(TEXT)


def _hits(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def test_the_gold_was_made_for_these_characters() -> None:
    assert sha256_of(TEXT) == GOLD["sha256"]


def test_blocks_are_those_of_the_gold(found: Extraction) -> None:
    mine = [(block.kind.value, block.span.start, block.span.end, block.same_as) for block in found.blocks]
    assert mine == [
        (block["kind"], block["start"], block["end"], block.get("same_as")) for block in GOLD["blocks"]
    ]


def test_excluded_are_the_furniture_and_the_repeated_caption_each_with_a_reason(found: Extraction) -> None:
    assert [(block.number, block.reason) for block in found.blocks if block.is_excluded] == [
        (0, "navigation"),
        (3, "repeats block 3"),
        (12, "share buttons"),
        (13, "footer"),
    ]


def test_statements_are_the_eleven_of_the_gold(found: Extraction) -> None:
    mine = [(one.kind.value, one.span.start, one.span.end) for one in found.statements]
    assert mine == [(one["kind"], one["start"], one["end"]) for one in GOLD["statements"]]


@pytest.mark.parametrize("number", range(11))
def test_every_hard_detail_of_the_gold_is_found_with_its_type(found: Extraction, number: int) -> None:
    mine = [(detail.type.value, (detail.start, detail.end)) for detail in found.statements[number].details]
    hard = {kind.value for kind in HARD_DETAILS}
    wanted = [(one["type"], (one["start"], one["end"])) for one in GOLD["statements"][number]["details"]]
    missed = [
        (kind, TEXT[span[0] : span[1]])
        for kind, span in wanted
        if kind in hard and not _hits(span, [place for other, place in mine if other == kind])
    ]
    assert missed == []


def test_most_hard_details_found_are_in_the_gold(found: Extraction) -> None:
    right = total = 0
    for mine, gold in zip(found.statements, GOLD["statements"], strict=True):
        wanted = [(one["start"], one["end"]) for one in gold["details"]]
        hard = [detail.span for detail in mine.details if detail.type in HARD_DETAILS]
        right += sum(_hits((span.start, span.end), wanted) for span in hard)
        total += len(hard)
    assert right >= 0.88 * total


@pytest.mark.parametrize("number", range(11))
def test_attributions_are_those_of_the_gold(found: Extraction, number: int) -> None:
    mine = {
        (one.source and (one.source.start, one.source.end), one.cue and (one.cue.start, one.cue.end))
        for one in found.statements[number].attributions
    }
    wanted = {(tuple(one["source"]), tuple(one["cue"])) for one in GOLD["statements"][number]["attributions"]}
    assert mine == wanted


def test_contents_begin_as_in_the_gold_and_most_end_there_too(found: Extraction) -> None:
    mine = {
        one.cue.start: one.content[0]
        for statement in found.statements
        for one in statement.attributions
        if one.cue
    }
    gold = {
        one["cue"][0]: one["content"][0]
        for statement in GOLD["statements"]
        for one in statement["attributions"]
    }
    assert {cue: span.start for cue, span in mine.items()} == {cue: span[0] for cue, span in gold.items()}
    assert sum(mine[cue].end == span[1] for cue, span in gold.items()) >= len(gold) - 1


def test_what_agencies_learned_stands_within_what_was_announced(found: Extraction) -> None:
    learned, announced = found.statements[3].attributions
    assert learned.cue is not None
    assert learned.cue.of(TEXT) == "have learned"
    assert learned.within == 1
    assert announced.within is None


def test_speakers_have_the_characters_of_their_source(found: Extraction) -> None:
    for statement in found.statements:
        for one in statement.attributions:
            assert one.source is not None
            assert one.speaker == one.source.of(TEXT)


def test_numbers_and_full_dates_have_their_plain_value(found: Extraction) -> None:
    values = {
        detail.span.of(TEXT): detail.normalized
        for statement in found.statements
        for detail in statement.details
    }
    assert values["10,000"] == "10000"
    assert values["almost 11,000"] == "11000"
    assert values["some 2,600"] == "2600"
    assert values["13 March 2024"] == "2024-03-13"
    assert values["Thursday"] is None
