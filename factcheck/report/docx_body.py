"""What stands on the pages of the Word report, in the order in which an editor reads."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.report.attention import Concern, concerns
from factcheck.report.checks import Document
from factcheck.report.docx_signed import sign_off
from factcheck.report.layout import Paragraph, paragraphs
from factcheck.report.ooxml import LOOKS, bookmark, link, paragraph, reads_from_the_right, run, table
from factcheck.report.people import checkers
from factcheck.report.reading import Entry, Fact, called, counted, dates, entries, label, moment, source_name
from factcheck.report.sealed import Sealed
from factcheck.report.signed import decisions, notices, stamp
from factcheck.report.vocabulary import (
    CONFIRMED,
    DISPUTED,
    GLYPHS,
    LEFT_TO_SPEAKER,
    QUESTIONS,
    RECHECK,
    SAID,
    UNVERIFIED,
    words,
)

BOLD = "<w:b/><w:bCs/>"
GREY = '<w:color w:val="5C5851"/>'
_COLOURS = {
    CONFIRMED: "1C6B3C",
    UNVERIFIED: "8A5300",
    DISPUTED: "A8201A",
    LEFT_TO_SPEAKER: "4B4A78",
    RECHECK: "6D3590",
}
_MARKS = {CONFIRMED: "single", UNVERIFIED: "dash", DISPUTED: "wave", LEFT_TO_SPEAKER: "double"}


def body(sealed: Sealed, document: Document) -> str:
    """All paragraphs and tables."""
    all_entries, decided = entries(document), decisions(sealed, document)
    answers = {entry.number: "".join(_answers(entry)) for entry in all_entries}
    sections = (
        _identity(document, stamp(sealed, document)),
        _attention(concerns(document, all_entries, decided), answers),
        _statements(all_entries, answers, has_text=document["article"]["text"] is not None),
        _article(document, all_entries),
        _sources(document),
        _not_checked(document),
        sign_off(sealed, document, decided, hashlib.sha256(sealed.report).hexdigest()),
    )
    return "".join(part for section in sections for part in section)


def _identity(document: Document, stamped: str) -> Iterator[str]:
    article, when = document["article"], dates(document)
    kicker = "Fact-check report" + (f" \u00b7 {stamped}" if stamped else "")
    yield paragraph(run(kicker.upper(), f"{BOLD}{GREY}"), "Small")
    yield _titled("Title", article["title"])
    for notice in notices(document):
        yield paragraph(run(notice, BOLD))
    told = [
        ("Slug", article["slug"]),
        ("Draft", f"{article['draft']}, {article['text_chars']} characters"),
        ("Author", article["author"]),
        ("Editor", article["editor"]),
        ("Dateline", article["dateline"] or "not set"),
        ("Checked by", ", ".join(checkers(document)) or "nobody yet"),
        ("Answers given", " to ".join(dict.fromkeys(map(moment, when))) if when else "none yet"),
        ("From", f"{article['source']['name']}, {article['source']['media_type']}"),
    ]
    for name, value in told:
        if value:
            yield paragraph(f"{run(name, GREY)}<w:r><w:tab/></w:r>{run(value)}", "Identity")
    yield paragraph(run(f"SHA-256 of the text: {article['text_sha256']}"), "Code")
    yield from _counts(document)


def _counts(document: Document) -> Iterator[str]:
    summary, meaning = document["summary"], document["tool"]["vocabulary"]["meaning"]
    states = summary["states"]
    yield paragraph(
        run(
            f"{counted(summary['statements'], 'statement')}: {states['done']} done, "
            f"{states['untouched'] + states['in_progress']} open, {states['recheck']} to recheck, "
            f"{states['excluded']} excluded. {counted(summary['verdicts'], 'verdict')}.",
            BOLD,
        )
    )
    lines = [[_cell("Answer"), *(_cell(question) for question in QUESTIONS)]]
    for name, sign in GLYPHS.items():
        counts = (str(summary[question].get(name, "\u2013")) for question in QUESTIONS)
        lines.append([_cell(f"{sign} {called(document, name)}", _tone(name)), *map(_cell, counts)])
    lines.append([_cell("asked of"), *(_cell(str(summary[question]["asked"])) for question in QUESTIONS)])
    yield table((3400, 1000, 1000), lines)
    for name in (*QUESTIONS, UNVERIFIED, LEFT_TO_SPEAKER):
        word = name if name in summary else called(document, name)
        yield paragraph(run(f"{word}: ", BOLD) + run(meaning[name]), "Small")


def _attention(found: Sequence[Concern], answers: dict[int, str]) -> Iterator[str]:
    yield _heading("Needs attention")
    if not found:
        yield paragraph(
            run("Nothing: each question is answered, and nothing is disputed, unverified or open.")
        )
    for concern in found:
        yield _heading(concern.title, 2)
        yield paragraph(run(concern.about), "Small")
        if concern.numbers:
            runs = (link(f"s{a}", str(a) if a == b else f"{a}\u2013{b}") for a, b in concern.numbers)
            yield paragraph(run(", ").join(runs))
        for line in concern.lines:
            yield paragraph(run(line))
        for entry in concern.entries:
            number = f"{link(f's{entry.number}', str(entry.number))}<w:r><w:tab/></w:r>"
            yield _titled("Statement", entry.text, before=number)
            yield answers[entry.number]


def _answers(entry: Entry) -> Iterator[str]:
    for reply in entry.replies:
        who = run(f" ({entry.speakers})") if reply.question == SAID and entry.speakers else ""
        why = run(f" \u2014 {reply.why}") if reply.why else ""
        yield paragraph(
            f"{_answered(reply.question, reply.glyph, reply.word, reply.tone)}{why}{who}", "Answer"
        )
    if entry.excluded is not None:
        yield paragraph(_grey("Not checkable: ") + run(entry.excluded or "no reason given"), "Under")
    for fact in entry.facts:
        shown = link(fact.to, fact.text) if fact.to else _words(fact)
        yield paragraph(_grey(f"{fact.label}: ") + shown, "Under")
    if entry.note:
        yield paragraph(_grey("Note: ") + run(entry.note), "Under")


def _words(fact: Fact) -> str:
    """What a line says; of a change, what differs is struck out or underlined."""
    return "".join([run(words, LOOKS[tag]) for tag, words in fact.pieces]) or run(fact.text)


@lru_cache(maxsize=64)
def _grey(words_of: str) -> str:
    """A label: there are few of them, before thousands of lines."""
    return run(words_of, GREY)


@lru_cache(maxsize=64)
def _answered(question: str, glyph: str, word: str, tone: str) -> str:
    shown = run(f"{glyph} {word}", f"{BOLD}{_tone(tone)}")
    return f"{run(question, GREY)}<w:r><w:tab/></w:r>{shown}"


def _statements(all_entries: Sequence[Entry], answers: dict[int, str], *, has_text: bool) -> Iterator[str]:
    yield _heading("Every statement")
    if not all_entries:
        yield paragraph(run("The article has no statements."))
    for entry in all_entries:
        number = bookmark(f"s{entry.number}", 2 * entry.number, run(str(entry.number), BOLD))
        yield _titled("Statement", entry.text, before=f"{number}<w:r><w:tab/></w:r>")
        yield answers[entry.number]
        last = f" \u00b7 last answered by {entry.by}, {moment(entry.at or '')}" if entry.by else ""
        there = f"{run(' · ')}{link(f't{entry.number}', 'in the article')}" if has_text else ""
        yield paragraph(run(f"{entry.kind}{last}") + there, "Under")


def _article(document: Document, all_entries: Sequence[Entry]) -> Iterator[str]:
    yield _heading("The article, with the marks in place")
    if document["article"]["text"] is None:
        yield paragraph(run("This report was made without the article\u2019s text."))
        return
    signs = ", ".join(f"{sign} {called(document, name)}" for name, sign in GLYPHS.items())
    yield paragraph(
        run(f"After each statement stand its number and a sign for each question: {signs}."), "Small"
    )
    by_number = {entry.number: entry for entry in all_entries}
    for one in paragraphs(document):
        words_of = "".join(piece.text for piece in one.pieces)
        yield paragraph(_marked(one, by_number), "Article", from_the_right=reads_from_the_right(words_of))


def _marked(one: Paragraph, by_number: dict[int, Entry]) -> str:
    parts = []
    for piece in one.pieces:
        if piece.statement is not None:
            entry = by_number[piece.statement]
            mark = f'<w:u w:val="{_MARKS.get(entry.tone, "dotted")}" w:color="{_COLOURS.get(entry.tone, "5C5851")}"/>'
            parts.append(bookmark(f"t{entry.number}", 2 * entry.number + 1, run(piece.text, mark)))
            parts.append(
                run(" ") + link(f"s{entry.number}", f"{entry.number} {entry.glyphs}", _tone(entry.tone))
            )
        else:
            parts.append(run(piece.text, GREY if piece.omission is not None else ""))
            if piece.omission is not None:
                parts.append(run(" (not checked)", GREY))
    return "".join(parts)


def _sources(document: Document) -> Iterator[str]:
    yield _heading("Sources")
    if not document["sources"]:
        yield paragraph(
            run(
                "No source is on record. The verdicts above rest on what the checker saw, and this report cannot say what that was."
            )
        )
        return
    lines = [[_cell("Source"), _cell("What it is"), _cell("Where it is")]]
    for number, one in enumerate(document["sources"], 1):
        name = paragraph(bookmark(f"source{number}", 1_000_000 + number, run(source_name(one), BOLD)), "Cell")
        kind = ", ".join(part for part in (words(one["kind"]), one.get("tier")) if part)
        kept = f"\nSHA-256 of the kept file: {one['sha256']}" if one.get("sha256") else ""
        lines.append([name, _cell(kind), _cell(f"{one.get('uri') or '–'}{kept}")])
    yield table((3600, 1900, 4100), lines)


def _not_checked(document: Document) -> Iterator[str]:
    yield _heading("What was not checked, and why")
    text = document["article"]["text"]
    if not document["not_checked"]:
        yield paragraph(
            run("Nothing was left out: every character of the text that is not blank is in a statement.")
        )
        return
    lines = [[_cell("Text"), _cell("Why"), _cell("Place")]]
    for one in document["not_checked"]:
        shown = text[one["start"] : one["end"]] if text is not None else "\u2013"
        why = label(document, "reason", one["reason"]) or "no reason given"
        lines.append([_cell(shown), _cell(why), _cell(f"{one['start']}\u2013{one['end']}")])
    yield table((5600, 2700, 1300), lines)


def _heading(title: str, level: int = 1) -> str:
    return paragraph(run(title), f"Heading{level}")


def _titled(style: str, text: str, before: str = "") -> str:
    return paragraph(before + run(text), style, from_the_right=reads_from_the_right(text))


def _cell(text: str, looks: str = "") -> str:
    return paragraph(run(text, looks), "Cell", from_the_right=reads_from_the_right(text))


def _tone(tone: str) -> str:
    return f'<w:color w:val="{_COLOURS.get(tone, "5C5851")}"/>'
