"""The checked copy of a report: only the recommended changes, for whoever is not to see what was found out.

It carries no report.json, which has all the rest; it names the one that it was taken from.
"""

from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from factcheck.report.checks import Document
from factcheck.report.reading import change_pieces, counted
from factcheck.report.sealed import Sealed
from factcheck.report.signed import stamp

LABEL = "Checked copy: only the changes"


class Change(Struct, frozen=True):
    """One recommended change. `pieces` has old and new words as (tag, words): "del" and "ins" are what differs."""

    number: int
    what: str
    old: str
    new: str
    pieces: tuple[tuple[str, str], ...]
    note: str


class CheckedCopy(Struct, frozen=True):
    """What each form of a checked copy shows, in this order; `state` is "" for one of a signed report."""

    title: str
    state: str
    identity: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    about: str
    source: str


def checked_copy(sealed: Sealed) -> CheckedCopy:
    """The recommended changes of a report, but for those that were rejected, in the order of the text."""
    document = sealed.document()
    found = tuple(recommended(document))
    return CheckedCopy(
        title=document["article"]["title"],
        state=stamp(sealed, document),
        identity=tuple(_identity(document)),
        changes=found,
        about=f"{counted(len(found), 'recommended change')}. What was checked, and what was found out, is not in it.",
        source=_source(sealed, document),
    )


def recommended(document: Document) -> Iterator[Change]:
    """The changes for words that still stand there."""
    for statement in document["statements"]:
        change, words = statement["change"], statement["anchor"]["exact"]
        if change is None or change["state"] == "rejected" or change["from"] != words:
            continue
        yield Change(
            number=statement["number"],
            what=f"{change['kind']}, {change['state']}",
            old=change["from"],
            new=change["to"],
            pieces=tuple(change_pieces(change)),
            note=statement["public_note"] or "",
        )


def _identity(document: Document) -> Iterator[tuple[str, str]]:
    article = document["article"]
    yield "Slug", article["slug"]
    yield "Draft", str(article["draft"])
    for name in ("author", "editor"):
        if article[name]:
            yield name.capitalize(), article[name]
    yield "SHA-256 of the text", article["text_sha256"]


def _source(sealed: Sealed, document: Document) -> str:
    """Which report it is of. One without a nonce is not named: whoever knows most of it could guess the rest."""
    if not document["nonce"] or sealed.signature is None:
        return "It was taken from a report that is not signed, and cannot be checked by itself."
    return (
        "It carries no signature of its own and cannot be checked by itself: the signed report, from which it was "
        f"taken, is the report.json with the SHA-256 {sha256(sealed.report).hexdigest()}."
    )
