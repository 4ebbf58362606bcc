import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.text import Span, normal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“no evidence”", '"no evidence"'),
        ("Russia’s", "Russia's"),
        ("10–12 men", "10-12 men"),
        ("a  b\n c", "a b c"),
        ("Zoe\u0308", "Zo\u00eb"),
        ("10\u00a0000", "10 000"),
    ],
)
def test_typography_does_not_count(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "102"),
        ("11,000", "17,000"),
        ("denied", "Denied"),
        ("no evidence", "noevidence"),
        ("“no evidence”", "no evidence"),
        ("‘no evidence’", "“no evidence”"),
        ("-5", "5"),
        ("\u22125", "5"),
        ("so.", "so"),
    ],
)
def test_letters_digits_signs_and_quotation_marks_count(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


@given(st.text())
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal_form(normal_form(text)) == normal_form(text)


WHITE_AND_OTHERS = st.text(alphabet=st.sampled_from("ab \t\n\u00a0\u2003\u2028\u2019\u00e9e\u0301"))


@given(WHITE_AND_OTHERS)
def test_all_white_space_is_folded_whatever_else_the_text_has(text: str) -> None:
    folded = normal_form(text)
    assert re.sub(r"\s+", " ", folded) == folded
    assert len(folded.split()) == len(text.split())


@given(st.text(), st.integers(0, 50), st.integers(1, 50))
def test_a_span_cuts_as_many_code_points_as_it_is_long(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    assert span.of(text) == text[start : start + length]
    assert len(span) == length
    assert span.shifted(3).of("abc" + text) == span.of(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_an_empty_or_reversed_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_nfc_never_nfkc() -> None:
    assert normal_form("ﬁ") == "ﬁ" != unicodedata.normalize("NFKC", "ﬁ")
