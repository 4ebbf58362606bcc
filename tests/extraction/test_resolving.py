"""Relative dates against the day of issue: Thursday, 17 October 2024. What cannot be said stays open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.statement import DetailType
from factcheck.extraction.datelines import dateline_date
from factcheck.extraction.extractor import extract
from factcheck.extraction.resolving import resolve, with_dates

ISSUED = date(2024, 10, 17)


@pytest.mark.parametrize(
    ("expression", "resolved"),
    [
        ("today", "2024-10-17"),
        ("Yesterday", "2024-10-16"),
        ("yesterday evening", "2024-10-16"),
        ("tomorrow", "2024-10-18"),
        ("tonight", "2024-10-17"),
        ("this morning", "2024-10-17"),
        ("last night", "2024-10-16"),
        ("Thursday", "2024-10-17"),
        ("Thursday morning", "2024-10-17"),
        ("Wednesday", "2024-10-16"),
        ("Friday", "2024-10-11"),
        ("last Friday", "2024-10-11"),
        ("this Friday", "2024-10-18"),
        ("next Monday", "2024-10-21"),
        ("coming Saturday", "2024-10-19"),
        ("June", "2024-06-01/2024-06-30"),
        ("October", "2024-10-01/2024-10-31"),
        ("Feb.", "2024-02-01/2024-02-29"),
        ("early October", "2024-10-01/2024-10-31"),
        ("February", "2024-02-01/2024-02-29"),
        ("last December", "2023-12-01/2023-12-31"),
        ("this August", "2024-08-01/2024-08-31"),
        ("next March", "2025-03-01/2025-03-31"),
        ("13 March", "2024-03-13"),
        ("March 13", "2024-03-13"),
        ("3rd of May", "2024-05-03"),
        ("13-15 March", "2024-03-13/2024-03-15"),
        ("March 13–15", "2024-03-13/2024-03-15"),
        ("17 October", "2024-10-17"),
        ("24 February", "2024-02-24"),
        ("Tuesday, 15 October", "2024-10-15"),
        ("Tuesday, 17 October", "2023-10-17"),
        ("last week", "2024-10-07/2024-10-13"),
        ("this week", "2024-10-14/2024-10-20"),
        ("next week", "2024-10-21/2024-10-27"),
        ("last weekend", "2024-10-12/2024-10-13"),
        ("last month", "2024-09-01/2024-09-30"),
        ("next month", "2024-11-01/2024-11-30"),
        ("last quarter", "2024-07-01/2024-09-30"),
        ("this year", "2024-01-01/2024-12-31"),
        ("last year", "2023-01-01/2023-12-31"),
        ("this decade", "2020-01-01/2029-12-31"),
        ("past week", "2024-10-10/2024-10-17"),
        ("the past two weeks", "2024-10-03/2024-10-17"),
        ("the last 10 years", "2014-10-17/2024-10-17"),
        ("next three months", "2024-10-17/2025-01-17"),
        ("three days ago", "2024-10-14"),
        ("two weeks ago", "2024-09-30/2024-10-06"),
        ("a month ago", "2024-09-01/2024-09-30"),
        ("two years ago", "2022-01-01/2022-12-31"),
    ],
)
def test_a_relative_date_means_a_day_or_a_period(expression: str, resolved: str) -> None:
    assert resolve(expression, ISSUED) == resolved


@pytest.mark.parametrize(
    "expression",
    [
        *("", "recent weeks", "several years ago", "years ago", "two years earlier", "the following day"),
        *("the next day", "the same day", "22:30", "Thursdays", "the 1960s", "13 March 2024", "2024-03-13"),
        *("1998", "currently", "last summer", "31 June", "last Wednesday", "next Friday", "last June"),
        *("Christmas Day", "Monday, 17 October", "the 3rd of May"),
        *(
            "20 October",
            "November",
            "December",
            "24 December",
            "9999 years ago",
            "999 years ago",
            "Easter",
            "weekend",
            "x" * 10_000,
        ),
    ],
)
def test_what_cannot_be_said_or_needs_no_dateline_stays_open(expression: str) -> None:
    issued = date(500, 1, 5) if expression == "999 years ago" else ISSUED
    assert resolve(expression, issued) is None


@pytest.mark.parametrize(
    ("expression", "resolved"),
    [
        ("Friday", "2024-10-18"),
        ("Thursday", "2024-10-17"),
        ("June", "2025-06-01/2025-06-30"),
        ("20 October", "2024-10-20"),
        ("13 March", "2025-03-13"),
        ("Christmas Day", "2024-12-25"),
    ],
)
def test_a_sentence_about_the_future_means_the_next_one(expression: str, resolved: str) -> None:
    assert resolve(expression, ISSUED, is_ahead=True) == resolved


def test_a_day_that_a_month_lacks_is_its_last() -> None:
    assert resolve("past month", date(2024, 3, 31)) == "2024-02-29/2024-03-31"


@given(st.text(max_size=70), st.dates())
def test_no_words_and_no_day_make_it_fail(expression: str, issued: date) -> None:
    resolve(expression, issued)


@given(
    st.sampled_from(["yesterday", "next decade", "last Friday", "June", "99 years ago", "the next 90 years"]),
    st.dates(),
)
def test_the_ends_of_the_calendar_are_no_error(expression: str, issued: date) -> None:
    resolve(expression, issued)


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("Brussels, 17 October 2024", ISSUED),
        ("2024-10-17", ISSUED),
        ("October 17, 2024", ISSUED),
        ("BRUSSELS, Oct. 17, 2024 —", ISSUED),
        ("Thursday 17th October 2024", ISSUED),
        ("Published 17 Oct 2024 at 14:05 GMT", ISSUED),
        ("17.10.2024", ISSUED),
        ("10/17/2024", ISSUED),
        ("5/5/2024", date(2024, 5, 5)),
        ("17 October 2024, updated 17 October 2024", ISSUED),
    ],
)
def test_the_day_of_a_dateline_is_read_as_typed(dateline: str, day: date) -> None:
    assert dateline_date(dateline) == day


@pytest.mark.parametrize(
    "dateline",
    [
        *("", "Brussels", "17 October", "October 2024", "10/11/2024", "31 June 2024", "Thursday"),
        *("Friday, 17 October 2024", "17 October 2024, updated 18 October 2024", "17 Rooms 2024", "17/10/24"),
    ],
)
def test_a_dateline_that_can_be_read_two_ways_or_none_is_no_day(dateline: str) -> None:
    assert dateline_date(dateline) is None


def test_dates_of_a_statement_are_resolved_and_absolute_ones_are_left_alone() -> None:
    text = "The pier shut on Monday, reopened on 13 March 2024 and shut again in June."
    (statement,) = extract(text).statements
    dates = [one for one in with_dates(statement, ISSUED).details if one.type is DetailType.DATE]
    assert [(one.normalized, one.resolved) for one in dates] == [
        (None, "2024-10-14"),
        ("2024-03-13", None),
        (None, "2024-06-01/2024-06-30"),
    ]
    (ahead,) = extract("The pier will shut on Monday.").statements
    assert [one.resolved for one in with_dates(ahead, ISSUED).details if one.resolved] == ["2024-10-21"]


def test_the_verb_before_a_date_says_whether_it_lies_ahead() -> None:
    text = (
        "The town will honour the crew, which was saved in August, when the fair is expected to open in June."
    )
    (statement,) = extract(text).statements
    dates = [one.resolved for one in with_dates(statement, ISSUED).details if one.type is DetailType.DATE]
    assert dates == ["2024-08-01/2024-08-31", "2025-06-01/2025-06-30"]


def test_a_date_before_a_verb_of_the_future_is_left_open() -> None:
    (statement,) = extract("In June the town will honour the crew.").statements
    assert [one.resolved for one in with_dates(statement, ISSUED).details if one.type is DetailType.DATE] == [
        None
    ]
