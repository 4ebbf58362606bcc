"""What is half-typed at the desk is there after a crash (P4)."""

from pathlib import Path

import pytest

from factcheck.errors import StorageFailedError
from factcheck.services.typing_on import read_typed, write_typed


def test_p04_what_was_typed_is_read_back_whatever_its_characters(tmp_path: Path) -> None:
    file = tmp_path / "state" / "typed.json"
    typed = {"paste": "He said [sic]\x1b[31m \ud800 \u202e", "Rename:x": "a\nb"}
    write_typed(file, typed, {})
    assert read_typed(file) == typed
    assert file.stat().st_mode & 0o077 == 0
    write_typed(file, {}, typed)
    assert read_typed(file) == {}


def test_p04_what_another_window_has_half_typed_stays(tmp_path: Path) -> None:
    file = tmp_path / "typed.json"
    write_typed(file, {"paste": "one"}, {})
    write_typed(file, {"file": "/tmp/b"}, {})
    write_typed(file, {"paste": "one and more"}, {"paste": "one"})
    assert read_typed(file) == {"paste": "one and more", "file": "/tmp/b"}
    write_typed(file, {}, {"file": "/tmp/b"})
    assert read_typed(file) == {"paste": "one and more"}


@pytest.mark.parametrize("content", [b"", b"[1]", b"\xff", b'{"a": 1}'])
def test_a_file_that_is_not_ours_is_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "typed.json").write_bytes(content)
    assert read_typed(tmp_path / "typed.json") == {}
    assert read_typed(tmp_path / "none.json") == {}


def test_p03_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailedError, match=r"typed\.json"):
        write_typed(tmp_path / "file" / "typed.json", {"paste": "one"}, {})
