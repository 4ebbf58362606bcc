"""Queries in a report: printed with their answers, unless that could give a confidential source away."""

from typing import Any
from unicodedata import normalize

import pytest
from msgspec.structs import replace

from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.domain.source import Level, Source, SourceKind, Tier
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from tests.report.sample import TOOL, review
from tests.report.unpacked import words_of

AT = "2024-03-09T10:00:00Z"
OPEN = Query("q1", Addressee.AUTHOR, "Which list?", by="Ida Moe", at=AT)
ANSWERED = Query(
    "q2", Addressee.SOURCE, "How many?", QueryState.ANSWERED, "Fjordlinjen", "412.", "Ida Moe", AT
)
TO_HER = Query("q3", Addressee.SOURCE, "Did you see the list?", name="Berit Aas", by="Ida Moe", at=AT)
ABOUT_HER = Query("q4", Addressee.EDITOR, "May we quote Aas?", by="Ida Moe", at=AT)
UNKNOWN = Query("q5", Addressee.SOURCE, "Who else was there?", name="the deckhand", by="Ida Moe", at=AT)


def report(*queries: Query) -> dict[str, Any]:
    made = review()
    public = Source("s1", "a", "Fjordlinjen", SourceKind.INTERVIEW, Tier.PRIMARY, Level.PUBLIC)
    secret = replace(public, id="s2", title="Call", creator="Berit Aas", level=Level.CONFIDENTIAL)
    asked = replace(made.statements[4], queries=queries)
    statements = (*made.statements[:4], asked, *made.statements[5:])
    return dict(report_document(replace(made, statements=statements, sources=(public, secret)), TOOL))


def test_a_query_is_printed_with_what_came_back_and_who_asked_is_one_of_the_people() -> None:
    document = report(OPEN, ANSWERED)
    assert document["statements"][4]["queries"] == [
        {"id": "q1", "to": "author", "name": None, "state": "open", "text": "Which list?", "answer": None,
         "by": "Ida Moe", "at": AT},
        {"id": "q2", "to": "source", "name": "Fjordlinjen", "state": "answered", "text": "How many?",
         "answer": "412.", "by": "Ida Moe", "at": AT},
    ]  # fmt: skip
    assert "Ida Moe" in [p["name"] for p in document["people"]]


def test_of_a_query_that_could_give_a_confidential_source_away_only_the_id_is_printed() -> None:
    document = report(TO_HER, ABOUT_HER, UNKNOWN)
    assert document["statements"][4]["queries"] == [{"id": "q3"}, {"id": "q4"}, {"id": "q5"}]
    assert "Ida Moe" not in [p["name"] for p in document["people"]]


@pytest.mark.parametrize("name", FORMS)
def test_no_form_has_anything_of_it_and_each_lists_what_is_open(name: str) -> None:
    page = normalize(
        "NFC", words_of(FORMS[name].render(unsigned(report(OPEN, ANSWERED, TO_HER, ABOUT_HER, UNKNOWN))))
    )
    for secret in ("Aas", "deckhand", "see the list", "Who else"):
        assert secret not in page
    assert ("Which list?" in page) == (name != "claimreview")
    if name in {"html", "md"}:
        section = page[page.index("Open queries") :]
        assert "5, to the author: Which list?" in section.replace("\\", "")
        assert "How many?" not in section[: section.index("Which list?")]
