"""Only one way of writing JSON is read."""

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from factcheck.signing.strict import NotCanonicalError, read_canonical

WORDS = st.text(alphabet='aZ é€𝄞"\\/\n\x00\x7f\u2028\ufeff', max_size=6)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(alphabet='ab"\n', max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(VALUES)
def test_what_rfc_8785_writes_is_read_as_it_was(value: object) -> None:
    assert read_canonical(rfc8785.dumps(value)) == value  # type: ignore[arg-type]  # both take the same JSON


@given(st.binary(max_size=40))
def test_p12_bytes_are_read_or_refused_and_never_read_as_something_else(content: bytes) -> None:
    try:
        value = read_canonical(content)
    except NotCanonicalError:
        return
    assert rfc8785.dumps(value) == content


@pytest.mark.parametrize(
    "content",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"NaN",
        b"Infinity",
        b"9007199254740992",
        b"1" * 10_000,
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b"\xef\xbb\xbf{}",
        b'{"\xc3\xa4":1}',
        b"[" * 33 + b"]" * 33,
        b"[" * 100_000,
        b"{}\n",
        b"",
        b"\xff",
        b"null null",
    ],
)
def test_every_other_way_of_writing_it_is_refused(content: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read_canonical(content)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a":1,"a":1}', "a key stands twice"),
        (b'{"a":1.5}', "a number that is not a whole one"),
        (b'{"a":9007199254740992}', "a number that is too large"),
        (b"[" * 33 + b"]" * 33, "nested too deeply"),
        (b'{"b":1,"a":1}', "formatted anew"),
        (b"\xff", "not JSON of the kind that is signed"),
    ],
)
def test_what_is_wrong_with_it_is_named(content: bytes, reason: str) -> None:
    with pytest.raises(NotCanonicalError, match=reason):
        read_canonical(content)
