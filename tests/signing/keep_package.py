"""Keeps a package that the stock tools alone signed: `python -m tests.signing.keep_package`.

A kept package stays valid for good: what is signed cannot be changed when the program changes. A new version of
the format is kept beside it, under another name.
"""

import json
import sys
import tempfile
from pathlib import Path

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.sealed import Sealed
from factcheck.signing.countersigning import CountersignedBy, Decision, countersign_bytes
from factcheck.signing.how_to_verify import allowed_line, example_signers, how_to_verify
from factcheck.signing.namespaces import COUNTERSIGN, PACKAGE, REPORT
from factcheck.signing.package import sums, write_package
from tests.conftest import FIXTURES
from tests.signing.keys import private, public, stock_signs
from tests.signing.packed import CHECKER, EDITOR, document

KEPT = FIXTURES / "signing"


def main(name: str) -> int:
    """Write the package and the list of those who are trusted; 1 when it is there already."""
    if (KEPT / name).exists():
        return 1
    with tempfile.TemporaryDirectory() as folder:
        checker, editor = private("checker", Path(folder)), private("editor", Path(folder))
        report = document()
        files = {"report.json": canonical_bytes(report), "article.txt": report["article"]["text"].encode()}
        files["report.json.sig"] = stock_signs(files["report.json"], checker, REPORT)
        one = Sealed(files["report.json"], files["report.json.sig"])
        files["VERIFY.txt"] = how_to_verify(report, one).encode()
        files["allowed_signers.example"] = example_signers(report, public("checker")).encode()
        files["SHA256SUMS"] = sums(files)
        files["SHA256SUMS.sig"] = stock_signs(files["SHA256SUMS"], checker, PACKAGE)
        stated = countersign_bytes(
            files["report.json"],
            files["report.json.sig"],
            by=CountersignedBy("Kari Moe", "editor", EDITOR, public("editor").fingerprint),
            decision=Decision.APPROVED_WITH_CHANGES,
            remark="The caption’s date is to be asked for once more.",
            at="2024-03-09T17:00:00.000Z",
        )
        files["countersign-1.json"] = stated
        files["countersign-1.json.sig"] = stock_signs(stated, editor, COUNTERSIGN)
        write_package(files, KEPT / name, name)
    trusted = (allowed_line(CHECKER, public("checker")), allowed_line(EDITOR, public("editor")))
    (KEPT / "allowed_signers").write_text("\n".join([*trusted, ""]), encoding="utf-8")
    print(json.dumps(sorted(files)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
