"""What the screens work with: reads at once, writes in order in one thread."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ChangedMeanwhileError, UsageError
from factcheck.screens.ports import DeskPort, ReviewPort
from factcheck.services.desk import Desk
from factcheck.services.session import ReviewSession
from factcheck.services.writer import Writer
from factcheck.wiring import Wiring
from tests.build import ARTICLE, Ticking


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with one article."""
    from factcheck.documents.plain import read_bytes
    from factcheck.services.importing import import_document

    wiring = Wiring({"FACTCHECK_HOME": str(tmp_path / "home"), "FACTCHECK_PERSON": "ann"}, Ticking())
    ledger = wiring.open_ledger()
    import_document(ledger, read_bytes(ARTICLE.encode(), "a.txt"))
    ledger.close()
    opened = wiring.open_desk()
    yield opened
    opened.close()


@pytest.fixture
def session(desk: Desk) -> ReviewSession:
    """The article under review."""
    return desk.open(desk.articles()[0].article.id)


def first(session: ReviewSession) -> Iterator[str]:
    statement = session.by_number(1)
    while statement is not None:
        yield statement.id
        statement = session.after(statement)


def test_the_services_are_what_the_screens_ask_for(desk: Desk, session: ReviewSession) -> None:
    as_desk: DeskPort = desk
    as_review: ReviewPort = session
    assert as_desk.person == as_review.person == "ann"


def test_stepping_forth_and_back_goes_through_every_statement_once(session: ReviewSession) -> None:
    forth = list(first(session))
    assert [session.number_of(i) for i in forth] == list(range(1, session.tally().statements + 1))
    statement = session.statement(forth[-1])
    back = []
    while statement is not None:
        back.append(statement.id)
        statement = session.before(statement)
    assert back == forth[::-1]


def test_the_next_open_statement_skips_those_that_are_done(session: ReviewSession) -> None:
    start = session.next_open(None)
    assert start == session.by_number(1)
    assert start is not None
    for question in start.questions:
        seen = session.statement(start.id)
        assert seen is not None
        session.give_verdict(seen, question, Verdict.CONFIRMED).result()
    second = session.next_open(None)
    assert second == session.by_number(2)
    last = session.by_number(session.tally().statements)
    assert last is not None
    assert session.next_open(last) is None


def test_writes_are_done_in_the_order_in_which_they_were_asked_for(session: ReviewSession) -> None:
    seen = session.by_number(1)
    assert seen is not None
    ours = session.give_verdict(seen, Question.SO, Verdict.CONFIRMED)
    stale = session.give_verdict(seen, Question.SO, Verdict.DISPUTED)
    undone = session.undo()
    assert ours.result().what == "so: confirmed"
    assert isinstance(stale.exception(), ChangedMeanwhileError)
    assert undone.result().what == "undone: so: confirmed"


def test_a_block_that_is_taken_back_shows_at_once(session: ReviewSession) -> None:
    (excluded,) = session.excluded_blocks()
    number = excluded.block.number
    assert session.marks(number, number) == []
    changes = session.take_back_block(number).result()
    assert number in session.article.taken_back
    assert [m.id for m in session.marks(number, number)] == [
        m.after.id for m in changes.statements if m.after
    ]
    assert not session.blocks(number, 1)[0].is_excluded


def test_the_place_is_there_when_the_article_is_opened_again(desk: Desk, session: ReviewSession) -> None:
    seen = session.by_number(2)
    assert seen is not None
    session.save_place(seen.id, Question.SO, (1, 2), {"private_note:x": "half ty"}).result()
    session.close()
    place = desk.open(session.article.slug).place()
    assert place is not None
    assert (place.statement_id, place.top, place.typed) == (seen.id, (1, 2), {"private_note:x": "half ty"})
    assert desk.find(None) == session.article


def test_two_windows_keep_what_each_has_half_typed(desk: Desk, session: ReviewSession) -> None:
    other = desk.open(session.article.slug)
    session.save_place(None, Question.SO, (0, 0), {"a": "from one", "b": "let go of"}).result()
    other.save_place(None, Question.SAID, (2, 0), {"c": "from two"}).result()
    one = {"a": "from one, and more"}
    session.save_place(None, Question.SO, (0, 0), one, "", {"a": "from one", "b": "let go of"}).result()
    other.save_place(None, Question.SAID, (3, 0), {"c": "from two"}, "", {"c": "from two"}).result()
    place = session.place()
    assert place is not None
    assert place.typed == {"a": "from one, and more", "c": "from two"}
    assert (place.question, place.top) == (Question.SAID, (3, 0))


def test_an_article_that_there_is_not_is_a_usage_error(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no article called 'none'"):
        desk.open("none")


def test_the_ledger_is_opened_in_the_writer_s_thread_and_only_once() -> None:
    threads = []

    class Closing:
        def close(self) -> None:
            threads.append("closed")

    def open_ledger() -> Closing:
        threads.append(threading.current_thread().name.partition("_")[0])
        return Closing()

    writer = Writer(open_ledger)  # type: ignore[arg-type]  # only opened and closed here
    writer.warm_up()
    assert writer.submit(lambda ledger: 7).result() == 7
    writer.close()
    assert threads == ["writer", "closed"]
