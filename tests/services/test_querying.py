"""Queries: asked, answered, closed and opened again, each on the record and undone like everything."""

import pytest

from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.query import Addressee, Query, QueryState
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.querying import Querying
from tests.build import Shop


def querying(shop: Shop, person: str = "ann") -> Querying:
    shop.by(person)
    return Querying(shop.ledgers[person])


def only(shop: Shop, number: int = 1) -> Query:
    (query,) = shop.number(number).queries
    return query


def test_a_query_goes_from_open_to_answered_to_closed_and_each_step_can_be_undone(shop: Shop) -> None:
    querying(shop).ask(shop.number(1), Addressee.SOURCE, "  Says who?\n", " Ada \n Quill ")
    asked = only(shop)
    assert (asked.to, asked.name, asked.text, asked.by) == (
        Addressee.SOURCE,
        "Ada Quill",
        "Says who?",
        "ann",
    )
    assert work_state(shop.number(1)) is WorkState.IN_PROGRESS
    assert shop.reader.tally(shop.article.id).open_queries == 1
    querying(shop).answer(shop.number(1), asked.id, "The mayor.")
    assert (only(shop).state, only(shop).answer) == (QueryState.ANSWERED, "The mayor.")
    assert shop.reader.tally(shop.article.id).open_queries == 0
    querying(shop).close(shop.number(1), asked.id)
    assert only(shop).state is QueryState.CLOSED
    assert shop.findings() == []
    shop.restart()
    for state in (QueryState.ANSWERED, QueryState.OPEN):
        shop.by().undo(shop.article.id)
        assert only(shop).state is state
    assert only(shop).answer == ""
    shop.by().undo(shop.article.id)
    assert shop.number(1).queries == ()
    shop.by().redo(shop.article.id)
    assert only(shop) == asked
    assert shop.findings() == []


def test_a_reopened_query_keeps_its_answer_until_another_one_comes(shop: Shop) -> None:
    querying(shop).ask(shop.number(1), Addressee.AUTHOR, "When?")
    querying(shop).answer(shop.number(1), only(shop).id, "On Monday.")
    querying(shop).reopen(shop.number(1), only(shop).id)
    assert (only(shop).state, only(shop).answer) == (QueryState.OPEN, "On Monday.")
    querying(shop).answer(shop.number(1), only(shop).id, "On Tuesday.")
    assert (only(shop).state, only(shop).answer) == (QueryState.ANSWERED, "On Tuesday.")
    assert shop.findings() == []


def test_what_is_so_already_writes_nothing(shop: Shop) -> None:
    querying(shop).ask(shop.number(1), Addressee.EDITOR, "Really?")
    assert querying(shop).reopen(shop.number(1), only(shop).id).is_empty
    querying(shop).close(shop.number(1), only(shop).id)
    assert querying(shop).close(shop.number(1), only(shop).id).is_empty


@pytest.mark.parametrize("text", ["", " \n ", "a\x00b"])
def test_without_words_nothing_is_asked_and_nothing_answered(shop: Shop, text: str) -> None:
    with pytest.raises(ActionRefusedError):
        querying(shop).ask(shop.number(1), Addressee.AUTHOR, text)
    querying(shop).ask(shop.number(1), Addressee.AUTHOR, "When?")
    with pytest.raises(ActionRefusedError):
        querying(shop).answer(shop.number(1), only(shop).id, text)
    assert only(shop).state is QueryState.OPEN


def test_only_an_open_query_is_answered_and_only_one_that_there_is(shop: Shop) -> None:
    querying(shop).ask(shop.number(1), Addressee.AUTHOR, "When?")
    querying(shop).close(shop.number(1), only(shop).id)
    with pytest.raises(ActionRefusedError, match="This query is closed"):
        querying(shop).answer(shop.number(1), only(shop).id, "Now.")
    with pytest.raises(ActionRefusedError, match="no such query"):
        querying(shop).close(shop.number(2), only(shop).id)


def test_p11_an_answer_that_came_second_is_refused_and_the_first_one_stays(shop: Shop) -> None:
    querying(shop).ask(shop.number(1), Addressee.AUTHOR, "When?")
    seen = shop.number(1)
    querying(shop, "ben").answer(seen, seen.queries[0].id, "On Monday.")
    with pytest.raises(ChangedMeanwhileError, match="Changed by ben"):
        querying(shop).answer(seen, seen.queries[0].id, "On Tuesday.")
    assert only(shop).answer == "On Monday."
    with pytest.raises(ActionRefusedError, match="ben has worked on this since"):
        shop.by().undo(shop.article.id)
    assert shop.findings() == []
