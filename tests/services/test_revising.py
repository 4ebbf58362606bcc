"""A new draft: what it carries, what must be rechecked, what is gone; one action, undone and redone whole."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.documents.document import Note, NoteKind
from factcheck.documents.parsing import LeftError
from factcheck.documents.plain import read_bytes
from factcheck.domain.link import LinkType
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.revision import Outcome
from factcheck.domain.statement import Detail, DetailType, Flag, Statement
from factcheck.domain.text import Span, normal_form
from factcheck.domain.tick import TickState
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.detailing import Detailing
from factcheck.services.editing import Editing
from factcheck.services.linking import Linking
from factcheck.services.revising import Revising, Revision
from factcheck.services.ticking import Ticking
from tests.build import ARTICLE, Shop, open_shop, shop_for_test

EDITED = ARTICLE.replace("40,000", "70,000")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A short article under review."""
    yield from shop_for_test(tmp_path)


def _revise(shop: Shop, text: str, person: str = "ann", *, is_dry: bool = False) -> Revision:
    shop.by(person)
    document = read_bytes(text.encode("utf-8"), "new.txt")
    return Revising(shop.ledgers[person]).revise(shop.article.id, document, is_dry=is_dry)


def _statements(shop: Shop) -> list[Statement]:
    return shop.reader.statements(shop.article.id)


def _with(shop: Shop, words: str) -> Statement:
    return next(s for s in _statements(shop) if words in s.exact)


def _check_all(shop: Shop) -> None:
    for statement in _statements(shop):
        for question in statement.questions:
            seen = shop.reader.statement(statement.id)
            assert seen is not None
            shop.by().give_verdict(seen, question, Verdict.CONFIRMED)


def _facts(shop: Shop) -> list[Statement]:
    """All rows, but for what counts the events."""
    return [replace(s, version=0, changed_by=None, changed_at=None) for s in _statements(shop)]


def test_what_is_unchanged_is_carried_and_counts_on(shop: Shop) -> None:
    _check_all(shop)
    before = {s.id: s for s in _statements(shop)}
    revision = _revise(shop, "A new first line of the page.\n\n" + EDITED.replace("‘", "'").replace("’", "'"))
    assert [len(revision.of(outcome)) for outcome in Outcome] == [len(before) - 1, 1, 0]
    assert [s.exact for s in revision.added] == ["A new first line of the page."]
    for statement in _statements(shop)[1:]:
        is_same = normal_form(statement.exact) == normal_form(before[statement.id].exact)
        assert all(statement.counts(q) == is_same for q in statement.questions)
        assert work_state(statement) is (WorkState.DONE if is_same else WorkState.RECHECK)
    assert shop.findings() == []


def test_a_changed_figure_keeps_all_but_the_verdict_and_the_tick(shop: Shop) -> None:
    shop.by()
    ledger = shop.ledgers["ann"]
    spent = _with(shop, "40,000")
    for detail, given_for, occurrence in spent.hard_details():
        del detail
        seen = _with(shop, "40,000")
        Ticking(ledger).tick(seen, given_for, occurrence)
    shop.by().write_private_note(_with(shop, "40,000"), "called the town hall")
    shop.by().switch_flag(_with(shop, "40,000"), Flag.LEGAL)
    shop.by().give_verdict(_with(shop, "40,000"), Question.SAID, Verdict.CONFIRMED)
    _revise(shop, EDITED)
    after = _with(shop, "70,000")
    assert after.id == spent.id
    assert (after.private_note, after.flags) == ("called the town hall", frozenset({Flag.LEGAL}))
    assert after.said is not None
    assert not after.counts(Question.SAID)
    kept = {d.type for d, given_for, n in after.hard_details() if after.tick(given_for, n)}
    assert kept == {DetailType.NAME, DetailType.TITLE}
    assert {t.state for t in after.ticks} == {TickState.TICKED}
    assert shop.findings() == []


