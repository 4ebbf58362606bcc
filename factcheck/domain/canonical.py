"""Canonical JSON, the bytes that hashes and signatures are taken of."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec.json import Encoder

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | Mapping[str, Json]"


_ENCODER = Encoder(order="sorted")  # its bytes are those of RFC 8785, for every code point: a test looks


_PLAIN = frozenset({str, int, bool, type(None)})


def _refuse_others(value: object) -> None:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str) or not key.isascii():
                raise TypeError("keys of canonical JSON are ASCII text")
        _refuse_among(value.values())
    elif isinstance(value, (list, tuple)):
        _refuse_among(value)
    elif not (value is None or isinstance(value, (str, int))):  # bool is an int
        raise TypeError(f"canonical JSON has no {type(value).__name__}")


def _refuse_among(values: Iterable[object]) -> None:
    for value in values:
        if (
            type(value) not in _PLAIN
        ):  # a long report has a million of these: asked here, not by a call for each
            _refuse_others(value)


def canonical_bytes(value: Json) -> bytes:
    """The value as RFC 8785 canonical JSON, restricted to strings, integers, booleans, null, lists and objects.

    Keys are ASCII, so sorting them by code point is sorting them by UTF-16 unit, as section 3.2.3 asks.
    Raises TypeError for anything else and UnicodeEncodeError for a lone surrogate.
    """
    _refuse_others(value)
    return _ENCODER.encode(value)


def canonical_sha256(value: Json) -> str:
    """The SHA-256 of the value's canonical bytes, in hexadecimal."""
    from hashlib import sha256  # loads OpenSSL, which most lists and many first frames can do without

    return sha256(canonical_bytes(value)).hexdigest()
