"""P1: what was shown as saved survives a kill at any moment."""

import os
import random
import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.clock import system_clock
from factcheck.domain.author import Author
from factcheck.services.reviewing import Reviewing
from factcheck.store.connection import Connection
from factcheck.store.integrity import Finding, check_store
from factcheck.store.location import Location
from factcheck.store.opening import open_ledger
from factcheck.store.reading import Reader
from factcheck.store.whole import WholeReader
from tests.conftest import SAMPLE_ARTICLE
from tests.terminal import Terminal

ROUNDS = int(os.environ.get("FACTCHECK_CRASH_ROUNDS") or 300)
_SHOWN = re.compile(r"(\d+) verdicts?\b")


def verdicts_shown(terminal: Terminal) -> int:
    """The count of saved verdicts on the screen, or -1."""
    found = _SHOWN.search(terminal.text)
    return int(found[1]) if found else -1


@pytest.mark.long
def test_p01_no_verdict_that_was_shown_as_saved_is_lost(
    factcheck_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(SAMPLE_ARTICLE)])
    slug = capsys.readouterr().out.strip()
    chance = random.Random(20241017)  # moments, not secrets
    shown_as_saved = 0
    for _ in range(ROUNDS):
        clear(factcheck_home, slug)
        with Terminal("review", slug, home=factcheck_home) as terminal:
            terminal.wait_for("· 0 verdicts", "/11")
            terminal.press("\x1b[H", "c")  # home: each further verdict is a new one
            terminal.wait_for("· 1 verdicts · saved ")  # and now the writer is awake
            seen, keys = {1}, 1
            for _ in range(chance.randint(1, 10)):
                terminal.press("j", chance.choice("cud"))
                keys += 1
                terminal.read(chance.uniform(0, 0.04))
                seen.add(verdicts_shown(terminal))
            terminal.kill()
            seen.add(verdicts_shown(terminal))
        shown_as_saved += max(seen)
        after, findings = counts(factcheck_home, slug)
        assert findings == []
        assert max(seen) <= after <= keys
    assert shown_as_saved > 2 * ROUNDS


def counts(home: Path, slug: str) -> tuple[int, list[Finding]]:
    """The verdicts that are stored, and what is wrong with the store."""
    with Connection(Location(file=home / "factcheck.db")) as connection:
        reader = Reader(connection)
        article = reader.article(slug)
        assert article is not None
        return reader.tally(article.id).verdicts, check_store(connection)


def clear(home: Path, slug: str) -> None:
    """Take all answers away, so that each verdict of the next round counts one more."""
    location = Location(file=home / "factcheck.db")
    ledger = open_ledger(location, Author("ann", "clearing"), system_clock)
    with Connection(location) as connection:
        reader = WholeReader(connection)
        article = reader.article(slug)
        assert article is not None
        for statement in reader.statements(article.id):
            for question in statement.questions:
                seen = reader.statement(statement.id)
                assert seen is not None
                Reviewing(ledger).clear_verdict(seen, question)
    ledger.close()
