"""What is painted again is all that is different, and no more than from the first to the last of it."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.widgets.differing import differing

_LINE = st.lists(
    st.tuples(st.text(st.sampled_from("ab c"), max_size=6), st.sampled_from(["", "muted", "current"])),
    max_size=5,
)
_WIDTH = 20


def columns(line: list[tuple[str, str]]) -> list[tuple[str, str]]:
    cells = [(c, "" if c == " " and look == "muted" else look) for text, look in line for c in text]
    return (cells + [(" ", "")] * _WIDTH)[:_WIDTH]


@given(_LINE, _LINE)
def test_everything_outside_is_the_same_and_the_edges_are_not(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    before, after = columns(old), columns(new)
    found = differing(old, new, _WIDTH)
    if found is None:
        assert before == after
        return
    first, behind = found
    assert before[:first] == after[:first]
    assert before[behind:] == after[behind:]
    assert before[first] != after[first]
    assert before[behind - 1] != after[behind - 1]


def test_a_line_with_wide_or_combining_characters_is_painted_whole() -> None:
    assert differing((("港a", ""),), (("港b", ""),), _WIDTH) == (0, _WIDTH)
    assert differing((("e\u0301", ""),), (("e", ""),), _WIDTH) == (0, _WIDTH)
