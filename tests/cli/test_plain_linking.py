"""Links, hints and replies line by line: the same work, said in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.domain.link import LinkType
from factcheck.domain.query import Hearing
from tests.cli.lines import Lines, open_lines
from tests.conftest import SAMPLE_ARTICLE


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Lines]:
    """The sample article by lines."""
    opened = open_lines(tmp_path, SAMPLE_ARTICLE.read_text(encoding="utf-8"))
    yield opened
    opened.close()


def test_a_link_is_made_read_settled_opened_and_taken_away(lines: Lines) -> None:
    lines("g 7")
    assert "7, 5, linked: no evidence. Saved." in lines("l 5 no evidence for")
    (link,) = lines.shop.number(5).links
    assert (link.type, link.is_from_here) == (LinkType.NO_EVIDENCE, False)
    assert "7 no evidence for 5: open" in lines("l")
    assert "Links: 1, 1 open" in lines("show")
    assert "link settled. Saved" in lines("settle 5 both stand")
    assert lines.shop.number(5).links[0].settled == "both stand"
    assert "1 links, 0 of them open." in lines("C")
    lines("settle 5 -")
    assert lines.shop.number(5).links[0].settled is None
    assert "the link counts as it is" in lines("holds 5")
    lines("l 5 denies")
    assert "several links to 5" in lines("unlink 5")
    lines("unlink 5 denies")
    assert [x.type for x in lines.shop.number(5).links] == [LinkType.NO_EVIDENCE]
    assert "no kind of link murmurs" in lines("l 5 murmurs")
    assert lines.shop.findings() == []


def test_one_walks_along_the_links(lines: Lines) -> None:
    assert "No statement is linked yet." in lines("]")
    lines("g 7")
    lines("l 5 denies")
    lines("first")
    assert lines("]").startswith("5 of 11")
    assert lines("]").startswith("7 of 11")
    assert lines("]").startswith("5 of 11")
    assert lines("[").startswith("7 of 11")


def test_hints_are_read_accepted_and_put_aside_by_number(lines: Lines) -> None:
    assert "1  6 differs in wording from 1" in lines("H")
    assert "linked: differs wording. Saved" in lines("accept 1")
    assert "hint dismissed. Saved" in lines("dismiss 2")
    assert "14 hints" in lines("H")
    assert "There is no hint 99." in lines("accept 99")
    lines("z")
    assert "15 hints" in lines("H")
    assert lines.shop.findings() == []


def test_replies_are_asked_for_and_written_down(lines: Lines) -> None:
    assert "Saved" in lines("put Kremlin, 17 October")
    assert "Criticism: put to Kremlin, 17 October, no reply yet" in lines("show")
    assert "1, put to Kremlin, 17 October: Zelensky" in lines("waiting")
    lines("reply no comment")
    assert lines.shop.number(1).hearing == Hearing("Kremlin", "17 October", "no comment")
    assert "0 without a reply." in lines("waiting")
    lines("reply -")
    assert "1 without a reply." in lines("waiting")
