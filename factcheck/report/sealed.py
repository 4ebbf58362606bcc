"""What every form is made from: report.json to the byte, and the signatures under it, if there are any yet."""

from typing import Any

from msgspec import DecodeError, Struct
from msgspec.json import decode

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.checks import Document


class Countersign(Struct, frozen=True):
    """An editor's decision on a report: the canonical JSON that was signed, and its armored signature."""

    statement: bytes
    signature: bytes


class Sealed(Struct, frozen=True):
    """A report with its armored signature and the countersigns; without a signature it is a working copy.

    `stated` is what the report says, where its bytes were just made of that: it need not be read again.
    """

    report: bytes
    signature: bytes | None = None
    countersigns: tuple[Countersign, ...] = ()
    stated: Document | None = None

    def document(self) -> Document:
        """The report as it is read. Raises ValueError when it is not JSON."""
        return _read(self.report) if self.stated is None else self.stated

    def decisions(self) -> list[dict[str, Any]]:
        """What each countersign states, in order. Raises ValueError when one is not JSON."""
        return [_read(one.statement) for one in self.countersigns]


def _read(content: bytes) -> dict[str, Any]:
    try:
        return dict(decode(content))
    except DecodeError as error:
        raise ValueError("it is not JSON") from error


def unsigned(document: Document) -> Sealed:
    """A report that nobody has signed."""
    return Sealed(canonical_bytes(document, is_known=True), stated=document)
