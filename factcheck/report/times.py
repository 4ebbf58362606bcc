"""The one time that a file may tell: when the newest thing that the report prints was done."""

from factcheck.report.checks import Document
from factcheck.report.reading import dates

_NEVER = "1980-01-01T00:00:00Z"
"""For a report in which nobody has done anything: the earliest time that a zip file can hold."""


def made_at(document: Document) -> str:
    """The sign-off, else the newest answer (ISO 8601 in UTC), so that the same report gives the same file."""
    when = dates(document)
    at = document["signoff"]["at"] if document["signoff"] else when[1] if when else _NEVER
    return at if _is_time(at) else _NEVER


def _is_time(at: str) -> bool:
    from datetime import datetime

    try:
        return datetime.fromisoformat(at).tzinfo is not None
    except ValueError:
        return False
