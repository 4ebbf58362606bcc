"""A source as the columns of its row and back."""

import json
from collections.abc import Sequence
from typing import Any

from msgspec.structs import fields

from factcheck.domain.source import Source
from factcheck.domain.work_form import form_of, value_of
from factcheck.store.rows import Value, dump

SOURCE_COLUMNS = tuple(field.name for field in fields(Source))


def source_row(source: Source) -> dict[str, Value]:
    """The row of a source."""
    form: dict[str, Any] = form_of(source)
    attachments = form["attachments"]
    return form | {
        "attachments": dump(attachments),
        "is_independent": int(source.is_independent),
    }


def source_of_row(row: Sequence[Any]) -> Source:
    """The source of a row in the order of SOURCE_COLUMNS. Raises ValueError or TypeError when damaged."""
    values = dict(zip(SOURCE_COLUMNS, row, strict=True))
    values["attachments"] = json.loads(values["attachments"])
    values["is_independent"] = bool(values["is_independent"])
    return value_of(Source, values)
