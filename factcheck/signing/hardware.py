"""Security keys, whose private half never leaves them: `ssh-keygen` knows how to talk to them and signs for us."""

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from factcheck.errors import KeyRefusedError
from factcheck.signing.public_key import PublicKey

_STDERR = 2
_PATIENCE = 120  # seconds, in which somebody finds the key and touches it


class ChildSigner(Struct, frozen=True):
    """A key file that only `ssh-keygen` can use."""

    public: PublicKey
    path: Path

    def sign(self, message: bytes, namespace: str) -> bytes:
        """The armored SSH signature of a message, over its SHA-512. Raises KeyRefusedError.

        A PIN or a passphrase is asked for on the terminal; that a finger is wanted is said there only to one who
        sees what `ssh-keygen` writes to stderr.
        """
        command = ["ssh-keygen", "-Y", "sign", "-f", str(self.path), "-n", namespace, "-O", "hashalg=sha512"]
        try:
            ran = subprocess.run(  # noqa: S603  # a fixed command; the path is one that the user chose
                command,
                input=message,
                stdout=subprocess.PIPE,
                stderr=None if os.isatty(_STDERR) else subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise KeyRefusedError(
                f"`ssh-keygen` did not sign with {self.path}.",
                "Put the security key in, touch it when it blinks, and see that `ssh-keygen` is installed.",
            ) from error
        return ran.stdout
