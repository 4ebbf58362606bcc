"""Percentiles, bounds and the table."""

import pytest

from bench.figures import Bound, Figure, Standing, percentile, table, times


def test_a_percentile_lies_between_its_neighbours() -> None:
    assert percentile([3], 99) == 3
    assert percentile([4, 1, 3, 2], 50) == 2.5
    assert percentile(list(range(101)), 99) == 99
    with pytest.raises(ValueError, match="no values"):
        percentile([], 50)


@pytest.mark.parametrize(
    ("value", "standing"),
    [(11, Standing.OK), (16, Standing.ABOVE_AIM), (34, Standing.MISS), (None, Standing.NOT_SHOWN)],
)
def test_a_figure_stands_to_aim_and_must(value: float | None, standing: Standing) -> None:
    assert _figure(value).standing is standing


def test_what_was_not_shown_even_once_is_told_whatever_the_rest_took() -> None:
    figure = Figure("L1", "move", 11, 1.0, "ms", 9, 4.0, aim=times(3), missed=1)
    assert figure.standing is Standing.NOT_SHOWN
    assert "NOT SHOWN (1)" in table([figure])


def test_a_multiple_of_an_unknown_reference_does_not_hold() -> None:
    assert not times(3).holds(1, None)
    assert Bound(3).holds(1, None)


def test_the_table_shows_the_ratio_beside_aim_and_must() -> None:
    lines = table([_figure(16), _figure(1234.5)]).splitlines()
    assert lines[1].split() == ["L1", "move", "100,000", "16.0", "ms", "5.0", "ms", "3.20", "3", "×", "33", "ms",
                                "9", "above", "aim"]  # fmt: skip
    assert "1,234 ms" in lines[2]
    assert lines[2].endswith("MISS")


def _figure(value: float | None) -> Figure:
    return Figure("L1", "move", 100_000, value, "ms", 9, 5.0, aim=times(3), must=Bound(33))
