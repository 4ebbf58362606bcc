"""What was found in a statement shows in its words: no character is lost, details are underlined, cues are not."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.statement import HARD_DETAILS, Detail, DetailType
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question
from factcheck.screens.themes import THEMES
from factcheck.widgets.card_lines import CardFacts, card_lines
from factcheck.widgets.looks import style_of
from factcheck.widgets.marked import look_of, marked, pieces
from factcheck.widgets.painted import PaintedLine
from tests.build import said_statement, usual_key

VARIABLES = THEMES["dark"].variables
spans = st.tuples(st.integers(10, 36), st.integers(1, 20)).map(lambda x: Span(x[0], min(38, x[0] + x[1])))


@given(
    st.lists(st.tuples(st.sampled_from(DetailType), spans), max_size=6),
    st.integers(0, 28),
    st.integers(0, 28),
)
def test_the_runs_are_the_words_and_so_is_any_part_of_them(
    found: list[tuple[DetailType, Span]], start: int, end: int
) -> None:
    statement = said_statement(details=tuple(Detail.at(kind, span) for kind, span in found))
    runs = marked(statement)
    assert [a for a, _, _ in runs[1:]] == [b for _, b, _ in runs[:-1]]
    assert (runs[0][0], runs[-1][1]) == (0, len(statement.exact))
    assert all(one[2] != other[2] for one, other in pairwise(runs))
    shown = "".join(text for text, _ in pieces(statement.exact, runs, start, end))
    assert shown == statement.exact[start:end]


def test_details_are_underlined_by_kind_and_cues_are_quiet_without_colour_too() -> None:
    for kind in DetailType:
        style = style_of(look_of(kind), VARIABLES)
        assert bool(style.underline) == (kind in HARD_DETAILS)
        assert bool(style.italic) == (kind not in HARD_DETAILS)
        assert bool(style_of(look_of(kind), {}).underline) == (kind in HARD_DETAILS)


def test_the_speaker_stands_out_the_cue_is_quiet_and_the_content_is_plain() -> None:
    looks = {said_statement().exact[a:b]: look for a, b, look in marked(said_statement())}
    assert looks == {
        "Quill": "name strong",
        " ": "",
        "said": "cue",
        " it rained ": "",
        "3": "number",
        " days.": "",
    }


def test_of_a_quotation_its_marks_are_underlined_and_what_is_in_it_shows() -> None:
    exact = "“Ada, 3”"
    statement = said_statement(
        span=Span(0, len(exact)),
        exact=exact,
        details=(Detail.at(DetailType.QUOTE, Span(0, 8)), Detail.at(DetailType.NUMBER, Span(6, 7))),
        attributions=(),
    )
    assert [(exact[a:b], look) for a, b, look in marked(statement)] == [
        ("“", "quote"),
        ("Ada, ", ""),
        ("3", "number"),
        ("”", "quote"),
    ]


def card(*details: Detail, has_dateline: bool = False, exact: str = "") -> list[str]:
    statement = replace(said_statement(), details=details)
    if exact:
        statement = replace(statement, exact=exact, span=Span(10, 10 + len(exact)), attributions=())
    facts = CardFacts(statement, 1, 1, Question.SO, usual_key, has_dateline=has_dateline)

    def text(line: PaintedLine) -> str:
        return "".join(piece for piece, _ in line)

    return [text(line) for line in card_lines(facts, 60)]


def test_a_date_says_which_day_it_means_and_whether_that_is_inferred() -> None:
    date = Detail.at(DetailType.DATE, Span(31, 32), None, "2024-10-17")
    assert any("3 → 17 October 2024 (inferred)" in line for line in card(date))
    by_hand = [line for line in card(replace(date, is_by_hand=True)) if "17 October 2024" in line]
    assert by_hand
    assert "inferred" not in by_hand[0]


def test_that_dates_wait_for_the_dateline_is_said_once() -> None:
    said = "Quill said on Monday, May 3 and in recent weeks: rain."
    monday, may, vague = (
        Detail.at(DetailType.DATE, Span(10 + a, 10 + b)) for a, b in ((14, 20), (22, 27), (35, 47))
    )
    assert sum("wait for the dateline" in line for line in card(monday, may, exact=said)) == 1
    assert not any("wait for" in line for line in card(monday, may, exact=said, has_dateline=True))
    assert not any("wait for" in line for line in card(vague, exact=said)), "no dateline would tell it"
    full = Detail.at(DetailType.DATE, Span(22, 27), "2024-05-03")
    assert not any("wait for" in line for line in card(full, exact=said))
    by_hand = replace(monday, is_by_hand=True)
    assert not any("wait for" in line for line in card(by_hand, exact=said)), "a hand has said: not known"
