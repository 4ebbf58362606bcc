"""What an editor reads, prepared once for every form that is set as pages: plain text, not yet escaped."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from msgspec import Struct

from factcheck.domain.link import LinkType
from factcheck.domain.source import Level
from factcheck.domain.statement import HARD_DETAILS
from factcheck.domain.tick import TickState
from factcheck.domain.word_diff import Part, side, word_diff
from factcheck.report.checks import Document, standing
from factcheck.report.people import names
from factcheck.report.vocabulary import (
    CONFIRMED,
    DISPUTED,
    EXCLUDED,
    GLYPHS,
    LEFT_TO_SPEAKER,
    NOT_ANSWERED,
    QUESTIONS,
    RECHECK,
    SAID,
    SO,
    UNVERIFIED,
    words,
)

_WRONG = TickState.WRONG.value
_NOBODY = "nobody named"
_READ_ONE_WAY = frozenset(t.value for t in LinkType if t.has_direction)
_WEAKEST_FIRST = (DISPUTED, UNVERIFIED, RECHECK, NOT_ANSWERED, LEFT_TO_SPEAKER, CONFIRMED)


class Reply(Struct, frozen=True, cache_hash=True, gc=False):
    """How one question of a statement stands: `tone` is the value, `word` and `glyph` are what is read."""

    question: str
    tone: str
    word: str
    glyph: str
    why: str


class Fact(Struct, frozen=True, cache_hash=True, gc=False):
    """A further line of a statement. `to` is the place in the report that it speaks of: "s8", "source2", or "".

    `pieces` has the text of a suggested change once more, as (tag, words): "del" and "ins" are what differs.
    """

    label: str
    text: str
    to: str = ""
    pieces: tuple[tuple[str, str], ...] = ()


class Entry(Struct, frozen=True, gc=False):
    """One statement as the editor reads it.

    `tone` is the weakest of its answers, `glyphs` has a sign for each question that it poses and `in_words`
    says the same ("said confirmed, so disputed"). `facts` are further lines, each with its label. `tones` has the
    tone of each reply.
    """

    number: int
    kind: str
    text: str
    start: int
    end: int
    speakers: str
    replies: tuple[Reply, ...]
    tones: tuple[str, ...]
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
    return [_entry(statement, known) for statement in document["statements"]]


class _Answers(Struct, frozen=True, gc=False):
    """The replies to both questions of a statement, and what follows from them alone."""

    replies: tuple[Reply, ...]
    tones: tuple[str, ...]
    tone: str
    glyphs: str
    in_words: str


class _Known:
    """What the lines of a statement name, and what stands in many of them: made once for all of them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.numbers = {s["id"]: s["number"] for s in document["statements"]}
        self.sources = {s["id"]: (n, source_name(s)) for n, s in enumerate(document["sources"], 1)}
        self.names = names(document)
        self.label = cache(partial(label, document))
        self._answers: dict[tuple[object, ...], _Answers] = {}

    def answers(self, statement: Mapping[str, Any]) -> _Answers:
        """How its questions stand; one that was excluded poses none."""
        asked = () if statement["state"] == EXCLUDED else (statement[SAID], statement[SO])
        key = tuple([a and (a["verdict"], a["left_to_speaker"], a["was"], a["basis"]) for a in asked])
        found = self._answers.get(key)
        if found is None:
            given = [(q, a) for q, a in zip(QUESTIONS, asked, strict=False) if a is not None]
            found = self._answers[key] = _answers([_reply(q, a, self.document) for q, a in given])
        return found

    def source(self, citation: Mapping[str, Any]) -> Fact:
        """What was looked up, where in it, and what it does."""
        cited = citation["source"]
        number, title = self.sources.get(cited, (0, cited))
        locator = citation.get("locator")
        where = f"{locator} \u00b7 " if locator else ""
        return Fact(
            f"Source, {citation['question']}",
            f"{title} \u00b7 {where}{words(citation['stance'])}",
            f"source{number}" if number else "",
        )


def source_name(source: Mapping[str, Any]) -> str:
    """What a report calls a source: its title, or its level and what kind of thing it is."""
    level = source.get("level", Level.CONFIDENTIAL.value)
    return str(source.get("title") or f"{level} {words(source['kind'])}")


