"""Encodings that nobody names: proposed, shown as a guess, and never taken in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.documents.encodings import proposed
from factcheck.documents.intake import document_in, document_of
from factcheck.errors import InputRefusedError
from tests.conftest import FIXTURES

ENCODINGS = FIXTURES / "hostile" / "encodings"


@pytest.mark.parametrize(
    ("name", "words"),
    [("cp1252.txt", "“"), ("koi8r-ru.txt", "е"), ("cp949-ko.txt", "다"), ("latin-short.txt", "")],
)
def test_a_proposal_is_said_to_be_a_guess_and_nothing_is_taken_without_asking(name: str, words: str) -> None:
    document = document_in(ENCODINGS / name, may_guess=True)
    assert document.is_guessed
    assert f"{document.provenance.encoding} is a guess" in document.provenance.warnings[0]
    assert document.original is not None
    with pytest.raises(InputRefusedError, match="is not text in utf-8"):
        document_in(ENCODINGS / name)


def test_the_proposals_for_enough_text_are_right() -> None:
    russian = "Мэр сказал в четверг, что город уже потратил на мост более сорока тысяч крон.\n" * 3
    assert "сказал" in document_of(russian.encode("koi8-r"), "a.txt", may_guess=True).text
    french = (
        "Le maire a déclaré que la ville avait déjà dépensé « plus de 40 000 couronnes » pour le pont.\n" * 3
    )
    assert document_of(french.encode("cp1252"), "a.md", may_guess=True).text.startswith(french[:40])


@pytest.mark.parametrize("content", ["Café".encode(), "\ufeffCafé".encode("utf-16-le"), b"plain"])
def test_what_is_sure_is_no_guess(content: bytes) -> None:
    assert not document_of(content, "a.txt", may_guess=True).is_guessed


def test_a_page_that_declares_nothing_is_guessed_and_one_that_does_is_not() -> None:
    page = "<html><body><p>Café, said the mayor of the town.</p></body></html>".encode("cp1252")
    assert document_of(page, "a.html", may_guess=True).is_guessed
    declared = page.replace(b"<body>", b'<meta charset="windows-1252"><body>')
    assert not document_of(declared, "a.html", may_guess=True).is_guessed


def test_p12_what_is_no_text_is_not_made_one_by_guessing() -> None:
    for content in (b"\xff\x00\x01", b"\x89PNG\r\n\x1a\n\x00\x00", b"SQLite format 3\x00\xff"):
        with pytest.raises(InputRefusedError):
            document_of(content, "a.txt", may_guess=True)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_p12_a_proposal_always_decodes(content: bytes) -> None:
    encoding = proposed(content)
    assert encoding is None or isinstance(content.decode(encoding), str)
