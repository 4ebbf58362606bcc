"""Sources, citations, ticks, queries, suggested wordings, links and leads as plain JSON and back.

An object has the names of the value's fields; values of a fixed set are their words. Every `…_of` raises
ValueError, KeyError or TypeError for what its `form_of` did not write.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar, cast

from msgspec.structs import fields

from factcheck.domain.canonical import Json
from factcheck.domain.link import Link, LinkType
from factcheck.domain.override import Blocker, Override
from factcheck.domain.query import (
    Addressee,
    ChangeKind,
    ChangeState,
    Hearing,
    Query,
    QueryState,
    SuggestedWording,
)
from factcheck.domain.source import (
    Attachment,
    Citation,
    Lead,
    Level,
    Source,
    SourceKind,
    Stance,
    Tier,
)
from factcheck.domain.tick import Tick, TickState
from factcheck.domain.verdict import Answer, Basis, Question, Verdict

_SETS: Mapping[type, Mapping[str, type[StrEnum]]] = {
    Source: {"kind": SourceKind, "tier": Tier, "level": Level},
    Citation: {"question": Question, "stance": Stance},
    Tick: {"state": TickState},
    Query: {"to": Addressee, "state": QueryState},
    SuggestedWording: {"kind": ChangeKind, "state": ChangeState},
    Link: {"type": LinkType},
    Answer: {"verdict": Verdict, "basis": Basis},
    Override: {"blocker": Blocker},
}
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
    plain = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
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
    values = dict(cast("Mapping[str, Any]", form))
    for name, members in _SETS.get(kind, {}).items():
        values[name] = None if values[name] is None else members(values[name])
    if "attachments" in values:
        values["attachments"] = values_of(Attachment, values["attachments"])
    return kind(**values)


def values_of(kind: type[T], forms: Json) -> tuple[T, ...]:
    """The values that `forms_of` wrote."""
    return tuple(value_of(kind, form) for form in cast("list[Json]", forms))
