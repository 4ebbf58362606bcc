"""The package in which a signed report is handed over, with the forms that were asked for."""

import os
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.changes import Changes
from factcheck.domain.reasons import Policy
from factcheck.errors import ActionRefusedError, KeyRefusedError
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.report.redacting import redacted
from factcheck.report.sealed import Sealed
from factcheck.report.wishes import NONE
from factcheck.services.exporting import made
from factcheck.services.preparing import NONCE, Who, prepare
from factcheck.services.previewing_signature import signed_as_it_stands
from factcheck.services.signing_off import SigningOff, sealed_of
from factcheck.signing.finding import Found, open_signer
from factcheck.signing.namespaces import REPORT
from factcheck.signing.package import package_files, write_package
from factcheck.signing.signer import Signer
from factcheck.store.evidence import Evidence
from factcheck.version import VERSION

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader

JSON = "json"
"""The form that is in each package anyway."""
SUFFIX = ".factcheck.zip"
REDACTED = "-redacted"


def sign_and_write(
    ledger: "Ledger",
    reader: "WholeReader",
    article_id: str,
    signs: Who,
    found: Found,
    passphrase: str,
    policy: Policy,
    path: Path,
) -> Changes:
    """Sign the report of an article with a key, and write its package with the report as a page.

    Raises NotReadyError, KeyRefusedError and ChangedMeanwhileError when nothing was signed, and StorageFailedError
    when it was signed and the package not written.
    """
    signer = open_signer(found, lambda: passphrase)
    fingerprint = signer.public.fingerprint
    tool = Tool("factcheck", VERSION)
    prepared = prepare(reader, article_id, signs, fingerprint, policy, tool, ledger.clock)
    changes = SigningOff(ledger).sign(prepared, signer)
    write_signed(reader, reader.article(article_id) or prepared.article, signer, ["html"], path)
    return changes


def write_signed(
    reader: "WholeReader",
    article: Article,
    signer: Signer,
    forms: Sequence[str],
    path: Path,
    evidence: Evidence | None = None,
) -> None:
    """Write the package of the newest sign-off: a zip file, or a folder. `signer` signs the list of its files.

    Raises ActionRefusedError when nothing is signed, KeyRefusedError, StorageFailedError and the store's faults.
    """
    _write(_signed(reader, article), signer, forms, path, article.slug, evidence)


def write_redacted(
    reader: "WholeReader",
    article: Article,
    signer: Signer,
    forms: Sequence[str],
    path: Path,
    evidence: Evidence | None = None,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> str:
    """Sign the redacted report of the newest sign-off as a report of its own, and write its package; its SHA-256.

    It names the full report and has a nonce of its own. Nothing is recorded: the sign-off is that of the full one.
    Raises like `write_signed`, and KeyRefusedError for another key than the one under the full report.
    """
    full = _signed(reader, article)
    if article.signoff is None or article.signoff.key != signer.public.fingerprint:
        raise KeyRefusedError(
            "The redacted report names the key that signed the full one, and this is another.",
            "Choose that key.",
        )
    report = canonical_bytes(redacted(full.document(), random_bytes(NONCE).hex()))
    less = Sealed(report, signer.sign(report, REPORT))
    _write(less, signer, forms, path, f"{article.slug}{REDACTED}", evidence)
    return sha256(report).hexdigest()


def sign_redacted(reader: "WholeReader", article: Article, found: Found, passphrase: str, path: Path) -> str:
    """Sign the redacted report of what is signed, and write its package with the report as a page; its SHA-256.

    Raises ActionRefusedError when the article is not signed as it stands, and like `write_redacted`.
    """
    signed_as_it_stands(reader, article)
    return write_redacted(reader, article, open_signer(found, lambda: passphrase), ["html"], path)


def redacted_path(path: Path) -> Path:
    """Where the redacted package goes: beside the full one, and never in its place."""
    suffix = next((one for one in (SUFFIX, ".zip") if path.name.endswith(one)), "")
    return path.with_name(f"{path.name.removesuffix(suffix)}{REDACTED}{suffix}")


def _signed(reader: "WholeReader", article: Article) -> Sealed:
    sealed = sealed_of(reader, article)
    if sealed is None:
        raise ActionRefusedError("This article is not signed yet.", "Sign it first.")
    return sealed


def _write(
    sealed: Sealed, signer: Signer, forms: Sequence[str], path: Path, root: str, evidence: Evidence | None
) -> None:
    document = sealed.document()
    renderings = {
        f"report{FORMS[name].suffix}": made(sealed, name, NONE, evidence) for name in forms if name != JSON
    }
    files = package_files(sealed, document["article"]["text"], renderings, signer)
    write_package(files, path, root)
