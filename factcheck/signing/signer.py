"""Something that can sign: a key file that is open, a key in the agent, or a security key."""

from typing import Protocol

from factcheck.signing.public_key import PublicKey


class Signer(Protocol):
    """A key that is ready to sign."""

    @property
    def public(self) -> PublicKey:
        """The public half of the key."""

    def sign(self, message: bytes, namespace: str) -> bytes:
        """The armored SSH signature of a message, over its SHA-512. Raises KeyRefusedError."""