def _answers(replies: list[Reply]) -> _Answers:
    tones = tuple([reply.tone for reply in replies])
    return _Answers(
        tuple(replies),
        tones,
        tone=next((tone for tone in _WEAKEST_FIRST if tone in tones), EXCLUDED),
        glyphs="".join(reply.glyph for reply in replies) or "\u2013",
        in_words=", ".join(f"{r.question} {r.word}" for r in replies) or "not checkable",
    )


def _reply(question: str, answer: Mapping[str, Any], document: Document) -> Reply:
    tone = standing(answer)
    why = label(document, "basis", answer["basis"]) if answer["basis"] else ""
    if tone == RECHECK:
        why = f"was {called(document, answer['was'])}, given for something that has changed since"
    return Reply(question, tone, called(document, tone), GLYPHS.get(tone, ""), why)


def _entry(statement: dict[str, Any], known: _Known) -> Entry:
    answers, anchor = known.answers(statement), statement["anchor"]
    return Entry(
        number=statement["number"],
        kind=known.label("kind", statement["kind"]),
        text=anchor["exact"],
        start=anchor["start"],
        end=anchor["end"],
        speakers=_speakers(statement),
        replies=answers.replies,
        tones=answers.tones,
        tone=answers.tone,
        glyphs=answers.glyphs,
        in_words=answers.in_words,
        note=statement["public_note"],
        excluded=statement["excluded"] if statement["state"] == EXCLUDED else None,
        by=known.names.get(statement["by"], statement["by"]),
        at=statement["at"],
        facts=_facts(statement, known),
    )


def _speakers(statement: dict[str, Any]) -> str:
    """The outermost speakers, of whom *said* is asked, each once."""
    attributions = statement["attributions"]
    if len(attributions) == 1 and attributions[0]["within"] is None:  # as nearly always
        return str(attributions[0]["speaker"] or _NOBODY)
    outermost = [one["speaker"] for one in attributions if one["within"] is None]
    return ", ".join([speaker or _NOBODY for speaker in dict.fromkeys(outermost)])


def _facts(statement: dict[str, Any], known: _Known) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for one in statement["citations"]:
        facts.append(known.source(one))
        if one.get("excerpt"):
            facts.append(Fact("Excerpt", one["excerpt"]))
    facts += _gone_over(statement)
    if statement["change"]:
        facts.append(_change(statement["change"], known.names))
    if statement["links"]:
        facts += _links(statement, known)
    for query in statement["queries"]:
        if query.get("text"):
            facts.append(Fact(f"Query, {addressee(query)}", f"{query['text']} ({query['state']})"))
            if query["answer"]:
                facts.append(Fact("Answer", query["answer"]))
    facts += [Fact("Flag", known.label("flag", flag)) for flag in statement["flags"]]
    return tuple(facts)


def change_pieces(change: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The old words, an arrow and the new ones, as (tag, words): "del" and "ins" are what differs."""
    runs = word_diff(change["from"], change["to"])
    yield from (("del" if r.part is Part.REMOVED else "", r.text) for r in side(runs, Part.REMOVED))
    yield "", " \u2192 "
    yield from (("ins" if r.part is Part.ADDED else "", r.text) for r in side(runs, Part.ADDED))


def _change(change: dict[str, str], named: Mapping[str, str]) -> Fact:
    decided = ""
    if "by" in change:
        decided = f" by {named.get(change['by'], change['by'])}, {moment(change['at'])}"
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
        text = f"{known.label('link', link['type'])} {arrow} {number or link['to']} ({settled})"
        yield Fact("Link", text, f"s{number}" if number else "")


def _gone_over(statement: dict[str, Any]) -> list[Fact]:
    """What is wrong in it, and how many of its details were gone over, where that was begun."""
    details = statement["details"]
    states = [d["state"] for d in details if d["state"]]
    if not states:
        return []
    hard = len([d for d in details if d["type"] in HARD_DETAILS])
    facts = [_how_many(len(states), hard)]
    if _WRONG in states:
        anchor = statement["anchor"]
        wrong = [d for d in details if d["state"] == _WRONG]
        runs = [(d["start"] - anchor["start"], d["end"] - anchor["start"]) for d in wrong]
        facts[:0] = [Fact("Wrong", anchor["exact"][start:end]) for start, end in runs]
    return facts


@cache
def _how_many(gone_over: int, hard: int) -> Fact:
    return Fact("Details", f"{gone_over} of {hard} gone over")


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
