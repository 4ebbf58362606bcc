"""A new key for somebody who has none: Ed25519, in the file form of OpenSSH."""

import os
from contextlib import suppress
from pathlib import Path

from factcheck.errors import StorageFailedError
from factcheck.paths import PRIVATE_FILE, make_private_folder
from factcheck.signing.public_key import PublicKey, key_from_line


def make_key(path: Path, comment: str, passphrase: str) -> PublicKey:
    """Make a key in a file that only its owner may read, and its public half beside it with .pub.

    An empty passphrase leaves it unprotected. Never writes over a file. Raises StorageFailedError.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        KeySerializationEncryption,
        NoEncryption,
        PrivateFormat,
        PublicFormat,
    )

    private = Ed25519PrivateKey.generate()
    protection: KeySerializationEncryption = (
        BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
    )
    content = private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, protection)
    bare = key_from_line(
        private.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode("ascii")
    )
    public = PublicKey(bare.type, bare.blob, " ".join(comment.split()))
    made: list[Path] = []
    try:
        make_private_folder(path.parent)
        for one, mode, whole in (
            (path, PRIVATE_FILE, content),
            (path.with_name(f"{path.name}.pub"), 0o644, f"{public.line()}\n".encode()),
        ):
            with open(os.open(one, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:  # noqa: PTH123  # a mode from the first moment
                made.append(one)
                file.write(whole)
                file.flush()
                os.fsync(file.fileno())
    except OSError as error:
        for one in made:
            with suppress(OSError):
                one.unlink()
        raise StorageFailedError(
            f"{path}: {error.strerror or 'cannot be written'}.", "Name another file."
        ) from error
    return public
