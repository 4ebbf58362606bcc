"""What the pages of the PDF show, as plain strings for their template."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.json import encode
from msgspec.structs import astuple

from factcheck.domain.visible import is_plain, visible
from factcheck.report.attention import Concern, concerns
from factcheck.report.carried import carried_files
from factcheck.report.checks import Document
from factcheck.report.layout import Paragraph, paragraphs
from factcheck.report.ooxml import reads_from_the_right
from factcheck.report.people import checkers
from factcheck.report.reading import Entry, Fact, called, counted, dates, entries, label, moment, source_name
from factcheck.report.sealed import Sealed
from factcheck.report.signed import Decision, check_command, decisions, notices, signer, stamp, still_open
from factcheck.report.vocabulary import GLYPHS, LEFT_TO_SPEAKER, QUESTIONS, SAID, UNVERIFIED, words

_MOST_LINKED = 500
"""Statements of a report whose pages are linked in each direction: the time for that is as much as all the rest."""
_MOST_WITH_GAPS = 500
"""Statements of a report whose underlines make way for the letters: to look for those is as much as setting them."""
_MOST_RUN_ON = 1000
"""Statements of a report whose parts follow each other on the page; each part of a longer one begins on a new page."""
_OTHER_ESCAPE = re.compile(r"\\[^n\"]")
"""An escape of JSON other than that of a line feed and a quotation mark."""
_LETTERS_A_LINE = 90
_MOST_LINES_KEPT = 16
"""Lines of a statement and its answers that are kept together on a page: about a quarter of it."""


def pdf_data(sealed: Sealed) -> dict[str, Any]:
    """All of it; nothing in it is markup, and nothing that cannot be seen is left in it."""
    document = sealed.document()
    all_entries, decided = entries(document), decisions(sealed, document)
    has_text = document["article"]["text"] is not None
    return shown(
        {
            **_head(sealed, document),
            "concerns": [_concern(one) for one in concerns(document, all_entries, decided)],
            "entries": [_entry(one) for one in all_entries],
            "has_text": has_text,
            "has_links": len(all_entries) <= _MOST_LINKED,
            "has_gaps": len(all_entries) <= _MOST_WITH_GAPS,
            "has_chapters": len(all_entries) > _MOST_RUN_ON,
            "signs": _signs(document),
            "paragraphs": [_paragraph(one, all_entries) for one in paragraphs(document)],
            "sources": [_source(one) for one in document["sources"]],
            "not_checked": [_left_out(one, document) for one in document["not_checked"]],
            "sign_off": list(_sign_off(sealed, document, decided)),
            "files": [_file(name) for name, _ in carried_files(sealed)],
        }
    )


def shown(data: dict[str, Any]) -> dict[str, Any]:
    """The data with nothing in its words that cannot be seen: often as it is, after one look at all of it as JSON."""
    written = encode(data).decode()
    if is_plain(written) and not _OTHER_ESCAPE.search(written):  # a control character is an escape there
        return data
    return {name: all_visible(value) for name, value in data.items()}


def all_visible(value: Any) -> Any:
    """A value with nothing in its words that cannot be seen. Raises TypeError for one whose words are not known."""
    if isinstance(value, str):
        return visible(value, keep_line_feeds=True)
    if isinstance(value, (list, tuple)):
        return [all_visible(one) for one in value]
    if isinstance(value, dict):
        return {name: all_visible(one) for name, one in value.items()}
    if value is None or isinstance(value, int):  # bool is an int
        return value
    raise TypeError(f"the pages have no {type(value).__name__}")


def _head(sealed: Sealed, document: Document) -> dict[str, Any]:
    article, when, stamped = document["article"], dates(document), stamp(sealed, document)
    people = checkers(document)
    identity = [
        ("Slug", article["slug"]),
        ("Draft", f"{article['draft']} \u00b7 {article['text_chars']} characters"),
        ("Author", article["author"]),
        ("Editor", article["editor"]),
        ("Dateline", article["dateline"] or "not set"),
        ("Checked by", ", ".join(people) or "nobody yet"),
        ("Answers given", " to ".join(dict.fromkeys(map(moment, when))) if when else "none yet"),
        ("From", f"{article['source']['name']} \u00b7 {article['source']['media_type']}"),
    ]
    return {
        "title": f"Fact-check report: {article['title']}".replace("\n", " "),
        "people": [name.replace("\n", " ") for name in people],
        "kicker": "FACT-CHECK REPORT" + (f" \u00b7 {stamped.upper()}" if stamped else ""),
        "headline": article["title"],
        "notices": list(notices(document)),
        "identity": [(name, value) for name, value in identity if value],
        "text_hash": f"SHA-256 of the text: {article['text_sha256']}",
        **_counts(document),
    }


def _counts(document: Document) -> dict[str, Any]:
    summary, states = document["summary"], document["summary"]["states"]
    meaning = document["tool"]["vocabulary"]["meaning"]
    counts = [
        (name, sign, called(document, name), *(str(summary[q].get(name, "\u2013")) for q in QUESTIONS))
        for name, sign in GLYPHS.items()
    ]
    return {
        "summary": (
            f"{counted(summary['statements'], 'statement')}: {states['done']} done, "
            f"{states['untouched'] + states['in_progress']} open, {states['recheck']} to recheck, "
            f"{states['excluded']} excluded. {counted(summary['verdicts'], 'verdict')}."
        ),
        "counts": [*counts, ("", "", "asked of", *(str(summary[q]["asked"]) for q in QUESTIONS))],
        "legend": [
            (name if name in summary else called(document, name), meaning[name])
            for name in (*QUESTIONS, UNVERIFIED, LEFT_TO_SPEAKER)
        ],
    }


def _signs(document: Document) -> str:
    signs = ", ".join(f"{sign} {called(document, name)}" for name, sign in GLYPHS.items())
    return f"After each statement stand its number and a sign for each question: {signs}."


def _concern(one: Concern) -> dict[str, Any]:
    return {
        "title": one.title,
        "about": one.about,
        "numbers": [(f"s{a}", str(a) if a == b else f"{a}\u2013{b}") for a, b in one.numbers],
        "lines": list(one.lines),
        "entries": [entry.number - 1 for entry in one.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    facts = list(entry.facts)
    if entry.excluded is not None:
        facts.insert(0, Fact("Not checkable", entry.excluded or "no reason given"))
    if entry.note:
        facts.append(Fact("Note", entry.note))
    last = f" \u00b7 last answered by {entry.by}, {moment(entry.at or '')}" if entry.by else ""
    lines = [entry.text, *(reply.word for reply in entry.replies), *(fact.text for fact in facts)]
    return {
        "number": str(entry.number),
        "text": entry.text,
        "is_long": sum(map(_lines, lines)) > _MOST_LINES_KEPT,
        "rtl": reads_from_the_right(entry.text),
        "tone": entry.tone,
        "replies": [
            (
                r.question,
                r.tone,
                r.glyph,
                r.word,
                f" \u2014 {r.why}" if r.why else "",
                f" \u00b7 {entry.speakers}" if r.question == SAID and entry.speakers else "",
            )
            for r in entry.replies
        ],
        "facts": list(map(astuple, facts)),
        "meta": f"{entry.kind}{last}",
    }


def _lines(words: str) -> int:
    """About how many lines the words take."""
    return 1 + len(words) // _LETTERS_A_LINE + words.count("\n")


def _paragraph(one: Paragraph, all_entries: Sequence[Entry]) -> dict[str, Any]:
    pieces = []
    for piece in one.pieces:
        entry = all_entries[piece.statement - 1] if piece.statement is not None else None
        number, tone, glyphs = (str(entry.number), entry.tone, entry.glyphs) if entry else ("", "", "")
        pieces.append((piece.text, number, tone, glyphs, piece.omission is not None))
    return {
        "kind": one.kind,
        "rtl": reads_from_the_right("".join(piece.text for piece in one.pieces)),
        "pieces": pieces,
    }


def _source(one: dict[str, Any]) -> tuple[str, ...]:
    kind = ", ".join(part for part in (words(one["kind"]), one.get("tier")) if part)
    return source_name(one), kind, one.get("uri") or "\u2013", _two_lines(one.get("sha256") or "")


def _two_lines(sha256: str) -> str:
    """A hash that fits into a column."""
    return f"{sha256[:32]}\n{sha256[32:]}" if sha256 else ""


def _left_out(one: dict[str, Any], document: Document) -> tuple[str, ...]:
    text = document["article"]["text"]
    shown = text[one["start"] : one["end"]] if text is not None else "\u2013"
    why = label(document, "reason", one["reason"]) or "no reason given"
    return shown, why, f"{one['start']}\u2013{one['end']}"


def _file(name: str) -> dict[str, str]:
    is_signature = name.endswith(".sig")
    what = (
        f"Signature of {name.removesuffix('.sig')}" if is_signature else "What these pages are a rendering of"
    )
    kind = "application/x-ssh-signature" if is_signature else "application/json"
    return {
        "name": name,
        "what": what if not name.startswith("countersign") or is_signature else "An editor's decision",
        "kind": kind,
        "relation": "source" if name == "report.json" else "supplement",
    }


def _sign_off(sealed: Sealed, document: Document, decided: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    if document["signoff"]:
        yield from _hands(sealed, document, decided)
    else:
        yield "bold", "This is an unsigned working copy."
        yield (
            "",
            (
                "Nobody has signed off this state of the draft. It shows where the work stood when it was made, may have "
                "been overtaken since, and carries no signature that could be checked."
            ),
        )
    yield "head", "How to check it"
    yield (
        "",
        (
            "These pages are a rendering of report.json, which is attached to the file. A page cannot vouch for itself. "
            "The SHA-256 of those bytes:"
        ),
    )
    yield "code", hashlib.sha256(sealed.report).hexdigest()
    yield "", "Save the attachments with any reader of PDF, or with the commands of poppler, and compare:"
    commands = "pdfdetach -saveall report.pdf\nsha256sum report.json"
    if sealed.signature is not None and document["signoff"]:
        commands += f"\n{check_command(document)}"
    yield "code", commands
    yield (
        "",
        (
            "allowed_signers is your newsroom\u2019s own list of names and keys. Nothing of this shows the true time, that "
            "the work was done, or that no newer report exists."
        ),
    )
    for head in document["audit"]:
        yield "small", f"Log of {head['device']}: {head['events']} events, head {head['head']}"
    tool = document["tool"]
    yield (
        "small",
        (
            f"Report {document['report_id']}, revision {document['revision']} \u00b7 {tool['name']} {tool['version']} "
            f"\u00b7 extractor {tool['extractor']}"
        ),
    )


def _hands(sealed: Sealed, document: Document, decided: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    signoff, who = document["signoff"], signer(document)
    yield "bold", f"Signed off by {who['name']}, {who['role']}, {moment(signoff['at'])}"
    yield "", signoff["sentence"]
    if left := still_open(document):
        yield "", f"Still open: {', '.join(left)}"
    yield "code", f"{who['principal']}  {who['key']}"
    for one in decided:
        yield "bold", f"Countersigned by {one.by or 'nobody named'}, {one.role}, {one.at}: {one.words}"
        if one.remark:
            yield "", one.remark
        yield "code", f"{one.principal}  {one.key}"
    if sealed.signature is None:
        yield "bold", "No signature is with this copy. What stands above is only said, and cannot be checked."
