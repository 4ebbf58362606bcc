"""Whether a report, or a package of one, is what its signer signed, and whether that signer is trusted.

The order of the checks is fixed and the first that fails decides. Trust comes from the given list alone, never
from inside what is checked.
"""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from factcheck.errors import ExitCode, UsageError
from factcheck.report.unswept import unswept
from factcheck.signing.allowed import AllowedSigners, read_allowed_signers
from factcheck.signing.container import RefusedError, read_folder, read_limited, read_zip, zip_kind
from factcheck.signing.contents import contradictions
from factcheck.signing.countersigned import check_countersigns
from factcheck.signing.named import Named, named_signer
from factcheck.signing.namespaces import REPORT
from factcheck.signing.outcome import Course, Outcome, SignedBy, StoppedError
from factcheck.signing.package import ARTICLE_FILE, REPORT_FILE, signature_file
from factcheck.signing.shape import REPORT as REPORT_SHAPE
from factcheck.signing.shape import misshapen
from factcheck.signing.signed import signed_by
from factcheck.signing.strict import NotCanonicalError, read_canonical

FORMAT = "factcheck-report"
VERSION = 1
LARGEST_REPORT = 256 << 20
"""More than an article of a hundred thousand statements needs."""


class Trust(Struct, frozen=True):
    """Whom the recipient trusts, and at which moment it is asked."""

    allowed: AllowedSigners | None
    now: datetime


@unswept()
def verify(
    path: Path,
    allowed_signers: Path | None,
    evidence: Path | None,
    now: datetime,
    revoked: Path | None = None,
) -> Outcome:
    """Check a package (zip file or folder), a report.json with its .sig beside it, or an HTML, PDF or Word rendering.

    Raises UsageError for what is not there, and for a list of signers that cannot be read.
    """
    allowed = read_allowed_signers(allowed_signers, revoked) if allowed_signers else None
    course = Course()
    try:
        _check(course, path, Trust(allowed, now), evidence)
    except StoppedError as stopped:
        course.findings.append(stopped.finding)
    except RefusedError as refused:
        course.failed(ExitCode.MALFORMED, f"{path.name} was refused: {refused}.")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.", "Name another file.") from error
    return course.outcome(str(allowed_signers) if allowed_signers else None)


def _check(course: Course, path: Path, trust: Trust, evidence: Path | None) -> None:
    from factcheck.signing.renderings import check_packed_renderings, check_pages
    from factcheck.signing.sources import check_evidence
    from factcheck.signing.summed import check_sums

    given = _given(path)
    course.form = given.form
    document = check_report(course, given.files, trust)
    if given.form == "package":
        check_sums(course, given.files, document, trust)
        check_packed_renderings(course, given.files, document["tool"]["version"])
    elif given.page is not None:
        check_pages(course, given.form, given.page, given.files, document["tool"]["version"])
    if evidence is not None:
        check_evidence(course, document, evidence)


class _Given(Struct, frozen=True):
    """What was named: its form, the files of the report in it, and for a rendering the whole of it."""

    form: str
    files: Mapping[str, bytes]
    page: bytes | None = None


def _given(path: Path) -> _Given:
    from factcheck.signing import carried

    if path.is_dir():
        return _Given("package", read_folder(path))
    if not path.is_file():  # a pipe or a device would be waited for
        raise UsageError(f"{path} is not there, or is no file.", "Name a package, or a report.")
    content = read_limited(path)
    if content.startswith(b"PK\x03\x04"):
        kind = zip_kind(content)
        if kind == "docx":
            return _Given(kind, carried.in_docx(content), content)
        if kind == "xlsx":
            raise StoppedError(
                ExitCode.INCOMPLETE, "A spreadsheet carries only the report's hash: check the package."
            )
        return _Given("package", read_zip(content))
    if content.startswith(b"%PDF-"):
        return _Given("pdf", carried.in_pdf(content), content)
    if content[:64].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return _Given("html", carried.in_html(content), content)
    if not content.startswith(b"{"):
        raise RefusedError("it is no report, and no form of one that carries the whole report")
    return _Given("report", _beside(path, content))


