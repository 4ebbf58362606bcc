"""The files of a package, from a zip file or a folder that anybody may have made. Nothing is ever unpacked to disk."""

import stat
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from factcheck.signing.package import NAME

LARGEST_FILE = 512 << 20
LARGEST_WHOLE = 1 << 30
MOST_FILES = 500
_SWELLING = 200  # times its size in the zip file: text in many copies comes to a fifth of that
_SMALL = 1 << 20  # below it nobody is harmed by how much something swells
# What file managers leave in a folder by themselves, and the recipient's own list, which VERIFY.txt asks them to put there.
_NOT_SENT = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "allowed_signers"})

ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What the zip library raises at a file that is damaged, or made to make it fall over."""


class RefusedError(ValueError):
    """The file or folder is not a package that this program would have made, or one that it should not read."""


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name, without what the recipient or the system put there. Raises RefusedError and OSError."""
    paths = [path for path in sorted(folder.iterdir()) if path.name not in _NOT_SENT]
    if len(paths) > MOST_FILES:
        raise RefusedError("it has too many files")
    for path in paths:
        if path.is_symlink() or not path.is_file():
            raise RefusedError("it has a folder or a link in it")
        if not NAME.fullmatch(path.name):
            raise RefusedError("it has a file with a strange name")
    whole = 0
    files = {}
    for path in paths:
        files[path.name] = read_limited(path)
        whole += len(files[path.name])
        if whole > LARGEST_WHOLE:
            raise RefusedError("it is too large")
    return files


def read_limited(path: Path) -> bytes:
    """A file's content. Raises RefusedError for one that is too large, and OSError."""
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise RefusedError("it is too large")
    return content


def read_zip(content: bytes) -> dict[str, bytes]:
    """The files of a package that is a zip file, by name without their one folder. Raises RefusedError."""
    members = _members(content)
    roots = {name.rpartition("/")[0] for name in members}
    if len(roots) > 1:
        raise RefusedError("its files are in more than one folder")
    return {name.rpartition("/")[2]: inflated for name, inflated in members.items()}


def zip_kind(content: bytes) -> str:
    """What a zip file is: "docx", "xlsx", or else a "package". Raises RefusedError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
    except ZIP_FAULTS as error:
        raise RefusedError("it is not a whole zip file") from error
    if "word/document.xml" in names:
        return "docx"
    return "xlsx" if "xl/workbook.xml" in names else "package"


def _members(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            infos = archive.infolist()
            _look_at_whole(content, archive, infos)
            infos = [info for info in infos if not info.is_dir()]
            for info in infos:
                _look_at_member(info)
            return {info.filename: _inflated(archive, info) for info in infos}
    except RefusedError:
        raise
    except ZIP_FAULTS as error:
        raise RefusedError("it is not a whole zip file") from error


def _look_at_whole(content: bytes, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    """What can be known from the directory, before anything is inflated."""
    if len(infos) > MOST_FILES or sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise RefusedError("it is too large")
    names = [info.filename.casefold() for info in infos]
    if len(set(names)) != len(names):
        raise RefusedError("it has two files of one name")
    if archive.comment or not content.startswith(b"PK\x03\x04") or content[-22:-18] != b"PK\x05\x06":
        raise RefusedError("it has something before or after its files")


def _look_at_member(info: zipfile.ZipInfo) -> None:
    folder, _, name = info.filename.rpartition("/")
    if (
        not NAME.fullmatch(name)
        or not (not folder or NAME.fullmatch(folder))
        or info.orig_filename != info.filename
    ):
        raise RefusedError("it has a file with a strange name, or one that leads out of its folder")
    mode = info.external_attr >> 16
    if mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise RefusedError("it has a link or something else that is no file in it")
    if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError("a file in it is encrypted, or compressed in an unusual way")
    swollen = info.file_size > _SMALL and info.file_size > _SWELLING * max(1, info.compress_size)
    if swollen or info.file_size > LARGEST_FILE:
        raise RefusedError("a file in it swells too much when it is unpacked")


def _inflated(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member's content, never more than its directory entry says."""
    with archive.open(info) as file:
        content = file.read(info.file_size + 1)
    if len(content) != info.file_size:
        raise RefusedError("a file in it has another size than it says")
    return content
