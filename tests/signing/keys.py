"""The keys of the tests, and the stock `ssh-keygen` to check against."""

import shutil
import subprocess
from pathlib import Path

from factcheck.signing.finding import Found, open_signer, signers
from factcheck.signing.public_key import PublicKey, key_from_line
from factcheck.signing.signer import Signer
from tests.conftest import FIXTURES

KEYS = FIXTURES / "signing" / "keys"
PASSPHRASE = "ferry sound"
SIGNING_KEYS = (
    "checker",
    "ecdsa-256",
    "ecdsa-384",
    "ecdsa-521",
    "rsa-3072",
    "ed25519-passphrase",
    "rsa-pem-passphrase",
    "ecdsa-pkcs8-passphrase",
)


def public(name: str) -> PublicKey:
    """The public half of a test key."""
    return key_from_line((KEYS / f"{name}.pub").read_text(encoding="utf-8"))


def private(name: str, folder: Path) -> Path:
    """A copy of a test key's file that is its owner's alone, as git does not keep it, with its .pub beside it."""
    for suffix in ("", ".pub"):
        shutil.copyfile(KEYS / f"{name}{suffix}", folder / f"{name}{suffix}")
    (folder / name).chmod(0o600)
    return folder / name


def found(name: str, folder: Path) -> Found:
    """The test key as it is found when it is named."""
    (only,) = signers(key=private(name, folder), environ={})
    return only


def signer(name: str, folder: Path) -> Signer:
    """The test key, open."""
    return open_signer(found(name, folder), lambda: PASSPHRASE)


def trusting(folder: Path, *lines: str) -> Path:
    """A list of trusted signers of these lines."""
    path = folder / "allowed_signers"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def stock_accepts(message: bytes, signature: Path, allowed: Path, principal: str, namespace: str) -> bool:
    """Whether the stock `ssh-keygen` finds the signature good and its key trusted."""
    command = ["ssh-keygen", "-Y", "verify", "-f", str(allowed), "-I", principal, "-n", namespace, "-s"]
    ran = subprocess.run([*command, str(signature)], input=message, capture_output=True, check=False)
    return ran.returncode == 0


def stock_signs(message: bytes, key: Path, namespace: str) -> bytes:
    """The signature that the stock `ssh-keygen` makes with a key without a passphrase."""
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", namespace]
    return subprocess.run(command, input=message, capture_output=True, check=True).stdout
