"""Reading canonical JSON, refusing everything that two programs might read in two ways."""

import json
from typing import Any, Never

from factcheck.domain.canonical import canonical_bytes

_DEEPEST = 32
_LARGEST = (
    2**53 - 1
)  # beyond it, a program that has only floats reads another number (RFC 8785, section 3.2.2.3)


class NotCanonicalError(ValueError):
    """The bytes are not canonical JSON."""


def read_canonical(content: bytes) -> Any:  # JSON: whoever reads it looks at its shape next
    """The value of canonical JSON (RFC 8785) of strings, integers, booleans, null, lists and objects.

    Raises NotCanonicalError for duplicate keys, floats, NaN, huge numbers, deep nesting, other bytes than the
    canonical ones, and all that is no JSON.
    """
    try:
        value = json.loads(
            content.decode("utf-8"),
            object_pairs_hook=_once,
            parse_float=_refused,
            parse_constant=_refused,
            parse_int=_whole,
        )
        if isinstance(value, dict | list):
            _look_deep(value, _DEEPEST)
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
        raise NotCanonicalError("it has a number that is too large")
    return int(text)


def _look_deep(value: dict[str, Any] | list[Any], left: int) -> None:
    if not left:
        raise NotCanonicalError("it is nested too deeply")
    for inner in value.values() if type(value) is dict else value:
        if type(inner) is dict or type(inner) is list:
            _look_deep(inner, left - 1)
