"""A security key that is none: `ssh-keygen` as it signs with one, which asks on the terminal for a PIN and a finger.

Run as a program it takes the place of `ssh-keygen -Y sign`; a test puts it in front of the real one.
"""

import hashlib
import os
import struct
import sys
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from factcheck.signing.public_key import SK_ED25519, PublicKey
from factcheck.signing.ssh_wire import string, uint32
from factcheck.signing.sshsig import armored, signed_bytes

PIN = "2468"
_APPLICATION = b"ssh:"
_INSIDE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))


def public_half() -> PublicKey:
    """What the owner of the security key hands out."""
    point = _INSIDE.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    blob = string(SK_ED25519.encode()) + string(point) + string(_APPLICATION)
    return PublicKey(SK_ED25519, blob, "ann@example.org")


def put_in(folder: Path, program: Path, cipher: bytes = b"none") -> Path:
    """Put the key's file into a folder, and the program that signs with it into another; the key's path."""
    folder.mkdir(parents=True, exist_ok=True)
    program.mkdir(parents=True, exist_ok=True)
    content = b"openssh-key-v1\0" + string(cipher) + string(b"none") + string(b"") + uint32(1)
    content += string(public_half().blob) + string(b"a handle: the private half is in the security key")
    key = folder / "id_ed25519_sk"
    text = b64encode(content).decode()
    key.touch(0o600)
    key.write_text(f"-----BEGIN OPENSSH PRIVATE KEY-----\n{text}\n-----END OPENSSH PRIVATE KEY-----\n")
    key.with_name(f"{key.name}.pub").write_text(f"{public_half().line()}\n")
    script = program / "ssh-keygen"
    script.touch(0o700)
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m {__name__} "$@"\n')
    return key


def _sign(arguments: list[str], message: bytes) -> bytes:
    """As a security key does it, once its owner has typed the PIN and put a finger on it."""
    namespace = arguments[arguments.index("-n") + 1]
    over = hashlib.sha256(_APPLICATION).digest() + struct.pack(">BI", 5, 78)
    over += hashlib.sha256(signed_bytes(message, namespace)).digest()
    raw = string(SK_ED25519.encode()) + string(_INSIDE.sign(over)) + struct.pack(">BI", 5, 78)
    return armored(public_half(), namespace, raw)


def _asked(prompt: str) -> str:
    """What is typed on the terminal, unseen, as `ssh-keygen` asks: past standard input, which has the message."""
    from getpass import getpass

    return getpass(prompt)


def main() -> int:
    """Ask, and sign what comes on standard input."""
    message = sys.stdin.buffer.read()
    try:
        typed = _asked("Enter PIN for ED25519-SK key: ")
    except KeyboardInterrupt:
        return 130
    if typed != PIN:
        os.write(2, b"Couldn't sign message: incorrect passphrase supplied to decrypt private key\n")
        return 255
    os.write(2, b"Confirm user presence for key ED25519-SK\n")
    sys.stdout.buffer.write(_sign(sys.argv[1:], message))
    return 0


if __name__ == "__main__":
    sys.exit(main())
