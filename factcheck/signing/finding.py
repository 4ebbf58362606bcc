"""Which keys somebody can sign with here: those in the agent, then the usual files, then one's own of this program."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Never

from msgspec import Struct

from factcheck.errors import KeyRefusedError
from factcheck.paths import find_paths
from factcheck.signing.agent import AgentSigner, agent_keys
from factcheck.signing.hardware import ChildSigner
from factcheck.signing.key_file import KeyFile, look_at, open_key
from factcheck.signing.public_key import KEY_TYPES, PublicKey, key_from_line
from factcheck.signing.signer import Signer
from factcheck.signing.ssh_wire import WireError

_USUAL = ("id_ed25519", "id_ecdsa", "id_rsa", "id_ed25519_sk", "id_ecdsa_sk")
OWN_KEY = "id_ed25519"
"""The file of the key that `factcheck key new` makes, in the folder of the settings."""


class Found(Struct, frozen=True):
    """A key that may sign: in the agent, or in the file at `path`.

    `public` is None only for an encrypted PEM file without its .pub beside it: it is known once it is open.
    """

    public: PublicKey | None
    path: Path | None
    agent: AgentSigner | None
    needs_passphrase: bool

    @property
    def asks_on_terminal(self) -> bool:
        """Whether `ssh-keygen` signs with it, which asks on the terminal for a PIN, a passphrase or a finger."""
        return self.agent is None and self.public is not None and self.public.is_hardware

    @property
    def where(self) -> str:
        """Where it is: "agent", or the file."""
        return str(self.path) if self.path else "agent"

    @property
    def shown(self) -> str:
        """The key as it is chosen from a list: kind, fingerprint, comment, where."""
        public = self.public
        parts = [public.type, public.fingerprint, public.comment] if public else ["a key in a PEM file"]
        return "  ".join([part for part in parts if part] + [self.where])


def own_key(environ: Mapping[str, str]) -> Path:
    """Where `factcheck key new` puts the key that it makes."""
    return find_paths(environ).config / OWN_KEY


def signers(*, key: Path | None, environ: Mapping[str, str]) -> list[Found]:
    """The keys that may sign, in the order in which they should be offered; only the named one if one is.

    Naming the .pub file asks for the same key in the agent, or in the file of that name without ".pub".
    Raises KeyRefusedError when the named file is not there or no key.
    """
    held = [Found(one.public, None, one, needs_passphrase=False) for one in agent_keys(environ)]
    if key is None:
        return _once([*held, *_usual_files(environ)])
    public, files = _named(key)
    return [one for one in held if one.public and public and one.public.blob == public.blob] + files


def _named(key: Path) -> tuple[PublicKey | None, list[Found]]:
    try:
        file = look_at(key)
        if file is not None:
            return file.public, _usable(file) or _refused(key)
        public = key_from_line(key.read_text(encoding="utf-8"))
    except OSError as error:
        raise KeyRefusedError(
            f"{key}: {error.strerror or 'cannot be read'}.", "See `factcheck key list`."
        ) from error
    except (UnicodeDecodeError, WireError) as error:
        raise KeyRefusedError(
            f"{key} is not an SSH key.", "Name the file of the private key; see `factcheck key list`."
        ) from error
    private = key.with_suffix("") if key.suffix == ".pub" else None
    file = look_at(private) if private and private.is_file() else None
    return public, _usable(file) if file else []


def _refused(key: Path) -> Never:
    raise KeyRefusedError(f"{key} is of a kind that signs no reports.", "See `factcheck key list`.")


def _usual_files(environ: Mapping[str, str]) -> Iterator[Found]:
    home = Path(environ["HOME"]) if environ.get("HOME") else Path.home()
    for path in [*(home / ".ssh" / name for name in _USUAL), own_key(environ)]:
        try:
            file = look_at(path)
        except (OSError, KeyRefusedError):
            continue
        yield from _usable(file) if file else ()


def _usable(file: KeyFile) -> list[Found]:
    if file.public is not None and file.public.type not in KEY_TYPES:
        return []
    is_hardware = file.public is not None and file.public.is_hardware  # then `ssh-keygen` asks for it
    return [Found(file.public, file.path, None, file.needs_passphrase and not is_hardware)]


def _once(found: list[Found]) -> list[Found]:
    """Without the files of keys that the agent holds: it asks for no passphrase."""
    seen: set[bytes] = set()
    kept = []
    for one in found:
        if one.public is None or one.public.blob not in seen:
            kept.append(one)
        if one.public is not None:
            seen.add(one.public.blob)
    return kept


def open_signer(found: Found, passphrase: Callable[[], str]) -> Signer:
    """Make a key ready to sign; the passphrase is asked for only where the file wants one. Raises KeyRefusedError."""
    if found.agent is not None:
        return found.agent
    if found.path is None:
        raise ValueError("a key is in the agent or in a file")
    if found.public is not None and found.public.is_hardware:
        return ChildSigner(found.public, found.path)
    return open_key(found.path, passphrase() if found.needs_passphrase else None)
