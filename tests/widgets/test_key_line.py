"""The line of keys fits, keeps help, and says what can do nothing at the moment."""

import pytest

from factcheck.commands.command import Where
from factcheck.screens.commanded import keys_of
from factcheck.widgets.key_line import Key, KeyLine

KEYS = [Key("a", "c", "confirmed"), Key("b", "u", "unverified"), Key("z", "?", "help", is_kept=True)]


def text(width: int) -> str:
    return "".join(piece for piece, _ in KeyLine(KEYS).lines_for(width, 1)[0]).rstrip()


def test_all_keys_where_there_is_room() -> None:
    assert text(60) == "c confirmed   u unverified   ? help"


def test_help_stays_when_others_have_to_go() -> None:
    assert text(22) == "c confirmed   ? help"
    assert text(10) == "? help"


def test_what_can_do_nothing_stays_in_its_place_dimmed() -> None:
    line = KeyLine(KEYS)
    before = [piece for piece, _ in line.lines_for(60, 1)[0]]
    line._dimmed = {"b"}
    after = line.lines_for(60, 1)[0]
    assert [piece for piece, _ in after] == before
    assert ("u", "muted") in after


def of_review(width: int) -> str:
    return "".join(piece for piece, _ in KeyLine(keys_of(Where.REVIEW)).lines_for(width, 1)[0]).rstrip()


@pytest.mark.parametrize("width", [78, 98, 118, 158])
def test_the_next_keys_of_a_statement_are_named_in_every_width(width: int) -> None:
    line = of_review(width)
    assert len(line) <= width
    for key in ("d", "s said/so", "space next", "b", "t tick", "e source", "? help"):
        assert key in line


def test_labels_become_shorter_before_keys_go_and_verdicts_share_a_word_at_last() -> None:
    assert ". same source   m note" in of_review(158)
    assert "b why   t tick   e source   . same   ? help" in of_review(118)
    assert of_review(98).startswith("c confirmed  u unverified  d disputed  s said/so")
    assert of_review(98).endswith("e source  ? help")
    assert of_review(78).startswith("c u d verdict  s said/so")
    assert of_review(78).endswith(". same  ? help")
    assert of_review(58).startswith("c u d verdict  s said/so  space next  b why")


@pytest.mark.parametrize("width", [58, 78, 98, 118])
def test_no_screen_names_the_key_for_help_without_its_word(width: int) -> None:
    for where in Where:
        line = KeyLine(keys_of(where)).lines_for(width, 1)[0]
        assert "? help" in "".join(text for text, _ in line), where


def test_each_key_of_a_family_can_be_clicked() -> None:
    line = KeyLine(keys_of(Where.REVIEW))
    line.lines_for(78, 1)
    assert line._places[:3] == [(0, 1, "confirmed"), (2, 3, "unverified"), (4, 13, "disputed")]
