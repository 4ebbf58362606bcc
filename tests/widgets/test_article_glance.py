"""The chosen article at a glance: nothing wider than the pane, the most wanted where there is little room."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.glance import Glance
from factcheck.widgets.article_glance import GlanceFacts, opening_lines, standing_lines
from factcheck.widgets.painted import PaintedLine, shortened
from tests.build import usual_key
from tests.screens.desks import AT_THE_ZOO, HALF_DONE
from tests.screens.fake_desk import line_of

NOW = datetime(2025, 3, 4, 10, 41, tzinfo=UTC)
TITLE = "Zoo counts 4,000 penguins"


def facts(glance: Glance = AT_THE_ZOO, **more: object) -> GlanceFacts:
    tally = replace(HALF_DONE, open_queries=2, open_links=2)
    return GlanceFacts(line_of(2, TITLE, tally=tally, **more), glance, usual_key)


def words(lines: list[PaintedLine]) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


def standing(shown: GlanceFacts, width: int = 56, height: int = 40) -> str:
    return words(standing_lines(shown, width, height, NOW, UTC))


def test_it_says_how_far_the_article_has_come_where_one_was_and_what_is_next() -> None:
    told = standing(facts())
    assert "4 of 11 done" in told
    assert "2 recheck · 5 untouched · 1 excluded" in told
    assert "LEFT AT  5 of 12 — enter goes on there" in told
    assert "NEXT     3  The keeper, Ada Lund, said on Monday" in told


def test_open_queries_say_since_when_they_wait_and_what_else_waits_is_counted() -> None:
    told = standing(facts(), width=90)
    assert "WAITS    3  author, for 2 days: Who counted them [sic]?" in told
    assert "7  source Ada Lund, since today: Did you say “nobody”?" in told
    assert "1 link to be settled" in told


def test_what_is_not_set_names_its_key_and_a_deadline_that_has_passed_says_so() -> None:
    assert "DEADLINE not set — L" in standing(facts())
    assert "DATELINE not set — D" in standing(facts())
    assert "2025-03-03 18:00 — passed" in standing(facts(deadline="2025-03-03 18:00"))
    assert "passed" not in standing(facts(deadline="2025-03-05 18:00"))


@pytest.mark.parametrize("height", [10, 12, 16, 24, 40])
@pytest.mark.parametrize("width", [40, 55, 76])
def test_nothing_is_wider_or_higher_than_the_pane_and_the_dates_are_never_cut_off(
    width: int, height: int
) -> None:
    shown = facts(deadline="Friday")
    for lines in (standing_lines(shown, width, height, NOW, UTC), opening_lines(shown, width, height)):
        assert len(lines) <= height
        assert [line for line in lines if shortened(line, width) != line] == []
    told = standing(shown, width, height)
    assert "DEADLINE Friday" in told
    assert "NEXT     3" in told
    assert told.endswith("SIGNED   not yet")


def test_the_beginning_is_set_like_an_article_and_says_where_it_goes_on() -> None:
    lines = opening_lines(facts(), 60, 12)
    assert lines[0] == (("Zoo counts 4,000 penguins in what its keeper calls ‘the", "strong"),)
    assert (("Nobody knows where they came from. [/]", "italic"),) in lines
    assert lines[-1] == (("…", "muted"),)
    whole = opening_lines(facts(), 60, 60)
    assert "nobody saw them come" in words(whole)
    assert "…" not in words(whole)


def test_an_article_without_anything_says_little_and_breaks_nothing() -> None:
    shown = facts(Glance(((BlockKind.PARAGRAPH, ""),)))
    assert "NEXT" not in standing(shown)
    assert opening_lines(shown, 40, 10) == [((("", ""),)), ()]
