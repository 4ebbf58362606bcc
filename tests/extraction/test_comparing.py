"""What a revision carries: never a verdict across a change of what it was given for."""

import json
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.revision import Comparison, Outcome
from factcheck.domain.text import normal_form
from factcheck.extraction.comparing import compared, units_in
from factcheck.extraction.contract import comparison_json
from factcheck.extraction.extractor import extract, extract_voices
from tests.conftest import SAMPLE_ARTICLE
from tests.extraction.gold import wikinews

SAMPLE = SAMPLE_ARTICLE.read_bytes().decode("utf-8")
STORY = """Mayor Ada Quill said on Thursday that the town had spent “more than 40,000 crowns” on the bridge.

Work has slowed in recent weeks. The council denied that 3.5% of the budget was lost. “We were never asked. Nobody wrote to us,” Quill said.

The old bridge at Lower Fenwick cost €12 a day - it was not safe. All boats, 11 of them, left before noon."""
EDITS = (
    *(("0", "00"), ("40", "70"), ("3.5", "35"), ("3.5%", "3.5"), ("€", "$"), ("denied", "confirmed")),
    *(("not ", ""), ("was", "was not"), ("All", "Some"), ("before", "after"), ("Quill", "Quell"), ("“", "")),
    *(
        ("”", ""),
        ("more than", "“more than”"),
        (".", "!"),
        (",", ""),
        ("a day", "an hour"),
        ("Lower", "lower"),
    ),
    *((" - ", "-"), ("11", "1 1"), ("We", "They"), ("“", "«"), ("slowed", "slowed²"), ("l", "\u2113")),
)


def _compared(old: str, new: str) -> Comparison:
    return compared(units_in(old), units_in(new))


def _outcomes(old: str, new: str) -> list[tuple[str, str, str | None]]:
    return [
        (one.outcome.value, one.old.of(old), one.new.of(new) if one.new else None)
        for one in _compared(old, new).became
    ]


def test_the_same_text_is_carried_whole() -> None:
    found = _compared(SAMPLE, SAMPLE)
    assert {one.outcome for one in found.became} == {Outcome.CARRIED}
    assert all(one.old == one.new for one in found.became)
    assert found.added == ()


def test_curly_marks_dashes_and_spaces_change_nothing() -> None:
    new = STORY.replace("“", '"').replace("”", '"').replace(" - ", " – ").replace("€12 a", "€12\u00a0a")
    assert new != STORY
    assert {outcome for outcome, _, _ in _outcomes(STORY, new)} == {"carried"}


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_an_edit_that_changes_a_sign_carries_nothing_that_has_it(old: str, new: str) -> None:
    assert old in STORY
    place = STORY.index(old)
    edited = STORY[:place] + new + STORY[place + len(old) :]
    hit = [one for one in _compared(STORY, edited).became if one.old.start <= place < one.old.end]
    assert [one.outcome for one in hit] == [Outcome.RECHECK]


@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(1, 12))
def test_no_verdict_is_carried_across_any_change(rng: random.Random, count: int) -> None:
    new = STORY
    for _ in range(count):
        place, length = rng.randrange(len(new)), rng.choice((0, 1, 1, 2, 9, 40))
        new = (
            new[:place]
            + rng.choice(("", "7", " ", "\n\n", "not ", '"', "”", "-", "\u0301", "x"))
            + new[place + length :]
        )
    found = _compared(STORY, new)
    for one in found.of(Outcome.CARRIED):
        assert one.new is not None
        assert _signs(one.old.of(STORY)) == _signs(one.new.of(new))
    _assert_all_is_there(STORY, new, found)


def _signs(words: str) -> str:
    """What can be seen of words, however marks and spaces are set."""
    return "".join(normal_form(words).split())


def _assert_all_is_there(old: str, new: str, found: Comparison) -> None:
    for text, spans in (
        (old, [one.old for one in found.became]),
        (new, [*(one.new for one in found.became if one.new), *found.added]),
    ):
        ordered = sorted(spans)
        assert all(one.end <= two.start for one, two in pairwise(ordered))
        assert "".join("".join(span.of(text).split()) for span in ordered) == "".join(text.split())


def test_a_speaker_who_changes_in_another_sentence_is_a_change() -> None:
    old = "“It rained. The bridge broke. We left,” Quill said."
    new = "“It rained. The bridge broke. We left,” Vall said."
    assert [outcome for outcome, _, _ in _outcomes(old, new)] == ["recheck"] * 3


def test_a_quotation_that_loses_its_speaker_is_a_change() -> None:
    old = "“It rained. The bridge broke. We left,” Quill said."
    new = "“It rained.” The bridge broke. “We left,” Quill said."
    told = {was: outcome for outcome, was, _ in _outcomes(old, new)}
    assert told["The bridge broke."] == "recheck"


def test_what_is_set_aside_is_compared_too() -> None:
    found = _compared(SAMPLE, SAMPLE.replace("pdfshareprint", ""))
    gone = [one.old.of(SAMPLE) for one in found.of(Outcome.REMOVED)]
    assert "".join(gone).count("pdfshareprint") == SAMPLE.count("pdfshareprint")


def test_the_json_has_exactly_the_promised_shape() -> None:
    found = comparison_json(_compared("It rained here. It snowed there.", "It rained here. Boats sank."))
    assert json.loads(json.dumps(found)) == {
        "format": "factcheck-revision",
        "version": 1,
        "statements": [
            {"old": {"start": 0, "end": 15}, "new": {"start": 0, "end": 15}, "status": "carried"},
            {"old": {"start": 16, "end": 32}, "new": None, "status": "removed"},
        ],
        "added": [{"start": 16, "end": 27}],
    }


@pytest.mark.parametrize("text", [SAMPLE, STORY, *(one["text"] for one in wikinews()[:6])])
def test_voices_are_those_of_the_whole_extraction(text: str) -> None:
    whole, brief = extract(text), extract_voices(text)
    assert brief.blocks == whole.blocks
    assert [replace(one, details=()) for one in brief.statements] == [
        replace(one, details=()) for one in whole.statements
    ]
