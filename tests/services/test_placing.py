"""Placing a statement that is gone from the draft by hand: what comes along, what is only what it was, and undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.documents.plain import read_bytes
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.link import LinkType
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.query import Addressee
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.editing import Editing
from factcheck.services.linking import Linking
from factcheck.services.placing import Placing
from factcheck.services.querying import Querying
from factcheck.services.revising import Revising
from tests.build import ARTICLE, Shop, shop_for_test

SLOWED = "Work on the bridge has slowed in recent weeks."
OTHER = "Since the spring hardly anybody has been seen there with a shovel."
WITHOUT = ARTICLE.replace(SLOWED, OTHER)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A short article under review, one statement of it with work of all kinds, gone from the second draft."""
    for shop in shop_for_test(tmp_path):
        ledger = shop.ledgers["ann"]
        Linking(ledger).link(_with(shop, "40,000"), _with(shop, SLOWED), LinkType.CONTRADICTS)
        Querying(ledger).ask(_with(shop, SLOWED), Addressee.AUTHOR, "Who says so?")
        shop.by().write_private_note(_with(shop, SLOWED), "seen on site")
        shop.by().give_verdict(_with(shop, SLOWED), Question.SO, Verdict.DISPUTED)
        _revise(shop, WITHOUT)
        yield shop


def _revise(shop: Shop, text: str) -> None:
    shop.by()
    document = read_bytes(text.encode("utf-8"), "new.txt")
    Revising(shop.ledgers["ann"]).revise(shop.article.id, document)


def _with(shop: Shop, words: str) -> Statement:
    return next(s for s in shop.reader.statements(shop.article.id) if words in s.exact)


def _gone(shop: Shop) -> Statement:
    (gone,) = shop.reader.gone(shop.article.id)
    return gone


def _facts(shop: Shop) -> list[Statement]:
    statements = shop.reader.statements(shop.article.id)
    return [replace(s, version=0, changed_by=None, changed_at=None) for s in statements]


def test_it_takes_the_place_with_all_that_hung_on_it_and_its_verdict_is_only_what_it_was(shop: Shop) -> None:
    gone = _gone(shop)
    shop.by().write_private_note(_with(shop, OTHER), "new in draft 2")
    before, number = _facts(shop), shop.reader.number_of(_with(shop, OTHER).id)
    Placing(shop.ledgers["ann"]).place(gone, _with(shop, OTHER))
    placed = _with(shop, OTHER)
    assert (placed.id, placed.exact, shop.reader.number_of(placed.id)) == (gone.id, OTHER, number)
    assert placed.private_note == "seen on site\nnew in draft 2"
    assert [query.text for query in placed.queries] == ["Who says so?"]
    assert placed.so is not None
    assert not placed.counts(Question.SO)
    assert work_state(placed) is WorkState.RECHECK
    assert work_state(_with(shop, "40,000")) is WorkState.RECHECK
    assert shop.reader.gone(shop.article.id) == []
    assert shop.findings() == []
    after = _facts(shop)
    shop.restart()
    shop.by().undo(shop.article.id)
    assert (_facts(shop), _gone(shop).id) == (before, gone.id)
    assert shop.findings() == []
    shop.restart()
    shop.by().redo(shop.article.id)
    assert _facts(shop) == after
    assert shop.findings() == []


def test_a_link_counts_again_where_both_ends_say_what_they_said(shop: Shop) -> None:
    _revise(shop, WITHOUT.replace(OTHER, f"{OTHER} {SLOWED.upper()}"))
    assert work_state(_with(shop, "40,000")) is WorkState.RECHECK
    there = _with(shop, SLOWED.upper())
    Placing(shop.ledgers["ann"]).place(_gone(shop), there)
    for words in ("40,000", SLOWED.upper()):
        (link,) = _with(shop, words).links
        assert link.there_now == _with(shop, SLOWED.upper() if words == "40,000" else "40,000").words_hash
    assert work_state(_with(shop, "40,000")) is WorkState.RECHECK
    assert not _with(shop, SLOWED.upper()).counts(Question.SO)
    assert shop.findings() == []


