"""Canonical JSON, the bytes that hashes and signatures are taken of."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | Mapping[str, Json]"


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("canonical JSON has no floats")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise TypeError("keys of canonical JSON are ASCII text")
            _refuse_floats(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            _refuse_floats(inner)


def canonical_bytes(value: Json) -> bytes:
    """The value as RFC 8785 canonical JSON, restricted to strings, integers, booleans, null, lists and objects.

    Keys are ASCII, so sorting them by code point is sorting them by UTF-16 unit, as section 3.2.3 asks.
    Raises TypeError for anything else and UnicodeEncodeError for a lone surrogate.
    """
    _refuse_floats(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8")


def canonical_sha256(value: Json) -> str:
    """The SHA-256 of the value's canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()
