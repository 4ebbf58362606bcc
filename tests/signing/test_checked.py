"""Signatures of every kind that is accepted, and the kinds that are not."""

import hashlib
import struct
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_ssh_private_key
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ExitCode
from factcheck.signing.namespaces import REPORT
from factcheck.signing.outcome import StoppedError
from factcheck.signing.public_key import SK_ECDSA, SK_ED25519, PublicKey
from factcheck.signing.signed import signed_by
from factcheck.signing.ssh_wire import Reader, WireError, mpint, string
from factcheck.signing.sshsig import armored, read_armored, signed_bytes
from tests.signing.keys import KEYS, SIGNING_KEYS, public, signer, stock_accepts, stock_signs, trusting

MESSAGE = b"a report"


def code_of(signature: bytes, message: bytes = MESSAGE) -> ExitCode:
    try:
        signed_by("it", message, signature, REPORT)
    except StoppedError as stopped:
        return stopped.finding.code
    return ExitCode.OK


@pytest.mark.parametrize("name", SIGNING_KEYS)
def test_a_signature_is_good_for_its_message_and_for_no_other(name: str, tmp_path: Path) -> None:
    signature = signer(name, tmp_path).sign(MESSAGE, REPORT)
    assert code_of(signature) is ExitCode.OK
    assert code_of(signature, MESSAGE + b"\n") is ExitCode.BAD_SIGNATURE


def touched(kind: str, flags: int = 1) -> tuple[PublicKey, bytes]:
    """A signature as a security key makes one, by a key that is none: (its public half, the armored signature)."""
    application = b"ssh:"
    over = hashlib.sha256(application).digest() + struct.pack(">BI", flags, 77)
    over += hashlib.sha256(signed_bytes(MESSAGE, REPORT)).digest()
    if kind == SK_ED25519:
        one = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(32))
        point = one.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        blob, raw = string(point), one.sign(over)
    else:
        other = ec.derive_private_key(7, ec.SECP256R1())
        point = other.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        blob = string(b"nistp256") + string(point)
        r, s = decode_dss_signature(other.sign(over, ec.ECDSA(hashes.SHA256())))
        raw = mpint(r) + mpint(s)
    key = PublicKey(kind, string(kind.encode()) + blob + string(application))
    return key, armored(key, REPORT, string(kind.encode()) + string(raw) + struct.pack(">BI", flags, 77))


@pytest.mark.parametrize("kind", [SK_ED25519, SK_ECDSA])
def test_a_security_keys_signature_is_checked_as_the_stock_tool_checks_it(kind: str, tmp_path: Path) -> None:
    key, signature = touched(kind)
    path = tmp_path / "signature"
    path.write_bytes(signature)
    allowed = trusting(tmp_path, f"ann@example.org {key.line()}")
    assert stock_accepts(MESSAGE, path, allowed, "ann@example.org", REPORT)
    assert code_of(signature) is ExitCode.OK
    assert code_of(signature, b"another") is ExitCode.BAD_SIGNATURE
    inner = read_armored(signature)
    later = armored(
        inner.key, REPORT, inner.raw[:-1] + b"\x4e"
    )  # another counter than the one that was signed
    assert code_of(later) is ExitCode.BAD_SIGNATURE


@pytest.mark.parametrize(
    ("algorithm", "hashed", "code"),
    [
        ("rsa-sha2-512", hashes.SHA512(), ExitCode.OK),
        ("rsa-sha2-256", hashes.SHA256(), ExitCode.OK),
        ("ssh-rsa", hashes.SHA1(), ExitCode.NEWER_FORMAT),  # it is refused, which is the point
        ("rsa-sha2-512", hashes.SHA256(), ExitCode.BAD_SIGNATURE),
    ],
)
def test_an_rsa_key_signs_with_sha_2_only(
    algorithm: str, hashed: hashes.HashAlgorithm, code: ExitCode
) -> None:
    key = load_ssh_private_key((KEYS / "rsa-3072").read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    raw = key.sign(signed_bytes(MESSAGE, REPORT), padding.PKCS1v15(), hashed)
    whole = armored(public("rsa-3072"), REPORT, string(algorithm.encode()) + string(raw))
    assert code_of(whole) is code


@pytest.mark.parametrize("hash_name", ["md5", "sha1", "sha3"])
def test_a_message_hashed_in_another_way_is_not_supported(hash_name: str, tmp_path: Path) -> None:
    import base64

    signature = signer("checker", tmp_path).sign(MESSAGE, REPORT)
    blob = base64.b64decode(b"".join(signature.splitlines()[1:-1]))
    other = blob.replace(string(b"sha512"), string(hash_name.encode()))
    text = b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(other) + b"\n-----END SSH SIGNATURE-----\n"
    assert code_of(text) is ExitCode.NEWER_FORMAT
    newer = blob.replace(b"SSHSIG\0\0\0\1", b"SSHSIG\0\0\0\2")
    text = b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(newer) + b"\n-----END SSH SIGNATURE-----\n"
    assert code_of(text) is ExitCode.NEWER_FORMAT


def test_a_dsa_key_is_not_supported(tmp_path: Path) -> None:
    key = tmp_path / "dsa"
    key.touch(0o600)
    key.write_bytes((KEYS / "dsa").read_bytes())
    assert code_of(stock_signs(MESSAGE, key, REPORT)) is ExitCode.NEWER_FORMAT


@given(st.data())
def test_p12_no_damaged_signature_is_good_and_none_makes_the_check_fall_over(data: st.DataObject) -> None:
    import base64

    key, signature = touched(SK_ED25519)
    blob = bytearray(base64.b64decode(b"".join(signature.splitlines()[1:-1])))
    at = data.draw(st.integers(0, len(blob) - 1))
    blob[at] ^= data.draw(st.integers(1, 255))
    text = b"-----BEGIN SSH SIGNATURE-----\n" + base64.b64encode(blob) + b"\n-----END SSH SIGNATURE-----\n"
    reserved = blob.find(string(REPORT.encode())) + len(string(REPORT.encode()))
    assert code_of(text) is not ExitCode.OK or at in range(reserved, reserved + 4)
    assert key.is_hardware


@given(st.integers(0, 2**600))
def test_a_number_reads_as_it_was_written(number: int) -> None:
    reader = Reader(mpint(number))
    assert reader.mpint() == number
    reader.end()


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0\5abc", b"\0\0\0\1\x80", b"\0\0\0\2\0\1", b"\xff\xff\xff\xff"]
)
def test_what_is_not_written_as_it_should_be_is_refused(content: bytes) -> None:
    with pytest.raises(WireError):
        Reader(content).mpint()
