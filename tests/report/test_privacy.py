"""P9: nothing private leaves: planted words are looked for in every byte of every form, unpacked."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.domain.query import Addressee, Query
from factcheck.domain.review import Review
from factcheck.domain.source import Attachment, Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.report.document import report_document
from factcheck.report.forms import FORMS
from factcheck.report.redacting import redacted
from factcheck.report.sealed import unsigned
from factcheck.report.wishes import Wishes
from tests.report.full_sample import AT, SOURCES, full_review
from tests.report.sample import TOOL
from tests.report.unpacked import unpacked

PRIVATE = "Planted-private-note"
NAME = "Plantagena Secretova"
ADDRESS = "planted://safe-house-17"
LOCATOR = "planted-locator-p9"
EXCERPT = "planted-excerpt-of-what-she-said"
FILE = "planted-file-name.m4a"
FOLDER = "/home/planted-user/desk"
QUERY = "planted query to Secretova"
PLANTED = (PRIVATE, NAME, "Secretova", ADDRESS, LOCATOR, EXCERPT, FILE, "planted-user", QUERY, "planted-")
INTERNAL = ("Passenger list", "sheet 2", "four hundred and twelve tickets", "certificate says")
"""What a redacted report leaves out besides."""


def planted_review() -> Review:
    """The full review with something to be kept back in every place that could let it out."""
    base = full_review()
    hidden = Source(
        "src-9",
        base.article.id,
        NAME,
        SourceKind.INTERVIEW,
        Tier.PRIMARY,
        Level.CONFIDENTIAL,
        address=ADDRESS,
        creator=NAME,
        attachments=(Attachment("ef" * 32, FILE, "audio/mp4", 12, AT, "file copied"),),
    )
    cited = Citation("c9", "src-9", Question.SO, Stance.SUPPORTS, LOCATOR, EXCERPT, "2024-03-08")
    asked = Query("q9", Addressee.SOURCE, QUERY, name=NAME, answer=EXCERPT, by="Nora Lind", at=AT)
    statements = tuple(
        replace(s, private_note=PRIVATE, citations=(*s.citations, cited), queries=(*s.queries, asked))
        for s in base.statements
    )
    source = replace(base.draft.provenance, name=f"{FOLDER}/ferry.txt", warnings=(f"{FOLDER} was planted-",))
    return replace(
        base,
        statements=statements,
        sources=(*SOURCES, hidden),
        draft=replace(base.draft, provenance=source),
    )


@pytest.mark.parametrize("is_redacted", [False, True])
@pytest.mark.parametrize("is_checked_copy", [False, True])
@pytest.mark.parametrize("name", FORMS)
def test_p09_nothing_that_was_planted_is_in_any_byte_of_any_form(
    name: str, is_checked_copy: bool, is_redacted: bool
) -> None:
    document = report_document(planted_review(), TOOL)
    sealed = unsigned(redacted(document, "5a" * 32) if is_redacted else document)
    wishes = Wishes(
        is_raw=True,
        is_on_all=True,
        is_checked_copy=is_checked_copy,
        review_url="https://paper.example/x",
        has_numbers=True,
    )
    content = unpacked(FORMS[name].render(sealed, wishes))
    planted = (*PLANTED, *INTERNAL) if is_redacted else PLANTED
    assert [one for one in planted if one.encode() in content or one.encode("utf-16-be") in content] == []
    places = (str(Path.home()), str(Path.cwd()), "/tmp/", "factcheck-")  # looked for, not written to
    told = content.replace(b"factcheck-report", b"").replace(b"factcheck-extract", b"")
    assert [place for place in places[:3] if len(place) > 1 and place.encode() in told] == []


def test_the_planted_words_would_be_found() -> None:
    review = planted_review()
    told = replace(review, sources=tuple(replace(s, level=Level.PUBLIC) for s in review.sources))
    for name in ("html", "docx", "xlsx", "pdf", "csv"):
        content = unpacked(FORMS[name].render(unsigned(report_document(told, TOOL))))
        assert NAME.encode() in content, name
        assert EXCERPT.encode() in content, name
