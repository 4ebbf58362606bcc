"""A report as rows, one a statement: what a spreadsheet shows, and what a program reads line by line."""

from collections.abc import Iterator

from factcheck.report.checks import Document
from factcheck.report.reading import Entry, Reply, called, entries, label, moment
from factcheck.report.vocabulary import QUESTIONS, SAID, SO

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

_UNDER = {"Source": "sources", "Excerpt": "sources", "Suggested": "suggested wording", "Query": "queries"}
_UNDER |= {"Answer": "queries", "Link": "links"}


def rows(document: Document) -> Iterator[dict[str, str | int]]:
    """A value for each column, in the order of the text."""
    pairs = zip(entries(document), document["statements"], strict=True)
    for entry, statement in pairs:
        yield _row(entry, label(document, "state", statement["state"]))


def _row(entry: Entry, state: str) -> dict[str, str | int]:
    replies = {reply.question: reply for reply in entry.replies}
    gathered: dict[str, list[str]] = {name: [] for name in ("sources", *_UNDER.values(), "other")}
    for fact in entry.facts:
        place = _UNDER.get(fact.label.split(",")[0].split(" ")[0], "other")
        gathered[place].append(f"{fact.label}: {fact.text}")
    return {
        "number": entry.number,
        "kind": entry.kind,
        "statement": entry.text,
        "state": state,
        "speakers": entry.speakers,
        **_answers(replies),
        **{name: "\n".join(lines) for name, lines in gathered.items()},
        "note": entry.note or "",
        "not checkable": "" if entry.excluded is None else entry.excluded or "no reason given",
        "answered by": entry.by or "",
        "answered at": moment(entry.at or ""),
        "start": entry.start,
        "end": entry.end,
    }


def _answers(replies: dict[str, Reply]) -> dict[str, str]:
    asked = {question: replies.get(question) for question in (SAID, SO)}
    return {name: one.word if one else "" for name, one in asked.items()} | {
        f"{name}, why": one.why if one else "" for name, one in asked.items()
    }


def identity(document: Document) -> Iterator[tuple[str, str]]:
    """What the report is of, and its counts, as (name, value)."""
    article, summary = document["article"], document["summary"]
    for name in ("title", "slug", "author", "editor", "dateline"):
        yield name, article[name] or ""
    yield "draft", str(article["draft"])
    yield "SHA-256 of the text", article["text_sha256"]
    yield "checked by", ", ".join(p["name"] for p in document["people"])
    signoff = document["signoff"]
    yield "signed off", f"{signoff['by']}, {moment(signoff['at'])}" if signoff else "no"
    yield "report", f"{document['report_id']}, revision {document['revision']}"
    yield "statements", str(summary["statements"])
    for question in QUESTIONS:
        for name, count in summary[question].items():
            what = "asked" if name == "asked" else called(document, name)
            yield f"{question}: {what}", str(count)