def _beside(path: Path, content: bytes) -> dict[str, bytes]:
    """A lone report.json with its signature, and the countersigns beside it when it has its usual name."""
    names = {signature_file(path.name): signature_file(REPORT_FILE)}
    if path.name == REPORT_FILE:
        beside = (one.name for one in path.parent.glob("countersign-*.json*"))
        names |= {name: name for name in beside}
    files = {
        own: read_limited(path.with_name(name))
        for name, own in names.items()
        if path.with_name(name).is_file()
    }
    return {REPORT_FILE: content, **files}


def check_report(course: Course, files: Mapping[str, bytes], trust: Trust) -> dict[str, Any]:
    """Check report.json, its signature, its signer, its contents and the countersigns. Raises StoppedError."""
    if REPORT_FILE not in files:
        raise StoppedError(ExitCode.INCOMPLETE, f"There is no {REPORT_FILE} in it.")
    report, signature = files[REPORT_FILE], files.get(signature_file(REPORT_FILE))
    document = _document(course, report)
    if signature is None:
        course.failed(ExitCode.INCOMPLETE, "The report is not signed: there is no signature with it.")
    else:
        _check_signer(course, document, report, signature, trust)
    said = list(contradictions(document, files.get(ARTICLE_FILE)))
    for sentence in said:
        course.failed(ExitCode.CONTRADICTS, sentence)
    if not said:
        course.passed("The report agrees with itself: text, places, coverage, counts and ids.")
    if document["redaction"] is not None:
        course.passed(_redaction(document["redaction"]))
    check_countersigns(course, files, trust.allowed, trust.now)
    return document


def _redaction(told: Mapping[str, Any]) -> str:
    left_out = sorted(f"{kind.replace('_', ' ')}: {count}" for kind, count in told["left_out"].items())
    of = f" The full report's {REPORT_FILE} has the SHA-256 {told['of']}." if told["of"] else ""
    return f"It is a redacted report, which leaves out {', '.join(left_out) or 'nothing'}.{of}"


def _document(course: Course, report: bytes) -> dict[str, Any]:
    from hashlib import sha256

    if len(report) > LARGEST_REPORT:
        raise StoppedError(ExitCode.MALFORMED, f"{REPORT_FILE} is too large.")
    course.report_sha256 = sha256(report).hexdigest()
    try:
        document = read_canonical(report)
    except NotCanonicalError as error:
        raise StoppedError(ExitCode.MALFORMED, f"{REPORT_FILE} is not canonical JSON: {error}.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise StoppedError(ExitCode.MALFORMED, f"{REPORT_FILE} is not a report of this program.")
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise StoppedError(
            ExitCode.NEWER_FORMAT, f"The report is of version {version}, which is newer than this program."
        )
    fault = misshapen(document, REPORT_SHAPE, "report")
    if fault is not None or version != VERSION:
        raise StoppedError(
            ExitCode.MALFORMED, f"{REPORT_FILE} lacks something, or has it in another form: {fault}."
        )
    course.passed(f"{REPORT_FILE} is canonical JSON.")
    return document


def _check_signer(
    course: Course, document: Mapping[str, Any], report: bytes, signature: bytes, trust: Trust
) -> None:
    key = signed_by("the report", report, signature, REPORT)
    named = named_signer(document)
    shown = named or Named("nobody", "", "")
    course.signer = SignedBy(shown.name, shown.principal, key.fingerprint)
    course.passed("The signature is good.")
    if named is None:
        course.failed(ExitCode.CONTRADICTS, "The report does not say who signs it with which key.")
        return
    if named.key != key.fingerprint:
        course.failed(
            ExitCode.CONTRADICTS, f"The report names the key {named.key}, but {key.fingerprint} signed it."
        )
        return
    if trust.allowed is None:
        course.failed(
            ExitCode.NOT_TRUSTED,
            f"Nothing says that {key.fingerprint} is to be trusted: name your list with --allowed-signers.",
        )
        return
    objection = trust.allowed.objection(key, named.principal, REPORT, trust.now)
    if objection is not None:
        course.failed(ExitCode.NOT_TRUSTED, objection)
        return
    course.passed(f"{trust.allowed.path} trusts the key as that of {named.principal}.")
