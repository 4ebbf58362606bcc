"""The checker's signature under one draft, what was signed, and the editor's countersignatures."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.canonical import Json
from factcheck.domain.event import Event, EventKind

RESPONSIBILITY = "I have checked this article as this report says, statement by statement, and I answer for it with my name."
"""The sentence that is signed with the report."""
CHECKER = "checker"
APPROVED, REJECTED = "approved", "rejected"
"""What a countersign may decide, besides “approved with changes”."""


class Signing(Struct, frozen=True):
    """What a report says about its signature, before it is signed.

    `person` is who works in the store, `name` and `email` are what is signed; the e-mail is the principal. `key` is
    the fingerprint, `nonce` 32 random bytes in hexadecimal. `open` has the counts of what an editor let stand and of
    the hints that nobody looked at, `policy` what was asked for.
    """

    person: str
    name: str
    email: str
    key: str
    at: str
    nonce: str
    open: Mapping[str, int]
    policy: Mapping[str, bool]
    role: str = CHECKER


class CountersignNote(Struct, frozen=True):
    """That somebody countersigned, and the SHA-256 of the two files that say so."""

    statement: str
    signature: str
    by: str
    decision: str
    key: str
    at: str = ""


class Withdrawal(Struct, frozen=True):
    """That somebody withdrew a sign-off, and why. What was handed over stays signed."""

    by: str
    why: str
    at: str


class Signoff(Struct, frozen=True):
    """The newest sign-off of an article. `report` and `signature` are the SHA-256 of what was signed, which is kept.

    `event` is the id of the event that recorded it: what was written later may have changed what the report prints.
    """

    report: str
    signature: str
    revision: int
    supersedes: str | None
    name: str
    email: str
    key: str
    draft: str
    event: str = ""
    at: str = ""
    countersigns: tuple[CountersignNote, ...] = ()
    withdrawn: Withdrawal | None = None


class SignedState(StrEnum):
    """Whether an article is signed, whether that stands, and whether the report would print the same now."""

    UNSIGNED = "not signed"
    SIGNED = "signed"
    CHANGED = "signed, changed since"
    WITHDRAWN = "signed, withdrawn"


def signed_words(state: SignedState, signoff: Signoff | None) -> str:
    """How an article is signed, in a few words: "signed, countersigned by Eve". "" when it is not."""
    if signoff is None or state is SignedState.UNSIGNED:
        return ""
    if state is SignedState.WITHDRAWN and signoff.withdrawn is not None:
        return f"{state.value} by {signoff.withdrawn.by}"
    if state is not SignedState.SIGNED or not signoff.countersigns:
        return state.value
    last = signoff.countersigns[-1]
    if last.decision == REJECTED:
        return f"{state.value}, rejected by {last.by}"
    changes = "" if last.decision == APPROVED else " with changes"
    return f"{state.value}, countersigned by {last.by}{changes}"


def is_upheld(state: SignedState, signoff: Signoff | None) -> bool:
    """Whether an article is signed as it is now, and the editor has not rejected that."""
    notes = signoff.countersigns if signoff else ()
    return state is SignedState.SIGNED and not (notes and notes[-1].decision == REJECTED)


def signoff_form(signoff: Signoff | None) -> dict[str, Json] | None:
    """A sign-off as an object with the names of its fields."""
    if signoff is None:
        return None
    plain = {name: getattr(signoff, name) for name in _PLAIN}
    form = {**plain, "countersigns": [note_form(note) for note in signoff.countersigns]}
    if signoff.withdrawn is not None:
        form["withdrawn"] = {name: getattr(signoff.withdrawn, name) for name in _WITHDRAWN}
    return form


def signoff_of(form: Mapping[str, Any]) -> Signoff:
    """The sign-off that `signoff_form` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    notes = tuple(note_of(one) for one in form.get("countersigns", ()))
    given = form.get("withdrawn")
    withdrawn = Withdrawal(**{name: given[name] for name in _WITHDRAWN}) if given else None
    signoff = Signoff(**{name: form[name] for name in _PLAIN if name in form})
    return replace(signoff, countersigns=notes, withdrawn=withdrawn)


def note_of(form: Mapping[str, Any]) -> CountersignNote:
    """The note of a countersignature, from an event or a row. Raises like `signoff_of`."""
    values = {name: form[name] for name in _NOTE if name in form}
    return CountersignNote(**values)


def signed_in(event: Event) -> tuple[str, ...]:
    """The SHA-256 of the files that an event says were signed."""
    found = event.payload.get("signoff") or event.payload.get("countersign")
    if event.kind not in (EventKind.SIGNED_OFF, EventKind.COUNTERSIGNED) or not isinstance(found, Mapping):
        return ()
    return tuple(str(found[name]) for name in ("report", "statement", "signature") if name in found)


def note_form(note: CountersignNote) -> dict[str, Json]:
    """The note as an event or a row carries it."""
    return {name: getattr(note, name) for name in _NOTE}


_PLAIN = ("report", "signature", "revision", "supersedes", "name", "email", "key", "draft", "event", "at")
_WITHDRAWN = ("by", "why", "at")
_NOTE = ("statement", "signature", "by", "decision", "key", "at")
