"""The package in which a signed report is handed over, with the forms that were asked for."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.errors import ActionRefusedError
from factcheck.report.forms import FORMS
from factcheck.report.wishes import NONE
from factcheck.services.signing_off import sealed_of
from factcheck.signing.package import package_files, write_package
from factcheck.signing.signer import Signer

if TYPE_CHECKING:
    from factcheck.store.whole import WholeReader

JSON = "json"
"""The form that is in each package anyway."""
SUFFIX = ".factcheck.zip"


def write_signed(
    reader: "WholeReader", article: Article, signer: Signer, forms: Sequence[str], path: Path
) -> None:
    """Write the package of the newest sign-off: a zip file, or a folder. `signer` signs the list of its files.

    Raises ActionRefusedError when nothing is signed, KeyRefusedError, StorageFailedError and the store's faults.
    """
    sealed = sealed_of(reader, article)
    if sealed is None:
        raise ActionRefusedError("This article is not signed yet.", "Sign it first.")
    document = sealed.document()
    renderings = {
        f"report{FORMS[name].suffix}": FORMS[name].render(sealed, NONE) for name in forms if name != JSON
    }
    files = package_files(sealed, document["article"]["text"], renderings, signer)
    write_package(files, path, article.slug)
