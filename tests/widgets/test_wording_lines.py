"""Two wordings are told apart without colour, in any width, and one for other words says so."""

from datetime import timedelta, timezone

import pytest
from msgspec.structs import replace

from factcheck.domain.query import ChangeKind, ChangeState, SuggestedWording
from factcheck.widgets.painted import width_of_line
from factcheck.widgets.wording_lines import suggested_lines
from tests.build import usual_key

OLD = "Ben Moor paid 12 crowns on Monday for [sic] the old bridge."
NEW = OLD.replace("12", "13")
SUGGESTED = SuggestedWording(OLD, NEW, ChangeKind.CORRECTION, ChangeState.PENDING, "ann", "")


def test_old_and_new_have_their_glyphs_and_what_differs_its_looks() -> None:
    lines = suggested_lines(SUGGESTED, OLD, 80, usual_key)
    assert ["".join(text for text, _ in line) for line in lines] == [
        "correction · pending — r",
        f"− {OLD}",
        f"+ {NEW}",
    ]
    assert [(text, look) for line in lines for text, look in line if look in ("removed", "added")] == [
        ("12", "removed"),
        ("13", "added"),
    ]


@pytest.mark.parametrize("width", [12, 30, 47])
def test_no_line_is_wider_and_no_character_is_missing(width: int) -> None:
    lines = suggested_lines(SUGGESTED, OLD, width, usual_key)
    assert all(width_of_line(line) <= width for line in lines)
    words = "".join(text for line in lines for text, _ in line).replace(" ", "")
    assert OLD.replace(" ", "") in words
    assert NEW.replace(" ", "") in words


def test_who_decided_is_said_with_the_time_in_the_reader_s_zone() -> None:
    decided = replace(
        SUGGESTED,
        state=ChangeState.ACCEPTED,
        decided_by="Ed [sic] Itor",
        decided_at="2024-10-18T10:41:07Z",
    )
    head = suggested_lines(decided, OLD, 80, usual_key, timezone(timedelta(hours=2)))[0]
    assert head[0][0] == "correction · accepted by Ed [sic] Itor, 2024-10-18 12:41 — r"


def test_a_wording_for_other_words_says_so() -> None:
    lines = suggested_lines(SUGGESTED, "Other words.", 80, usual_key)
    assert any("suggested for other words" in text for line in lines for text, _ in line)
