"""report.json: the bytes that are hashed and signed."""

import hashlib

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.checks import Document
from factcheck.report.sealed import Sealed


def render_json(sealed: Sealed) -> bytes:
    """Canonical JSON (RFC 8785), exactly as it was hashed and signed: that form has no newline at the end."""
    return sealed.report


def report_sha256(document: Document) -> str:
    """The SHA-256 of report.json, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(document)).hexdigest()
