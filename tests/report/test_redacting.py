"""A redacted report holds nothing of what it leaves out, and says so."""

import json

import pytest

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.forms import FORMS
from factcheck.report.json_form import report_sha256
from factcheck.report.redacting import redacted
from factcheck.report.sealed import unsigned
from tests.report.full_sample import full_document, signed_document
from tests.report.unpacked import unpacked

LEFT_OUT = (
    "Passenger list",
    "sheet 2",
    "four hundred and twelve",
    "certificate says",
    "twice\u201d come from",
)


@pytest.mark.parametrize("name", ["json", "html", "md", "csv", "xlsx", "docx", "webannotation"])
def test_nothing_that_was_left_out_is_in_any_byte_of_a_redacted_report(name: str) -> None:
    full, less = (
        unpacked(FORMS[name].render(unsigned(one))) for one in (full_document(), redacted(full_document()))
    )
    assert [words for words in LEFT_OUT if words.encode() in less] == []
    assert any(words.encode() in full for words in LEFT_OUT)
    if name in {"html", "md"}:
        assert b"internal data" in less
        assert b"Redacted. Left out: excerpts: 1, internal sources: 1, queries: 2" in less


def test_it_counts_what_it_leaves_out_and_names_a_full_report_that_nobody_can_guess() -> None:
    document = signed_document()
    less = redacted(document)
    assert less["redaction"] == {
        "of": report_sha256(document),
        "left_out": {"internal_sources": 1, "excerpts": 1, "queries": 2},
    }
    assert less["nonce"] is None
    assert less["summary"] == document["summary"]
    assert canonical_bytes(document) == canonical_bytes(signed_document())


def test_a_report_without_a_nonce_is_not_named_by_its_hash() -> None:
    assert json.loads(unsigned(redacted(full_document())).report)["redaction"]["of"] == ""


def test_a_report_is_redacted_once() -> None:
    with pytest.raises(ValueError, match="already"):
        redacted(redacted(full_document()))


def test_one_that_is_to_be_signed_has_a_nonce_of_its_own() -> None:
    assert redacted(signed_document(), "ab" * 32)["nonce"] == "ab" * 32
