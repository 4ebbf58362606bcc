"""The editor's statement about a signed report: what is signed at a countersign."""

from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from factcheck.domain.canonical import canonical_bytes

FORMAT = "factcheck-countersign"
VERSION = 1


class Decision(StrEnum):
    """What the editor decides about the report."""

    APPROVED = "approved"
    APPROVED_WITH_CHANGES = "approved-with-changes"
    REJECTED = "rejected"


class CountersignedBy(Struct, frozen=True):
    """Who countersigns: `principal` as in a list of trusted signers, usually an e-mail address; `key` a fingerprint."""

    name: str
    role: str
    principal: str
    key: str


def countersign_bytes(
    report: bytes, signature: bytes, *, by: CountersignedBy, decision: Decision, remark: str, at: str
) -> bytes:
    """The canonical JSON that the editor signs: about exactly this report with exactly this signature.

    `at` is ISO 8601 in UTC, as `clock.stamp` gives it.
    """
    return canonical_bytes(
        {
            "format": FORMAT,
            "version": VERSION,
            "report_sha256": sha256(report).hexdigest(),
            "signatures_sha256": sha256(signature).hexdigest(),
            "by": {"name": by.name, "role": by.role, "principal": by.principal, "key": by.key},
            "decision": decision.value,
            "remark": remark or None,
            "at": at,
        }
    )
