import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.visible import unseen_characters, visible
from tests.conftest import FIXTURES

UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@given(st.text(alphabet=st.characters()))
def test_p13_each_character_becomes_exactly_one_visible_one(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not {unicodedata.category(c) for c in shown if c != "\ufffd"} & UNSEEN


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_what_is_visible_stays_as_it_is(text: str) -> None:
    shown = visible(text)
    assert all(
        a == b or unicodedata.category(a) in UNSEEN or not a.isalnum()
        for a, b in zip(text, shown, strict=True)
    )
    assert visible(shown) == shown


@pytest.mark.parametrize("name", ["ansi.txt", "c1.txt", "overwrite.txt", "markup.txt"])
def test_p13_no_control_character_of_the_hostile_files_is_left(name: str) -> None:
    shown = visible((FIXTURES / "hostile" / "terminal" / name).read_bytes().decode("utf-8"))
    assert not [c for c in shown if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0]


def test_square_brackets_are_left_alone() -> None:
    assert visible("[sic] [/] [B]ecause [bold red]") == "[sic] [/] [B]ecause [bold red]"


def test_line_feeds_stay_only_when_asked() -> None:
    assert visible("a\nb") == "a␊b"
    assert visible("a\nb\t", keep_line_feeds=True) == "a\nb␉"


@pytest.mark.parametrize(
    "mark", ["\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\U000e0067", "\ufe0f", "\u3164"]
)
def test_what_cannot_be_seen_is_shown_and_counted(mark: str) -> None:
    assert visible(mark) != mark
    assert unseen_characters(f"a{mark}b{mark}") == {f"U+{ord(mark):04X}": 2}


def test_ordinary_text_has_nothing_unseen() -> None:
    assert unseen_characters("Müller said “no”.\n\n\tKyïv – 10,000") == {}
