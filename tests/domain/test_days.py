"""Days and periods as they are read."""

import pytest

from factcheck.domain.days import in_words


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
