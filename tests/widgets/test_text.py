"""Text from outside is shown as it is: no markup, nothing unseen, as many code points as before."""

import pytest

from factcheck.widgets.text import content

TRAPS = [
    "He said [sic] it",
    "[/no evidence]",
    "[/]",
    "[B]ecause",
    "\x1b[31mred",
    "\x1b]52;c;aGk=\x07",
    "\u202etxet",
]


@pytest.mark.parametrize("trap", TRAPS)
def test_traps_keep_their_characters_and_their_length(trap: str) -> None:
    shown = content(trap).plain
    assert len(shown) == len(trap)
    assert not any(ord(c) < 32 or c == "\u202e" for c in shown)
    assert [c for c in shown if c in "[]/"] == [c for c in trap if c in "[]/"]


def test_a_style_is_ours_and_touches_no_character() -> None:
    assert content("[b]x", "bold").plain == "[b]x"
