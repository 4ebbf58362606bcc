"""The files that are kept as evidence: each once, under the SHA-256 of its bytes, beside the store's file."""

import hashlib
import os
import re
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from factcheck.errors import InputRefusedError, StorageFailedError
from factcheck.ids import Ids
from factcheck.paths import PRIVATE_FILE, make_private_folder

LARGEST = 512 * 2**20
"""Bytes that a file may have to be kept as evidence."""
_AT_A_TIME = 2**20
_KEPT = re.compile(r"[0-9a-f]{64}")
_TEMPORARY = re.compile(r"\.(\d+)\.[0-9a-f-]+\.tmp")


class Copied(Struct, frozen=True):
    """A file that was copied beside the evidence and is not part of it yet. `size` is in bytes."""

    temporary: Path
    sha256: str
    size: int
    beginning: bytes


class Evidence:
    """The folder of evidence of one store."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where it is. Raises StorageFailedError for a store on a server, which has no folder."""
        if self._folder is None:
            raise StorageFailedError(
                "Evidence is kept beside the store's file, and a store on a server has none.",
                "Write the file's place into the source's address.",
            )
        return self._folder

    @property
    def has_folder(self) -> bool:
        """Whether files can be kept here at all."""
        return self._folder is not None

    @contextmanager
    def copied(self, path: Path, ids: Ids) -> Iterator[Copied]:
        """Copy a file beside the evidence, on the disk with all its bytes; what is not kept goes again.

        Raises InputRefusedError for what cannot be read, and StorageFailedError for what cannot be written.
        """
        with self._temporary(ids) as (temporary, descriptor):
            with os.fdopen(descriptor, "wb") as target:
                copied = _copy(path, temporary, target.fileno())
            yield copied

    @contextmanager
    def written(self, content: bytes, ids: Ids) -> Iterator[Copied]:
        """Write some bytes beside the evidence, on the disk; what is not kept goes again.

        Raises StorageFailedError.
        """
        with self._temporary(ids) as (temporary, descriptor):
            with os.fdopen(descriptor, "wb", buffering=0) as target, _telling(self.folder):
                _write(target.fileno(), content)
                os.fsync(target.fileno())
            yield Copied(temporary, hashlib.sha256(content).hexdigest(), len(content), content[:64])

    @contextmanager
    def _temporary(self, ids: Ids) -> Iterator[tuple[Path, int]]:
        folder = self.folder
        with _telling(folder):
            make_private_folder(folder)
            temporary = folder / f".{os.getpid()}.{ids.new()}.tmp"
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        try:
            yield temporary, descriptor
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def keep(self, copied: Copied) -> bool:
        """Make a copied file part of the evidence; whether it was not there before. Raises StorageFailedError."""
        kept = self.path(copied.sha256)
        with _telling(self.folder):
            is_new = not kept.exists()
            copied.temporary.replace(kept)
            _sync_folder(self.folder)
        return is_new

    def path(self, sha256: str) -> Path:
        """Where the file with these bytes is, or would be."""
        return self.folder / sha256

    def drop(self, sha256: str) -> None:
        """Take a file away that was kept for something that was not written after all."""
        with suppress(OSError):
            self.path(sha256).unlink(missing_ok=True)

    def complaint(self, sha256: str) -> str:
        """What is wrong with a file that should be there; "" when nothing is."""
        if self._folder is None:
            return "there is no folder of evidence"
        try:
            with self.path(sha256).open("rb") as file:
                is_same = hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except FileNotFoundError:
            return "it is missing"
        except OSError as error:
            return f"it cannot be read ({error.strerror})"
        return "" if is_same else "it was altered"

    def sweep(self, named: Collection[str]) -> list[str]:
        """Destroy every file that is not named; the paths of those that could not be destroyed.

        The bytes are overwritten first, as far as the file system writes where the file is.
        """
        if self._folder is None or not self._folder.is_dir():
            return []
        left = []
        for path in sorted(self._folder.iterdir()):
            if path.name not in named and (_KEPT.fullmatch(path.name) or _is_abandoned(path.name)):
                try:
                    _destroy(path)
                except OSError:
                    left.append(str(path))
        return left


def _copy(path: Path, temporary: Path, target: int) -> Copied:
    digest, size, beginning = hashlib.sha256(), 0, b""
    with _reading(path) as source:
        while part := _read(path, source):
            beginning = beginning or part[:64]
            digest.update(part)
            size += len(part)
            _refuse_if_too_large(path, size)
            with _telling(temporary.parent):
                _write(target, part)
    if not size:
        raise InputRefusedError(f"{path} is empty.", "Choose the file that shows something.")
    with _telling(temporary.parent):
        os.fsync(target)
    return Copied(temporary, digest.hexdigest(), size, beginning)


@contextmanager
def _reading(path: Path) -> Iterator[int]:
    try:
        source = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe without a writer would wait for ever
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        told = os.fstat(source)
        if not stat.S_ISREG(told.st_mode):
            raise InputRefusedError(f"{path} is not a file.", "Choose a file.")
        _refuse_if_too_large(path, told.st_size)
        yield source
    finally:
        os.close(source)


def _read(path: Path, source: int) -> bytes:
    try:
        return os.read(source, _AT_A_TIME)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> InputRefusedError:
    return InputRefusedError(f"{path}: {error.strerror}.", "Check the path, and that you may read it.")


def _refuse_if_too_large(path: Path, size: int) -> None:
    if size > LARGEST:
        raise InputRefusedError(
            f"{path} is larger than {LARGEST // 2**20} MB.",
            "Keep it elsewhere and write its place into the source's address, or attach a part of it.",
        )


def _write(target: int, part: bytes) -> None:
    rest = memoryview(part)
    while rest:
        rest = rest[os.write(target, rest) :]


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _telling(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageFailedError(
            f"The file was not kept as evidence in {folder}: {error.strerror}.",
            "Make room or make the folder writable, then try again; nothing was changed.",
        ) from error


def _is_abandoned(name: str) -> bool:
    """Whether a copy was begun by a program that is not running any longer."""
    found = _TEMPORARY.fullmatch(name)
    if found is None:
        return False
    try:
        os.kill(int(found[1]), 0)
    except ProcessLookupError:
        return True
    except OSError:  # somebody else's program has this number now
        return False
    return False


def _destroy(path: Path) -> None:
    with path.open("r+b", buffering=0) as file:
        rest = file.seek(0, os.SEEK_END)
        file.seek(0)
        while rest > 0:
            rest -= file.write(bytes(min(rest, _AT_A_TIME)))
        os.fsync(file.fileno())
    path.unlink()
    _sync_folder(path.parent)
