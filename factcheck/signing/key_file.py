"""Key files as OpenSSH keeps them, and signing with what is in them."""

import binascii
import os
import re
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.errors import KeyRefusedError
from factcheck.signing.public_key import CURVES, ED25519, KEY_TYPES, PublicKey, key_from_blob, key_from_line
from factcheck.signing.ssh_wire import Reader, WireError, mpint, string
from factcheck.signing.sshsig import armored, signed_bytes

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization.ssh import SSHPrivateKeyTypes

RSA_BITS = 2048
"""A shorter RSA key is not accepted."""

_LARGEST = 1 << 16
_OPENSSH = re.compile(rb"-----BEGIN OPENSSH PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+)-----END")
_PEM = re.compile(rb"-----BEGIN (?:RSA |EC |ENCRYPTED )?PRIVATE KEY-----")
_PEM_ENCRYPTED = (b"BEGIN ENCRYPTED PRIVATE KEY", b"Proc-Type: 4,ENCRYPTED")
_TAKE_ANOTHER = "Take another key, or make one with `factcheck key new`."


class KeyFile(Struct, frozen=True):
    """A private key file that was looked at, not opened. The public half of an encrypted PEM file may be unknown."""

    path: Path
    public: PublicKey | None
    needs_passphrase: bool


def look_at(path: Path) -> KeyFile | None:
    """What can be known of a key file without its passphrase; None when it is no private key. Raises OSError."""
    with path.open("rb") as file:
        content = file.read(_LARGEST)
    if _PEM.search(content):
        encrypted = any(mark in content for mark in _PEM_ENCRYPTED)
        public = _beside(path) or (None if encrypted else _loaded(path, content, None)[1])
        return KeyFile(path, public, needs_passphrase=encrypted)
    found = _OPENSSH.search(content)
    if found is None:
        return None
    try:
        cipher, blob = _header(b64decode(found[1]))
        beside = _beside(path)
        is_same = beside is not None and beside.blob == blob
        public = beside if is_same else key_from_blob(blob)
    except (binascii.Error, WireError):
        return None
    return KeyFile(path, public, needs_passphrase=cipher != "none")


def _header(blob: bytes) -> tuple[str, bytes]:
    """The cipher and the public half: both stand in the clear before what is encrypted."""
    reader = Reader(blob)
    if reader.take(15) != b"openssh-key-v1\0":
        raise WireError("it is not a key file")
    cipher = reader.name()
    reader.string()
    reader.string()
    if reader.uint32() != 1:
        raise WireError("it has more than one key")
    return cipher, reader.string()


def _beside(path: Path) -> PublicKey | None:
    """The public half from the .pub file beside it, with its owner's comment."""
    try:
        return key_from_line(path.with_name(f"{path.name}.pub").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, WireError):
        return None


class FileSigner(Struct, frozen=True):
    """An open key file."""

    public: PublicKey
    private: "SSHPrivateKeyTypes"

    def sign(self, message: bytes, namespace: str) -> bytes:
        """The armored SSH signature of a message, over its SHA-512."""
        return armored(self.public, namespace, raw_signature(self.private, signed_bytes(message, namespace)))


def open_key(path: Path, passphrase: str | None) -> FileSigner:
    """Open a key file for signing. Raises KeyRefusedError, for a wrong passphrase too."""
    try:
        mode = path.stat().st_mode
        content = path.read_bytes()
    except OSError as error:
        raise KeyRefusedError(f"{path}: {error.strerror or 'cannot be read'}.", _TAKE_ANOTHER) from error
    if os.name == "posix" and mode & 0o077:
        raise KeyRefusedError(
            f"Others than you may read or write {path}.",
            "Make it yours alone with `chmod 600`, and think about who may have read it.",
        )
    seen = look_at(path)
    if seen is None or (seen.public is not None and seen.public.type not in KEY_TYPES):
        raise KeyRefusedError(f"{path} is of a kind that signs no reports.", _TAKE_ANOTHER)
    private, public = _loaded(path, content, passphrase)
    beside = _beside(path)
    if beside is not None and beside.blob == public.blob:
        public = beside
    return FileSigner(public, private)


def _loaded(path: Path, content: bytes, passphrase: str | None) -> "tuple[SSHPrivateKeyTypes, PublicKey]":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization

    secret = passphrase.encode() if passphrase else None
    try:
        if _PEM.search(content):
            private = serialization.load_pem_private_key(content, secret)
        else:
            private = serialization.load_ssh_private_key(content, secret)
        return _accepted(path, private)
    except UnsupportedAlgorithm as error:
        raise KeyRefusedError(
            f"{path} is protected in a way that is not known here.", _TAKE_ANOTHER
        ) from error
    except (ValueError, TypeError) as error:
        said = (
            "could not be opened with this passphrase"
            if secret
            else "could not be read, or wants a passphrase"
        )
        raise KeyRefusedError(f"{path} {said}.", "Try again, or choose another key.") from error


def _accepted(path: Path, private: object) -> "tuple[SSHPrivateKeyTypes, PublicKey]":
    """The private key and its public half, when it is of a kind that signs reports. Raises KeyRefusedError."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    if isinstance(private, rsa.RSAPrivateKey) and private.key_size < RSA_BITS:
        raise KeyRefusedError(
            f"{path} is an RSA key of {private.key_size} bits; {RSA_BITS} are the least.", _TAKE_ANOTHER
        )
    if isinstance(private, ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey):
        line = private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)
        public = key_from_line(line.decode("ascii"))
        if public.type in KEY_TYPES:
            return private, public
    raise KeyRefusedError(f"{path} is of a kind that signs no reports.", _TAKE_ANOTHER)


def raw_signature(private: "SSHPrivateKeyTypes", message: bytes) -> bytes:
    """The signature of a message in the form that SSH has for this kind of key (RFC 8332, RFC 5656, RFC 8709)."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    if isinstance(private, ed25519.Ed25519PrivateKey):
        return string(ED25519.encode()) + string(private.sign(message))
    if isinstance(private, rsa.RSAPrivateKey):
        signed = private.sign(message, padding.PKCS1v15(), hashes.SHA512())
        return string(b"rsa-sha2-512") + string(signed)
    if isinstance(private, ec.EllipticCurvePrivateKey):
        bits = private.key_size
        hashed = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[bits]
        r, s = decode_dss_signature(private.sign(message, ec.ECDSA(hashed)))
        name = next(name for name, size in CURVES.items() if size == bits)
        return string(name.encode()) + string(mpint(r) + mpint(s))
    raise TypeError(f"no SSH signature is defined for {type(private).__name__}")
