"""The SSH agent, over its socket: which keys it holds, and signing with one of them (draft-miller-ssh-agent)."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct

from factcheck.errors import KeyRefusedError
from factcheck.signing.public_key import KEY_TYPES, PublicKey, key_from_blob
from factcheck.signing.ssh_wire import LONGEST, Reader, WireError, string, uint32
from factcheck.signing.sshsig import armored, signed_bytes

_LIST, _LISTED = 11, 12
_SIGN, _SIGNED = 13, 14
_RSA_SHA2_512 = 4
_TO_LIST, _TO_SIGN = 3.0, 120.0  # seconds; a signature may wait for a finger or for a yes


class AgentSigner(Struct, frozen=True):
    """A key that the agent holds."""

    public: PublicKey
    address: str

    def sign(self, message: bytes, namespace: str) -> bytes:
        """The armored SSH signature of a message, over its SHA-512. Raises KeyRefusedError."""
        request = bytes([_SIGN]) + string(self.public.blob) + string(signed_bytes(message, namespace))
        try:
            answer = _asked(self.address, request + uint32(_RSA_SHA2_512), _TO_SIGN)
            if answer[:1] != bytes([_SIGNED]):
                raise WireError("it refused")
            raw = Reader(answer[1:]).string()
        except (OSError, WireError) as error:
            raise KeyRefusedError(
                f"The SSH agent did not sign with {self.public.fingerprint}.",
                "See `ssh-add -l`; it may be locked, or want your yes. Or name a key file with --key.",
            ) from error
        return armored(self.public, namespace, raw)


def agent_keys(environ: Mapping[str, str]) -> list[AgentSigner]:
    """The keys in the agent that can sign reports, in its order. None without an agent that answers."""
    address = environ.get("SSH_AUTH_SOCK")
    if not address:
        return []
    try:
        answer = _asked(address, bytes([_LIST]), _TO_LIST)
        return [AgentSigner(key, address) for key in _listed(answer) if key.type in KEY_TYPES]
    except (OSError, WireError):
        return []


def _listed(answer: bytes) -> Iterator[PublicKey]:
    if answer[:1] != bytes([_LISTED]):
        raise WireError("it lists nothing")
    reader = Reader(answer[1:])
    for _ in range(reader.uint32()):
        blob = reader.string()
        yield key_from_blob(blob, reader.string().decode("utf-8", errors="replace"))


def _asked(address: str, request: bytes, seconds: float) -> bytes:
    """What the agent answers. Raises OSError and WireError."""
    with _connected(address, seconds) as agent:
        agent.sendall(string(request))
        length = int.from_bytes(_received(agent, 4), "big")
        if length > LONGEST:
            raise WireError("it says too much")
        return _received(agent, length)


@contextmanager
def _connected(address: str, seconds: float) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as agent:
        agent.settimeout(seconds)
        agent.connect(address)
        yield agent


def _received(agent: socket.socket, length: int) -> bytes:
    content = b""
    while len(content) < length:
        part = agent.recv(length - len(content))
        if not part:
            raise WireError("it hung up")
        content += part
    return content
