"""Many ids, so many at a time: a database takes only so many values in one question."""

from collections.abc import Iterator, Sequence

_AT_A_TIME = 500


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in their order, part by part."""
    for first in range(0, len(ids), _AT_A_TIME):
        yield ids[first : first + _AT_A_TIME]
