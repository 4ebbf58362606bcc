"""The countersigns under a report: each about exactly this report, by somebody else than the checker."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from factcheck.errors import ExitCode
from factcheck.signing.allowed import AllowedSigners
from factcheck.signing.countersigning import FORMAT, VERSION, Decision
from factcheck.signing.namespaces import COUNTERSIGN
from factcheck.signing.outcome import Course, SignedBy, StoppedError
from factcheck.signing.package import COUNTERSIGN_FILE, REPORT_FILE, signature_file
from factcheck.signing.shape import COUNTERSIGN as SHAPE
from factcheck.signing.shape import misshapen
from factcheck.signing.signed import signed_by
from factcheck.signing.strict import NotCanonicalError, read_canonical


def check_countersigns(
    course: Course, files: Mapping[str, bytes], allowed: AllowedSigners | None, now: datetime
) -> None:
    """Check each countersign by itself, in order."""
    for name in _names(files):
        try:
            _check(course, name, files, allowed, now)
        except StoppedError as stopped:
            course.findings.append(stopped.finding)


def _names(files: Mapping[str, bytes]) -> Iterator[str]:
    """countersign-1.json and so on, up to the last of which anything is there."""
    numbers = [int(found[1]) for found in map(COUNTERSIGN_FILE.fullmatch, files) if found]
    for number in range(1, max(numbers, default=0) + 1):
        yield f"countersign-{number}.json"


def _check(
    course: Course, name: str, files: Mapping[str, bytes], allowed: AllowedSigners | None, now: datetime
) -> None:
    for needed in (name, signature_file(name), signature_file(REPORT_FILE)):
        if needed not in files:
            raise StoppedError(ExitCode.INCOMPLETE, f"{needed} is missing.")
    stated = _stated(name, files[name])
    key = signed_by(name, files[name], files[signature_file(name)], COUNTERSIGN)
    by = stated["by"]
    signer = SignedBy(by["name"], by["principal"], key.fingerprint, stated["decision"], stated["remark"])
    course.countersigners.append(signer)
    sums = {
        "report_sha256": sha256(files[REPORT_FILE]).hexdigest(),
        "signatures_sha256": sha256(files[signature_file(REPORT_FILE)]).hexdigest(),
    }
    if any(stated[field] != found for field, found in sums.items()):
        raise StoppedError(
            ExitCode.CONTRADICTS, f"{name} is about another report, or another signature of it."
        )
    if by["key"] != key.fingerprint:
        raise StoppedError(ExitCode.CONTRADICTS, f"{name} names another key than the one that signed it.")
    if course.signer is not None and course.signer.fingerprint == key.fingerprint:
        raise StoppedError(ExitCode.CONTRADICTS, f"{name} is signed with the checker's own key.")
    objection = (
        allowed.objection(key, by["principal"], COUNTERSIGN, now)
        if allowed
        else "Nothing says that the key is to be trusted."
    )
    if objection is not None:
        raise StoppedError(ExitCode.NOT_TRUSTED, f"{name}: {objection}")
    course.passed(f"{name}: {stated['decision']}, signed by {by['principal']}, whose key is trusted.")


def _stated(name: str, content: bytes) -> dict[str, Any]:
    try:
        stated = read_canonical(content)
    except NotCanonicalError as error:
        raise StoppedError(ExitCode.MALFORMED, f"{name} is not canonical JSON: {error}.") from error
    version = stated.get("version") if isinstance(stated, dict) else None
    if type(version) is int and version > VERSION:
        raise StoppedError(
            ExitCode.NEWER_FORMAT, f"{name} is of version {version}, which is newer than this program."
        )
    if (
        misshapen(stated, SHAPE)
        or stated["format"] != FORMAT
        or stated["decision"] not in {d.value for d in Decision}
    ):
        raise StoppedError(ExitCode.MALFORMED, f"{name} is not a countersign of this program.")
    return dict(stated)