def test_both_ends_of_a_link_are_rechecked_when_one_has_other_words(shop: Shop) -> None:
    shop.by()
    Linking(shop.ledgers["ann"]).link(_with(shop, "40,000"), _with(shop, "slowed"), LinkType.CONTRADICTS)
    _revise(shop, EDITED)
    for words in ("70,000", "slowed"):
        assert work_state(_with(shop, words)) is WorkState.RECHECK
    shop.by().undo(shop.article.id)
    for words in ("40,000", "slowed"):
        assert work_state(_with(shop, words)) is not WorkState.RECHECK
    assert shop.findings() == []


def test_words_that_are_gone_are_listed_and_come_back_with_all_that_was_done_about_them(shop: Shop) -> None:
    shop.by()
    slowed = _with(shop, "slowed")
    shop.by().give_verdict(slowed, Question.SO, Verdict.DISPUTED)
    Linking(shop.ledgers["ann"]).link(_with(shop, "40,000"), _with(shop, "slowed"), LinkType.CONTRADICTS)
    checked = _with(shop, "slowed")
    revision = _revise(shop, ARTICLE.replace("Work on the bridge has slowed in recent weeks.\n\n", ""))
    assert [one.before.id for one in revision.of(Outcome.REMOVED)] == [checked.id]
    assert shop.reader.statement(checked.id) is None
    assert work_state(_with(shop, "40,000")) is WorkState.RECHECK
    assert shop.findings() == []
    shop.by().undo(shop.article.id)
    back = shop.reader.statement(checked.id)
    assert back is not None
    assert (back.so, back.links, back.span) == (checked.so, checked.links, checked.span)
    assert shop.findings() == []


def test_words_that_come_back_in_a_later_draft_are_found_again_with_their_verdict_and_links(
    shop: Shop,
) -> None:
    shop.by()
    shop.by().give_verdict(_with(shop, "slowed"), Question.SO, Verdict.DISPUTED)
    Linking(shop.ledgers["ann"]).link(_with(shop, "40,000"), _with(shop, "slowed"), LinkType.CONTRADICTS)
    checked, number = _with(shop, "slowed"), len(_statements(shop))
    without = ARTICLE.replace("Work on the bridge has slowed in recent weeks.\n\n", "")
    _revise(shop, without)
    before = _facts(shop)
    revision = _revise(shop, f"Rain fell on Fenwick.\n\n{ARTICLE}")
    assert [(one.before.id, one.outcome) for one in revision.returned] == [(checked.id, Outcome.CARRIED)]
    assert [one.exact for one in revision.added] == ["Rain fell on Fenwick."]
    back = _with(shop, "slowed")
    assert (back.id, back.so, back.links) == (checked.id, checked.so, checked.links)
    assert (work_state(back), work_state(_with(shop, "40,000"))) == (WorkState.DONE, WorkState.IN_PROGRESS)
    assert len(_statements(shop)) == number + 1
    assert shop.findings() == []
    shop.restart()
    shop.by().undo(shop.article.id)
    assert _facts(shop) == before
    assert [one.id for one in shop.reader.gone(shop.article.id)] == [checked.id]
    assert shop.findings() == []


def test_words_that_come_back_at_two_places_are_in_doubt_and_their_links_too(shop: Shop) -> None:
    shop.by().give_verdict(_with(shop, "slowed"), Question.SO, Verdict.DISPUTED)
    Linking(shop.ledgers["ann"]).link(_with(shop, "40,000"), _with(shop, "slowed"), LinkType.CONTRADICTS)
    slowed = "Work on the bridge has slowed in recent weeks.\n\n"
    _revise(shop, ARTICLE.replace(slowed, ""))
    revision = _revise(shop, f"{ARTICLE}\n{slowed}".replace("40,000", "70,000"))
    assert [one.outcome for one in revision.returned] == [Outcome.RECHECK]
    assert [work_state(s) for s in _statements(shop) if "slowed" in s.exact] == [
        WorkState.RECHECK,
        WorkState.UNTOUCHED,
    ]
    assert work_state(_with(shop, "70,000")) is WorkState.RECHECK
    assert shop.findings() == []


