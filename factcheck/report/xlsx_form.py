"""The report as a workbook: statements, sources, what was not checked. Every text is only text in it."""

import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.domain.visible import visible
from factcheck.report.checks import Document, standing
from factcheck.report.reading import label, source_name
from factcheck.report.sealed import Sealed
from factcheck.report.signed import decisions, notices, passed, stamp
from factcheck.report.table import COLUMNS, NUMBERS, identity, rows
from factcheck.report.times import made_at
from factcheck.report.vocabulary import (
    CONFIRMED,
    DISPUTED,
    LEFT_TO_SPEAKER,
    QUESTIONS,
    RECHECK,
    UNVERIFIED,
    words,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_LONGEST = 32_767
"""Characters, in units of UTF-16, that a cell holds (Excel, "specifications and limits")."""
_CUT = " \u2026 (the rest is in report.json)"
_WIDTHS = {"number": 8, "statement": 60, "sources": 40, "suggested wording": 40, "note": 40, "queries": 40}
_RICH = re.compile(r"<r>.*</r>", re.DOTALL)
"""What XlsxWriter takes for markup of its own, and writes as it is."""
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_COLOURS = {
    CONFIRMED: "#1C6B3C",
    UNVERIFIED: "#8A5300",
    DISPUTED: "#A8201A",
    LEFT_TO_SPEAKER: "#4B4A78",
    RECHECK: "#6D3590",
}


def render_xlsx(sealed: Sealed) -> bytes:
    """The workbook. The same report gives the same bytes."""
    from xlsxwriter import Workbook

    document, out = sealed.document(), io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        _entitle(book, document, f"Fact-check report: {document['article']['title']}")
        _statements(book, document)
        _sheet(
            book, "Sources", ("source", "what it is", "tier", "where it is", "SHA-256"), _sources(document)
        )
        _sheet(book, "Not checked", ("text", "why", "start", "end"), _not_checked(document))
        _sheet(book, "Report", ("what", "value"), _report(sealed, document))
    return out.getvalue()


def workbook_of(
    title: str, document: Document, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]
) -> bytes:
    """A workbook of sheets, each a name, its columns and its lines."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        _entitle(book, document, title)
        for name, columns, lines in sheets:
            _sheet(book, name, columns, lines)
    return out.getvalue()


def _entitle(book: "Workbook", document: Document, title: str) -> None:
    book.set_properties({"title": _shown(title), "created": _created(document)})


def _created(document: Document) -> datetime:
    """A time that the report itself tells: the file must not tell when it was written."""
    return datetime.fromisoformat(made_at(document)).astimezone(UTC).replace(tzinfo=None)


def _statements(book: "Workbook", document: Document) -> None:
    sheet = book.add_worksheet("Statements")
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    toned = {
        t: book.add_format({"font_color": c, "bold": True, "valign": "top"}) for t, c in _COLOURS.items()
    }
    for place, name in enumerate(COLUMNS):
        sheet.set_column(place, place, _WIDTHS.get(name, 14))
    sheet.freeze_panes(1, 3)
    sheet.write_row(0, 0, COLUMNS, _bold(book))
    answers = {COLUMNS.index(question): question for question in QUESTIONS}
    shown = cache(_shown)  # most cells of a column say the same
    for number, (row, statement) in enumerate(zip(rows(document), document["statements"], strict=True), 1):
        for place, name in enumerate(COLUMNS):
            if name in NUMBERS:
                sheet.write_number(number, place, int(row[name]), plain)
            elif value := row[name]:
                answer = statement[answers[place]] if place in answers else None
                style = toned.get(standing(answer), plain) if answer else plain
                sheet.write_string(number, place, shown(value), style)
    sheet.autofilter(0, 0, len(document["statements"]), len(COLUMNS) - 1)


def _sheet(book: "Workbook", name: str, columns: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    sheet, plain = book.add_worksheet(name), book.add_format({"text_wrap": True, "valign": "top"})
    for place, column in enumerate(columns):
        sheet.set_column(place, place, 14 if column in {"start", "end", "tier"} else 44)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, columns, _bold(book))
    for number, line in enumerate(lines, 1):
        for place, value in enumerate(line):
            if isinstance(value, int):
                sheet.write_number(number, place, value, plain)
            else:
                sheet.write_string(number, place, _shown(value or ""), plain)


def _bold(book: "Workbook") -> "Format":
    return book.add_format({"bold": True, "valign": "top", "bottom": 1})


def _sources(document: Document) -> Iterator[tuple[str, ...]]:
    for one in document["sources"]:
        where = one.get("uri") or ""
        yield source_name(one), words(one["kind"]), one.get("tier") or "", where, one.get("sha256") or ""


def _not_checked(document: Document) -> Iterator[tuple[str, str, int, int]]:
    text = document["article"]["text"]
    for run in document["not_checked"]:
        start, end = run["start"], run["end"]
        yield (
            text[start:end] if text is not None else "",
            label(document, "reason", run["reason"]),
            start,
            end,
        )


def _report(sealed: Sealed, document: Document) -> Iterator[tuple[str, str]]:
    decided = decisions(sealed, document)
    if stamped := stamp(sealed, document):
        yield "state", stamped
    yield from (("notice", notice) for notice in notices(document))
    yield from identity(document)
    yield from (("passed by the editor", one.line) for one in passed(document, decided))
    yield from (("countersigned", f"{one.by}, {one.at}: {one.words}. {one.remark}") for one in decided)
    yield "SHA-256 of report.json", hashlib.sha256(sealed.report).hexdigest()


def _shown(value: object) -> str:
    """The text with what cannot be seen made visible, as far as a cell holds it; what is cut off is said."""
    text = visible(str(value), keep_line_feeds=True)
    if text.startswith("<r>") and _RICH.fullmatch(text):
        text += " "
    if len(text) * 2 <= _LONGEST or len(units := text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    return units[: 2 * (_LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT
