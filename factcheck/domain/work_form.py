"""Sources, citations, ticks, queries, suggested wordings, links and leads as plain JSON and back.

An object has the names of the value's fields; values of a fixed set are their words. Every `…_of`, and what
a `…_reader` returns, raises ValueError for what its `form_of` did not write.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from msgspec import DecodeError, ValidationError, convert
from msgspec.json import Decoder

from factcheck.domain.canonical import Json
from factcheck.domain.link import Link
from factcheck.domain.override import Override
from factcheck.domain.query import Hearing, Query, SuggestedWording
from factcheck.domain.source import Attachment, Citation, Lead, Source
from factcheck.domain.tick import Tick
from factcheck.domain.verdict import Answer

KINDS: Mapping[str, type[Any]] = {
    "citations": Citation,
    "ticks": Tick,
    "queries": Query,
    "suggested": SuggestedWording,
    "links": Link,
    "hearing": Hearing,
    "leads": Lead,
    "overrides": Override,
}
"""What hangs on a statement, by the name of its field."""
_ONLY_IF_KNOWN = frozenset({"decided_by", "decided_at"})
T = TypeVar(
    "T", Source, Attachment, Citation, Lead, Tick, Query, SuggestedWording, Hearing, Link, Override, Answer
)


def form_of(value: Any) -> dict[str, Json]:
    """A value as an object with the names of its fields."""
    plain = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return {name: told for name, told in plain.items() if told is not None or name not in _ONLY_IF_KNOWN}


def forms_of(values: Sequence[Any]) -> list[Json]:
    """Several values, in their order."""
    return [form_of(value) for value in values]


def _plain(value: Any) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [form_of(one) for one in value]
    return cast("Json", value)


def value_of(kind: type[T], form: Json) -> T:
    """The value that `form_of` wrote."""
    try:
        return convert(form, kind)
    except ValidationError as error:
        raise ValueError(str(error)) from error


def values_of(kind: type[T], forms: Json) -> tuple[T, ...]:
    """The values that `forms_of` wrote."""
    return tuple(value_of(kind, form) for form in cast("list[Json]", forms))


@cache
def values_reader(name: str) -> Callable[[str], tuple[Any, ...]]:
    """What reads that which hangs on a statement under this name, from the JSON of `forms_of`."""
    kind: Any = KINDS[name]
    return _reader(Decoder(tuple[kind, ...]))


@cache
def value_reader(name: str) -> Callable[[str], Any]:
    """What reads the one value that hangs on a statement under this name, from the JSON of `form_of`."""
    return _reader(Decoder(KINDS[name]))


def _reader(decoder: Decoder[Any]) -> Callable[[str], Any]:
    decode = decoder.decode

    def read(column: str) -> Any:
        try:
            return decode(column)
        except DecodeError as error:
            raise ValueError(str(error)) from error

    return read
