"""Each command of the review is done by the room that says so, also by one that is loaded later."""

from importlib import import_module

import pytest

from factcheck.clock import system_clock
from factcheck.screens.review import ReviewScreen
from factcheck.screens.review_rooms import LATE_ROOMS
from tests.screens.fakes import FakeReview


@pytest.mark.parametrize("place", LATE_ROOMS)
def test_a_late_room_does_exactly_the_commands_under_which_it_is_listed(place: str) -> None:
    module, _, name = place.partition(".")
    room = getattr(import_module(f"factcheck.screens.{module}"), name)
    assert set(room(ReviewScreen(FakeReview(), clock=system_clock)).acts()) == set(LATE_ROOMS[place])
