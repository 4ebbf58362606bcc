"""The glance at an article is read from the store as it stands, for this person."""

from factcheck.domain.article import BlockKind
from factcheck.domain.glance import Glance
from factcheck.domain.place import Place
from factcheck.domain.query import Addressee
from factcheck.domain.verdict import Question, Verdict
from factcheck.services.querying import Querying
from factcheck.store.glancing import glance
from tests.build import Shop


def seen(shop: Shop, person: str = "ann") -> Glance:
    article, tally = shop.article, shop.reader.tally(shop.article.id)
    return glance(shop.reader.connection, article, tally, person, f"device-of-{person}")


def test_it_begins_with_the_headline_and_leaves_out_what_is_not_checked(shop: Shop) -> None:
    opening = seen(shop).opening
    assert opening[0] == (BlockKind.HEADLINE, "Mayor calls bridge plan ‘a first step to ruin’")
    assert [kind for kind, _ in opening].count(BlockKind.CAPTION) == 1
    assert opening[-1][1].endswith("Nobody wrote [sic] to us,” Quill said.")


def test_the_next_one_is_the_first_that_still_wants_something(shop: Shop) -> None:
    assert (seen(shop).next_number, seen(shop).next_words) == (1, shop.number(1).exact)
    for question in shop.number(1).questions:
        shop.by().give_verdict(shop.number(1), question, Verdict.CONFIRMED)
    assert (seen(shop).next_number, seen(shop).next_words) == (2, shop.number(2).exact)


def test_where_one_was_is_ones_own(shop: Shop) -> None:
    shop.by()
    place = Place(shop.article.id, shop.number(3).id, Question.SO, (0, 0), "", {}, "2025-03-04T10:41:00.000Z")
    shop.ledgers["ann"].save_place(place)
    assert seen(shop).left_at == 3
    assert seen(shop, "ben").left_at == 0


def test_only_queries_without_an_answer_wait_and_not_more_than_a_few_are_named(shop: Shop) -> None:
    shop.by()
    querying = Querying(shop.ledgers["ann"])
    for text in ("Who counted?", "When [sic]?"):
        querying.ask(shop.number(3), Addressee.AUTHOR, text)
    querying.answer(shop.number(3), shop.number(3).queries[0].id, "The clerk.")
    assert [(w.number, w.query.text) for w in seen(shop).waiting] == [(3, "When [sic]?")]
    for number in range(6):
        querying.ask(shop.number(4), Addressee.EDITOR, f"Question {number}?")
    assert len(seen(shop).waiting) == 4
