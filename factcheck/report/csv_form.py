"""The statements as CSV (RFC 4180), made so that no spreadsheet takes a text for a formula."""

import csv
import hashlib
import io

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
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow((*COLUMNS, HASH))
    sha256 = hashlib.sha256(sealed.report).hexdigest()
    for row in rows(sealed.document()):
        values = (row[name] for name in COLUMNS)
        writer.writerow([*(v if wishes.is_raw else _defused(v) for v in values), sha256])
    return out.getvalue().encode("utf-8" if wishes.is_raw else "utf-8-sig")


def _defused(value: str | int) -> str | int:
    if not value or isinstance(value, int):
        return value
    shown = visible(value, keep_line_feeds=True)
    return f"'{shown}" if value.startswith(_FORMULA) or shown.startswith(_FORMULA) else shown
