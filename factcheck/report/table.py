"""A report as rows, one a statement: what a spreadsheet shows, and what a program reads line by line."""

from collections.abc import Iterator
from functools import cache, lru_cache, partial

from factcheck.report.checks import Document
from factcheck.report.people import checkers
from factcheck.report.reading import Entry, called, entries, label, moment
from factcheck.report.vocabulary import QUESTIONS

COLUMNS = (
    "number",
    "kind",
    "statement",
    "state",
    "speakers",
    "said",
    "said, why",
    "so",
    "so, why",
    "sources",
    "suggested wording",
    "queries",
    "links",
    "other",
    "note",
    "not checkable",
    "answered by",
    "answered at",
    "start",
    "end",
)
NUMBERS = frozenset({"number", "start", "end"})
"""The columns that hold numbers; all others hold text."""

_EMPTY: dict[str, str | int] = dict.fromkeys(COLUMNS, "")
_UNDER = {"Source": "sources", "Excerpt": "sources", "Suggested": "suggested wording", "Query": "queries"}
_UNDER |= {"Answer": "queries", "Link": "links"}


def rows(document: Document) -> Iterator[dict[str, str | int]]:
    """A value for each column, in the order of the text."""
    called_state = cache(partial(label, document, "state"))
    pairs = zip(entries(document), document["statements"], strict=True)
    for entry, statement in pairs:
        yield _row(entry, called_state(statement["state"]))


def _row(entry: Entry, state: str) -> dict[str, str | int]:
    row: dict[str, str | int] = {
        "number": entry.number,
        "kind": entry.kind,
        "statement": entry.text,
        "state": state,
        "speakers": entry.speakers,
        "note": entry.note or "",
        "not checkable": "" if entry.excluded is None else entry.excluded or "no reason given",
        "answered by": entry.by or "",
        "answered at": moment(entry.at or ""),
        "start": entry.start,
        "end": entry.end,
    }
    for reply in entry.replies:
        row[reply.question] = reply.word
        row[f"{reply.question}, why"] = reply.why
    for fact in entry.facts:
        place = _place(fact.label)
        line = f"{fact.label}: {fact.text}"
        row[place] = f"{row[place]}\n{line}" if place in row else line
    return _EMPTY | row


@lru_cache(maxsize=256)  # there are few kinds of facts
def _place(named: str) -> str:
    """The column of a fact with this label: the first word of it says what it is."""
    return _UNDER.get(named.partition(",")[0].partition(" ")[0], "other")


def identity(document: Document) -> Iterator[tuple[str, str]]:
    """What the report is of, and its counts, as (name, value)."""
    article, summary = document["article"], document["summary"]
    for name in ("title", "slug", "author", "editor", "dateline"):
        yield name, article[name] or ""
    yield "draft", str(article["draft"])
    yield "SHA-256 of the text", article["text_sha256"]
    yield "checked by", ", ".join(checkers(document))
    signoff = document["signoff"]
    yield "signed off", f"{signoff['by']}, {moment(signoff['at'])}" if signoff else "no"
    yield "report", f"{document['report_id']}, revision {document['revision']}"
    yield "statements", str(summary["statements"])
    for question in QUESTIONS:
        for name, count in sorted(summary[question].items()):
            what = "asked" if name == "asked" else called(document, name)
            yield f"{question}: {what}", str(count)
