"""What an editor reads, prepared once for every form that is set as pages: plain text, not yet escaped."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from factcheck.domain.link import LinkType
from factcheck.domain.source import Level
from factcheck.domain.statement import HARD_DETAILS
from factcheck.domain.tick import TickState
from factcheck.domain.word_diff import Part, side, word_diff
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

_READ_ONE_WAY = frozenset(t.value for t in LinkType if t.has_direction)
_WEAKEST_FIRST = (DISPUTED, UNVERIFIED, RECHECK, NOT_ANSWERED, LEFT_TO_SPEAKER, CONFIRMED)


class Reply(Struct, frozen=True):
    """How one question of a statement stands: `tone` is the value, `word` and `glyph` are what is read."""

    question: str
    tone: str
    word: str
    glyph: str
    why: str


class Fact(NamedTuple):
    """A further line of a statement. `to` is the place in the report that it speaks of: "s8", "source2", or "".

    `pieces` has the text of a suggested change once more, as (tag, words): "del" and "ins" are what differs.
    """

    label: str
    text: str
    to: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


class Entry(Struct, frozen=True):
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
    facts: tuple[Fact, ...]


def entries(document: Document) -> list[Entry]:
    """The statements in the order of the text."""
    known = _Known(document)
    return [_entry(statement, document, known) for statement in document["statements"]]


class _Known:
    """What the lines of a statement name by its id: looked up once for all of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers = {s["id"]: s["number"] for s in document["statements"]}
        self.sources = {s["id"]: (n, source_name(s)) for n, s in enumerate(document["sources"], 1)}


def source_name(source: Mapping[str, Any]) -> str:
    """What a report calls a source: its title, or its level and what kind of thing it is."""
    level = source.get("level", Level.CONFIDENTIAL.value)
    return str(source.get("title") or f"{level} {words(source['kind'])}")


def _entry(statement: dict[str, Any], document: Document, known: _Known) -> Entry:
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
        facts=tuple(_facts(statement, known)),
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


def _facts(statement: dict[str, Any], known: _Known) -> Iterator[Fact]:
    for one in statement["citations"]:
        number, title = known.sources.get(one["source"], (0, one["source"]))
        parts = (title, one.get("locator"), words(one["stance"]))
        yield Fact(
            f"Source, {one['question']}",
            " \u00b7 ".join(p for p in parts if p),
            f"source{number}" if number else "",
        )
        if one.get("excerpt"):
            yield Fact("Excerpt", one["excerpt"])
    yield from _gone_over(statement)
    if statement["change"]:
        yield _change(statement["change"])
    yield from _links(statement, known)
    for query in statement["queries"]:
        if query.get("text"):
            yield Fact(f"Query, {addressee(query)}", f"{query['text']} ({query['state']})")
            if query["answer"]:
                yield Fact("Answer", query["answer"])
    for flag in statement["flags"]:
        yield Fact("Flag", label(known.document, "flag", flag))


def change_pieces(change: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The old words, an arrow and the new ones, as (tag, words): "del" and "ins" are what differs."""
    runs = word_diff(change["from"], change["to"])
    yield from (("del" if r.part is Part.REMOVED else "", r.text) for r in side(runs, Part.REMOVED))
    yield "", " \u2192 "
    yield from (("ins" if r.part is Part.ADDED else "", r.text) for r in side(runs, Part.ADDED))


def _change(change: dict[str, str]) -> Fact:
    decided = f" by {change['by']}, {moment(change['at'])}" if "by" in change else ""
    pieces = (*change_pieces(change), ("", f" ({change['state']}{decided})"))
    return Fact(f"Suggested {change['kind']}", "".join(text for _, text in pieces), pieces=pieces)


def _links(statement: dict[str, Any], known: _Known) -> Iterator[Fact]:
    """Its links; an arrow says which way one reads for which that matters."""
    for link in statement["links"]:
        number = known.numbers.get(link["to"])
        arrow = "\u2194"
        if link["type"] in _READ_ONE_WAY and "from_here" in link:
            arrow = "\u2192" if link["from_here"] else "\u2190"
        settled = "settled" if link["settled"] else "open"
        settled += f": {link['why']}" if link.get("why") else ""
        text = f"{label(known.document, 'link', link['type'])} {arrow} {number or link['to']} ({settled})"
        yield Fact("Link", text, f"s{number}" if number else "")


def _gone_over(statement: dict[str, Any]) -> Iterator[Fact]:
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
        yield Fact("Wrong", text)
    hard = [d for d in statement["details"] if d["type"] in HARD_DETAILS]
    yield Fact("Details", f"{len(said)} of {len(hard)} gone over")


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
