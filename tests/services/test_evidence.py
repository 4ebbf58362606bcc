"""Files that are kept as evidence: whole or not at all, once, destroyed with the last article that has them."""

import hashlib
import os
import stat
from pathlib import Path

import pytest

from factcheck.documents.plain import read_bytes
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.verdict import Question
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, InputRefusedError, StorageFailedError
from factcheck.services.importing import import_document
from factcheck.services.keeping import Keeping
from factcheck.services.sourcing import Sourcing
from factcheck.store import evidence as room
from factcheck.store.connection import Connection
from factcheck.store.evidence import Evidence
from factcheck.store.integrity import check_evidence
from tests.build import Shop

PDF = b"%PDF-1.7 the minutes, with Deep Throat 555-0199"
DIGEST = hashlib.sha256(PDF).hexdigest()
MINUTES = Source("", "", "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC)
SO = Citation("", "", Question.SO, Stance.SUPPORTS, "p. 3")


def sourcing(shop: Shop) -> Sourcing:
    shop.by()
    return Sourcing(shop.ledgers["ann"])


def source(shop: Shop) -> Source:
    found = shop.reader.surroundings.sources(shop.article.id)
    if not found:
        sourcing(shop).add_and_cite(shop.own(), MINUTES, SO)
        return source(shop)
    return found[0]


def folder(shop: Shop) -> Path:
    assert shop.location.evidence is not None
    return shop.location.evidence


def complaints(shop: Shop) -> list[str]:
    with Connection(shop.location) as connection:
        return [f.what for f in check_evidence(connection, Evidence(shop.location.evidence))]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minutes of [May]"
    path.write_bytes(PDF)
    return path


def test_a_file_is_kept_once_under_its_hash_for_its_owner_alone(shop: Shop, file: Path) -> None:
    sourcing(shop).attach(source(shop), file)
    (attached,) = source(shop).attachments
    assert (attached.sha256, attached.name, attached.media_type, attached.size, attached.method) == (
        DIGEST,
        "minutes of [May]",
        "application/pdf",
        len(PDF),
        "file copied",
    )
    assert attached.captured_at.startswith("2024-10-17T10:00")
    kept = folder(shop) / DIGEST
    assert kept.read_bytes() == PDF
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept, folder(shop))] == [0o600, 0o700]
    with pytest.raises(ActionRefusedError, match="already"):
        sourcing(shop).attach(source(shop), file)
    assert list(folder(shop).iterdir()) == [kept]
    assert (shop.findings(), complaints(shop)) == ([], [])
    shop.by().undo(shop.article.id)
    assert source(shop).attachments == ()
    shop.by().redo(shop.article.id)
    assert source(shop).attachments == (attached,)


def test_what_cannot_be_taken_is_refused_in_words_and_leaves_nothing(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = source(shop)
    (tmp_path / "empty").touch()
    (tmp_path / "large").write_bytes(b"x" * 11)
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(room, "LARGEST", 10)
    for name, said in (
        ("none", "No such file"),
        ("empty", "empty"),
        ("large", "larger"),
        ("pipe", "not a file"),
    ):
        with pytest.raises(InputRefusedError, match=said):
            sourcing(shop).attach(seen, tmp_path / name)
    assert list(folder(shop).iterdir()) == []
    assert source(shop) == seen


def test_p02_a_full_disk_leaves_neither_file_nor_event(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = source(shop)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("factcheck.store.evidence.os.fsync", full)
        with pytest.raises(StorageFailedError, match="No space left"):
            sourcing(shop).attach(seen, file)
    assert list(folder(shop).iterdir()) == []
    assert source(shop) == seen


def test_p02_an_event_that_is_not_written_leaves_no_file(shop: Shop, file: Path) -> None:
    seen = source(shop)
    other = file.with_name("other")
    other.write_bytes(b"other bytes")
    sourcing(shop).attach(seen, other)
    with pytest.raises(ChangedMeanwhileError):
        sourcing(shop).attach(seen, file)
    assert [path.name for path in folder(shop).iterdir()] == [hashlib.sha256(b"other bytes").hexdigest()]


def test_p08_a_file_that_is_missing_or_altered_is_found_and_named(shop: Shop, file: Path) -> None:
    sourcing(shop).attach(source(shop), file)
    kept = folder(shop) / DIGEST
    kept.write_bytes(PDF.replace(b"M", b"m").replace(b"the", b"all"))
    assert complaints(shop) == [f"the evidence {DIGEST}: it was altered"]
    kept.unlink()
    assert complaints(shop) == [f"the evidence {DIGEST}: it is missing"]


def test_p22_shredding_destroys_the_evidence_that_no_other_article_has(shop: Shop, file: Path) -> None:
    sourcing(shop).attach(source(shop), file)
    other = import_document(shop.ledgers["ann"], read_bytes(b"One thing is so.\n", "b.txt")).article
    seen = shop.reader.by_number(other.id, 1)
    assert seen is not None
    sourcing(shop).cite(seen, source(shop), SO)
    abandoned = folder(shop) / ".999999999.0198-a.tmp"
    abandoned.write_bytes(PDF)
    keeping = Keeping(shop.ledgers["ann"])
    assert keeping.shred(shop.article, shop.article.slug) == []
    assert (folder(shop) / DIGEST).read_bytes() == PDF
    assert not abandoned.exists()
    linked = file.with_name("linked")
    linked.hardlink_to(folder(shop) / DIGEST)
    assert keeping.shred(other, other.slug) == []
    assert list(folder(shop).iterdir()) == []
    assert set(linked.read_bytes()) == {0}


def test_p22_evidence_that_cannot_be_destroyed_is_named(
    shop: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sourcing(shop).attach(source(shop), file)

    def held(path: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(room, "_destroy", held)
    left = Keeping(shop.ledgers["ann"]).shred(shop.article, shop.article.slug)
    assert left == [str(folder(shop) / DIGEST)]
