"""A hint as the columns of its row, read."""

from collections.abc import Sequence
from typing import Any

from factcheck.domain.link import LinkType, StoredHint

HINT_COLUMNS = ("number", "type", "from_id", "to_id", "score", "why")


def hint_of_row(row: Sequence[Any]) -> StoredHint:
    """The hint of a row in the order of HINT_COLUMNS, as the import left it; the score is kept in thousandths."""
    number, kind, from_id, to_id, score, why = row
    return StoredHint(number, LinkType(kind), from_id, to_id, score / 1000, why)
