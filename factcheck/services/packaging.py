"""The package in which a signed report is handed over, with the forms that were asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.gate import Policy
from factcheck.errors import ActionRefusedError
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.report.wishes import NONE
from factcheck.services.exporting import made
from factcheck.services.signing_off import SigningOff, Who, prepare, sealed_of
from factcheck.signing.finding import Found, open_signer
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
    sealed = sealed_of(reader, article)
    if sealed is None:
        raise ActionRefusedError("This article is not signed yet.", "Sign it first.")
    document = sealed.document()
    renderings = {
        f"report{FORMS[name].suffix}": made(sealed, name, NONE, evidence) for name in forms if name != JSON
    }
    files = package_files(sealed, document["article"]["text"], renderings, signer)
    write_package(files, path, article.slug)