def test_where_work_was_done_its_own_answers_stay_and_the_rest_joins(shop: Shop) -> None:
    shop.by().give_verdict(_with(shop, OTHER), Question.SO, Verdict.CONFIRMED)
    own, gone = _with(shop, OTHER), _gone(shop)
    Placing(shop.ledgers["ann"]).place(gone, own)
    placed = _with(shop, OTHER)
    assert (placed.id, placed.so, placed.private_note) == (own.id, own.so, "seen on site")
    assert placed.counts(Question.SO)
    (link,) = placed.links
    (mirrored,) = _with(shop, "40,000").links
    assert (link.other, mirrored.other) == (_with(shop, "40,000").id, own.id)
    assert work_state(placed) is WorkState.RECHECK
    assert shop.reader.gone(shop.article.id) == []
    assert shop.findings() == []
    shop.by().undo(shop.article.id)
    assert _with(shop, OTHER).private_note == ""
    assert _gone(shop).id == gone.id
    assert shop.findings() == []


def test_an_answer_joins_as_it_was_given_where_there_is_none(shop: Shop) -> None:
    there = _with(shop, OTHER)
    Editing(shop.ledgers["ann"]).exclude(there, Exclusion.OPINION)
    Editing(shop.ledgers["ann"]).include(_with(shop, OTHER))
    spent = _with(shop, "40,000")
    shop.by().give_verdict(spent, Question.SAID, Verdict.CONFIRMED)
    Placing(shop.ledgers["ann"]).place(_gone(shop), _with(shop, "40,000"))
    placed = _with(shop, "40,000")
    assert placed.counts(Question.SAID)
    assert placed.so is not None
    assert placed.so.verdict is Verdict.DISPUTED
    assert not placed.counts(Question.SO)
    assert placed.links == ()
    assert shop.findings() == []


def test_the_same_words_letter_for_letter_count_on(shop: Shop) -> None:
    _revise(shop, f"{WITHOUT}\nSince the spring, as we saw, {SLOWED}\n")
    longer = _with(shop, SLOWED)
    Editing(shop.ledgers["ann"]).split(longer, longer.span.start + longer.exact.index(SLOWED))
    Placing(shop.ledgers["ann"]).place(_gone(shop), _with(shop, SLOWED))
    placed = _with(shop, SLOWED)
    assert (placed.exact, placed.counts(Question.SO)) == (SLOWED, True)
    assert work_state(placed) is WorkState.DONE
    assert shop.findings() == []


def test_a_link_that_was_settled_or_removed_meanwhile_is_so_here_too(shop: Shop) -> None:
    linking = Linking(shop.ledgers["ann"])
    spent = _with(shop, "40,000")
    linking.settle(spent, None, spent.links[0].id, "asked again")
    Placing(shop.ledgers["ann"]).place(_gone(shop), _with(shop, OTHER))
    assert [link.settled for link in _with(shop, OTHER).links] == ["asked again"]
    shop.by().undo(shop.article.id)
    spent = _with(shop, "40,000")
    linking.remove(spent, None, spent.links[0].id)
    Placing(shop.ledgers["ann"]).place(_gone(shop), _with(shop, OTHER))
    assert _with(shop, OTHER).links == ()
    assert shop.findings() == []


def test_it_is_refused_where_the_other_is_left_out_or_it_is_not_gone(shop: Shop) -> None:
    placing, gone = Placing(shop.ledgers["ann"]), _gone(shop)
    seen = _with(shop, OTHER)
    Editing(shop.ledgers["ann"]).exclude(seen, Exclusion.OPINION)
    with pytest.raises(ChangedMeanwhileError):
        placing.place(gone, seen)
    with pytest.raises(ActionRefusedError, match="left out"):
        placing.place(gone, _with(shop, OTHER))
    shop.by().undo(shop.article.id)
    placing.place(gone, _with(shop, OTHER))
    with pytest.raises(ActionRefusedError, match="not gone"):
        placing.place(gone, _with(shop, "40,000"))
