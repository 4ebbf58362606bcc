"""The desk's columns: what waits for others takes room only where there is something."""

from datetime import UTC, datetime

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.article_line import ArticleLine
from factcheck.domain.signoff import CountersignNote, Signoff
from factcheck.domain.tally import Tally
from factcheck.widgets.article_brief import ArticleBrief
from factcheck.widgets.article_columns import Columns, heading, row

NOW = datetime(2025, 3, 4, 10, 41, tzinfo=UTC)


def line_of(tally: Tally) -> ArticleLine:
    return ArticleLine(Article("a1", "ferry", "Ferry late", "d1"), tally, touched_at="2025-03-04T08:05:00Z")


def text(pieces: tuple[tuple[str, str], ...]) -> list[str]:
    return "".join(piece for piece, _ in pieces).split()


def test_open_queries_links_and_replies_stand_in_a_column_of_their_own() -> None:
    waiting = line_of(Tally(statements=4, untouched=4, open_queries=2, open_links=4, unanswered=1))
    columns = Columns.fitting([waiting, line_of(Tally(statements=2))], 80)
    assert "WAITS" in text(heading(columns))
    assert text(row(waiting, columns, NOW, UTC))[-7:] == ["q", "2", "↔", "2", "*", "1", "08:05"]
    assert text(row(line_of(Tally(statements=2)), columns, NOW, UTC)) == [
        "Ferry",
        "late",
        "─" * 10,
        "0/2",
        "08:05",
    ]


def test_where_nothing_waits_no_column_takes_the_room() -> None:
    assert "WAITS" not in text(heading(Columns.fitting([line_of(Tally(statements=2))], 120)))


def test_the_brief_says_in_words_what_waits() -> None:
    brief = ArticleBrief(lambda: NOW, UTC)
    brief._line = line_of(Tally(statements=4, untouched=4, open_queries=1, open_links=2, unanswered=2))
    assert " ".join(text(brief.lines_for(120, 3)[2])).endswith("waits for 1 answer, 1 link, 2 replies")


def test_a_signed_article_says_so_and_whether_it_was_changed_since() -> None:
    signed = ArticleLine(line_of(Tally()).article, Tally(), "2025-03-04T08:05:00Z", "signed")
    for decision, words in (("approved", "countersigned"), ("rejected", "rejected")):
        note = CountersignNote("s", "s", "Eve", decision, "key")
        signoff = Signoff("r", "s", 1, None, "Ann", "a@example.org", "key", "draft", countersigns=(note,))
        line = replace(signed, article=replace(signed.article, signoff=signoff))
        assert words in text(row(line, Columns.fitting([line], 80), NOW, UTC))
        assert line.signed_words == f"signed, {words} by Eve"
    changed = ArticleLine(signed.article, Tally(), "2025-03-04T08:05:00Z", "signed, changed since")
    columns = Columns.fitting([signed, changed, line_of(Tally())], 80)
    assert "SIGNED" in text(heading(columns))
    assert "signed" in text(row(signed, columns, NOW, UTC))
    assert "changed" in text(row(changed, columns, NOW, UTC))
    assert "SIGNED" not in text(heading(Columns.fitting([line_of(Tally())], 120)))
