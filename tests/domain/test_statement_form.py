"""Details and attributions as JSON and back; what they did not write is refused, not half read."""

import pytest
from msgspec.json import encode

from factcheck.domain.statement import Attribution, Detail, DetailType
from factcheck.domain.statement_form import (
    attributions_form,
    attributions_in,
    attributions_of,
    details_form,
    details_in,
    details_of,
)
from factcheck.domain.text import Span

DETAILS = (
    Detail.at(DetailType.NAME, Span(0, 4)),
    Detail.at(DetailType.NUMBER, Span(5, 6), "3", None, is_by_hand=True),
    Detail.at(DetailType.DATE, Span(7, 12), None, "2024-10-17"),
)
ATTRIBUTIONS = (
    Attribution(Span(0, 4), "Anna", Span(5, 9), (Span(10, 12), Span(14, 20)), is_inferred=False, within=None),
    Attribution(None, "", None, (), is_inferred=True, within=0),
)


def test_what_was_written_is_read_again_from_a_column_and_from_an_event() -> None:
    details, attributions = details_form(DETAILS), attributions_form(ATTRIBUTIONS)
    assert details_of(details) == details_in(encode(details).decode()) == DETAILS
    assert attributions_of(attributions) == attributions_in(encode(attributions).decode()) == ATTRIBUTIONS


@pytest.mark.parametrize(
    "column",
    [
        '[["rumour",0,4,null,null]]',
        '[["name",4,4,null,null]]',
        '[["name",0,4,null]]',
        '[["name",0,4,null,null,true,1]]',
        '[["name",0,"4",null,null]]',
        "{}",
        "[",
    ],
)
def test_damaged_details_are_refused(column: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        details_in(column)


@pytest.mark.parametrize(
    "column",
    [
        '[{"source":null,"speaker":"A","cue":null,"content":[],"inferred":false}]',
        '[{"source":null,"speaker":"A","cue":null,"content":[],"inferred":false,"within":null,"more":1}]',
        '[{"source":[3,3],"speaker":"A","cue":null,"content":[],"inferred":false,"within":null}]',
        '[{"source":[1,2,3],"speaker":"A","cue":null,"content":[],"inferred":false,"within":null}]',
        "[1]",
    ],
)
def test_damaged_attributions_are_refused(column: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        attributions_in(column)
