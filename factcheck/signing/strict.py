"""Reading canonical JSON, refusing everything that two programs might read in two ways."""

from collections.abc import Iterable
from typing import Any, Never

from msgspec import DecodeError
from msgspec.json import decode

from factcheck.domain.canonical import canonical_bytes

_DEEPEST = 32
_LARGEST = (
    2**53 - 1
)  # beyond it, a program that has only floats reads another number (RFC 8785, section 3.2.2.3)
_TOO_LARGE = "it has a number that is too large"


class NotCanonicalError(ValueError):
    """The bytes are not canonical JSON."""


def read_canonical(content: bytes) -> Any:  # JSON: whoever reads it looks at its shape next
    """The value of canonical JSON (RFC 8785) of strings, integers, booleans, null, lists and objects.

    Raises NotCanonicalError for duplicate keys, floats, NaN, huge numbers, deep nesting, other bytes than the
    canonical ones, and all that is no JSON.
    """
    try:
        value = decode(content)
        _look_deep([value], _DEEPEST + 1)
        if canonical_bytes(value) == content:
            return value
    except (DecodeError, ValueError, TypeError, RecursionError):
        pass  # what is wrong is for the slower way to say, which looks at every token
    return _read_slowly(content)


def _read_slowly(content: bytes) -> Any:
    import json

    try:
        value = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_refused,
            parse_constant=_refused,
            parse_int=_whole,
        )
        _look_deep([value], _DEEPEST + 1)
        is_same = canonical_bytes(value) == content
    except NotCanonicalError:
        raise
    except RecursionError as error:
        raise NotCanonicalError("it is nested too deeply") from error
    except (ValueError, TypeError) as error:  # bad UTF-8 and lone surrogates are ValueErrors too
        raise NotCanonicalError("it is not JSON of the kind that is signed") from error
    if not is_same:
        raise NotCanonicalError("it was formatted anew: these are not the canonical bytes")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotCanonicalError("a key stands twice")
    return found


def _refused(text: str) -> Never:
    raise NotCanonicalError("it has a number that is not a whole one")


def _whole(text: str) -> int:
    if len(text) > len(str(-_LARGEST)) or abs(int(text)) > _LARGEST:
        raise NotCanonicalError(_TOO_LARGE)
    return int(text)


def _look_deep(value: dict[str, Any] | list[Any], left: int) -> None:
    if not left:
        raise NotCanonicalError("it is nested too deeply")
    inside: Iterable[Any] = value.values() if isinstance(value, dict) else value
    for inner in inside:
        kind = type(inner)
        if kind is int:
            if not -_LARGEST <= inner <= _LARGEST:
                raise NotCanonicalError(_TOO_LARGE)
        elif kind is dict or kind is list:
            _look_deep(inner, left - 1)
