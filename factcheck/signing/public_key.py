"""The public half of an SSH key: what is compared, printed and put into a list of trusted signers."""

import binascii
from base64 import b64decode, b64encode
from hashlib import sha256

from msgspec import Struct

from factcheck.signing.ssh_wire import Reader, WireError

ED25519 = "ssh-ed25519"
RSA = "ssh-rsa"
CURVES = {f"ecdsa-sha2-nistp{bits}": bits for bits in (256, 384, 521)}
SK_ED25519 = "sk-ssh-ed25519@openssh.com"
SK_ECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"
HARDWARE = (SK_ED25519, SK_ECDSA)
KEY_TYPES = (ED25519, *CURVES, RSA, *HARDWARE)
"""The kinds of key whose signatures are accepted."""


class PublicKey(Struct, frozen=True):
    """A public key. Two are the same key when their blobs are equal; the comment is whatever its owner wrote."""

    type: str
    blob: bytes
    comment: str = ""

    @property
    def fingerprint(self) -> str:
        """Its SHA-256 as `ssh-keygen -l` prints it: "SHA256:…"."""
        return "SHA256:" + b64encode(sha256(self.blob).digest()).decode("ascii").rstrip("=")

    @property
    def is_hardware(self) -> bool:
        """Whether the private half is in a security key, which wants a finger on it."""
        return self.type in HARDWARE

    def line(self) -> str:
        """The key as a line of `authorized_keys`, without a line feed."""
        bare = f"{self.type} {b64encode(self.blob).decode('ascii')}"
        return f"{bare} {self.comment}" if self.comment else bare


def key_from_blob(blob: bytes, comment: str = "") -> PublicKey:
    """A public key from SSH's own form of it. Raises WireError when it has none."""
    return PublicKey(Reader(blob).name(), blob, comment)


def key_from_line(line: str) -> PublicKey:
    """A public key from a line "type base64 comment", as in a .pub file. Raises WireError."""
    kind, _, rest = line.strip().partition(" ")
    encoded, _, comment = rest.strip().partition(" ")
    try:
        key = key_from_blob(b64decode(encoded, validate=True), comment.strip())
    except (binascii.Error, ValueError) as error:
        raise WireError("it is not a public key") from error
    if key.type != kind:
        raise WireError("it is not the kind of key that it says")
    return key
