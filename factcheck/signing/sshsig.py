"""OpenSSH's signature files: what `ssh-keygen -Y sign` writes and `ssh-keygen -Y verify` reads.

The format is described in PROTOCOL.sshsig of OpenSSH.
"""

import binascii
import re
from base64 import b64decode, b64encode
from hashlib import sha256, sha512

from msgspec import Struct

from factcheck.signing.public_key import PublicKey, key_from_blob
from factcheck.signing.ssh_wire import Reader, WireError, string, uint32

HASHES = {"sha512": sha512, "sha256": sha256}
"""The hashes that the format allows, by name; none weaker is ever taken."""

_MAGIC = b"SSHSIG"
_VERSION = 1
_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_ARMOR = re.compile(rf"{_BEGIN}\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n{_END}(?:\r?\n)?")
_WIDTH = 70


class NotASignatureError(WireError):
    """The file is no signature at all, or only a piece of one."""


class NewerSignatureError(ValueError):
    """The signature is of a version of the format, or uses a hash, that this program does not know."""


class Signature(Struct, frozen=True):
    """A signature file, taken apart. `raw` is the signature itself, in the form that its kind of key has."""

    key: PublicKey
    namespace: str
    hash_name: str
    raw: bytes

    def signed(self, message: bytes) -> bytes:
        """The bytes that were signed for a message."""
        return signed_bytes(message, self.namespace, self.hash_name)


def signed_bytes(message: bytes, namespace: str, hash_name: str = "sha512") -> bytes:
    """What a key signs for a message: its hash, and what the signature is for."""
    parts = (namespace.encode("ascii"), b"", hash_name.encode("ascii"), HASHES[hash_name](message).digest())
    return _MAGIC + b"".join(string(part) for part in parts)


def armored(key: PublicKey, namespace: str, raw: bytes) -> bytes:
    """The signature file of a raw signature over `signed_bytes`."""
    parts = (key.blob, namespace.encode("ascii"), b"", b"sha512", raw)
    blob = _MAGIC + uint32(_VERSION) + b"".join(string(part) for part in parts)
    text = b64encode(blob).decode("ascii")
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    return "\n".join([_BEGIN, *lines, _END, ""]).encode("ascii")


def read_armored(content: bytes) -> Signature:
    """A signature file, taken apart.

    Raises NotASignatureError when it is none, WireError when it is damaged, and NewerSignatureError for a version or a hash that is not known.
    """
    armor = _ARMOR.fullmatch(content.decode("ascii", errors="replace"))
    if armor is None:
        raise NotASignatureError("it is not an SSH signature")
    try:
        blob = b64decode("".join(armor[1].split()), validate=True)
    except binascii.Error as error:
        raise NotASignatureError("it is not an SSH signature") from error
    reader = Reader(blob)
    if reader.take(len(_MAGIC)) != _MAGIC:
        raise NotASignatureError("it is not an SSH signature")
    version = reader.uint32()
    if version != _VERSION:
        raise NewerSignatureError(f"it is of version {version}")
    key, namespace = key_from_blob(reader.string()), reader.name()
    reader.string()  # reserved: part of the format, without a meaning so far
    hash_name, raw = reader.name(), reader.string()
    reader.end()
    if hash_name not in HASHES:
        raise NewerSignatureError(f"it uses {hash_name}")
    return Signature(key, namespace, hash_name, raw)
