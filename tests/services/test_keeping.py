"""Whole articles: names, dates, the archive, and shredding (P22)."""

import pytest

from factcheck.domain.article import Credits
from factcheck.domain.statement import Flag
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.keeping import Keeping
from factcheck.services.reviewing import Reviewing
from tests.build import ARTICLE, Shop


def keeping(shop: Shop) -> Keeping:
    shop.by()
    return Keeping(shop.ledgers["ann"])


def now(shop: Shop) -> object:
    article = shop.reader.article(shop.article.id)
    assert article is not None
    return (article.title, article.dateline, article.deadline, article.is_archived)


def test_names_and_dates_are_events_and_can_be_undone(shop: Shop) -> None:
    first = now(shop)
    keeping(shop).rename(shop.article, "  The [bridge]\n again ")
    keeping(shop).set_dateline(shop.article, "Fenwick, 3 May 2024")
    keeping(shop).set_deadline(shop.article, "Friday 18:00")
    assert now(shop) == ("The [bridge] again", "Fenwick, 3 May 2024", "Friday 18:00", False)
    for _ in range(3):
        shop.by().undo(shop.article.id)
    assert now(shop) == first
    assert shop.findings() == []


def test_author_and_publisher_are_an_event_and_another_windows_are_not_overwritten(shop: Shop) -> None:
    keeping(shop).set_credits(shop.article, Credits("A.  Quill\n", ""))
    article = shop.reader.article(shop.article.id)
    assert article is not None
    assert article.credits == Credits("A. Quill", None)
    assert keeping(shop).set_credits(article, article.credits).is_empty
    with pytest.raises(ChangedMeanwhileError, match=r"it is now A\. Quill"):
        keeping(shop).set_credits(shop.article, Credits("B. Quill"))
    shop.by().undo(shop.article.id)
    undone = shop.reader.article(shop.article.id)
    assert undone is not None
    assert undone.credits == Credits()
    assert shop.findings() == []


def test_an_archived_article_leaves_the_desk_and_comes_back(shop: Shop) -> None:
    keeping(shop).archive(shop.article)
    assert shop.reader.articles() == []
    assert [x.article.id for x in shop.reader.articles(archived=True)] == [shop.article.id]
    assert keeping(shop).archive(shop.article).is_empty
    keeping(shop).bring_back(shop.article)
    assert [x.article.id for x in shop.reader.articles()] == [shop.article.id]


def test_p11_a_title_that_another_window_changed_is_not_overwritten(shop: Shop) -> None:
    keeping(shop).rename(shop.article, "Theirs")
    with pytest.raises(ChangedMeanwhileError, match=r"it is now Theirs\. Yours was Ours"):
        keeping(shop).rename(shop.article, "Ours")
    with pytest.raises(ActionRefusedError, match="empty"):
        keeping(shop).rename(shop.article, " \n")


def test_flags_and_publication_are_switched_and_undone(shop: Shop) -> None:
    reviewing: Reviewing = shop.by()
    reviewing.switch_flag(shop.number(1), Flag.LEGAL)
    reviewing.switch_flag(shop.number(1), Flag.CRITICISM)
    reviewing.switch_publication(shop.number(1))
    assert shop.number(1).flags == set(Flag)
    assert shop.number(1).is_for_publication
    reviewing.switch_flag(shop.number(1), Flag.LEGAL)
    reviewing.switch_publication(shop.number(1))
    assert (shop.number(1).flags, shop.number(1).is_for_publication) == (frozenset({Flag.CRITICISM}), False)
    assert reviewing.undo(shop.article.id).what == "undone: kept from publication"
    assert reviewing.undo(shop.article.id).what == "undone: flag lowered: legal"
    assert (shop.number(1).flags, shop.number(1).is_for_publication) == (frozenset(Flag), True)
    assert shop.findings() == []


def test_p22_shredding_leaves_a_hash_and_not_a_word(shop: Shop) -> None:
    assert shop.location.file is not None
    shop.by().write_private_note(shop.number(1), "Deep Throat 555-0199")
    digest = shop.reader.draft(shop.article.draft_id).sha256
    before = shop.location.file.read_bytes()
    assert b"40,000 crowns" in before
    assert b"555-0199" in before
    with pytest.raises(ActionRefusedError, match="typed exactly"):
        keeping(shop).shred(shop.article, "yes")
    keeping(shop).shred(shop.article, shop.article.slug)
    shop.close()
    for path in shop.location.file.parent.iterdir():
        content = path.read_bytes()
        for words in ("40,000 crowns", "555-0199", "Lower Fenwick", "Quill", shop.article.slug):
            assert words.encode() not in content
    shop.restart()
    assert shop.reader.article(shop.article.id) is None
    tombstones = shop.reader._connection.all(
        "SELECT text_sha256, shredded_by FROM tombstone"
    )  # not shown anywhere yet
    assert [tuple(row) for row in tombstones] == [(digest, "ann")]


def test_after_shredding_the_log_is_guarded_again_and_the_text_can_be_imported_anew(shop: Shop) -> None:
    from sqlalchemy.exc import IntegrityError

    from factcheck.documents.plain import read_bytes
    from factcheck.services.importing import import_document

    keeping(shop).shred(shop.article, shop.article.slug)
    assert import_document(shop.ledgers["ann"], read_bytes(ARTICLE.encode(), "a.txt")).is_new
    with shop.ledgers["ann"]._engine.begin() as db, pytest.raises(IntegrityError, match="append-only"):
        db.exec_driver_sql("DELETE FROM event")
    assert shop.findings() == []
