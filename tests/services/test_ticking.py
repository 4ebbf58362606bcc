"""Ticks and suggested wording over a real store: what is stored, what it counts for, and its undo after a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.domain.changes import Changes
from factcheck.domain.checklist import DetailState, Item, checklist
from factcheck.domain.progress import has_details_left, is_gone_over
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.suggesting import Suggesting
from factcheck.services.surroundings import around
from factcheck.services.ticking import Ticking
from factcheck.store import surroundings
from tests.build import Shop, open_shop


def ticking(shop: Shop) -> Ticking:
    shop.by()
    return Ticking(shop.ledgers["ann"])


def suggesting(shop: Shop) -> Suggesting:
    shop.by()
    return Suggesting(shop.ledgers["ann"])


def items(shop: Shop, statement: Statement) -> dict[str, Item]:
    return {i.words: i for i in checklist(statement, around(shop.reader, statement).ticked_at)}


def tick(shop: Shop, words: str) -> Changes:
    seen = shop.attributed_with(words)
    item = items(shop, seen)[words]
    return ticking(shop).tick(seen, item.given_for, item.occurrence)


def wrong(shop: Shop, words: str, right: str) -> Changes:
    seen = shop.attributed_with(words)
    item = items(shop, seen)[words]
    return ticking(shop).mark_wrong(seen, item.given_for, item.occurrence, right)


def off(shop: Shop, words: str) -> Changes:
    seen = shop.attributed_with(words)
    item = items(shop, seen)[words]
    return ticking(shop).take_off(seen, item.given_for, item.occurrence)


def test_a_tick_is_stored_for_one_detail_only(shop: Shop) -> None:
    changes = tick(shop, "Thursday")
    seen = shop.attributed_with("Thursday")
    assert [i.words for i in checklist(seen) if i.state is DetailState.TICKED] == ["Thursday"]
    assert (seen.ticks[0].by, changes.what, changes.tally.in_progress) == ("ann", "detail ticked", 1)
    assert tick(shop, "Thursday").is_empty
    assert shop.findings() == []


@pytest.mark.parametrize("few", [0, 100])
def test_a_name_ticked_once_counts_for_the_same_characters_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(surroundings, "_FEW_TICKS", few)
    shop = open_shop(tmp_path, "Ben Moor paid 12 crowns on Monday.\n\nNobody had asked Ben Moor on Monday.\n")
    here, there = shop.number(1), shop.number(2)
    for words in ("Ben Moor", "Monday"):
        item = items(shop, shop.number(1))[words]
        ticking(shop).tick(shop.number(1), item.given_for, item.occurrence)
    name, date = (items(shop, shop.number(2))[words] for words in ("Ben Moor", "Monday"))
    assert (name.state, name.ticked_at) == (DetailState.ELSEWHERE, 1)
    assert date.state is DetailState.NOT_YET
    marks = {m.id: m for m in shop.reader.marks(shop.article, 0, there.block)}
    assert marks[there.id].gone_over == (name.detail.span,)
    assert len(marks[here.id].gone_over) == 2
    ticking(shop).mark_wrong(there, name.given_for, name.occurrence, "Ben Moore")
    assert items(shop, shop.number(2))["Ben Moor"].state is DetailState.WRONG
    assert shop.reader.marks(shop.article, 0, there.block)[1].gone_over == ()
    assert shop.findings() == []
    shop.close()


def test_marking_wrong_suggests_the_right_words_in_the_same_action(shop: Shop) -> None:
    changes = wrong(shop, "Thursday", "Tuesday")
    seen = shop.attributed_with("Thursday")
    assert changes.what == "detail marked wrong; wording suggested"
    assert seen.suggested is not None
    assert seen.suggested.new == seen.exact.replace("Thursday", "Tuesday")
    assert (seen.suggested.old, seen.suggested.state) == (seen.exact, ChangeState.PENDING)
    shop.by().undo(shop.article.id)
    undone = shop.attributed_with("Thursday")
    assert (undone.ticks, undone.suggested) == ((), None)
    assert shop.findings() == []


def test_two_wrong_details_are_one_wording_and_ticking_one_takes_its_part_back(shop: Shop) -> None:
    wrong(shop, "Thursday", "Tuesday")
    wrong(shop, "“more than 40,000 crowns”", "“some 41,000 crowns”")
    seen = shop.attributed_with("Thursday")
    assert seen.suggested is not None
    assert "on Tuesday" in seen.suggested.new
    assert "some 41,000 crowns" in seen.suggested.new
    tick(shop, "Thursday")
    seen = shop.attributed_with("Thursday")
    assert seen.suggested is not None
    assert "on Thursday" in seen.suggested.new
    assert off(shop, "“more than 40,000 crowns”").what == "tick taken off; suggested wording withdrawn"
    assert shop.attributed_with("Thursday").suggested is None
    assert shop.findings() == []


def test_gone_over_wants_each_detail_and_each_answer(shop: Shop) -> None:
    for item in checklist(shop.attributed()):
        seen = shop.attributed()
        assert not is_gone_over(seen)
        ticking(shop).tick(seen, item.given_for, item.occurrence)
    for question in Question:
        assert not is_gone_over(shop.attributed())
        shop.by().give_verdict(shop.attributed(), question, Verdict.CONFIRMED)
    assert is_gone_over(shop.attributed())


def test_what_is_left_to_the_speaker_leaves_the_article_s_own_details_to_be_gone_over(shop: Shop) -> None:
    def seen() -> Statement:
        return shop.attributed_with("40,000")

    shop.by().leave_to_speaker(seen())
    shop.by().give_verdict(seen(), Question.SAID, Verdict.CONFIRMED)
    for words in ("Mayor", "Ada Quill", "Thursday"):
        assert not is_gone_over(seen()), words
        item = items(shop, seen())[words]
        ticking(shop).tick(seen(), item.given_for, item.occurrence)
    assert is_gone_over(seen())
    shop.by().clear_verdict(seen(), Question.SO)
    assert has_details_left(seen())


def test_what_makes_no_sense_is_refused(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="says already"):
        wrong(shop, "Thursday", " Thursday ")
    with pytest.raises(ActionRefusedError, match="NUL"):
        wrong(shop, "Thursday", "a\x00b")
    with pytest.raises(ActionRefusedError, match="no such detail"):
        ticking(shop).tick(shop.number(1), "0" * 64, 0)
    suggest = suggesting(shop)
    with pytest.raises(ActionRefusedError, match="No wording"):
        suggest.decide(shop.number(1), ChangeState.ACCEPTED)
    with pytest.raises(ActionRefusedError, match="No wording"):
        suggest.withdraw(shop.number(1))
    for words, told in (("", "no words"), (shop.number(1).exact, "says already"), ("\x00", "NUL")):
        with pytest.raises(ActionRefusedError, match=told):
            suggest.suggest(shop.number(1), words, ChangeKind.CORRECTION)


def test_p11_ticks_are_refused_when_the_statement_changed_meanwhile(shop: Shop) -> None:
    seen = shop.attributed()
    item = checklist(seen)[0]
    shop.by("ben").give_verdict(seen, Question.SO, Verdict.DISPUTED)
    with pytest.raises(ChangedMeanwhileError, match=r"Yours was detail ticked"):
        ticking(shop).tick(seen, item.given_for, item.occurrence)
    assert shop.attributed().ticks == ()


def test_a_suggestion_is_decided_decided_otherwise_and_withdrawn(shop: Shop) -> None:
    suggest, text = suggesting(shop), shop.reader.blocks(shop.article, 0, 50)
    suggest.suggest(shop.number(2), "Other words.", ChangeKind.CLARIFICATION)
    for state in (ChangeState.ACCEPTED, ChangeState.REJECTED, ChangeState.PENDING):
        assert suggest.decide(shop.number(2), state).what == f"suggested wording {state}"
        assert suggest.decide(shop.number(2), state).is_empty
        decided = shop.number(2).suggested
        assert decided is not None
        is_pending = state is ChangeState.PENDING
        assert (decided.decided_by, bool(decided.decided_at)) == (
            None if is_pending else "ann",
            not is_pending,
        )
    assert shop.findings() == []
    found = shop.number(2).suggested
    assert found is not None
    assert (found.new, found.kind, found.state) == (
        "Other words.",
        ChangeKind.CLARIFICATION,
        ChangeState.PENDING,
    )
    suggest.withdraw(shop.number(2))
    assert shop.number(2).suggested is None
    assert shop.reader.blocks(shop.article, 0, 50) == text
    assert shop.findings() == []


ACTIONS: dict[str, Callable[[Shop], Changes]] = {
    "tick": lambda shop: tick(shop, "Ada Quill"),
    "wrong": lambda shop: wrong(shop, "Ada Quill", "Ada Moor"),
    "wrong, not known how": lambda shop: wrong(shop, "Ada Quill", ""),
    "taken off": lambda shop: off(shop, "Thursday"),
    "suggested": lambda shop: suggesting(shop).suggest(shop.number(1), "New.", ChangeKind.CORRECTION),
    "decided": lambda shop: suggesting(shop).decide(shop.attributed_with("Thursday"), ChangeState.ACCEPTED),
    "withdrawn": lambda shop: suggesting(shop).withdraw(shop.attributed_with("Thursday")),
}


@pytest.mark.parametrize("name", list(ACTIONS))
def test_p06_each_action_can_be_undone_and_redone_across_restarts(shop: Shop, name: str) -> None:
    wrong(shop, "Thursday", "Tuesday")

    def state() -> list[object]:
        statements = shop.reader.statements(shop.article.id)
        return [replace(s, version=0, changed_at=None, changed_by=None) for s in statements]

    before = state()
    ACTIONS[name](shop)
    after = state()
    assert after != before
    shop.restart()
    shop.by().undo(shop.article.id)
    assert state() == before
    shop.restart()
    shop.by().redo(shop.article.id)
    assert state() == after
    assert shop.findings() == []
