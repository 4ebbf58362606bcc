"""What an editor reads, prepared once for every form that is set as pages: plain text, not yet escaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.domain.statement import HARD_DETAILS
from factcheck.domain.tick import TickState
from factcheck.report.checks import Document, standing
from factcheck.report.vocabulary import (
    CONFIRMED,
    DISPUTED,
    EXCLUDED,
    GLYPHS,
    LEFT_TO_SPEAKER,
    NOT_ANSWERED,
    QUESTIONS,
    RECHECK,
    UNVERIFIED,
    words,
)

_WEAKEST_FIRST = (DISPUTED, UNVERIFIED, RECHECK, NOT_ANSWERED, LEFT_TO_SPEAKER, CONFIRMED)


@dataclass(frozen=True, slots=True)
class Reply:
    """How one question of a statement stands: `tone` is the value, `word` and `glyph` are what is read."""

    question: str
    tone: str
    word: str
    glyph: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement as the editor reads it.

    `tone` is the weakest of its answers, `glyphs` has a sign for each question that it poses and `in_words`
    says the same ("said confirmed, so disputed"). `facts` are further lines, each with its label.
    """

    number: int
    kind: str
    text: str
    start: int
    end: int
    speakers: str
    replies: tuple[Reply, ...]
    tone: str
    glyphs: str
    in_words: str
    note: str | None
    excluded: str | None
    by: str | None
    at: str | None
    facts: tuple[tuple[str, str], ...]


def entries(document: Document) -> list[Entry]:
    """The statements in the order of the text."""
    return [_entry(statement, document) for statement in document["statements"]]


def _entry(statement: dict[str, Any], document: Document) -> Entry:
    is_excluded = statement["state"] == EXCLUDED
    replies = () if is_excluded else tuple(_replies(statement, document))
    tones = [reply.tone for reply in replies]
    return Entry(
        number=statement["number"],
        kind=label(document, "kind", statement["kind"]),
        text=statement["anchor"]["exact"],
        start=statement["anchor"]["start"],
        end=statement["anchor"]["end"],
        speakers=", ".join(_speakers(statement)),
        replies=replies,
        tone=next((tone for tone in _WEAKEST_FIRST if tone in tones), EXCLUDED),
        glyphs="".join(reply.glyph for reply in replies) or "\u2013",
        in_words=", ".join(f"{r.question} {r.word}" for r in replies) or "not checkable",
        note=statement["public_note"],
        excluded=statement["excluded"] if is_excluded else None,
        by=statement["by"],
        at=statement["at"],
        facts=tuple(_facts(statement, document)),
    )


def _speakers(statement: dict[str, Any]) -> Iterator[str]:
    """The outermost speakers, of whom *said* is asked, each once."""
    seen = set()
    for one in statement["attributions"]:
        if one["within"] is None and one["speaker"] not in seen:
            seen.add(one["speaker"])
            yield one["speaker"] or "nobody named"


def _replies(statement: dict[str, Any], document: Document) -> Iterator[Reply]:
    for question in QUESTIONS:
        answer = statement[question]
        if answer is None:
            continue
        tone = standing(answer)
        why = label(document, "basis", answer["basis"]) if answer["basis"] else ""
        if tone == RECHECK:
            why = f"was {called(document, answer['was'])}, given for something that has changed since"
        yield Reply(question, tone, called(document, tone), GLYPHS.get(tone, ""), why)


def _facts(statement: dict[str, Any], document: Document) -> Iterator[tuple[str, str]]:
    titles = {s["id"]: s.get("title") or f"confidential {words(s['kind'])}" for s in document["sources"]}
    numbers = {s["id"]: s["number"] for s in document["statements"]} if statement["links"] else {}
    for one in statement["citations"]:
        parts = (titles.get(one["source"], one["source"]), one.get("locator"), words(one["stance"]))
        yield f"Source, {one['question']}", " \u00b7 ".join(p for p in parts if p)
        if one.get("excerpt"):
            yield "Excerpt", one["excerpt"]
    yield from _gone_over(statement)
    if statement["change"]:
        change = statement["change"]
        yield f"Suggested {change['kind']}", f"{change['from']} \u2192 {change['to']} ({change['state']})"
    for link in statement["links"]:
        settled = "settled" if link["settled"] else "open"
        yield "Link", f"{words(link['type'])} \u2194 {numbers.get(link['to'], link['to'])} ({settled})"
    for query in statement["queries"]:
        if query.get("text"):
            yield f"Query, {addressee(query)}", f"{query['text']} ({query['state']})"
            if query["answer"]:
                yield "Answer", query["answer"]


def _gone_over(statement: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong in it, and how many of its details were gone over, where that was begun."""
    said = [d for d in statement["details"] if d["state"]]
    if not said:
        return
    anchor = statement["anchor"]
    wrong = (
        anchor["exact"][d["start"] - anchor["start"] : d["end"] - anchor["start"]]
        for d in said
        if d["state"] == TickState.WRONG.value
    )
    for text in wrong:
        yield "Wrong", text
    hard = [d for d in statement["details"] if d["type"] in HARD_DETAILS]
    yield "Details", f"{len(said)} of {len(hard)} gone over"


def addressee(query: dict[str, Any]) -> str:
    """To whom a printed query is: "author", "source Harbour inspectorate"."""
    return f"{query['to']} {query['name'] or ''}".strip()


def label(document: Document, field: str, value: str) -> str:
    """What the report's own vocabulary calls a value; the value in words where it has no entry."""
    named = document["tool"]["vocabulary"].get(field, {})
    return str(named.get(value, words(value)))


def called(document: Document, tone: str) -> str:
    """What the report calls a verdict, or the other ways in which a question may stand."""
    field = "verdict" if tone in document["tool"]["vocabulary"]["verdict"] else "answer"
    return label(document, field, tone)


def counted(number: int, what: str) -> str:
    """A count as it is read: "1 verdict", "2 verdicts"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def dates(document: Document) -> tuple[str, str] | None:
    """When the earliest and the newest of the printed answers were given, or None without an answer."""
    answers = [s[q] for s in document["statements"] for q in QUESTIONS if s[q] is not None]
    times = sorted(a["at"] for a in answers if a["at"])
    return (times[0], times[-1]) if times else None


def moment(at: str) -> str:
    """A time as it is read, "2024-10-18 10:41 UTC"; as it stands when it is not ISO 8601 in UTC."""
    day, t, clock = at.partition("T")
    is_utc = clock.endswith(("Z", "+00:00"))
    return f"{day} {clock[:5]} UTC" if t and is_utc else at
