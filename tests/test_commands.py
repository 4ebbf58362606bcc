"""The catalogue is whole: no two commands share a key on a screen, and each can be done."""

from itertools import combinations

import pytest

from factcheck.commands.catalogue import (
    WALLS,
    WALLS_OF,
    catalogue,
    command,
    commands_of,
    commands_on,
    grouped,
    key_line_of,
)
from factcheck.commands.command import Where
from factcheck.screens.review import ReviewScreen
from tests.screens.fake_article import NOW
from tests.screens.fakes import FakeReview


@pytest.mark.parametrize("where", list(Where))
def test_no_key_means_two_things_on_a_screen(where: Where) -> None:
    commands = {*commands_of(where), *commands_of(Where.EVERYWHERE)}
    for one, other in combinations(commands, 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_ids_are_unique_and_every_command_is_explained() -> None:
    assert len({c.id for c in catalogue()}) == len(tuple(catalogue()))
    for entry in catalogue():
        assert entry.help.endswith((".", "?"))
        assert entry.label
        assert entry.keys
        assert command(entry.id) is entry


def test_every_command_of_the_review_can_be_done_and_nothing_else_can() -> None:
    screen = ReviewScreen(FakeReview(), clock=lambda: NOW)
    assert set(screen.acts()) == {c.id for c in commands_of(Where.REVIEW)}


def test_no_key_depends_on_what_a_terminal_may_keep_for_itself() -> None:
    for entry in catalogue():
        for key in entry.keys:
            assert "alt+" not in key
            assert "ctrl+enter" not in key
            assert not (key.startswith("f") and key[1:].isdigit())


def test_the_key_line_names_the_verdicts_first_and_help_always() -> None:
    ids = [c.id for c in key_line_of(Where.REVIEW)]
    assert ids[:3] == ["confirmed", "unverified", "disputed"]
    assert "help" in ids
    assert [c.id for c in key_line_of(Where.NOTE, is_modal=True)] == ["save_note", "leave_note"]


def test_grouping_loses_no_command() -> None:
    assert {c.id for _, members in grouped(tuple(catalogue())) for c in members} == {
        c.id for c in catalogue()
    }


def test_each_command_hangs_where_its_screens_look() -> None:
    for wall in WALLS:
        for entry in commands_on(wall):
            assert [where for where in entry.screens if wall not in WALLS_OF[where]] == []
    assert set(WALLS_OF) == set(Where)
