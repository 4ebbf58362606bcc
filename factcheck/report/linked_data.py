"""JSON-LD as it is written: the same each time, and harmless inside a page."""

from base64 import urlsafe_b64encode
from functools import lru_cache

from msgspec.json import encode
from msgspec.json import format as laid_out

from factcheck.domain.canonical import Json


def linked_data(value: Json) -> bytes:
    """The value as indented JSON in UTF-8. No `<` is in it, so that it cannot end a script that holds it."""
    text = laid_out(encode(value, order="sorted"), indent=1).decode()
    escaped = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{escaped}\n".encode()


@lru_cache(maxsize=16)
def name_of_bytes(sha256: str) -> str:
    """The address of whatever has this SHA-256 (RFC 6920, "Naming Things with Hashes")."""
    return f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(sha256)).decode('ascii').rstrip('=')}"
