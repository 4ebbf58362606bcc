"""CSV and XLSX: every statement in a row, and no text that a spreadsheet would run."""

import csv
import hashlib
import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree

from factcheck.report.csv_form import HASH
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from factcheck.report.table import COLUMNS
from factcheck.report.wishes import Wishes
from tests.report.full_sample import full_document, sealed_report
from tests.report.sample import TOOL, untouched_review
from tests.report.test_forms import HOSTILE, hostile_review

FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://example.org","x")',
    "\uff1d1+1",
    "https://example.org/",
    "007",
    "{=1+1}",
)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def of(words: str) -> Any:
    return unsigned(report_document(hostile_review(words), TOOL))


def test_csv_has_each_statement_with_its_answers_and_the_hash() -> None:
    sealed = sealed_report()
    content = FORMS["csv"].render(sealed)
    lines = table(content)
    assert content.startswith(b'\xef\xbb\xbf"number","kind","statement"')
    assert [line["statement"] for line in lines] == [
        s["anchor"]["exact"] for s in full_document()["statements"]
    ]
    assert (lines[7]["said"], lines[7]["so"], lines[7]["so, why"]) == (
        "confirmed",
        "disputed",
        "accounts differ",
    )
    assert lines[3]["sources"].startswith("Source, said: Press point of the harbour inspectorate")
    assert lines[4]["suggested wording"].endswith("reporters. (pending)")
    assert lines[4]["queries"].endswith("Answer: Yes, 206. My mistake.")
    assert lines[6]["links"] == "Link: no evidence for → 8 (open)"
    assert lines[10]["not checkable"] == "a pointer to other pages, not a statement"
    assert {line[HASH] for line in lines} == {hashlib.sha256(sealed.report).hexdigest()}


@pytest.mark.parametrize("words", [*FORMULAS, "\t=1", "\r=1", "\n=1", *HOSTILE])
def test_p13_no_value_of_a_csv_file_begins_like_a_formula(words: str) -> None:
    for line in csv.reader(io.StringIO(FORMS["csv"].render(of(words)).decode("utf-8-sig"), newline="")):
        for value in line:
            assert not re.match(r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]", value)
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e\ufeff]", value)


def test_raw_csv_has_the_very_words_and_no_byte_order_mark() -> None:
    words = "=1+1 \u202e [sic]"
    content = FORMS["csv"].render(of(words), Wishes(is_raw=True))
    assert content.startswith(b'"number"')
    assert table(content)[0]["statement"] == words


def cells(content: bytes) -> dict[str, str]:
    """Each part of a workbook that holds cells or their texts."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("words", [*FORMULAS, *HOSTILE])
def test_p13_no_text_is_a_formula_a_link_or_a_number_in_a_workbook(words: str) -> None:
    content = FORMS["xlsx"].render(of(words))
    parts = cells(content)
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 4
    assert not [part for part in sheets if "<f>" in part or "hyperlink" in part]
    numbers = re.findall(r'<c r="([A-Z]+)\d+"(?: s="\d+")?><v>', "".join(sheets))
    assert set(numbers) <= {"A", "C", "D", "S", "T"}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert not [name for name in book.namelist() if "vba" in name or "externalLink" in name]


@pytest.mark.parametrize("words", ["<r>a & b</r>", "<r><t>12</t>\n</r>"])
def test_p13_what_a_workbook_would_take_for_its_own_markup_is_only_text(words: str) -> None:
    texts = cells(FORMS["xlsx"].render(of(words)))["xl/sharedStrings.xml"]
    assert words in [
        (found.text or "").rstrip(" ") for found in etree.fromstring(texts.encode()).iter("{*}t")
    ]


def test_the_workbook_says_what_it_is_of_and_carries_the_hash() -> None:
    sealed = sealed_report()
    text = "".join(cells(FORMS["xlsx"].render(sealed)).values())
    assert hashlib.sha256(sealed.report).hexdigest() in text
    for words in ("countersigned", "Ed Marsh, 2024-03-09 12:02 UTC: approved with changes", "confidential"):
        assert words in text
    assert "Not signed" not in text
    unsigned_text = "".join(cells(FORMS["xlsx"].render(unsigned(full_document()))).values())
    assert "Unsigned working copy" in unsigned_text


def test_a_text_that_no_cell_holds_is_cut_with_a_word_about_it() -> None:
    base = untouched_review()
    document: Any = report_document(base, TOOL)
    document["statements"][0]["public_note"] = "🜁" * 40_000
    text = "".join(cells(FORMS["xlsx"].render(unsigned(document))).values())
    assert "the rest is in report.json" in text
    assert max(len(t.encode("utf-16-le")) // 2 for t in re.findall(r"<t[^>]*>([^<]*)", text)) <= 32_767


def test_a_file_does_not_tell_when_or_where_it_was_written() -> None:
    content = FORMS["xlsx"].render(sealed_report())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert b"2024-03-09T11:20:00Z" in book.read("docProps/core.xml")
    assert len(COLUMNS) == 20
