"""Whether a signature is good: only kinds of key and hashes that are, and only for what it was given for."""

from typing import TYPE_CHECKING

from factcheck.signing.key_file import RSA_BITS
from factcheck.signing.public_key import CURVES, ED25519, KEY_TYPES, RSA, SK_ECDSA, SK_ED25519, PublicKey
from factcheck.signing.ssh_wire import Reader, WireError
from factcheck.signing.sshsig import Signature

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey

RSA_HASHES = ("rsa-sha2-512", "rsa-sha2-256")
"""Signatures of RSA keys that are accepted. `ssh-rsa`, which is SHA-1, is not."""


_RSA_MOST = 16384  # as OpenSSH has it; beyond it, checking takes too long


class UnsupportedError(ValueError):
    """The key or its signature is of a kind that is not accepted, or not known."""


class BadSignatureError(ValueError):
    """The signature is not one of this key under this message."""


def check_signature(signature: Signature, message: bytes) -> None:
    """Raises UnsupportedError, BadSignatureError, or WireError when the signature is not in its kind's form."""
    kind = signature.key.type
    if kind not in KEY_TYPES:
        raise UnsupportedError(f"keys of the kind {kind!r} are not accepted")
    reader = Reader(signature.raw)
    algorithm, signed = reader.name(), signature.signed(message)
    if kind == RSA:
        _check_rsa(signature.key, algorithm, reader, signed)
        return
    if algorithm != kind:
        raise UnsupportedError(f"a signature of the kind {algorithm!r} is not accepted")
    raw = reader.string()
    if kind in (SK_ED25519, SK_ECDSA):
        signed = _by_hardware(signature.key, reader, signed)
    reader.end()
    if kind in (ED25519, SK_ED25519):
        _check_ed25519(signature.key, raw, signed)
    else:
        _check_ecdsa(signature.key, raw, signed)


def _by_hardware(key: PublicKey, rest: Reader, signed: bytes) -> bytes:
    """What a security key signs (PROTOCOL.u2f): with what it is for, whether it was touched, and its counter."""
    from hashlib import sha256

    flags, counter = rest.take(1), rest.take(4)
    reader = Reader(key.blob)
    for _ in range(2 if key.type == SK_ED25519 else 3):
        reader.string()
    application = reader.string()
    reader.end()
    return sha256(application).digest() + flags + counter + sha256(signed).digest()


def _check_ed25519(key: PublicKey, raw: bytes, signed: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    reader = Reader(key.blob)
    reader.string()
    try:
        Ed25519PublicKey.from_public_bytes(reader.string()).verify(raw, signed)
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError("the signature does not fit the message") from error


def _check_ecdsa(key: PublicKey, raw: bytes, signed: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    reader = Reader(raw)
    r, s = reader.mpint(), reader.mpint()
    reader.end()
    bits = CURVES.get(key.type, 256)
    hashed = {256: hashes.SHA256(), 384: hashes.SHA384(), 521: hashes.SHA512()}[bits]
    try:
        _curve_key(key, bits).verify(encode_dss_signature(r, s), signed, ECDSA(hashed))
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError("the signature does not fit the message") from error


def _curve_key(key: PublicKey, bits: int) -> "EllipticCurvePublicKey":
    from cryptography.hazmat.primitives.asymmetric import ec

    curve = {256: ec.SECP256R1(), 384: ec.SECP384R1(), 521: ec.SECP521R1()}[bits]
    reader = Reader(key.blob)
    reader.string()
    if reader.name() != f"nistp{bits}":
        raise WireError("the key names another curve than its own")
    return ec.EllipticCurvePublicKey.from_encoded_point(curve, reader.string())


def _check_rsa(key: PublicKey, algorithm: str, rest: Reader, signed: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicNumbers

    if algorithm not in RSA_HASHES:
        raise UnsupportedError(f"a signature of the kind {algorithm!r} is not accepted")
    raw = rest.string()
    rest.end()
    reader = Reader(key.blob)
    reader.string()
    exponent, modulus = reader.mpint(), reader.mpint()
    reader.end()
    if not RSA_BITS <= modulus.bit_length() <= _RSA_MOST:
        raise UnsupportedError(f"an RSA key of {modulus.bit_length()} bits is not accepted")
    hashed = hashes.SHA512() if algorithm == "rsa-sha2-512" else hashes.SHA256()
    try:
        whole = raw.rjust((modulus.bit_length() + 7) // 8, b"\0")  # SSH leaves zeros in front away
        RSAPublicNumbers(exponent, modulus).public_key().verify(whole, signed, PKCS1v15(), hashed)
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError("the signature does not fit the message") from error
