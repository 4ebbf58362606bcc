"""The statements as CSV (RFC 4180), made so that no spreadsheet takes a text for a formula."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from factcheck.domain.visible import visible
from factcheck.report.sealed import Sealed
from factcheck.report.table import COLUMNS, rows
from factcheck.report.wishes import NONE, Wishes

HASH = "report.json SHA-256"
# What a spreadsheet may take for the beginning of a formula, in their wide forms too (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_csv(sealed: Sealed, wishes: Wishes = NONE) -> bytes:
    """A line a statement, each value in quotation marks; the last column is the hash of report.json.

    A text that could be taken for a formula gets an apostrophe before it, and what cannot be seen is made
    visible. For a program there is neither, and no byte order mark.
    """
    sha256 = hashlib.sha256(sealed.report).hexdigest()
    cells = itemgetter(*COLUMNS)
    lines = ((*cells(row), sha256) for row in rows(sealed.document()))
    return csv_of(chain([(*COLUMNS, HASH)], lines), is_raw=wishes.is_raw)


def csv_of(lines: Iterable[Sequence[str | int]], *, is_raw: bool) -> bytes:
    """Lines of values, the first with the names of the columns; for a program when they are raw."""
    cell = _quoted if is_raw else _defused
    out = "".join([f"{','.join(map(cell, line))}\r\n" for line in lines])
    return out.encode("utf-8" if is_raw else "utf-8-sig")


def _quoted(value: str | int) -> str:
    """A value as RFC 4180 has it in quotation marks (section 2, rules 5 to 7)."""
    return '"' + str(value).replace('"', '""') + '"'


@lru_cache(maxsize=1024)  # most are words that come again and again, such as "confirmed"
def _defused(value: str | int) -> str:
    if isinstance(value, int):
        return _quoted(value)
    shown = visible(value, keep_line_feeds=True)
    return _quoted(f"'{shown}" if value.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown)
