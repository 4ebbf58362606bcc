import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.canonical import canonical_bytes, canonical_sha256, words_sha256

KEYS = st.text(alphabet=st.characters(max_codepoint=127))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.text(alphabet=st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_the_bytes_are_those_of_rfc_8785(value: object) -> None:
    assert canonical_bytes(value) == rfc8785.dumps(value)  # type: ignore[arg-type]  # both take the same JSON


@pytest.mark.parametrize("value", [1.5, [{"a": float("nan")}], {"ä": 1}, {1: 2}])
def test_floats_and_keys_that_sort_in_two_ways_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_bytes(value)  # type: ignore[arg-type]  # that is the point


def test_every_character_is_written_as_rfc_8785_has_it() -> None:
    text = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))
    assert canonical_bytes({"a": text}) == rfc8785.dumps({"a": text})


def test_a_value_that_holds_itself_is_refused_and_not_followed_for_ever() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(RecursionError):
        canonical_bytes(value)  # type: ignore[arg-type]  # that is the point


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        canonical_bytes("\ud800")


def test_the_hash_of_words_is_that_of_their_canonical_json() -> None:
    words = ["said", "Anna “[sic]” ö", [["Anna", "said", ["a", "b"]]]]
    assert words_sha256("said", "Anna “[sic]” ö", [["Anna", "said", ["a", "b"]]]) == canonical_sha256(words)
