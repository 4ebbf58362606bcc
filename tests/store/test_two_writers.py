"""Several processes on one store: nothing is lost, nothing overwritten unseen (P11)."""

import multiprocessing
from pathlib import Path

from factcheck.domain.author import Author
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ChangedMeanwhileError, LockedError
from factcheck.services.reviewing import Reviewing
from factcheck.store.connection import Connection
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from factcheck.store.reading import Reader
from tests.build import Shop, Ticking

WRITES = 25
WRITERS = 3


def write(file: Path, article_id: str, person: str) -> int:
    """Give verdicts to the same few statements as everybody else; returns how many were acknowledged."""
    location = Location(file=file)
    ledger = open_ledger(location, Author(person, f"device-of-{person}"), Ticking())
    reader = Reader(Connection(location))
    acknowledged = 0
    for n in range(WRITES):
        seen = reader.by_number(article_id, 1 + n % 2)
        assert seen is not None
        now = seen.so.verdict if seen.so else None
        wanted = Verdict.DISPUTED if now is Verdict.CONFIRMED else Verdict.CONFIRMED
        try:
            changes = Reviewing(ledger).give_verdict(seen, Question.SO, wanted)
        except (ChangedMeanwhileError, LockedError):
            continue
        acknowledged += not changes.is_empty
    reader.close()
    ledger.close()
    return acknowledged


def test_p11_every_acknowledged_write_is_in_the_log_and_no_other(shop: Shop) -> None:
    assert shop.location.file is not None
    before = shop.reader.newest_event()
    people = [f"writer-{n}" for n in range(WRITERS)]
    with multiprocessing.get_context("spawn").Pool(WRITERS) as pool:
        jobs = [(shop.location.file, shop.article.id, person) for person in people]
        acknowledged = pool.starmap(write, jobs)
    events = [e for e, *_ in shop.reader.log(shop.article.id)]
    assert shop.reader.newest_event() - before == sum(acknowledged)
    assert [sum(e.actor == person for e in events) for person in people] == acknowledged
    assert min(acknowledged) > 0
    assert shop.findings() == []