def test_it_is_undone_and_redone_whole_also_after_a_restart(shop: Shop) -> None:
    _check_all(shop)
    before = _facts(shop)
    article = shop.reader.article(shop.article.id)
    text = "Rain fell on Fenwick.\n\n" + EDITED.replace("Nobody wrote [sic] to us,", "Nobody told us,")
    _revise(shop, text)
    after = _facts(shop)
    shop.restart()
    assert shop.by().undo(shop.article.id).what == "undone: draft 2"
    assert (_facts(shop), shop.reader.article(shop.article.id)) == (before, article)
    assert shop.findings() == []
    shop.restart()
    shop.by().redo(shop.article.id)
    assert _facts(shop) == after
    assert shop.findings() == []


def test_a_dry_run_writes_nothing(shop: Shop) -> None:
    before = (_statements(shop), shop.reader.article(shop.article.id))
    revision = _revise(shop, EDITED, is_dry=True)
    assert (len(revision.of(Outcome.RECHECK)), revision.changes) == (1, None)
    assert (_statements(shop), shop.reader.article(shop.article.id)) == before
    assert len(shop.reader.drafts(shop.article.id)) == 1


def test_the_same_text_is_refused(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="very text"):
        _revise(shop, ARTICLE)


def test_it_is_not_undone_when_somebody_else_has_worked_on_it_since(shop: Shop) -> None:
    _revise(shop, EDITED)
    shop.by("bob").give_verdict(_with(shop, "70,000"), Question.SO, Verdict.DISPUTED)
    with pytest.raises(ActionRefusedError, match="bob has worked on this since"):
        shop.by().undo(shop.article.id)


def test_what_was_seen_in_the_old_draft_cannot_be_decided_on_in_the_new_one(shop: Shop) -> None:
    seen = _with(shop, "slowed")
    _revise(shop, EDITED)
    with pytest.raises(ChangedMeanwhileError):
        shop.by("bob").give_verdict(seen, Question.SO, Verdict.CONFIRMED)


def test_what_was_split_and_joined_by_a_hand_stays_so(shop: Shop) -> None:
    shop.by()
    editing = Editing(shop.ledgers["ann"])
    spent = _with(shop, "40,000")
    editing.split(spent, spent.span.start + spent.exact.index("that the town"))
    editing.join(_with(shop, "never asked"))
    _check_all(shop)
    before = {s.id: s.exact for s in _statements(shop)}
    _revise(shop, "Rain fell on Fenwick.\n\n" + ARTICLE)
    assert {s.id: s.exact for s in _statements(shop) if s.id in before} == before
    assert all(work_state(s) is WorkState.DONE for s in _statements(shop)[1:])
    _revise(shop, "Rain fell on Fenwick.\n\n" + EDITED)
    assert {s.id: s.exact for s in _statements(shop) if s.id in before} == {
        one: words.replace("40,000", "70,000") for one, words in before.items()
    }
    assert [work_state(s) for s in _statements(shop)].count(WorkState.RECHECK) == 1
    assert shop.findings() == []


def test_details_and_speakers_put_by_hand_stay_where_their_words_do(shop: Shop) -> None:
    shop.by()
    detailing = Detailing(shop.ledgers["ann"])
    spent = _with(shop, "40,000")
    place = spent.span.start + spent.exact.index("bridge")
    detailing.put_detail(spent, Detail.at(DetailType.NAME, Span(place, place + 6)))
    spent = _with(shop, "40,000")
    title = next(d for d in spent.details if d.type is DetailType.TITLE)
    detailing.remove_detail(spent, title)
    _revise(shop, "Rain fell on Fenwick.\n\n" + EDITED)
    after = _with(shop, "70,000")
    assert [after.within(d.span) for d in after.details if d.is_by_hand] == ["bridge"]
    assert DetailType.TITLE not in {d.type for d in after.details}
    assert shop.findings() == []


def test_a_block_that_was_taken_back_is_checked_in_the_new_draft_too(shop: Shop) -> None:
    excluded = shop.reader.excluded_blocks(shop.article)[0].block.number
    shop.by().take_back_block(shop.article, excluded)
    _check_all(shop)
    count = len(_statements(shop))
    _revise(shop, "Rain fell on Fenwick.\n\n" + ARTICLE)
    article = shop.reader.article(shop.article.id)
    assert article is not None
    assert article.taken_back == {excluded + 1}
    assert len(_statements(shop)) == count + 1
    assert shop.findings() == []


