"""SHA256SUMS: whether the files of a package are those that were packed, all of them and no others."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from factcheck.errors import ExitCode
from factcheck.signing.named import named_signer
from factcheck.signing.namespaces import PACKAGE
from factcheck.signing.outcome import Course, Finding, StoppedError
from factcheck.signing.package import COUNTERSIGN_FILE, NAME, REPORT_FILE, SUMS_FILE, signature_file
from factcheck.signing.signed import signed_by

if TYPE_CHECKING:
    from factcheck.signing.verifying import Trust

_LINE = re.compile(rf"([0-9a-f]{{64}})  ({NAME.pattern})")
_NOT_SUMMED = frozenset({SUMS_FILE, signature_file(SUMS_FILE)})


def check_sums(
    course: Course, files: Mapping[str, bytes], document: Mapping[str, Any], trust: "Trust"
) -> None:
    """Check who packed the files, and each of them against its sum. Raises StoppedError."""
    for name in (SUMS_FILE, signature_file(SUMS_FILE)):
        if name not in files:
            raise StoppedError(
                ExitCode.INCOMPLETE, f"{name} is missing: nothing vouches for the other files."
            )
    listed = _listed(files[SUMS_FILE])
    course.findings += _about_packer(files, document, course, trust)
    found = list(_about_files(files, listed))
    course.findings += found
    if not found:
        course.passed("The files are those that were packed, all of them and no others.")


def _about_packer(
    files: Mapping[str, bytes], document: Mapping[str, Any], course: Course, trust: "Trust"
) -> Iterator[Finding]:
    """The checker packs, or an editor who countersigned: no other key may vouch for the files."""
    key = signed_by(SUMS_FILE, files[SUMS_FILE], files[signature_file(SUMS_FILE)], PACKAGE)
    named = named_signer(document)
    packers = {one.fingerprint: one.principal for one in course.countersigners}
    if named is not None:
        packers[named.key] = named.principal
    if key.fingerprint not in packers:
        yield Finding(
            ExitCode.CONTRADICTS, f"{SUMS_FILE} is signed with {key.fingerprint}, whom nobody names."
        )
        return
    if trust.allowed is None:
        return  # said already about the report itself
    objection = trust.allowed.objection(key, packers[key.fingerprint], PACKAGE, trust.now)
    if objection is not None:
        yield Finding(ExitCode.NOT_TRUSTED, f"{SUMS_FILE}: {objection}")


def _listed(content: bytes) -> dict[str, str]:
    lines = content.decode("ascii", errors="replace").splitlines(keepends=True)
    pairs = [_LINE.fullmatch(line.removesuffix("\n")) for line in lines]
    listed = {found[2]: found[1] for found in pairs if found}
    if len(listed) != len(lines) or not content.endswith(b"\n") or REPORT_FILE not in listed:
        raise StoppedError(ExitCode.MALFORMED, f"{SUMS_FILE} is not a list of files and their sums.")
    return listed


def _about_files(files: Mapping[str, bytes], listed: Mapping[str, str]) -> Iterator[Finding]:
    for name in sorted(listed):
        if name not in files:
            yield Finding(ExitCode.INCOMPLETE, f"{name} is missing.")
        elif sha256(files[name]).hexdigest() != listed[name]:
            yield Finding(ExitCode.CONTRADICTS, f"{name} was changed after it was packed.")
    for name in sorted(files):
        if name not in listed and name not in _NOT_SUMMED and not COUNTERSIGN_FILE.fullmatch(name):
            yield Finding(ExitCode.CONTRADICTS, f"{name} is not among the files that were packed.")
