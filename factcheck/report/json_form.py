"""report.json: the bytes that are hashed and signed."""

import hashlib

from factcheck.domain.canonical import canonical_bytes
from factcheck.report.checks import Document


def render_json(document: Document) -> bytes:
    """The document as canonical JSON (RFC 8785), exactly: that form has no newline at the end."""
    return canonical_bytes(document)


def report_sha256(document: Document) -> str:
    """The SHA-256 of report.json, in hexadecimal."""
    return hashlib.sha256(render_json(document)).hexdigest()
