"""A signer for tests that need no real key: its signatures say what was signed, and by whom."""

from dataclasses import dataclass
from hashlib import sha256

from factcheck.signing.public_key import ED25519, PublicKey


@dataclass(frozen=True)
class FakeSigner:
    """Signs nothing that anybody could verify."""

    name: str = "ann"

    @property
    def public(self) -> PublicKey:
        """A key of its own for each name."""
        return PublicKey(ED25519, self.name.encode(), f"{self.name}@example.org")

    def sign(self, message: bytes, namespace: str) -> bytes:
        """Who signed what, for what."""
        return f"{self.name} {namespace} {sha256(message).hexdigest()}\n".encode()
