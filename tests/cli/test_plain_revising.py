"""Drafts line by line: what the last one did, what is gone, and placing it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.documents.plain import read_bytes
from factcheck.services.revising import Revising
from tests.cli.lines import Lines, open_lines

OLD = "Boats sank off Orrin. The harbour was closed on Monday morning."
NEW = "The harbour was closed on Tuesday morning. Not one ship came home."


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Lines]:
    """An article by lines, whose first statement is gone from the second draft."""
    opened = open_lines(tmp_path, OLD)
    opened("g 1")
    opened("m seen from the pier")
    yield opened
    opened.close()


def test_what_is_gone_is_placed_at_the_current_statement(lines: Lines) -> None:
    assert "This is the first draft." in lines("I")
    lines.shop.by()
    Revising(lines.shop.ledgers["ann"]).revise(
        lines.shop.article.id, read_bytes(NEW.encode("utf-8"), "new.txt")
    )
    lines.restart()
    told = lines("draft")
    assert "Draft 2, taken by ann: 0 carried, 1 changed, 1 gone, 1 new." in told
    assert "closed on [-Monday-]{+Tuesday+} morning" in told
    assert "gone 1, Boats sank off Orrin." in lines("gone")
    assert "There is no gone statement 2" in lines("place 2")
    lines("g 2")
    assert "2, placed by hand. Saved." in lines("place 1")
    assert lines.shop.number(2).private_note == "seen from the pier"
    assert "0 are gone." in lines("gone")
    lines("z")
    assert lines.shop.number(2).private_note == ""
    assert lines.shop.findings() == []
