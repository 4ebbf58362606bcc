"""Files that are there whole or not at all."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.paths import PRIVATE_FILE, write_pieces, write_whole


def test_a_file_is_its_pieces_one_after_another(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    write_pieces(path, (b"%d\n" % number for number in range(100_000)))
    assert path.read_bytes() == b"".join(b"%d\n" % number for number in range(100_000))
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]


def test_what_was_there_stays_when_a_piece_cannot_be_made(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"half" * 100_000
        raise ValueError("no more")

    path = tmp_path / "report.html"
    write_whole(path, b"before", mode=PRIVATE_FILE)
    with pytest.raises(ValueError, match="no more"):
        write_pieces(path, pieces())
    assert path.read_bytes() == b"before"
    assert stat.S_IMODE(path.stat().st_mode) == PRIVATE_FILE
    assert [one.name for one in tmp_path.iterdir()] == ["report.html"]
