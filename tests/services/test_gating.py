"""Letting a blocker stand: by name, with a reason, undone like everything, and never after a change of the words."""

import pytest

from factcheck.domain.checklist import checklist
from factcheck.domain.gate import Block, Gate, gate
from factcheck.domain.override import Blocker
from factcheck.domain.query import Addressee
from factcheck.domain.reasons import POLICIES, Policy, candidate_of
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.gating import Gating, gate_of
from factcheck.services.querying import Querying
from factcheck.services.sourcing import Sourcing
from factcheck.services.ticking import Ticking
from tests.build import Shop

EASY = Policy(wants_enough_sources=False, wants_details=False)


def gating(shop: Shop, person: str = "ann") -> Gating:
    shop.by(person)
    return Gating(shop.ledgers[person])


def at_gate(shop: Shop, policy: Policy = EASY) -> Gate:
    return gate_of(shop.reader, shop.article, policy)


def blocks(shop: Shop, number: int) -> list[Block]:
    return [b for b in at_gate(shop).blocks if b.number == number]


def test_an_untouched_article_is_shut_by_each_of_its_statements(shop: Shop) -> None:
    statements = shop.reader.statements(shop.article.id)
    shut = at_gate(shop).shut_by
    assert [(b.number, b.blocker) for b in shut] == [
        (n, Blocker.UNTOUCHED) for n, _ in enumerate(statements, 1)
    ]
    assert [b.statement_id for b in shut] == [s.id for s in statements]


def test_statements_with_and_without_work_are_looked_at_in_the_order_of_the_text(shop: Shop) -> None:
    Querying(shop.ledgers["ann"]).ask(shop.number(2), Addressee.AUTHOR, "Who?")
    shop.by().give_verdict(shop.own(), Question.SO, Verdict.UNVERIFIED)
    found = {b.number: b.blocker for b in at_gate(shop).blocks if b.number < 3}
    assert found[2] is Blocker.QUERY_OPEN
    assert at_gate(shop).statements == shop.reader.tally(shop.article.id).statements


def test_p06_a_blocker_is_let_stand_by_name_and_that_is_undone_and_redone(shop: Shop) -> None:
    changes = gating(shop).let_stand(shop.article.id, blocks(shop, 1), " Eve  Editor ", "runs\ntoday")
    assert changes.what == "let stand: nothing was checked (statement 1)"
    (block,) = blocks(shop, 1)
    assert block.override is not None
    assert (block.override.by, block.override.reason) == ("Eve Editor", "runs today")
    assert (block.override.recorded_by, block.override.is_own) == ("ann", False)
    assert shop.findings() == []
    shop.restart()
    shop.by().undo(shop.article.id)
    assert not blocks(shop, 1)[0].is_passed
    shop.by().redo(shop.article.id)
    assert blocks(shop, 1)[0].is_passed
    gating(shop).take_back(shop.article.id, blocks(shop, 1))
    assert not blocks(shop, 1)[0].is_passed
    assert shop.findings() == []


def test_what_the_columns_say_at_a_glance_is_what_a_look_at_each_statement_says(shop: Shop) -> None:
    first = shop.number(1)
    new = Source("", shop.article.id, "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC)
    citing = Sourcing(shop.ledgers["ann"])
    citing.add_and_cite(first, new, Citation("", "", Question.SO, Stance.SUPPORTS, "p. 3"))
    for number in range(1, shop.reader.tally(shop.article.id).statements + 1):
        shop.by().give_verdict(shop.number(number), Question.SO, Verdict.CONFIRMED)
        for item in list(checklist(shop.number(number)))[: number % 3]:
            Ticking(shop.ledgers["ann"]).tick(shop.number(number), item.given_for, item.occurrence)
    shop.by().write_private_note(shop.number(2), "hm")
    for policy in POLICIES:
        glance = gate_of(shop.reader, shop.article, policy)
        sources = {s.id: s for s in shop.reader.surroundings.sources(shop.article.id)}
        each = gate(
            (candidate_of(n, s) for n, s in enumerate(shop.reader.statements(shop.article.id), 1)),
            sources,
            policy,
            shop.reader.ticked_names(shop.article.id),
            glance.open_hints,
        )
        assert glance == each
        assert glance.blocks


def test_all_of_one_name_are_one_action(shop: Shop) -> None:
    every = at_gate(shop).of(Blocker.UNTOUCHED)
    gating(shop, "Eve").let_stand(shop.article.id, every, "Eve", "reprint of last week")
    assert at_gate(shop).is_open
    assert all(b.override is not None and b.override.is_own for b in at_gate(shop).passed)
    shop.by("Eve").undo(shop.article.id)
    assert len(at_gate(shop).shut_by) == len(every)


def test_an_answer_that_comes_later_ends_the_override_and_its_undo_brings_it_back(shop: Shop) -> None:
    gating(shop).let_stand(shop.article.id, blocks(shop, 1), "Eve", "runs")
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)
    assert all(not b.is_passed for b in blocks(shop, 1))
    shop.by().undo(shop.article.id)
    assert blocks(shop, 1)[0].is_passed


@pytest.mark.parametrize(("by", "reason"), [("", "runs"), ("Eve", " \n")])
def test_nothing_is_let_stand_without_a_name_and_a_reason(shop: Shop, by: str, reason: str) -> None:
    with pytest.raises(ActionRefusedError, match="by name and with a reason"):
        gating(shop).let_stand(shop.article.id, blocks(shop, 1), by, reason)
    assert not blocks(shop, 1)[0].is_passed


def test_p11_what_was_changed_since_it_was_looked_at_is_not_let_stand(shop: Shop) -> None:
    seen = blocks(shop, 1) + blocks(shop, 2)
    shop.by("ben").give_verdict(shop.number(2), Question.SO, Verdict.DISPUTED)
    with pytest.raises(ChangedMeanwhileError, match="Statement 2 was changed"):
        gating(shop).let_stand(shop.article.id, seen, "Eve", "runs")
    assert not blocks(shop, 1)[0].is_passed
    assert shop.findings() == []


def test_what_stands_already_and_what_does_not_writes_nothing(shop: Shop) -> None:
    assert gating(shop).take_back(shop.article.id, blocks(shop, 1)).is_empty
    gating(shop).let_stand(shop.article.id, blocks(shop, 1), "Eve", "runs")
    assert gating(shop).let_stand(shop.article.id, blocks(shop, 1), "Eve", "again").is_empty
