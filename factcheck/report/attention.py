"""What in a report needs the editor's attention, and why."""

from collections.abc import Callable, Sequence
from typing import Any

from msgspec import Struct

from factcheck.domain.query import QueryState
from factcheck.report.checks import Document
from factcheck.report.reading import Entry, addressee
from factcheck.report.signed import Decision, passed, runs_of
from factcheck.report.vocabulary import (
    CONFIRMED,
    DISPUTED,
    IN_NO_STATEMENT,
    IN_PROGRESS,
    RECHECK,
    UNTOUCHED,
    UNVERIFIED,
)


class Concern(Struct, frozen=True):
    """One reason for attention: statements in full, or only their numbers in runs, or lines of its own."""

    title: str
    about: str
    entries: tuple[Entry, ...] = ()
    numbers: tuple[tuple[int, int], ...] = ()
    lines: tuple[str, ...] = ()


class _Reason(Struct, frozen=True):
    title: str
    about: str
    is_met: Callable[[Entry, dict[str, Any]], bool]


def concerns(document: Document, entries: Sequence[Entry], decided: Sequence[Decision] = ()) -> list[Concern]:
    """All that needs attention, the gravest first; nothing is left out because there is much of it.

    `decided` is what the countersigns say, which may stand behind what the editor passed.
    """
    found = [_in_full(reason, document, entries) for reason in _SHOWN_IN_FULL]
    overrides = (one.line for one in passed(document, decided))
    stray = (n for n in document["not_checked"] if n["reason"] == IN_NO_STATEMENT)
    places = (f"characters {n['start']} to {n['end']}" for n in stray)
    found.append(
        Concern("Open queries", "Questions that still wait for an answer.", lines=_queries(document))
    )
    found.append(Concern("Passed by the editor", "Let stand by name, with a reason.", lines=tuple(overrides)))
    found.append(Concern("Outside every statement", "Nobody was asked about this text.", lines=tuple(places)))
    found += [_by_number(reason, document, entries) for reason in _LISTED]
    return [one for one in found if one.entries or one.numbers or one.lines]


def _queries(document: Document) -> tuple[str, ...]:
    """The open queries that the report prints, in the order of the text."""
    asked = ((s["number"], q) for s in document["statements"] for q in s["queries"])
    return tuple(
        f"{number}, to the {addressee(query)}: {query['text']}"
        for number, query in asked
        if query.get("state") == QueryState.OPEN.value
    )


def _in_full(reason: _Reason, document: Document, entries: Sequence[Entry]) -> Concern:
    pairs = zip(entries, document["statements"], strict=True)
    return Concern(reason.title, reason.about, entries=tuple(e for e, s in pairs if reason.is_met(e, s)))


def _by_number(reason: _Reason, document: Document, entries: Sequence[Entry]) -> Concern:
    pairs = zip(entries, document["statements"], strict=True)
    numbers = (e.number for e, s in pairs if reason.is_met(e, s))
    return Concern(reason.title, reason.about, numbers=tuple(runs_of(numbers)))


def _stands(tone: str) -> Callable[[Entry, dict[str, Any]], bool]:
    return lambda entry, _: tone in entry.tones


def _is_unfinished(_: Entry, statement: dict[str, Any]) -> bool:
    return statement["state"] in (UNTOUCHED, IN_PROGRESS)


def _lacks_basis(entry: Entry, statement: dict[str, Any]) -> bool:
    if UNVERIFIED not in entry.tones and DISPUTED not in entry.tones:
        return False
    wanting = (r for r in entry.replies if r.tone in (UNVERIFIED, DISPUTED))
    return any(not statement[reply.question]["basis"] for reply in wanting)


def _lacks_source(entry: Entry, statement: dict[str, Any]) -> bool:
    if CONFIRMED not in entry.tones:
        return False
    located = [
        c["question"]
        for c in statement["citations"]
        if c["stance"] == "supports"
        and ("locator" not in c or c["locator"])  # a confidential one tells no locator
    ]
    return bool([r for r in entry.replies if r.tone == CONFIRMED and r.question not in located])


def _has_open_link(_: Entry, statement: dict[str, Any]) -> bool:
    return bool(statement["links"]) and any(not link["settled"] for link in statement["links"])


_SHOWN_IN_FULL = (
    _Reason("Disputed", "Something stands against it; the basis says what.", _stands(DISPUTED)),
    _Reason(
        "Unverified",
        "Not settled; the basis says why. It does not mean that it is wrong.",
        _stands(UNVERIFIED),
    ),
    _Reason(
        "To recheck",
        "Answered for something that has changed since: now without an answer.",
        _stands(RECHECK),
    ),
    _Reason("Suggested changes", "Wording that the checker proposes.", lambda _, s: s["change"] is not None),
    _Reason("Conflicts inside the article", "Links between statements, not settled.", _has_open_link),
)
_LISTED = (
    _Reason("Not finished", "A question still waits for its answer.", _is_unfinished),
    _Reason("Without a basis", "Unverified or disputed, and not said why.", _lacks_basis),
    _Reason(
        "Confirmed without a located source",
        "The verdict names no source with its page or time stamp.",
        _lacks_source,
    ),
)
