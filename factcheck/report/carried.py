"""What a form carries for machines, as files by the names that they have in a package."""

from collections.abc import Iterator

from factcheck.report.sealed import Sealed

REPORT = "report.json"


def carried_files(sealed: Sealed) -> Iterator[tuple[str, bytes]]:
    """report.json, its signature, and each countersign with its own: (name, content)."""
    yield REPORT, sealed.report
    if sealed.signature is not None:
        yield f"{REPORT}.sig", sealed.signature
    for number, one in enumerate(sealed.countersigns, 1):
        yield f"countersign-{number}.json", one.statement
        yield f"countersign-{number}.json.sig", one.signature
