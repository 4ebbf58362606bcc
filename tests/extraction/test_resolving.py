"""Relative dates against the day of issue: Thursday, 17 October 2024. What cannot be said stays open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.days import is_told_by_dateline
from factcheck.domain.statement import DetailType
from factcheck.extraction.datelines import dateline_date
from factcheck.extraction.extractor import extract
from factcheck.extraction.resolving import resolve, with_dates
from tests.extraction.gold import examples, sample

ISSUED = date(2024, 10, 17)
DAYS = [date(2024, month, day) for month in range(1, 13) for day in (5, 17, 28)]
WEEK = [date(2024, 10, day) for day in range(7, 14)]


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


@pytest.mark.parametrize(
    ("sentence", "resolved"),
    [
        ("The mayor resigned on Thursday.", ["2024-10-17"]),
        ("The mayor resigned on Wednesday.", ["2024-10-16"]),
        ("The mayor resigned on Friday.", ["2024-10-11"]),
        ("The mayor said on Monday that the pier was safe.", ["2024-10-14"]),
        ("The mayor will resign on Thursday.", ["2024-10-17"]),
        ("The mayor will resign on Wednesday.", ["2024-10-23"]),
        ("The mayor is to resign on Friday.", ["2024-10-18"]),
        ("The council meets on Friday to decide.", [None]),
        ("The hearing is scheduled for Tuesday.", ["2024-10-22"]),
        ("The vote, set for Sunday, has been called off.", ["2024-10-20"]),
        ("The vote was to be held on Sunday.", [None]),
        ("On Friday the mayor will resign.", ["2024-10-18"]),
        ("On Friday the mayor resigned.", ["2024-10-11"]),
        ("On Monday, the company said it would appeal.", ["2024-10-14"]),
        ("The company said it would appeal on Monday.", [None]),
        ("The company said on Monday it would appeal next week.", ["2024-10-14", "2024-10-21/2024-10-27"]),
        ("It rained yesterday.", ["2024-10-16"]),
        ("It rained last night.", ["2024-10-16"]),
        ("It rained this morning.", ["2024-10-17"]),
        ("It rained on Tuesday night.", ["2024-10-15"]),
        ("It will rain tomorrow.", ["2024-10-18"]),
        ("It rained last Tuesday.", [None]),
        ("It will rain next Tuesday.", ["2024-10-22"]),
        ("It rained two days ago.", ["2024-10-15"]),
        ("It rained two weeks ago.", ["2024-09-30/2024-10-06"]),
        ("It opened a month ago.", ["2024-09-01/2024-09-30"]),
        ("It opened ten years ago.", ["2014-01-01/2014-12-31"]),
        ("It opened last month.", ["2024-09-01/2024-09-30"]),
        ("It opened last year.", ["2023-01-01/2023-12-31"]),
        ("It opens next month.", ["2024-11-01/2024-11-30"]),
        ("It opens next year.", ["2025-01-01/2025-12-31"]),
        ("It opened in June.", ["2024-06-01/2024-06-30"]),
        ("It opened in November.", [None]),
        ("It opened in December.", [None]),
        ("It will open in June.", ["2025-06-01/2025-06-30"]),
        ("It will open in November.", ["2024-11-01/2024-11-30"]),
        ("It opened in early June.", ["2024-06-01/2024-06-30"]),
        ("It opened earlier in October.", ["2024-10-01/2024-10-31"]),
        ("It opened earlier this month.", ["2024-10-01/2024-10-31"]),
        ("It opened earlier this year.", ["2024-01-01/2024-12-31"]),
        ("It opened later that day.", [None]),
        ("It opened on 13 March.", ["2024-03-13"]),
        ("It opened on March 13.", ["2024-03-13"]),
        ("It opened on Oct. 3.", ["2024-10-03"]),
        ("It will open on 13 March.", ["2025-03-13"]),
        ("It opened on 13 March 2023.", [None]),
        ("It opened in March 2023.", [None]),
        ("It opened in 1998.", [None]),
        ("It opened in the 1990s.", [None]),
        ("It opened in the summer.", [None]),
        ("It opened last summer.", [None]),
        ("It opened over the past two years.", ["2022-10-17/2024-10-17"]),
        ("It was open for three weeks.", [None]),
        ("It closed at 5 p.m. on Tuesday.", [None, "2024-10-15"]),
        ("It closed on Tuesday afternoon.", ["2024-10-15"]),
        ("It closed on Tuesdays.", [None]),
        ("It closed every Monday.", [None]),
        ("It closed the following Monday.", [None]),
        ("It closed the day before.", [None]),
        ("It closed two days later.", [None]),
        ("It closed on Christmas Day.", [None]),
        ("It will close on Christmas Day.", ["2024-12-25"]),
        ("It closed on New Year's Eve.", [None]),
        ("It closed last weekend.", ["2024-10-12/2024-10-13"]),
        ("It closed at the weekend.", [None]),
        ("It closed last December.", ["2023-12-01/2023-12-31"]),
        ("It closed last October.", ["2023-10-01/2023-10-31"]),
        ("It closed in the third quarter.", [None]),
        ("It closed last quarter.", ["2024-07-01/2024-09-30"]),
        ("It is closed today.", ["2024-10-17"]),
        ("It closed early on Monday.", ["2024-10-14"]),
        ("It has been closed since Monday.", ["2024-10-14"]),
        ("It has been closed since June.", ["2024-06-01/2024-06-30"]),
        ("It stays closed until Monday.", [None]),
        ("It is closed until Monday.", [None]),
        ("It will stay closed until Monday.", ["2024-10-21"]),
        ("It was closed from 16 to 21 July.", ["2024-07-16/2024-07-21"]),
        ("It closed on Tuesday, Oct. 15.", ["2024-10-15"]),
        ("It closed on Monday, 1 April.", ["2024-04-01"]),
        ("The week of 7 October was wet.", ["2024-10-07"]),
        ("He was born on 29 February.", ["2024-02-29"]),
        ("It closed on the 11th.", [None]),
        ("It closed a fortnight ago.", [None]),
        ("It closed a decade ago.", [None]),
        ("It closed this week.", ["2024-10-14/2024-10-20"]),
        ("“I will leave on Friday,” she said.", ["2024-10-18"]),
        ("She said she would leave on Friday.", [None]),
        ("She left on Friday and will return on Monday.", ["2024-10-11", "2024-10-21"]),
        ("The pier will be closed on Monday.", ["2024-10-21"]),
        ("The pier won't open until Monday.", ["2024-10-21"]),
        ("The pier is to be closed on Monday.", ["2024-10-21"]),
        ("The pier was to be closed on Monday.", [None]),
        ("She’ll resign on Monday.", ["2024-10-21"]),
        ("In June the town will honour the crew.", ["2025-06-01/2025-06-30"]),
        ("On Monday the mayor, who will retire, said it rained.", [None]),
        ("Pier collapses on Monday.", ["2024-10-14"]),
    ],
)
def test_the_convention_of_newspapers_says_which_day_a_sentence_means(
    sentence: str, resolved: list[str | None]
) -> None:
    (statement,) = extract(sentence).statements
    dates = [one for one in with_dates(statement, ISSUED).details if one.type is DetailType.DATE]
    assert [one.resolved for one in dates] == resolved


def test_without_a_day_of_issue_nothing_is_resolved() -> None:
    assert all(one.resolved is None for one in extract("It shut on Monday.").statements[0].details)


def test_the_card_says_that_a_dateline_would_help_just_where_one_would() -> None:
    texts = [sample().text, *(gold.text for gold in examples())]
    found = {
        statement.exact[d.start - statement.span.start : d.end - statement.span.start]
        for text in texts
        for statement in extract(text).statements
        for d in statement.details
        if d.type is DetailType.DATE and not d.normalized
    }
    assert len(found) > 20
    for words in found:
        is_resolved = any(resolve(words, day, is_ahead=a) for day in (*DAYS, *WEEK) for a in (False, True))
        assert is_told_by_dateline(words) == is_resolved, words
