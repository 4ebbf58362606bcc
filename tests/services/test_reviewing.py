"""Each use case, what it stores, and its undo."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.domain.changes import Changes
from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.reviewing import Reviewing
from tests.build import Shop


def test_a_verdict_is_stored_with_what_it_was_given_for(shop: Shop) -> None:
    seen = shop.attributed()
    changes = shop.by().give_verdict(seen, Question.SAID, Verdict.CONFIRMED)
    stored = shop.reader.statement(seen.id)
    assert stored is not None
    assert stored.said is not None
    assert (stored.said.verdict, stored.said.by, stored.so) == (Verdict.CONFIRMED, "ann", None)
    assert stored.said.given_for == seen.given_for(Question.SAID)
    assert (changes.what, changes.tally.verdicts, changes.tally.in_progress) == ("said: confirmed", 1, 1)
    assert changes.statements[0].after == stored
    assert changes.tally == shop.reader.tally(shop.article.id)


def test_a_statement_is_done_when_each_question_is_answered(shop: Shop) -> None:
    seen = shop.attributed()
    shop.by().give_verdict(seen, Question.SAID, Verdict.CONFIRMED)
    shop.by().leave_to_speaker(shop.attributed())
    assert work_state(shop.attributed()) is WorkState.DONE
    assert sign(shop.attributed(), Question.SO) is Sign.LEFT
    assert shop.reader.tally(shop.article.id).verdicts == 1


def test_own_voice_has_no_said_and_nobody_to_leave_so_to(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="Nobody is quoted"):
        shop.by().give_verdict(shop.own(), Question.SAID, Verdict.CONFIRMED)
    with pytest.raises(ActionRefusedError, match="no speaker"):
        shop.by().leave_to_speaker(shop.own())
    assert shop.reader.history(shop.own().id) == []


def test_a_basis_must_fit_its_verdict(shop: Shop) -> None:
    reviewing = shop.by()
    with pytest.raises(ActionRefusedError, match="goes with"):
        reviewing.choose_basis(shop.number(1), Question.SO, Basis.ACCOUNTS_DIFFER)
    with pytest.raises(ActionRefusedError, match="does not go with"):
        reviewing.give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED, Basis.ACCOUNTS_DIFFER)
    reviewing.give_verdict(shop.number(1), Question.SO, Verdict.UNVERIFIED)
    with pytest.raises(ActionRefusedError, match="does not go with"):
        reviewing.choose_basis(shop.number(1), Question.SO, Basis.ACCOUNTS_DIFFER)
    changes = reviewing.choose_basis(shop.number(1), Question.SO, Basis.NO_EVIDENCE_FOUND)
    assert changes.what == "so: basis no evidence found"
    so = shop.number(1).so
    assert so is not None
    assert so.basis is Basis.NO_EVIDENCE_FOUND


def test_a_basis_is_never_carried_to_the_next_verdict(shop: Shop) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED, Basis.ACCOUNTS_DIFFER)
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.UNVERIFIED)
    so = shop.number(1).so
    assert so is not None
    assert (so.verdict, so.basis) == (Verdict.UNVERIFIED, None)


def verdict(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.give_verdict(shop.number(3), Question.SO, Verdict.DISPUTED)


def clear(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.clear_verdict(shop.number(1), Question.SO)


def leave(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.leave_to_speaker(shop.attributed())


def basis(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.choose_basis(shop.number(1), Question.SO, Basis.NOT_ATTEMPTED)


def private_note(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.write_private_note(shop.number(2), "ring her")


def public_note(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.write_public_note(shop.number(2), "See the minutes.")


def take_back(reviewing: Reviewing, shop: Shop) -> Changes:
    return reviewing.take_back_block(shop.article, shop.reader.excluded_blocks(shop.article)[0].block.number)


@pytest.mark.parametrize("action", [verdict, clear, leave, basis, private_note, public_note, take_back])
def test_p06_each_action_can_be_undone_and_redone_across_restarts(
    shop: Shop, action: Callable[[Reviewing, Shop], Changes]
) -> None:
    shop.by().give_verdict(shop.number(1), Question.SO, Verdict.UNVERIFIED)

    def state() -> list[object]:
        statements = shop.reader.statements(shop.article.id)
        return [replace(s, version=0, changed_at=None, changed_by=None) for s in statements]

    before = state()
    changes = action(shop.by(), shop)
    after = state()
    assert after != before
    shop.restart()
    undone = shop.by().undo(shop.article.id)
    assert undone.what == f"undone: {changes.what}" or action is take_back
    assert state() == before
    shop.restart()
    shop.by().redo(shop.article.id)
    assert state() == after
    assert shop.findings() == []


def test_p07_every_earlier_verdict_stays_readable(shop: Shop) -> None:
    for given in (Verdict.CONFIRMED, Verdict.DISPUTED):
        shop.by().give_verdict(shop.number(1), Question.SO, given)
    shop.by().undo(shop.article.id)
    lines = shop.reader.history(shop.number(1).id)
    assert [(x.what, x.by, x.is_undone) for x in lines] == [
        ("so: disputed", "ann", True),
        ("so: confirmed", "ann", False),
    ]


def test_what_is_already_so_writes_nothing(shop: Shop) -> None:
    reviewing = shop.by()
    reviewing.give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    again = reviewing.give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    assert (again.is_empty, again.what, again.tally.verdicts) == (True, "so: already confirmed", 1)
    assert reviewing.clear_verdict(shop.number(2), Question.SO).is_empty
    assert reviewing.write_private_note(shop.number(2), "").is_empty
    assert reviewing.redo(shop.article.id).what == "nothing to redo"
    reviewing.undo(shop.article.id)
    assert reviewing.undo(shop.article.id).what == "nothing to undo"
    assert len(shop.reader.stream(shop.number(1).id)) == 2


def test_p11_a_second_window_hears_who_changed_it_and_both_values(shop: Shop) -> None:
    seen_by_both = shop.number(1)
    shop.by("ann").give_verdict(seen_by_both, Question.SO, Verdict.CONFIRMED)
    with pytest.raises(ChangedMeanwhileError) as refused:
        shop.by("ben").give_verdict(seen_by_both, Question.SO, Verdict.DISPUTED)
    told = refused.value.sentence
    assert "Changed by ann at 2024-10-17T10:0" in told
    assert "so: confirmed" in told
    assert "so: disputed" in told
    so = shop.number(1).so
    assert so is not None
    assert so.verdict is Verdict.CONFIRMED


def test_p06_undo_never_goes_over_somebody_else_s_later_work(shop: Shop) -> None:
    shop.by("ann").give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    shop.by("ben").give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)
    with pytest.raises(ActionRefusedError, match=r"ben has worked on this since \(so: disputed"):
        shop.by("ann").undo(shop.article.id)
    shop.by("ben").undo(shop.article.id)
    so = shop.number(1).so
    assert so is not None
    assert so.verdict is Verdict.CONFIRMED


def test_undo_is_each_person_s_own(shop: Shop) -> None:
    shop.by("ann").give_verdict(shop.number(1), Question.SO, Verdict.CONFIRMED)
    shop.by("ben").give_verdict(shop.number(2), Question.SO, Verdict.DISPUTED)
    assert shop.by("ann").undo(shop.article.id).statements[0].before is not None
    assert shop.number(1).so is None
    assert shop.number(2).so is not None


def test_a_block_that_is_taken_back_gets_statements_in_its_place(shop: Shop) -> None:
    (excluded,) = shop.reader.excluded_blocks(shop.article)
    before = [s.exact for s in shop.reader.statements(shop.article.id)]
    changes = shop.by().take_back_block(shop.article, excluded.block.number)
    after = shop.reader.statements(shop.article.id)
    added = [s for s in after if s.block == excluded.block.number]
    assert "".join(s.exact for s in added).replace(" ", "") == excluded.text.replace(" ", "")
    assert [s.exact for s in after if s not in added] == before
    assert [shop.reader.number_of(s.id) for s in after] == list(range(1, len(after) + 1))
    assert changes.is_numbering_changed
    article = shop.reader.article(shop.article.id)
    assert article is not None
    assert article.taken_back == {excluded.block.number}
    assert not shop.reader.excluded_blocks(article)[0].is_excluded
    with pytest.raises(ActionRefusedError, match="not excluded"):
        shop.by().take_back_block(shop.article, excluded.block.number)
    assert shop.findings() == []


def test_work_on_a_block_that_was_taken_back_is_undone_before_the_block(shop: Shop) -> None:
    (excluded,) = shop.reader.excluded_blocks(shop.article)
    count = shop.reader.tally(shop.article.id).statements
    changes = shop.by().take_back_block(shop.article, excluded.block.number)
    added = changes.statements[0].after
    assert added is not None
    shop.by().give_verdict(added, Question.SO, Verdict.CONFIRMED)
    assert shop.by().undo(shop.article.id).what == "undone: so: confirmed"
    assert shop.by().undo(shop.article.id).what == "undone: block taken back"
    assert shop.reader.tally(shop.article.id).statements == count
    assert shop.findings() == []
