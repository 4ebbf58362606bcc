"""The checked copy: the recommended changes in each form, and nothing of what was found out."""

import hashlib

import pytest

from factcheck.report.checked_copy import LABEL, checked_copy
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from factcheck.report.wishes import Wishes
from tests.report.full_sample import full_document, sealed_report
from tests.report.sample import TOOL, review
from tests.report.test_pdf import words
from tests.report.unpacked import words_of

ASKED = Wishes(is_checked_copy=True)
FOUND_OUT = (
    "accounts differ",
    "Press point of the harbour",
    "Passenger list",
    "Where does",
    "no evidence for",
    "legal read",
    "factcheck-report",
)
HAVE_ONE = [name for name, form in FORMS.items() if form.has_checked_copy]


def told(name: str, content: bytes) -> str:
    """What a reader and a program find in it, without blanks."""
    found = words(content) if name == "pdf" else words_of(content)
    return "".join(found.split())


@pytest.mark.parametrize("name", [name for name in HAVE_ONE if name != "author-docx"])
def test_each_form_has_the_new_words_and_says_what_it_is_and_of_which_report(name: str) -> None:
    sealed = sealed_report()
    content = FORMS[name].render(sealed, ASKED)
    shown = told(name, content)
    assert "206" in shown
    if name != "csv":
        assert "".join(LABEL.split()).lower() in shown.lower()
        assert hashlib.sha256(sealed.report).hexdigest() in shown
    for private in FOUND_OUT:
        assert "".join(private.split()) not in shown
    assert content == FORMS[name].render(sealed, ASKED)


@pytest.mark.parametrize("name", ["html", "md"])
def test_a_copy_of_an_unsigned_report_does_not_name_it_for_its_hash_could_be_guessed_from(name: str) -> None:
    sealed = unsigned(full_document())
    shown = FORMS[name].render(sealed, ASKED).decode()
    assert hashlib.sha256(sealed.report).hexdigest() not in shown
    assert "cannot be checked by itself" in shown


def test_what_was_rejected_or_is_for_other_words_is_no_recommended_change() -> None:
    document = full_document()
    assert [one.number for one in checked_copy(unsigned(document)).changes] == [5]
    change = document["statements"][4]["change"]
    rejected = {**change, "state": "rejected"}
    stale = {**change, "from": "other words"}
    for other in (rejected, stale):
        document["statements"][4]["change"] = other
        assert checked_copy(unsigned(document)).changes == ()


def test_its_file_takes_neither_the_place_of_the_report_nor_of_the_marked_manuscript() -> None:
    names = {form.file_name("ferry", wishes) for form in FORMS.values() for wishes in (ASKED, Wishes())}
    assert len(names) == len(FORMS) + len(HAVE_ONE)
    assert "ferry-changes.html" in names


def test_markdown_marks_only_what_differs_and_takes_no_mark_from_the_words() -> None:
    document = full_document()
    anchor = document["statements"][4]["anchor"]["exact"]
    document["statements"][4]["change"]["to"] = anchor.replace("205", "*206*")
    shown = FORMS["md"].render(unsigned(document), ASKED).decode()
    assert r"**\*206\*" in shown
    assert "~~205" in shown


def test_a_report_without_changes_says_that_there_are_none() -> None:
    shown = FORMS["html"].render(unsigned(report_document(review(), TOOL)), ASKED).decode()
    assert "0 recommended changes" in shown
