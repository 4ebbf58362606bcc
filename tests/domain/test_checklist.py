"""Each hard detail has a letter in the order in which it is shown, and what was said of it here goes first."""

from msgspec.structs import replace

from factcheck.domain.checklist import DetailState, checklist, label_of, page_count, page_of
from factcheck.domain.mark import gone_over
from factcheck.domain.statement import Detail, DetailType
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick, TickState
from tests.build import said_statement

NAME_AND_NUMBER = said_statement()


def test_details_are_lettered_type_by_type_and_cues_are_not() -> None:
    turned = replace(
        NAME_AND_NUMBER,
        details=(*NAME_AND_NUMBER.details[::-1], Detail.at(DetailType.HEDGE, Span(21, 23))),
    )
    found = [(item.label, item.words, item.state) for item in checklist(turned)]
    assert found == [("a", "Quill", DetailState.NOT_YET), ("b", "3", DetailState.NOT_YET)]


def test_a_name_that_is_ticked_elsewhere_counts_and_a_number_never_does() -> None:
    ticked_at = {item.given_for: 7 for item in checklist(NAME_AND_NUMBER)}
    name, number = checklist(NAME_AND_NUMBER, ticked_at)
    assert (name.state, name.ticked_at) == (DetailState.ELSEWHERE, 7)
    assert (number.state, number.ticked_at) == (DetailState.NOT_YET, None)


def test_wrong_here_goes_before_ticked_elsewhere() -> None:
    name = checklist(NAME_AND_NUMBER)[0]
    wrong = Tick(name.given_for, 0, TickState.WRONG, "ann", "2024", "Ada Quill")
    here = checklist(replace(NAME_AND_NUMBER, ticks=(wrong,)), {name.given_for: 7})[0]
    assert (here.state, here.right) == (DetailState.WRONG, "Ada Quill")


def test_from_the_twenty_seventh_on_a_label_has_the_number_of_its_page() -> None:
    assert [label_of(i) for i in (0, 25, 26, 51, 52)] == ["a", "z", "a2", "z2", "a3"]
    many = [checklist(NAME_AND_NUMBER)[0]] * 53
    assert (page_count(many), len(page_of(many, 2)), page_count([])) == (3, 1, 1)


def test_no_pencil_goes_through_a_wrong_number_in_a_quotation_that_is_ticked() -> None:
    quote = Detail.at(DetailType.QUOTE, Span(21, 37))
    statement = replace(NAME_AND_NUMBER, details=(*NAME_AND_NUMBER.details, quote))
    _, number, quoted = checklist(statement)
    ticks = (
        Tick(number.given_for, 0, TickState.WRONG, "ann", "", "5"),
        Tick(quoted.given_for, 0, TickState.TICKED, "ann", ""),
    )
    spans = gone_over(replace(statement, ticks=ticks))
    assert [statement.within(span) for span in spans] == ["it rained ", " days"]
