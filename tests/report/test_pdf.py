"""The PDF report: its words, its marks for screen readers and archives, and what it carries."""

import re
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.errors import UsageError
from factcheck.report import pdf_data, pdf_form
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from tests.report.full_sample import full_review, sealed_report, signed_document
from tests.report.sample import TOOL
from tests.report.test_forms import hostile_review


def words(content: bytes) -> str:
    """The text of all pages, without blanks."""
    with pypdfium2.PdfDocument(content) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return re.sub(r"[\s\ufffe\u00ad]", "", text)


@pytest.fixture(scope="module")
def signed() -> bytes:
    return FORMS["pdf"].render(sealed_report())


def test_the_pages_have_each_statement_and_who_stands_behind_it(signed: bytes) -> None:
    shown = words(signed)
    for one in signed_document()["statements"]:
        assert shown.count("".join(one["anchor"]["exact"].split())) >= 2
    for expected in (
        "accountsdiffer",
        "confidentialinterview",
        "EdMarsh,editor",
        "SignedoffbyNoraLind",
        "replacesthesignedone",
    ):
        assert expected in shown


def test_the_file_is_tagged_for_archives_and_screen_readers_and_tells_no_time_of_its_own(
    signed: bytes,
) -> None:
    with pypdfium2.PdfDocument(signed) as pdf:
        assert pdf.is_tagged()
        assert pdf.get_metadata_dict()["CreationDate"].startswith("D:20240309112000")
    assert b"<pdfaid:part>3</pdfaid:part>" in signed
    assert b"<pdfuaid:part>1</pdfuaid:part>" in signed
    assert b"/Lang" in signed
    assert b"/JavaScript" not in signed


def test_report_and_signatures_are_attached(signed: bytes) -> None:
    sealed = sealed_report()
    with pypdfium2.PdfDocument(signed) as pdf:
        attached = {
            (one := pdf.get_attachment(n)).get_name(): bytes(one.get_data())
            for n in range(pdf.count_attachments())
        }
    assert attached == {
        "report.json": sealed.report,
        "report.json.sig": sealed.signature,
        "countersign-1.json": sealed.countersigns[0].statement,
        "countersign-1.json.sig": sealed.countersigns[0].signature,
    }


def test_p13_markup_of_the_typesetter_is_only_text() -> None:
    hostile = '#read("/etc/passwd") $x$ *b* [sic] <s1> @s1 \\ // /* `c` "q'
    shown = words(FORMS["pdf"].render(unsigned(report_document(hostile_review(hostile), TOOL))))
    assert shown.count("".join(hostile.split())) >= 5


def test_what_a_suggested_wording_changes_is_marked() -> None:
    told = pdf_data.pdf_data(sealed_report())
    [pieces] = [fact[3] for entry in told["entries"] for fact in entry["facts"] if fact[3]]
    assert [piece for piece in pieces if piece[0]] == [("del", "205"), ("ins", "206")]


def test_a_character_without_a_font_is_named_and_costs_no_page() -> None:
    strange = "Rune \U0001f701 here"
    content = FORMS["pdf"].render(unsigned(report_document(hostile_review(strange), TOOL)))
    assert "nofontforU+1F701" in words(content)
    with pypdfium2.PdfDocument(content) as pdf:
        assert pdf.count_attachments() == 1


def test_a_note_that_is_longer_than_a_page_goes_on_on_the_next_one() -> None:
    base = full_review()
    noted = replace(base.statements[7], public_note="tickets " * 3000, is_for_publication=True)
    review = replace(base, statements=(*base.statements[:7], noted, *base.statements[8:]))
    with pypdfium2.PdfDocument(FORMS["pdf"].render(unsigned(report_document(review, TOOL)))) as pdf:
        on_the_pages = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert on_the_pages.count("tickets") >= 2 * 3000


def test_a_long_report_still_leads_from_what_needs_attention_to_its_statement(
    signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_data, "_MOST_LINKED", 0)
    long = FORMS["pdf"].render(sealed_report())
    assert 0 < long.count(b"/Subtype/Link") < signed.count(b"/Subtype/Link")
    assert words(long) == words(signed).replace("\u00b7inthearticle", "")


def test_each_part_of_a_long_report_begins_on_a_page_of_its_own(
    signed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_data, "_MOST_RUN_ON", 0)
    with pypdfium2.PdfDocument(FORMS["pdf"].render(sealed_report())) as pdf:
        pages = [page.get_textpage().get_text_range().strip() for page in pdf]
    for part in ("Every statement", "The article, with the marks in place", "Sources"):
        assert [page for page in pages if page.startswith(part)], part
    assert all(pages), "one is blank"


@given(st.text(), st.sampled_from(["", "\x1b]0;", "\u202e", "\\", '"', "\n", "\t", "\\u001b"]), st.text())
def test_p13_nothing_unseen_gets_to_the_typesetter(before: str, hidden: str, after: str) -> None:
    told = {"words": [before + hidden + after], "other": {"one": hidden, "is": True, "many": 3}}
    shown = pdf_data.shown(told)
    assert shown == pdf_data.all_visible(told)
    assert not {c for c in shown["words"][0] if ord(c) < 32} - {"\n"}


def test_without_the_extra_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    missing: Any = lambda name: None  # noqa: E731  # stands in for a function that finds nothing
    monkeypatch.setattr(pdf_form, "find_spec", missing)
    with pytest.raises(UsageError) as told:
        FORMS["pdf"].render(sealed_report())
    assert "factcheck[pdf]" in told.value.next_step
