"""What is written beside the statements in the author's own file."""

import hashlib
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from factcheck.report.attention import concerns
from factcheck.report.checks import Document
from factcheck.report.people import checkers
from factcheck.report.reading import Entry, entries
from factcheck.report.sealed import Sealed
from factcheck.report.signed import decisions
from factcheck.report.times import made_at

_NOBODY = "factcheck"


class Remark(Struct, frozen=True):
    """A comment on a run of the text, and the words that are suggested in its place, if any."""

    start: int
    end: int
    lines: tuple[str, ...]
    author: str
    at: str
    change: tuple[str, str] | None = None


def remarks(sealed: Sealed, document: Document, *, on_all: bool = False) -> Iterator[Remark]:
    """One for each statement that needs attention, or for every one, in the order of the text."""
    all_entries, decided = entries(document), decisions(sealed, document)
    wanted = {e.number for c in concerns(document, all_entries, decided) for e in c.entries}
    first = f"Fact-check report {document['report_id']}, SHA-256 {hashlib.sha256(sealed.report).hexdigest()}"
    internal = {
        f"source{n}" for n, one in enumerate(document["sources"], 1) if one.get("level") == "internal"
    }
    for entry, statement in zip(all_entries, document["statements"], strict=True):
        if on_all or entry.number in wanted or _is_asked(statement):
            yield _remark(entry, statement, document, (first,) if first else (), internal)
            first = ""


def changes(document: Document) -> Iterator[Remark]:
    """The checked copy: only the recommended changes, each with no more beside it than what it is and the public note."""
    for entry, statement in zip(entries(document), document["statements"], strict=True):
        remark = _remark(entry, statement, document, (), set())
        if remark.change is not None:
            what = f"Statement {entry.number}: {statement['change']['kind']}, {statement['change']['state']}"
            yield replace(remark, lines=(what, entry.note) if entry.note else (what,))


def _is_asked(statement: dict[str, Any]) -> bool:
    """Whether somebody waits for an answer, or a detail is wrong."""
    is_open = any(query.get("state") == "open" for query in statement["queries"])
    return is_open or any(detail["state"] == "wrong" for detail in statement["details"])


def _remark(
    entry: Entry, statement: dict[str, Any], document: Document, first: tuple[str, ...], internal: set[str]
) -> Remark:
    change = statement["change"]
    is_suggested = change is not None and change["state"] != "rejected" and change["from"] == entry.text
    return Remark(
        start=entry.start,
        end=entry.end,
        lines=(*first, *_lines(entry, internal)),
        author=entry.by or next(iter(checkers(document)), _NOBODY),
        at=entry.at or made_at(document),
        change=(change["from"], change["to"]) if is_suggested else None,
    )


def _lines(entry: Entry, internal: set[str]) -> Iterator[str]:
    """An internal source stays inside, with what is quoted from it."""
    yield f"Statement {entry.number}"
    for reply in entry.replies:
        why = f" \u2014 {reply.why}" if reply.why else ""
        yield f"{reply.question}: {reply.glyph} {reply.word}{why}"
    if entry.excluded is not None:
        yield f"not checkable: {entry.excluded or 'no reason given'}"
    is_inside = False
    for fact in entry.facts:
        is_inside = fact.to in internal or (is_inside and fact.label == "Excerpt")
        if not is_inside:
            yield f"{fact.label}: {fact.text}"
    if entry.note:
        yield f"Note: {entry.note}"