def test_the_authors_notes_and_the_file_of_the_new_draft_are_kept(shop: Shop) -> None:
    shop.by()
    ledger = shop.ledgers["ann"]
    document = replace(
        read_bytes(EDITED.encode("utf-8"), "new.txt"),
        notes=(Note(EDITED.index("slowed"), NoteKind.FOOTNOTE, "council minutes, p. 4", "ed"),),
        original=b"the file",
    )
    Revising(ledger).revise(shop.article.id, document)
    assert [lead.text for lead in _with(shop, "slowed").leads] == ["council minutes, p. 4"]
    newest = shop.reader.stream(shop.article.id)[-1]
    assert "files" in newest.payload
    assert len(ledger_files(shop)) == 1
    again = replace(document, text=EDITED + "Rain fell.\n")
    Revising(ledger).revise(shop.article.id, again)
    assert len(_with(shop, "slowed").leads) == 1
    assert shop.findings() == []
    shop.by().undo(shop.article.id)
    shop.by().undo(shop.article.id)
    assert _with(shop, "slowed").leads == ()
    assert shop.findings() == []


def ledger_files(shop: Shop) -> set[str]:
    with shop.ledgers["ann"].writing() as writing:
        return writing.evidence_named()


WORDS = ("", "7", " ", "\n\n", "not ", "“", "”", "Rain fell. ", "Quell", ", the mayor of Orrin said", "[sic]")


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rng=st.randoms(use_true_random=False), drafts=st.integers(1, 2))
def test_any_drafts_keep_the_store_sound_and_carry_nothing_across_a_change(
    tmp_path_factory: pytest.TempPathFactory, rng: random.Random, drafts: int
) -> None:
    shop = open_shop(tmp_path_factory.mktemp("shop"))
    try:
        spent = _with(shop, "40,000")
        Editing(shop.ledgers["ann"]).split(spent, spent.span.start + spent.exact.index("that the town"))
        Linking(shop.ledgers["ann"]).link(_with(shop, "40,000"), _with(shop, "slowed"), LinkType.CONTRADICTS)
        text = ARTICLE
        states = []
        for _ in range(drafts):
            _check_all(shop)
            given = {s.id: s for s in _statements(shop)}
            states.append(_facts(shop))
            earlier, text = text, _edited(text, rng)
            if text == earlier or not text.strip():
                return
            _revise(shop, text)
            for statement in _statements(shop):
                for question in statement.questions:
                    if statement.counts(question):
                        assert normal_form(statement.exact) == normal_form(given[statement.id].exact)
            assert shop.findings() == []
        shop.by().undo(shop.article.id)
        assert _facts(shop) == states[-1]
        assert shop.findings() == []
    finally:
        shop.close()


def _edited(text: str, rng: random.Random) -> str:
    for _ in range(rng.randint(1, 6)):
        place, length = rng.randrange(len(text)), rng.choice((0, 0, 1, 5, 30, 120))
        text = text[:place] + rng.choice(WORDS) + text[place + length :]
    parts = text.split("\n\n")
    if rng.random() < 0.4:
        rng.shuffle(parts)
    return "\n\n".join(parts)


def test_comparing_can_be_ended_anywhere_and_then_nothing_is_stored(shop: Shop) -> None:
    _check_all(shop)
    document = read_bytes(EDITED.encode("utf-8"), "new.txt")
    before, asked = _facts(shop), 0
    for last in range(100):
        asked = 0

        def go_on(last: int = last) -> None:
            nonlocal asked
            asked += 1
            if asked > last:
                raise LeftError("Nobody waits.", "Choose it again.")

        try:
            Revising(shop.ledgers["ann"]).revise(shop.article.id, document, is_dry=True, go_on=go_on)
        except LeftError:
            assert _facts(shop) == before
        else:
            break
    assert asked > 4
    assert _facts(shop) == before
