"""One action on hundreds of statements: a few questions to the database, and the same state as one by one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from factcheck.domain.gate import Block
from factcheck.domain.override import Blocker
from factcheck.domain.reasons import Policy
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.gating import Gating, gate_of
from factcheck.services.keeping import Keeping
from tests.build import Shop, open_shop

STATEMENTS = 600
"""More than is read at a time."""
TEXT = "\n\n".join(f"Boat {n} came in on Thursday, the clerk wrote." for n in range(STATEMENTS))
FEW = 40
"""Questions to the database, of which each is about many statements."""


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Shop]:
    """A store with an article of hundreds of statements, with verdicts of two people on some of them."""
    shop = open_shop(tmp_path, TEXT)
    shop.by().give_verdict(shop.number(3), Question.SO, Verdict.UNVERIFIED)
    shop.by("ben").give_verdict(shop.number(550), Question.SO, Verdict.CONFIRMED)
    yield shop
    shop.close()


@contextmanager
def questions() -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_: object, cursor: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def shut_by(shop: Shop, blocker: Blocker = Blocker.UNTOUCHED) -> list[Block]:
    gate = gate_of(shop.reader, shop.article, Policy(wants_enough_sources=False, wants_details=False))
    return [block for block in gate.shut_by if block.blocker is blocker]


def test_p06_hundreds_of_blockers_are_one_action_in_a_few_questions_undone_and_redone(many: Shop) -> None:
    blocks = shut_by(many)
    gating = Gating(many.ledgers["ann"])
    with questions() as asked:
        changes = gating.let_stand(many.article.id, blocks, "Eve", "reprint of last week")
    assert len(changes.statements) == len(blocks) == STATEMENTS - 2
    assert len(asked) < FEW
    assert not shut_by(many)
    assert many.findings() == []
    with questions() as asked:
        many.by().undo(many.article.id)
    assert len(asked) < FEW
    assert len(shut_by(many)) == len(blocks)
    many.restart()
    many.by().redo(many.article.id)
    assert not shut_by(many)
    assert many.findings() == []


def test_p21_a_dateline_that_dates_hundreds_rechecks_those_with_a_verdict_and_its_undo_brings_them_back(
    many: Shop,
) -> None:
    Gating(many.ledgers["ann"]).let_stand(many.article.id, shut_by(many), "Eve", "runs")
    with questions() as asked:
        changes = Keeping(many.ledgers["ann"]).set_dateline(many.article, "Harbourton, 3 May 2024")
    assert len(changes.statements) == STATEMENTS
    assert len(asked) < FEW
    assert many.reader.tally(many.article.id).recheck == 2
    assert many.findings() == []
    many.by().undo(many.article.id)
    assert many.reader.tally(many.article.id).recheck == 0
    assert many.findings() == []


def test_p11_one_of_hundreds_that_was_changed_keeps_all_from_being_let_stand(many: Shop) -> None:
    seen = shut_by(many)
    many.by("ben").give_verdict(many.number(560), Question.SO, Verdict.DISPUTED)
    with pytest.raises(ChangedMeanwhileError, match="Statement 560 was changed"):
        Gating(many.ledgers["ann"]).let_stand(many.article.id, seen, "Eve", "runs")
    assert len(shut_by(many)) == len(seen) - 1


def test_p06_hundreds_are_not_undone_over_somebody_elses_work_on_one(many: Shop) -> None:
    Gating(many.ledgers["ann"]).let_stand(many.article.id, shut_by(many), "Eve", "runs")
    many.by("ben").give_verdict(many.number(560), Question.SO, Verdict.DISPUTED)
    with pytest.raises(ActionRefusedError, match="ben has worked on this since"):
        many.by().undo(many.article.id)
    assert not shut_by(many)
