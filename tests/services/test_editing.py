"""Editing statements through the real store: what keeps what, who hears of it, and that undo brings all of it back."""

from collections.abc import Callable

import pytest

from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.link import Link, LinkType
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.query import ChangeKind
from factcheck.domain.source import Citation, Stance
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span
from factcheck.domain.verdict import Question, Verdict
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.editing import Editing
from tests.build import Shop


def editing(shop: Shop) -> Editing:
    shop.by()
    return Editing(shop.ledgers["ann"])


def texts(shop: Shop) -> list[str]:
    return [s.exact for s in shop.reader.statements(shop.article.id)]


def standing(shop: Shop) -> list[tuple[object, ...]]:
    """All that a checker would see of the statements."""
    return [
        (s.id, s.span, s.details, s.attributions, s.ticks, s.citations, s.links, s.suggested, s.private_note, s.flags,
         s.excluded, work_state(s), *(s.counts(q) for q in Question))
        for s in shop.reader.statements(shop.article.id)
    ]  # fmt: skip


def found(shop: Shop, words: str) -> Statement:
    return next(s for s in shop.reader.statements(shop.article.id) if words in s.exact)


def place(statement: Statement, words: str) -> int:
    return statement.span.start + statement.exact.index(words)


def record(shop: Shop, *deeds: Deed) -> None:
    shop.by()
    with shop.ledgers["ann"].writing() as writing:
        writing.record(shop.article.id, "done by hand in a test", deeds)


def asked(shop: Shop) -> Statement:
    """The first of the two sentences of the quotation at the end, with work on it."""
    seen = found(shop, "never asked")
    shop.by().give_verdict(seen, Question.SO, Verdict.CONFIRMED)
    citation = Citation("c1", "q1", Question.SO, Stance.SUPPORTS, "p. 3")
    record(shop, Deed(seen.id, EventKind.CITED, {"citation": form_of(citation)}))
    return found(shop, "never asked")


def linked(shop: Shop, one: Statement, other: Statement) -> None:
    there = Link("k1", LinkType.DENIES, other.id, True, one.words_hash, other.words_hash, other.words_hash)
    back = Link("k1", LinkType.DENIES, one.id, False, other.words_hash, one.words_hash, one.words_hash)
    record(
        shop,
        Deed(one.id, EventKind.LINKED, {"link": form_of(there)}),
        Deed(other.id, EventKind.LINKED, {"link": form_of(back)}),
    )


EDITS: dict[str, Callable[[Shop], Changes]] = {
    "split": lambda shop: editing(shop).split(
        found(shop, "never asked"), place(found(shop, "never asked"), "never")
    ),
    "join": lambda shop: editing(shop).join(found(shop, "never asked")),
    "begin": lambda shop: editing(shop).begin_at(
        found(shop, "[sic]"), place(found(shop, "never asked"), "asked")
    ),
    "end": lambda shop: editing(shop).end_at(
        found(shop, "never asked"), place(found(shop, "[sic]"), "wrote")
    ),
    "add": lambda shop: editing(shop).add(
        found(shop, "never asked"),
        Span(place(found(shop, "never asked"), "asked"), place(found(shop, "[sic]"), "wrote")),
    ),
    "exclude": lambda shop: editing(shop).exclude(found(shop, "never asked"), Exclusion.OPINION),
}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit)
def test_p06_undoing_it_brings_back_all_that_was_there_also_after_a_restart(shop: Shop, edit: str) -> None:
    seen = asked(shop)
    linked(shop, found(shop, "has slowed"), seen)
    before = standing(shop)
    assert not EDITS[edit](shop).is_empty
    assert shop.findings() == []
    after = standing(shop)
    assert after != before
    shop.restart()
    assert shop.by().undo(shop.article.id).what.startswith("undone")
    assert standing(shop) == before
    assert shop.findings() == []
    shop.by().redo(shop.article.id)
    assert standing(shop) == after
    assert shop.findings() == []


def test_the_first_part_keeps_what_hangs_on_it_and_its_verdict_has_to_be_looked_at_again(shop: Shop) -> None:
    seen = asked(shop)
    changes = editing(shop).split(seen, place(seen, "never"))
    assert changes.is_numbering_changed
    first, second = (m.after for m in changes.statements)
    assert first
    assert second
    assert (first.id, first.exact) == (seen.id, "“We were")
    assert first.citations == seen.citations
    assert work_state(first) is WorkState.RECHECK
    assert second.exact == "never asked."
    assert (second.citations, second.so, work_state(second)) == ((), None, WorkState.UNTOUCHED)
    assert [a.is_inferred for a in second.attributions] == [True]


def test_the_earlier_one_lives_on_in_a_join_and_the_things_of_the_other_move(shop: Shop) -> None:
    seen = asked(shop)
    shop.by().write_private_note(found(shop, "[sic]"), "ring Quill")
    other = found(shop, "[sic]")
    shop.by().give_verdict(other, Question.SO, Verdict.DISPUTED)
    editing(shop).join(seen)
    joined = found(shop, "never asked")
    assert joined.id == seen.id
    assert joined.exact.endswith("Quill said.")
    assert joined.private_note == "ring Quill"
    assert shop.reader.statement(other.id) is None
    assert not joined.counts(Question.SO)


