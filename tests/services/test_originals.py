"""The original file and the author's notes: kept by hash, named by the import, hung on their statements."""

import hashlib
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.documents.document import Document
from factcheck.documents.intake import document_of
from factcheck.domain.source import Lead
from factcheck.errors import StorageFailedError
from factcheck.services.importing import Imported, import_document
from factcheck.services.keeping import Keeping
from factcheck.store.connection import Connection
from factcheck.store.evidence import Evidence
from factcheck.store.integrity import check_evidence
from factcheck.store.writing import Writing
from tests.build import Shop

CONTENT = b"""---
author: A. Quill
---
# Ferry late again

Ada Quill said the ferry was late.[^1] It cost 4 crowns.

<!-- whose count? -->

[^1]: Her diary of May.
"""
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(CONTENT, "ferry.md")


def imported(shop: Shop, document: Document) -> Imported:
    shop.by()
    return import_document(shop.ledgers["ann"], document)


def kept(shop: Shop) -> dict[str, bytes]:
    """The files that are kept, by their names."""
    folder = shop.location.evidence
    assert folder is not None
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def test_the_original_and_the_way_back_into_it_are_kept_by_hash_and_named(
    shop: Shop, document: Document
) -> None:
    article = imported(shop, document).article
    files = kept(shop)
    assert files[DIGEST] == CONTENT
    event = shop.reader.stream(article.id)[0]
    named = event.payload["files"]
    assert isinstance(named, list)
    assert [(f["what"], f["name"]) for f in named if isinstance(f, dict)] == [
        ("original", "ferry.md"),
        ("origins", "ferry.md.origins.json"),
    ]
    (other,) = set(files) - {DIGEST}
    way = json.loads(files[other])
    assert next((document.text[a:b], place) for a, b, place in way["origins"]) == (
        "Ferry late again",
        "line 4",
    )
    assert way["file_sha256"] == DIGEST
    assert shop.findings() == []


def test_notes_become_leads_of_their_statements_and_survive_a_restart(shop: Shop, document: Document) -> None:
    article = imported(shop, document).article
    shop.restart()
    leads = {
        statement.exact: [(lead.kind, lead.text, lead.is_used) for lead in statement.leads]
        for statement in shop.reader.statements(article.id)
    }
    assert leads == {
        "Ferry late again": [],
        "Ada Quill said the ferry was late.": [("footnote", "Her diary of May.", False)],
        "It cost 4 crowns.": [("comment", "whose count?", False)],
    }
    assert shop.findings() == []


def test_the_address_that_was_asked_is_in_the_log_and_not_in_what_reports_print(
    shop: Shop, document: Document
) -> None:
    address = "https://x.example/ferry?key=secret"
    article = imported(shop, replace(document, address=address)).article
    assert shop.reader.stream(article.id)[0].payload["address"] == address
    assert "secret" not in repr(shop.reader.draft(article.draft_id))


def test_each_lead_has_an_id_of_its_own(shop: Shop, document: Document) -> None:
    article = imported(shop, document).article
    leads: list[Lead] = [lead for one in shop.reader.statements(article.id) for lead in one.leads]
    assert len({lead.id for lead in leads}) == 2


def test_a_note_at_words_that_are_not_checked_is_said(shop: Shop) -> None:
    text = "Ferry late again\n\nAda Quill said the ferry was late, and it was.\n\nShare this article<!-- who? -->\n"
    told = imported(shop, document_of(text.encode(), "f.md")).warnings
    assert told[-1] == "1 note of the author’s stands at words that are not checked, and became no lead."


def test_the_same_text_again_keeps_nothing_more(shop: Shop, document: Document) -> None:
    first = imported(shop, document).article
    before = kept(shop)
    again = imported(shop, document_of(CONTENT.replace(b"A. Quill\n-", b"A. Q.\n-"), "other.md"))
    assert (again.article.id, again.is_new) == (first.id, False)
    assert kept(shop) == before


def test_p02_an_import_that_fails_leaves_no_file(
    shop: Shop, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFailedError("The disk is full.", "Make room.")

    monkeypatch.setattr(Writing, "add_article", full)
    with pytest.raises(StorageFailedError):
        imported(shop, document)
    assert kept(shop) == {}


def test_p08_a_missing_original_is_found(shop: Shop, document: Document) -> None:
    imported(shop, document)
    folder = shop.location.evidence
    assert folder is not None
    (folder / DIGEST).unlink()
    with Connection(shop.location) as connection:
        assert [f.what for f in check_evidence(connection, Evidence(folder))] == [
            f"the evidence {DIGEST}: it is missing"
        ]


def test_p22_shredding_the_article_destroys_its_original(shop: Shop, document: Document) -> None:
    article = imported(shop, document).article
    assert kept(shop)
    assert Keeping(shop.ledgers["ann"]).shred(article, article.slug) == []
    assert kept(shop) == {}


def test_an_article_of_a_file_that_is_plain_text_keeps_it_too(shop: Shop, tmp_path: Path) -> None:
    imported(shop, document_of(b"One thing is so.\r\n", "a.txt"))
    assert list(kept(shop).values()) == [b"One thing is so.\r\n"]
