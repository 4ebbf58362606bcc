from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.documents import plain
from factcheck.documents.plain import read_bytes, read_file
from factcheck.errors import InputRefusedError, UsageError
from tests.conftest import FIXTURES

ENCODINGS = FIXTURES / "hostile" / "encodings"


@pytest.mark.parametrize("name", ["utf8.txt", "utf8-bom.txt", "utf16le-bom.txt"])
def test_what_says_its_encoding_is_decoded_and_the_mark_removed(name: str) -> None:
    document = read_file(ENCODINGS / name)
    assert not document.text.startswith("\ufeff")
    assert ("byte order mark" in " ".join(document.provenance.warnings)) == name.endswith("bom.txt")
    assert document.text.strip()


@pytest.mark.parametrize("name", ["cp1252.txt", "cp949-ko.txt", "koi8r-ru.txt", "latin-short.txt"])
def test_p12_what_is_not_utf_8_is_never_guessed(name: str) -> None:
    with pytest.raises(InputRefusedError, match="is not text in utf-8") as refused:
        read_file(ENCODINGS / name)
    assert "--encoding" in refused.value.next_step


@pytest.mark.parametrize(("name", "encoding"), [("cp1252.txt", "cp1252"), ("koi8r-ru.txt", "koi8-r")])
def test_a_named_encoding_is_used_and_recorded(name: str, encoding: str) -> None:
    document = read_file(ENCODINGS / name, encoding)
    assert document.text == (ENCODINGS / name).read_bytes().decode(encoding).replace("\r\n", "\n")
    assert document.provenance.encoding == encoding


@pytest.mark.parametrize("name", ["nul-bytes.txt", "blank.txt"])
def test_p12_binary_and_blank_files_are_refused(name: str) -> None:
    with pytest.raises(InputRefusedError):
        read_file(ENCODINGS / name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n", "a.txt"),
        (b"PK\x03\x04word", "a.docx"),
        (b"SQLite format 3\x00", "a.txt"),
        (b"", "a.txt"),
    ],
)
def test_p12_other_formats_are_refused_by_name(content: bytes, name: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        read_bytes(content, name)
    assert refused.value.next_step


def test_only_windows_line_ends_are_changed_and_each_is_reported() -> None:
    document = read_bytes(b"a\r\nb\rc\n\td \n", "a.txt")
    assert document.text == "a\nb\rc\n\td \n"
    assert document.provenance.warnings[0] == "1 Windows line ends were changed to plain ones."


def test_unseen_characters_are_reported_and_kept() -> None:
    document = read_bytes("no\u200b evidence \u202e".encode(), "a.txt")
    assert document.text == "no\u200b evidence \u202e"
    assert "U+200B (1x), U+202E (1x)" in document.provenance.warnings[0]


@pytest.mark.parametrize("encoding", ["no-such-thing", "base64"])
def test_an_encoding_that_is_none_is_a_usage_error(encoding: str) -> None:
    with pytest.raises(UsageError):
        read_bytes(b"abc", "a.txt", encoding)


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_file(tmp_path / "none.txt")


def test_p12_an_enormous_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain, "LARGEST", 10)
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    with pytest.raises(InputRefusedError, match="larger than"):
        read_file(tmp_path / "big.txt")
    with pytest.raises(InputRefusedError, match="larger than"):
        read_bytes(b"x" * 11, "big.txt")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\r")))
def test_every_other_text_comes_through_unaltered(text: str) -> None:
    if text.strip() and not text.startswith("\ufeff"):
        assert read_bytes(text.encode(), "a.txt").text == text
