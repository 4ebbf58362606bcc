"""Days and periods as they are read."""

import pytest

from factcheck.domain.days import in_words, is_told_by_dateline


@pytest.mark.parametrize(
    ("resolved", "words"),
    [
        ("2024-10-17", "17 October 2024"),
        ("2024-06-01/2024-06-30", "June 2024"),
        ("2024-01-01/2024-12-31", "2024"),
        ("2024-10-01/2024-11-15", "1 October 2024 to 15 November 2024"),
        ("2024-02-01/2024-02-28", "1 February 2024 to 28 February 2024"),
        ("2023-12-01/2024-12-31", "1 December 2023 to 31 December 2024"),
        ("some newer form", "some newer form"),
    ],
)
def test_a_day_or_period_is_told_in_words(resolved: str, words: str) -> None:
    assert in_words(resolved) == words


@pytest.mark.parametrize(
    "expression",
    [
        "Thursday",
        "last\nnight",
        "next month",
        "two weeks ago",
        "earlier in October",
        "Feb.",
        "13 March",
        "Christmas Eve",
    ],
)
def test_the_day_of_issue_tells_what_these_mean(expression: str) -> None:
    assert is_told_by_dateline(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "recent weeks",
        "the following day",
        "the next day",
        "the 1990s",
        "June 2019",
        "a few days ago",
        "Christmas",
        "last summer",
        "",
    ],
)
def test_no_day_of_issue_tells_what_these_mean(expression: str) -> None:
    assert not is_told_by_dateline(expression)
