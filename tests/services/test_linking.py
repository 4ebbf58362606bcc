"""Links between two statements: both ends move together, count for their words, and can all be undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.link import HintState, LinkType, StoredHint
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.linking import Linking
from tests.build import Shop
from tests.screens.real import sample_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """The sample article, which has hints."""
    opened = sample_shop(tmp_path)
    yield opened
    opened.close()


def linking(shop: Shop, person: str = "ann") -> Linking:
    shop.by(person)
    return Linking(shop.ledgers[person])


def article(shop: Shop) -> Article:
    found = shop.reader.article(shop.article.id)
    assert found is not None
    return found


def hint(shop: Shop, number: int) -> StoredHint:
    found = shop.reader.surroundings.hint(article(shop), number)
    assert found is not None
    return found


def ends(shop: Shop, of: StoredHint) -> tuple[Statement, Statement]:
    source, target = shop.reader.statement(of.from_id), shop.reader.statement(of.to_id)
    assert source is not None
    assert target is not None
    return source, target


def test_a_link_is_kept_at_both_ends_and_mirrors_itself(shop: Shop) -> None:
    changes = linking(shop).link(shop.number(7), shop.number(5), LinkType.NO_EVIDENCE)
    assert changes.what == "linked: no evidence"
    (here,), (there,) = shop.number(7).links, shop.number(5).links
    assert (here.other, there.other) == (shop.number(5).id, shop.number(7).id)
    assert here.id == there.id
    assert (here.is_from_here, there.is_from_here) == (True, False)
    assert (
        (here.here, here.there)
        == (there.there, there.here)
        == (
            shop.number(7).words_hash,
            shop.number(5).words_hash,
        )
    )
    assert shop.reader.tally(shop.article.id).open_links == 2
    assert shop.findings() == []


def test_a_link_can_be_turned_round(shop: Shop) -> None:
    linking(shop).link(shop.number(5), shop.number(7), LinkType.DENIES, is_from_here=False)
    assert [x.is_from_here for x in shop.number(7).links] == [True]


def test_a_statement_is_not_linked_to_itself_nor_twice_in_the_same_way(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="itself"):
        linking(shop).link(shop.number(5), shop.number(5), LinkType.DENIES)
    linking(shop).link(shop.number(8), shop.number(4), LinkType.DIFFERS_NUMBER)
    with pytest.raises(ActionRefusedError, match="already"):
        linking(shop).link(shop.number(4), shop.number(8), LinkType.DIFFERS_NUMBER)
    linking(shop).link(shop.number(4), shop.number(8), LinkType.DIFFERS_PLACE)
    linking(shop).link(shop.number(8), shop.number(4), LinkType.DENIES)
    linking(shop).link(shop.number(4), shop.number(8), LinkType.DENIES)
    assert len(shop.number(4).links) == len(shop.number(8).links) == 4


def test_whoever_saw_another_version_of_either_end_is_told(shop: Shop) -> None:
    seen, other = shop.number(7), shop.number(5)
    shop.by("ben").give_verdict(other, Question.SO, Verdict.DISPUTED)
    with pytest.raises(ChangedMeanwhileError, match="ben"):
        linking(shop).link(seen, other, LinkType.NO_EVIDENCE)
    with pytest.raises(ChangedMeanwhileError, match="ben"):
        linking(shop).link(other, seen, LinkType.NO_EVIDENCE)
    assert shop.number(7).links == ()


def test_settling_opening_and_removing_move_both_ends_and_each_can_be_undone(shop: Shop) -> None:
    linking(shop).link(shop.number(7), shop.number(5), LinkType.NO_EVIDENCE)
    (link,) = shop.number(7).links
    linking(shop).settle(shop.number(5), shop.number(7), link.id, " both\nstand ")
    assert [shop.number(n).links[0].settled for n in (5, 7)] == ["both stand"] * 2
    assert shop.reader.tally(shop.article.id).open_links == 0
    assert linking(shop).settle(shop.number(7), shop.number(5), link.id, "both stand").is_empty
    linking(shop).open_again(shop.number(7), shop.number(5), link.id)
    assert [shop.number(n).links[0].settled for n in (5, 7)] == [None] * 2
    linking(shop).remove(shop.number(7), shop.number(5), link.id)
    assert shop.number(5).links == shop.number(7).links == ()
    shop.restart()
    for settled in (None, "both stand", None):
        shop.by().undo(shop.article.id)
        assert [shop.number(n).links[0].settled for n in (5, 7)] == [settled] * 2
        assert shop.findings() == []
    shop.by().undo(shop.article.id)
    assert shop.number(5).links == shop.number(7).links == ()
    shop.by().redo(shop.article.id)
    assert len(shop.number(5).links) == len(shop.number(7).links) == 1
    assert shop.findings() == []


@pytest.mark.parametrize("why", ["", "  \n", "a\x00b"])
def test_a_link_is_not_settled_without_a_word_why(shop: Shop, why: str) -> None:
    linking(shop).link(shop.number(7), shop.number(5), LinkType.NO_EVIDENCE)
    with pytest.raises(ActionRefusedError, match="why"):
        linking(shop).settle(shop.number(7), shop.number(5), shop.number(7).links[0].id, why)


def test_a_link_that_is_gone_is_refused(shop: Shop) -> None:
    with pytest.raises(ActionRefusedError, match="no such link"):
        linking(shop).remove(shop.number(7), shop.number(5), "k9")


def test_p21_a_link_is_looked_at_again_when_an_end_has_other_words_until_it_is_confirmed(shop: Shop) -> None:
    """The words are changed as an edit of the boundaries does it: the end itself, and what its partner knows of it."""
    from factcheck.domain.event import Deed, EventKind
    from factcheck.domain.statement_form import attributions_form, details_form

    linking(shop).link(shop.number(7), shop.number(5), LinkType.NO_EVIDENCE)
    seven, link = shop.number(7), shop.number(7).links[0]
    shorter = replace(seven, exact=seven.exact[:-1])
    words: dict[str, Json] = {
        "block": seven.block,
        "span": [seven.span.start, seven.span.end - 1],
        "exact": shorter.exact,
        "details": details_form(seven.details),
        "attributions": attributions_form(seven.attributions),
    }
    changed = {"link": link.id, "there_now": shorter.words_hash}
    with shop.ledgers["ann"].writing() as writing:
        deeds = [
            Deed(seven.id, EventKind.STATEMENT_WORDED, words),
            Deed(shop.number(5).id, EventKind.LINK_END_CHANGED, changed),
        ]
        writing.record(shop.article.id, "boundaries changed", deeds)
    assert [work_state(shop.number(n)) for n in (5, 7)] == [WorkState.RECHECK] * 2
    linking(shop).confirm(shop.number(5), shop.number(7), link.id)
    assert [shop.number(n).link_counts(shop.number(n).links[0]) for n in (5, 7)] == [True] * 2
    assert linking(shop).confirm(shop.number(5), shop.number(7), link.id).is_empty
    shop.by().undo(shop.article.id)
    shop.by().undo(shop.article.id)
    assert [work_state(shop.number(n)) for n in (5, 7)] == [WorkState.IN_PROGRESS] * 2
    assert shop.findings() == []


def test_no_hint_is_a_link_until_it_is_accepted(shop: Shop) -> None:
    assert shop.reader.surroundings.hint_count(shop.article.id) > 5
    assert not any(s.links for s in shop.reader.statements(shop.article.id))


def test_accepting_a_hint_makes_its_link_and_undo_takes_both_back(shop: Shop) -> None:
    first = hint(shop, 0)
    changes = linking(shop).accept_hint(first, *ends(shop, first))
    assert changes.is_article_changed
    assert hint(shop, 0).state is HintState.ACCEPTED
    source, target = ends(shop, first)
    assert [(x.type, x.other, x.is_from_here) for x in source.links] == [(first.type, target.id, True)]
    assert linking(shop).accept_hint(hint(shop, 0), source, target).is_empty
    shop.restart()
    shop.by().undo(shop.article.id)
    assert hint(shop, 0).state is HintState.OPEN
    assert [s.links for s in ends(shop, first)] == [(), ()]
    assert shop.findings() == []


def test_accepting_what_is_linked_already_links_nothing_twice(shop: Shop) -> None:
    first = hint(shop, 0)
    source, target = ends(shop, first)
    linking(shop).link(source, target, first.type)
    linking(shop).accept_hint(first, *ends(shop, first))
    assert hint(shop, 0).state is HintState.ACCEPTED
    assert [len(s.links) for s in ends(shop, first)] == [1, 1]


def test_a_hint_is_dismissed_and_opened_again_and_a_stale_key_is_refused(shop: Shop) -> None:
    first = hint(shop, 0)
    linking(shop).dismiss_hint(article(shop), first)
    assert hint(shop, 0).state is HintState.DISMISSED
    with pytest.raises(ChangedMeanwhileError, match="dismissed by now"):
        linking(shop, "ben").accept_hint(first, *ends(shop, first))
    assert linking(shop).dismiss_hint(article(shop), hint(shop, 0)).is_empty
    linking(shop).reopen_hint(article(shop), hint(shop, 0))
    assert hint(shop, 0).state is HintState.OPEN
    shop.by().undo(shop.article.id)
    assert hint(shop, 0).state is HintState.DISMISSED
    assert shop.findings() == []


def test_links_are_found_part_by_part_in_both_directions_and_words_in_any_order(shop: Shop) -> None:
    linking(shop).link(shop.number(7), shop.number(5), LinkType.NO_EVIDENCE)
    surroundings, five, seven = shop.reader.surroundings, shop.number(5), shop.number(7)
    forth = [s.id for batch in surroundings.linked(shop.article.id, -1) for s in batch]
    back = [s.id for batch in surroundings.linked(shop.article.id, 2**62, forward=False) for s in batch]
    assert forth == back[::-1] == [five.id, seven.id]
    found = [
        n for batch in surroundings.with_words(shop.article.id, ("evidence”", "RUTTE")) for n, _ in batch
    ]
    assert found == [7]
