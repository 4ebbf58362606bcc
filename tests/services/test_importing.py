from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents.parsing import LeftError, Watch
from factcheck.documents.plain import read_bytes, read_file
from factcheck.domain.event import EventKind
from factcheck.extraction.extractor import extract
from factcheck.services import importing
from factcheck.services.importing import import_document, slug_of
from factcheck.services.previewing import preview
from factcheck.store.ledger import Ledger
from tests.build import ARTICLE, Shop
from tests.conftest import FIXTURES, SAMPLE_ARTICLE


def ledger_of(shop: Shop) -> Ledger:
    shop.by()
    return shop.ledgers["ann"]


def test_an_import_is_one_event_that_names_the_extraction(shop: Shop) -> None:
    (event,) = shop.reader.stream(shop.article.id)
    draft = shop.reader.draft(shop.article.draft_id)
    assert event.kind is EventKind.ARTICLE_IMPORTED
    assert event.payload["extraction_sha256"] == draft.extraction_sha256
    assert event.payload["text_sha256"] == draft.sha256
    assert [x[0].id for x in shop.reader.log(shop.article.id)] == [event.id]


def test_the_same_text_finds_the_same_article(shop: Shop) -> None:
    again = import_document(ledger_of(shop), read_bytes(ARTICLE.encode(), "other-name.txt"))
    assert (again.is_new, again.article) == (False, shop.article)
    assert len(shop.reader.articles()) == 1


def test_another_text_with_the_same_headline_gets_a_slug_of_its_own(shop: Shop) -> None:
    other = import_document(
        ledger_of(shop), read_bytes(ARTICLE.replace("40,000", "90,000").encode(), "a.txt")
    )
    assert other.article.slug == f"{shop.article.slug}-2"
    assert {x.article.slug for x in shop.reader.articles()} == {shop.article.slug, other.article.slug}


def test_the_sample_becomes_its_11_statements_and_14_blocks(shop: Shop) -> None:
    imported = import_document(ledger_of(shop), read_file(SAMPLE_ARTICLE))
    review = shop.reader.review(imported.article.id)
    assert (len(review.statements), len(review.blocks)) == (11, 14)
    assert review.text == SAMPLE_ARTICLE.read_text(encoding="utf-8")
    assert shop.findings() == []


@pytest.mark.parametrize("name", sorted(p.name for p in (FIXTURES / "hostile" / "terminal").iterdir()))
def test_p12_a_hostile_text_is_stored_as_it_is(shop: Shop, name: str) -> None:
    path = FIXTURES / "hostile" / "terminal" / name
    imported = import_document(ledger_of(shop), read_file(path))
    assert shop.reader.review(imported.article.id).text == path.read_bytes().decode().replace("\r\n", "\n")
    assert shop.findings() == []


@pytest.mark.parametrize("name", sorted(p.name for p in (FIXTURES / "hostile" / "unicode").iterdir()))
def test_p12_an_awkward_text_is_stored_as_it_is(shop: Shop, name: str) -> None:
    path = FIXTURES / "hostile" / "unicode" / name
    imported = import_document(ledger_of(shop), read_file(path))
    assert shop.reader.review(imported.article.id).text == path.read_bytes().decode().removeprefix("\ufeff")
    assert shop.findings() == []


@given(st.text())
def test_a_slug_is_a_safe_file_name(title: str) -> None:
    slug = slug_of(title)
    assert slug.isascii()
    assert slug == slug.lower()
    assert slug.replace("-", "a").isalnum()
    assert len(slug) <= 60
    assert Path(slug).name == slug


def test_a_slug_keeps_numbers_and_possessives_whole() -> None:
    assert slug_of("10,000 of Russia's men – “no”") == "10000-of-russias-men-no"


@pytest.mark.parametrize("step", ["reading", "storing"])
def test_an_import_that_is_broken_off_leaves_nothing_behind(shop: Shop, tmp_path: Path, step: str) -> None:
    ledger = ledger_of(shop)
    document = read_bytes(b"A second quay sank.", "a.txt")
    files = {path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".db-journal"}

    def broken_off(what: str, share: float) -> None:
        if what == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_document(ledger, document, told=broken_off)
    assert len(shop.reader.articles()) == 1
    assert {path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".db-journal"} == files
    assert shop.findings() == []
    assert import_document(ledger, document).is_new


def test_an_import_says_how_far_it_is(shop: Shop) -> None:
    told: list[tuple[str, float]] = []
    import_document(
        ledger_of(shop), read_file(SAMPLE_ARTICLE), told=lambda what, share: told.append((what, share))
    )
    assert [what for what, _ in told] == sorted(what for what, _ in told)
    assert [share for what, share in told if what == "reading"][-1] > 0.9
    assert ("storing", 0.0) in told


def test_the_likeliest_hints_are_kept_and_the_number_of_the_others_is_said(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "MOST_HINTS", 2)
    document = read_file(SAMPLE_ARTICLE)
    found = extract(document.text).hints
    imported = import_document(ledger_of(shop), document)
    stored = shop.reader.surroundings.hints(imported.article)
    assert [hint.why for hint in stored] == [hint.why for hint in found[:2]]
    assert f"{len(found) - 2} are left out" in imported.warnings[-1]


def test_whoever_waits_for_a_preview_hears_how_far_it_is_and_ends_it_by_leaving() -> None:
    document = read_bytes(ARTICLE.encode(), "a.txt")
    heard: list[int] = []
    preview(document, Watch(told=lambda done, of: heard.append(done)))
    assert heard == sorted(heard)
    assert heard[-1] == len(document.text.rstrip())
    with pytest.raises(LeftError):
        preview(document, Watch(is_left=lambda: True))


def test_what_a_preview_found_is_stored_as_if_it_were_looked_for_once_more(shop: Shop) -> None:
    document = read_bytes(
        b"\xe2\x80\x9cIt rained\xe2\x80\x9d, Ada Quill said on 3 May 2024.\n\nSo it did.", "b.txt"
    )
    imported = import_document(ledger_of(shop), document, extraction=preview(document).extraction)
    assert imported.statements == 2
    assert shop.findings() == []
