"""The package in which a signed report leaves: every file, who vouches for it, and how to check it without us."""

import re
import zipfile
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from factcheck.errors import StorageFailedError
from factcheck.paths import write_whole
from factcheck.report.sealed import Countersign, Sealed
from factcheck.signing.how_to_verify import example_signers, how_to_verify
from factcheck.signing.namespaces import PACKAGE
from factcheck.signing.signer import Signer
from factcheck.signing.sshsig import read_armored
from factcheck.signing.strict import read_canonical

REPORT_FILE = "report.json"
ARTICLE_FILE = "article.txt"
SUMS_FILE = "SHA256SUMS"
VERIFY_FILE = "VERIFY.txt"
EXAMPLE_FILE = "allowed_signers.example"
COUNTERSIGN_FILE = re.compile(r"countersign-([1-9][0-9]{0,2})\.json(\.sig)?")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}")
"""What a file in a package may be called: nothing that any system reads as more than a name."""

_RESERVED = frozenset(
    {
        REPORT_FILE,
        ARTICLE_FILE,
        SUMS_FILE,
        VERIFY_FILE,
        EXAMPLE_FILE,
        f"{REPORT_FILE}.sig",
        f"{SUMS_FILE}.sig",
    }
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can say


def signature_file(name: str) -> str:
    """What the signature of a file is called."""
    return f"{name}.sig"


def package_files(
    sealed: Sealed, article_text: str | None, renderings: Mapping[str, bytes], signer: Signer
) -> dict[str, bytes]:
    """The files of a package by name. `renderings` are other forms by file name, "report.html" for one.

    Raises ValueError for an unsigned report, a text that is not the report's, and a name that is not to be used;
    KeyRefusedError when the key does not sign SHA256SUMS.
    """
    if sealed.signature is None:
        raise ValueError("a package has a signed report")
    document = read_canonical(sealed.report)
    key = read_armored(sealed.signature).key
    files = {REPORT_FILE: sealed.report, signature_file(REPORT_FILE): sealed.signature}
    if article_text is not None:
        files[ARTICLE_FILE] = article_text.encode("utf-8")
        if sha256(files[ARTICLE_FILE]).hexdigest() != document["article"]["text_sha256"]:
            raise ValueError("the text is not the one that the report is about")
    for name, content in renderings.items():
        if name in _RESERVED or not NAME.fullmatch(name) or COUNTERSIGN_FILE.fullmatch(name):
            raise ValueError(f"no rendering may be called {name!r}")
        files[name] = content
    files[VERIFY_FILE] = how_to_verify(document, sealed).encode("utf-8")
    files[EXAMPLE_FILE] = example_signers(document, key).encode("utf-8")
    files[SUMS_FILE] = sums(files)
    files[signature_file(SUMS_FILE)] = signer.sign(files[SUMS_FILE], PACKAGE)
    for one in sealed.countersigns:
        files = with_countersign(files, one)
    return files


def with_countersign(files: Mapping[str, bytes], countersign: Countersign) -> dict[str, bytes]:
    """The files of a package with one countersign more. SHA256SUMS does not cover it, so it stays as it is."""
    number = 1
    while f"countersign-{number}.json" in files:
        number += 1
    name = f"countersign-{number}.json"
    return {**files, name: countersign.statement, signature_file(name): countersign.signature}


def sealed_in(files: Mapping[str, bytes]) -> Sealed:
    """The report in a package with all that is signed under it. Raises KeyError for a file that is missing."""
    numbers = sorted(int(m[1]) for m in map(COUNTERSIGN_FILE.fullmatch, files) if m and not m[2])
    names = [f"countersign-{number}.json" for number in numbers]
    return Sealed(
        report=files[REPORT_FILE],
        signature=files.get(signature_file(REPORT_FILE)),
        countersigns=tuple(Countersign(files[name], files[signature_file(name)]) for name in names),
    )


def sums(files: Mapping[str, bytes]) -> bytes:
    """SHA256SUMS over some files, in the form that `sha256sum -c` reads."""
    lines = (f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode("ascii")


def zipped(files: Mapping[str, bytes], root: str) -> bytes:
    """The files in one folder of a zip file. The same files give the same bytes: no times, no owners, sorted."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(f"{root}/{name}", _EARLIEST)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # Unix, wherever it is written
            member.external_attr = 0o100644 << 16
            archive.writestr(member, files[name])
    return content.getvalue()


def write_package(files: Mapping[str, bytes], path: Path, root: str) -> None:
    """Write the files as a zip file when `path` ends with .zip, else into a folder, which is made.

    Raises StorageFailedError; a folder that has other files in it is left alone.
    """
    try:
        if path.suffix.lower() == ".zip":
            write_whole(path, zipped(files, root))
            return
        path.mkdir(parents=True, exist_ok=True)
        strange = sorted(one.name for one in path.iterdir() if one.name not in files)
        if strange:
            raise StorageFailedError(f"{path} has other files in it.", "Name a folder that is empty or new.")
        for name in sorted(files):
            write_whole(path / name, files[name])
    except OSError as error:
        raise StorageFailedError(
            f"{path}: {error.strerror or 'cannot be written'}.", "Choose another place."
        ) from error
