"""A signed report to be verified: as report.json, as a page, and as a package."""

import shutil
from pathlib import Path

from bench.stores import PERSON, Store
from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.signoff import Signing
from factcheck.report.document import Tool, report_document
from factcheck.report.html_form import render_html
from factcheck.report.sealed import Sealed
from factcheck.signing.finding import open_signer, signers
from factcheck.signing.making import make_key
from factcheck.signing.namespaces import REPORT
from factcheck.signing.package import REPORT_FILE, package_files, signature_file, write_package
from factcheck.version import VERSION
from factcheck.wiring import wire

_EMAIL = "bench@example.org"
_AT = "2024-03-09T16:00:00.000Z"
_PAGE = "report.html"


def commands_on_signed(store: Store) -> dict[str, list[str]]:
    """Sign the report of a store's article with a key made for it; how each form of it is verified, by its name."""
    folder = store.home.parent / f"signed-{store.total}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    public = make_key(folder / "key", _EMAIL, "")
    allowed, package = folder / "allowed_signers", folder / "package.factcheck.zip"
    allowed.write_text(f"{_EMAIL} {public.line()}\n")
    files = _files(store, folder / "key", public.fingerprint)
    for name in (REPORT_FILE, signature_file(REPORT_FILE), _PAGE):
        (folder / name).write_bytes(files[name])
    write_package(files, package, store.slug)
    named = {"report.json": folder / REPORT_FILE, "a page": folder / _PAGE, "a package": package}
    return {
        f"verify {name}": ["verify", str(path), "--allowed-signers", str(allowed)]
        for name, path in named.items()
    }


def _files(store: Store, key: Path, fingerprint: str) -> dict[str, bytes]:
    reader = wire({"FACTCHECK_HOME": str(store.home), "FACTCHECK_PERSON": PERSON}).open_reader()
    review = reader.review(reader.articles()[0].article.id)
    reader.close()
    signing = Signing(PERSON, "Ben Chester", _EMAIL, fingerprint, _AT, "5e" * 32, {}, {})
    report = canonical_bytes(report_document(review, Tool("factcheck", VERSION), signing))
    signer = open_signer(signers(key=key, environ={})[0], str)
    sealed = Sealed(report, signer.sign(report, REPORT))
    return package_files(sealed, review.text, {_PAGE: render_html(sealed)}, signer)
