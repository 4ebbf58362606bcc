"""P1: what was shown as saved survives a kill at any moment."""

import os
import random
import re
from pathlib import Path

import pytest

from factcheck.cli.main import main
from factcheck.store.connection import Connection
from factcheck.store.integrity import Finding, check_store
from factcheck.store.location import Location
from factcheck.store.reading import Reader
from tests.conftest import SAMPLE_ARTICLE
from tests.terminal import Terminal

ROUNDS = int(os.environ.get("FACTCHECK_CRASH_ROUNDS") or 300)
FULL = 8
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
        stored, _ = counts(factcheck_home, slug)
        with Terminal("review", slug, home=factcheck_home) as terminal:
            terminal.wait_for(f"{stored} verdicts", "/11")
            terminal.press("u", "d")  # at least one of them is new
            terminal.wait_for("· saved ")  # and now the writer is awake
            seen = {stored}
            keys = 1
            for key in chance.choices("cjujdjsc", k=chance.randint(1, 20)):
                terminal.press(key)
                keys += key in "cud"
                terminal.read(chance.uniform(0, 0.04))
                seen.add(verdicts_shown(terminal))
            terminal.kill()
            seen.add(verdicts_shown(terminal))
        shown_as_saved += max(seen) - stored
        after, findings = counts(factcheck_home, slug)
        assert findings == []
        assert max(seen) <= after <= stored + keys
        clear_when_full(slug, after)
    assert shown_as_saved > ROUNDS


def counts(home: Path, slug: str) -> tuple[int, list[Finding]]:
    """The verdicts that are stored, and what is wrong with the store."""
    with Connection(Location(file=home / "factcheck.db")) as connection:
        reader = Reader(connection)
        article = reader.article(slug)
        assert article is not None
        return reader.tally(article.id).verdicts, check_store(connection)


def clear_when_full(slug: str, verdicts: int) -> None:
    """Make room again: giving a verdict that is there already would count nothing."""
    if verdicts > FULL:
        for number in range(1, 12):
            main(["verdict", slug, str(number), "clear"])
            main(["verdict", slug, str(number), "clear", "--on", "said"])
