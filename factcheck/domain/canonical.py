"""Canonical JSON, the bytes that hashes and signatures are taken of."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from msgspec.json import Encoder

if TYPE_CHECKING:
    from hashlib import _Hash

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | Mapping[str, Json]"
Words: TypeAlias = "str | list[Words] | tuple[Words, ...]"
"""Texts, and lists of them."""


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


def canonical_bytes(value: Json, *, is_known: bool = False) -> bytes:
    """The value as RFC 8785 canonical JSON, restricted to strings, integers, booleans, null, lists and objects.

    Keys are ASCII, so sorting them by code point is sorting them by UTF-16 unit, as section 3.2.3 asks.
    Raises TypeError for anything else and UnicodeEncodeError for a lone surrogate. What `is_known` to hold nothing
    else, because it was built here and nobody signs it, is not looked through: that takes twice as long as writing it.
    """
    if not is_known:
        _refuse_others(value)
    return _ENCODER.encode(value)


def canonical_sha256(value: Json) -> str:
    """The SHA-256 of the value's canonical bytes, in hexadecimal."""
    return _sha256()(canonical_bytes(value)).hexdigest()


def words_sha256(*words: "Words") -> str:
    """The `canonical_sha256` of a list of words: there is nothing in it that would have to be refused."""
    return _sha256()(_ENCODER.encode(words)).hexdigest()


@cache
def _sha256() -> "Callable[[bytes], _Hash]":
    from hashlib import sha256  # loads OpenSSL, which most lists and many first frames can do without

    return sha256