def test_whoever_is_linked_hears_of_other_words_and_of_a_statement_that_was_joined(shop: Shop) -> None:
    slowed = found(shop, "has slowed")
    linked(shop, slowed, found(shop, "[sic]"))
    editing(shop).join(found(shop, "never asked"))
    joined = found(shop, "never asked")
    (link,) = found(shop, "has slowed").links
    assert (link.other, link.there_now) == (joined.id, joined.words_hash)
    assert work_state(found(shop, "has slowed")) is WorkState.RECHECK
    assert [x.id for x in joined.links] == ["k1"]
    assert not joined.link_counts(joined.links[0])
    editing(shop).split(found(shop, "has slowed"), place(found(shop, "has slowed"), "in recent"))
    assert found(shop, "never asked").links[0].there_now == found(shop, "has slowed").words_hash


def test_a_link_between_two_statements_that_are_joined_is_none_any_longer(shop: Shop) -> None:
    linked(shop, found(shop, "never asked"), found(shop, "[sic]"))
    editing(shop).join(found(shop, "never asked"))
    assert found(shop, "never asked").links == ()
    shop.by().undo(shop.article.id)
    assert len(found(shop, "never asked").links) == len(found(shop, "[sic]").links) == 1


def suggest(shop: Shop, statement: Statement) -> None:
    payload = {"old": statement.exact, "new": "other words", "kind": ChangeKind.CORRECTION.value}
    record(shop, Deed(statement.id, EventKind.WORDING_SUGGESTED, payload))


def test_a_suggested_wording_moves_along_and_two_of_them_are_not_joined(shop: Shop) -> None:
    suggest(shop, found(shop, "[sic]"))
    editing(shop).join(found(shop, "never asked"))
    suggested = found(shop, "never asked").suggested
    assert suggested
    assert suggested.new == "other words"
    shop.by().undo(shop.article.id)
    suggest(shop, found(shop, "never asked"))
    with pytest.raises(ActionRefusedError, match="suggested wording"):
        editing(shop).join(found(shop, "never asked"))


def test_ticks_go_with_their_details(shop: Shop) -> None:
    seen = found(shop, "40,000")
    hard = list(seen.hard_details())
    for _, given_for, occurrence in hard:
        record(shop, Deed(seen.id, EventKind.TICKED, {"given_for": given_for, "occurrence": occurrence}))
    seen = found(shop, "40,000")
    changes = editing(shop).split(seen, place(seen, "that the town"))
    first, second = (m.after for m in changes.statements)
    assert first
    assert second
    assert second.ticks
    assert len(first.ticks) + len(second.ticks) == len(hard)
    for part in (first, second):
        assert all(part.tick(given_for, occurrence) for _, given_for, occurrence in part.hard_details())
    assert shop.findings() == []


def test_nothing_is_joined_or_moved_over_the_border_of_a_paragraph_or_out_of_the_check(shop: Shop) -> None:
    mayor = found(shop, "40,000")
    acts: tuple[Callable[[], Changes], ...] = (
        lambda: editing(shop).join(mayor),
        lambda: editing(shop).begin_at(mayor, place(mayor, "Ada")),
        lambda: editing(shop).end_at(mayor, place(mayor, "bridge")),
        lambda: editing(shop).split(mayor, place(mayor, "ill")),
        lambda: editing(shop).add(mayor, mayor.span),
    )
    for act in acts:
        with pytest.raises(ActionRefusedError):
            act()
    assert not editing(shop).split(mayor, place(mayor, "ill"), inside=True).is_empty
    assert "Mayor Ada Qu" in texts(shop)


def test_an_edit_of_what_has_changed_meanwhile_is_refused(shop: Shop) -> None:
    seen = found(shop, "never asked")
    shop.by("ben").write_private_note(seen, "mine")
    with pytest.raises(ChangedMeanwhileError):
        editing(shop).split(seen, place(seen, "never"))


def test_a_statement_is_left_out_with_a_reason_and_taken_back_and_a_join_checks_the_words_again(
    shop: Shop,
) -> None:
    editing(shop).exclude(found(shop, "never asked"), Exclusion.RHETORICAL)
    seen = found(shop, "never asked")
    assert (seen.excluded, work_state(seen)) == ("rhetorical", WorkState.EXCLUDED)
    assert editing(shop).exclude(seen, Exclusion.RHETORICAL).is_empty
    editing(shop).join(seen)
    assert found(shop, "never asked").excluded is None
    editing(shop).exclude(found(shop, "never asked"), Exclusion.OPINION)
    editing(shop).include(found(shop, "never asked"))
    assert found(shop, "never asked").excluded is None
    assert editing(shop).include(found(shop, "never asked")).is_empty
    assert shop.findings() == []


def test_a_selection_that_takes_in_a_whole_statement_goes_on_as_that_one(shop: Shop) -> None:
    seen, other = found(shop, "never asked"), found(shop, "[sic]")
    editing(shop).add(seen, Span(seen.span.start, place(other, "said.")))
    grown, rest = shop.reader.statement(seen.id), shop.reader.statement(other.id)
    assert grown
    assert rest
    assert grown.exact.endswith(" Quill")
    assert rest.exact == "said."
    assert shop.findings() == []
