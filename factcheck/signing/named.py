"""Whom a report names as its signer."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct


class Named(Struct, frozen=True):
    """A person with the principal and the fingerprint of the key that they are said to sign with."""

    name: str
    principal: str
    key: str


def named_signer(document: Mapping[str, Any]) -> Named | None:
    """The one person with a key whom the sign-off of a report names; None when there is no such one."""
    signoff = document["signoff"]
    if signoff is None:
        return None
    by = signoff["by"]
    named = [p for p in document["people"] if by in (p["id"], p["name"]) and p["key"] and p["principal"]]
    return Named(named[0]["name"], named[0]["principal"], named[0]["key"]) if len(named) == 1 else None
