"""A signed and countersigned report of the invented article, as a package."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.signoff import Signing
from factcheck.report.document import report_document
from factcheck.report.html_form import render_html
from factcheck.report.sealed import Countersign, Sealed
from factcheck.signing.countersigning import CountersignedBy, Decision, countersign_bytes
from factcheck.signing.namespaces import COUNTERSIGN, REPORT
from factcheck.signing.outcome import Outcome
from factcheck.signing.package import package_files, with_countersign, zipped
from factcheck.signing.signer import Signer
from factcheck.signing.verifying import verify
from factcheck.version import VERSION
from tests.report.sample import TOOL, review
from tests.signing.keys import public, signer, trusting

NOW = datetime(2024, 3, 10, 12, tzinfo=UTC)
CHECKER, EDITOR = "nora.lind@example.org", "kari@example.org"


def document(key: str = "checker") -> dict[str, Any]:
    """The report, ready to be signed with a test key."""
    signing = Signing(
        person="Nora Lind",
        name="Nora Lind",
        email=CHECKER,
        key=public(key).fingerprint,
        at="2024-03-09T16:00:00.000Z",
        nonce="5e" * 32,
        open={},
        policy={},
    )
    return dict(report_document(review(), replace(TOOL, version=VERSION), signing))


def sealed(report: bytes, checker: Signer, editor: Signer | None = None) -> Sealed:
    """The report signed, and countersigned when there is an editor."""
    one = Sealed(report, checker.sign(report, REPORT))
    return replace(one, countersigns=(countersign(one, editor),)) if editor else one


def countersign(one: Sealed, editor: Signer, **changed: str) -> Countersign:
    """The editor's countersign under a signed report."""
    by = CountersignedBy("Kari Moe", "editor", EDITOR, changed.get("key", editor.public.fingerprint))
    stated = countersign_bytes(
        one.report,
        one.signature or b"",
        by=by,
        decision=Decision.APPROVED,
        remark="",
        at="2024-03-09T17:00:00.000Z",
    )
    return Countersign(stated, editor.sign(stated, COUNTERSIGN))


@dataclass(frozen=True)
class Desk:
    """The keys, the list of those who are trusted, and a whole package."""

    folder: Path
    checker: Signer
    editor: Signer
    allowed: Path
    files: dict[str, bytes]

    def verify(self, files: dict[str, bytes], **options: Any) -> Outcome:
        """What is found in a package of these files."""
        path = self.folder / "package.zip"
        path.write_bytes(zipped(files, "harbour-ferry"))
        return self.verify_path(path, **options)

    def verify_path(self, path: Path, **options: Any) -> Outcome:
        """What is found in a file or folder."""
        given = {"allowed_signers": self.allowed, "evidence": None, "now": NOW, **options}
        return verify(path, **given)

    def pack(self, report: dict[str, Any] | bytes, **parts: Any) -> dict[str, bytes]:
        """A package of another report, with everything signed anew."""
        content = report if isinstance(report, bytes) else canonical_bytes(report)
        one = sealed(content, parts.get("checker", self.checker))
        packer = parts.get("packer", parts.get("checker", self.checker))
        page = parts.get("page", b"")
        return package_files(one, None, {"report.html": page} if page else {}, packer)


def desk(folder: Path) -> Desk:
    """A desk with a whole package of the invented article: HTML, text, countersign."""
    checker, editor = signer("checker", folder), signer("editor", folder)
    allowed = trusting(
        folder,
        "# whom we trust",
        f'{CHECKER} namespaces="factcheck-*" {public("checker").line()}',
        f'"{EDITOR}" valid-before="20300101Z" {public("editor").line()}',
    )
    report = document()
    one = sealed(canonical_bytes(report), checker, editor)
    unsettled = replace(one, countersigns=())
    files = package_files(unsettled, report["article"]["text"], {"report.html": render_html(one)}, checker)
    return Desk(folder, checker, editor, allowed, with_countersign(files, one.countersigns[0]))


def sha(content: bytes) -> str:
    """A SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()
