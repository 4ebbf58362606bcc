"""Who is said to have checked an article, and by which name, in each form that an editor reads."""

import re
from typing import Any

import pytest

from factcheck.report.forms import FORMS
from factcheck.report.people import checkers, names
from factcheck.report.sealed import unsigned
from factcheck.report.table import identity
from factcheck.report.web_annotation import render_web_annotation
from tests.report.full_sample import full_document


def _document() -> dict[str, Any]:
    """A report with one who answered under a short name and signed, and an editor who only let something stand."""
    document = full_document()
    by = document["statements"][0]["by"]
    document["people"] = [
        {"id": "Ed Marsh", "name": "Ed Marsh", "role": "editor", "principal": None, "key": None},
        {
            "id": by,
            "name": "Nora Lind-Aas",
            "role": "checker",
            "principal": "n@example.org",
            "key": "SHA256:x",
        },
    ]
    return document


def test_an_editor_who_let_something_stand_has_not_checked_the_article() -> None:
    document = _document()
    assert checkers(document) == ["Nora Lind-Aas"]
    assert dict(identity(document))["checked by"] == "Nora Lind-Aas"


def test_whoever_signs_the_sentence_has_checked_whatever_the_role() -> None:
    document = _document()
    document["people"][0]["key"] = "SHA256:y"
    assert checkers(document) == ["Ed Marsh", "Nora Lind-Aas"]


@pytest.mark.parametrize("form", ["html", "md"])
def test_pages_name_the_checker_alone_and_by_the_full_name(form: str) -> None:
    document = _document()
    page = FORMS[form].render(unsigned(document)).decode("utf-8")
    short = next(iter(set(names(document)) - {"Ed Marsh"}))
    found = re.search(r"Checked by(?:\s|<[^>]*>|\|)*([^<|\n]+)", page)
    assert found is not None
    assert found[1].strip() == "Nora Lind-Aas"
    assert re.search(r"last answered by (?:<bdi>)?Nora Lind-Aas", page)
    assert not re.search(rf"last answered by (?:<bdi>)?{re.escape(short)}[<,]", page)


def test_annotations_name_their_maker_as_the_report_does() -> None:
    assert b'"name":"Nora Lind-Aas"' in render_web_annotation(unsigned(_document())).replace(b'": "', b'":"')
