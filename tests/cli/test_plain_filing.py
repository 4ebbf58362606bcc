"""Line by line what the boxes of the screens do with sources, drafts and hints: nothing is only for the eyes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.documents.plain import read_bytes
from factcheck.domain.source import Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.services.importing import import_document
from factcheck.services.sourcing import Sourcing
from tests.build import ARTICLE
from tests.cli.lines import Lines, open_lines
from tests.conftest import SAMPLE_ARTICLE

MINUTES = ("document", "primary", "internal", "room 3", "Clerk", "yes")


def added(lines: Lines, title: str = "Minutes [sic]") -> None:
    lines(f"new-source {title}", *MINUTES)


def test_a_source_is_put_on_file_edited_field_by_field_and_what_is_not_typed_stays(lines: Lines) -> None:
    added(lines)
    told = lines("edit-source 1", "", "web page", "", "secret", "public", "-", "", "no")
    assert "source changed. Saved." in told
    assert "title, now Minutes [sic]; nothing keeps it:" in told
    assert told.count("level, now internal; nothing keeps it, or one of public, internal, confidential:") == 2
    (source,) = lines.session.sourcing.sources()
    assert (source.title, source.kind, source.tier) == ("Minutes [sic]", SourceKind.WEB_PAGE, Tier.PRIMARY)
    assert (source.level, source.address, source.creator) == (Level.PUBLIC, "", "Clerk")
    assert not source.is_independent
    assert "Nothing had to be saved" in lines("edit-source 1", *[""] * 7)
    assert lines.shop.findings() == []


def test_the_end_of_the_input_in_the_middle_of_an_edit_saves_nothing(lines: Lines) -> None:
    added(lines)
    assert "nothing was saved" in lines("edit-source 1", "Other title", "data")
    assert lines.session.sourcing.sources()[0].title == "Minutes [sic]"


def test_sources_are_merged_and_files_kept_as_evidence(lines: Lines, tmp_path: Path) -> None:
    added(lines)
    added(lines, "The same minutes")
    assert "Two sources are merged" in lines("merge 1")
    assert "source merged. Saved." in lines("merge 1 into 2")
    (source,) = lines.session.sourcing.sources()
    assert source.title == "Minutes [sic]"
    (tmp_path / "page 1.txt").write_text("p. 1", encoding="utf-8")
    assert "evidence attached" in lines(f"attach 1 {tmp_path / 'page 1.txt'}")
    assert [a.name for a in lines.session.sourcing.sources()[0].attachments] == ["page 1.txt"]
    assert "There is no source 7." in lines("attach 7 x")
    assert lines.shop.findings() == []


def test_a_citation_is_edited_for_another_question_and_one_detail(lines: Lines, quoted: int) -> None:
    added(lines)
    lines("s")
    lines("said")
    lines("E 1", "supports", "00:14:20", "")
    name = lines.shop.number(quoted).details[0]
    words = lines.shop.number(quoted).within(name.span)
    told = lines("edit-citation 1", "so", "context", "", "“quite so”", words, "")
    assert "source edited here. Saved." in told
    (cited,) = lines.shop.number(quoted).citations
    assert (cited.question, cited.stance, cited.locator) == (Question.SO, Stance.CONTEXT, "00:14:20")
    assert (cited.excerpt, cited.detail) == ("“quite so”", words)
    lines("edit-citation 1", "", "", "p. 3", "", "-", "")
    (cited,) = lines.shop.number(quoted).citations
    assert (cited.locator, cited.detail) == ("p. 3", None)
    assert "There is no citation 2 here." in lines("edit-citation 2")


def test_a_source_of_another_article_is_cited_as_a_copy_and_can_be_changed_only_then(
    lines: Lines, quoted: int
) -> None:
    lines.shop.by("ben")
    ledger = lines.shop.ledgers["ben"]
    other = import_document(ledger, read_bytes(b"It rained in Lower Fenwick.", "other.txt")).article
    there = Source("", "", "Gauge book", SourceKind.DATA, Tier.PRIMARY, Level.PUBLIC)
    Sourcing(ledger).add(other.id, there)
    assert f"1, Gauge book: data, primary, public, a copy of: {other.title}" in lines("S")
    assert "belongs to another article" in lines("edit-source 1")
    lines("so")
    assert "Saved." in lines("E 1", "supports", "p. 3", "")
    assert [c.locator for c in lines.shop.number(quoted).citations] == ["p. 3"]
    assert "source changed. Saved." in lines("edit-source 1", "Rain gauge book", *[""] * 6)
    assert [s.title for s in lines.shop.reader.surroundings.sources(other.id)] == ["Gauge book"]
    assert lines.shop.findings() == []


def test_a_new_draft_is_looked_at_and_taken_only_after_a_yes(lines: Lines, tmp_path: Path) -> None:
    newer = tmp_path / "newer.txt"
    newer.write_text(ARTICLE.replace("in recent weeks", "in recent months"), encoding="utf-8")
    lines("g 4")
    lines("so")
    before = lines.session.article.draft_id
    told = lines(f"i {newer}")
    assert "1 changed (0 to be rechecked)" in told
    assert "[-weeks-]{+months+}" in told
    assert "Nothing was saved." in told
    assert lines.session.article.draft_id == before
    assert "Saved." in lines(f"revise {newer}", "yes")
    assert lines.session.draft_number == 2


def test_the_next_one_to_be_rechecked_is_gone_to_whatever_the_filter(lines: Lines, tmp_path: Path) -> None:
    assert "Nothing is to be rechecked." in lines("R")
    number = next(n for n in range(1, 9) if "recent weeks" in lines.shop.number(n).exact)
    lines(f"g {number}")
    lines("c")
    newer = tmp_path / "newer.txt"
    newer.write_text(ARTICLE.replace("in recent weeks", "in recent months"), encoding="utf-8")
    lines(f"revise {newer}", "yes")
    lines("first")
    assert f"{number} of " in lines("recheck")
    assert "This is the only one to be rechecked." in lines("R")


def test_reading_again_with_the_same_extractor_finds_the_same_and_saves_nothing(lines: Lines) -> None:
    assert "would change 0 statements" in lines("reread")
    assert lines.shop.reader.newest_event() == 1


def test_what_the_screen_copies_is_read_without_notes_and_without_sources_that_are_not_public(
    lines: Lines, quoted: int
) -> None:
    added(lines)
    lines("E 1", "supports", "p. 3", "")
    lines("m hush")
    told = lines("y")
    assert told.startswith(f"Statement {quoted} (")
    assert lines.shop.number(quoted).exact in told
    assert "so: not yet" in told
    assert "Minutes" not in told
    assert "hush" not in told


def test_a_statement_is_split_inside_a_word(lines: Lines) -> None:
    total = lines.session.tally().statements
    number = next(n for n in range(1, 9) if "slowed" in lines.shop.number(n).exact)
    lines(f"g {number}")
    assert "Saved." in lines("x! recent 3")
    assert lines.session.tally().statements == total + 1
    assert lines.shop.number(number + 1).exact.startswith("ent weeks")


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Lines]:
    opened = open_lines(tmp_path, SAMPLE_ARTICLE.read_text(encoding="utf-8"))
    yield opened
    opened.close()


def test_hints_that_were_put_aside_are_listed_and_looked_at_again(sample: Lines) -> None:
    sample("dismiss 1")
    assert "15 hints" in sample("H")
    assert "(dismissed)" in sample("H all")
    assert "Saved." in sample("look-again 1")
    assert "16 hints" in sample("hints")
    assert "hints cannot be followed by none" in sample("hints none")
    sample("g 7")
    sample("l 5 denies")
    sample("settle 5 both stand")
    assert "both stand" in sample("C")
    assert "both stand" not in sample("conflicts open")
