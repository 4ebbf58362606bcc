"""The report as Markdown, in the order in which an editor reads."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.report.attention import Concern, concerns
from factcheck.report.checks import Document
from factcheck.report.layout import Paragraph, paragraphs
from factcheck.report.markdown import as_quotation, one_line, quoted, row, within_lines
from factcheck.report.markdown_signed import sign_off
from factcheck.report.people import checkers
from factcheck.report.reading import (
    Entry,
    Fact,
    Reply,
    called,
    counted,
    dates,
    entries,
    label,
    moment,
    source_name,
)
from factcheck.report.sealed import Sealed
from factcheck.report.signed import decisions, notices, stamp
from factcheck.report.vocabulary import GLYPHS, LEFT_TO_SPEAKER, QUESTIONS, SAID, UNVERIFIED, words

NOTHING = "\u2013"
TO = "\u2013"


def render_markdown(sealed: Sealed) -> bytes:
    """The report in UTF-8, ending with the SHA-256 of report.json and its signature. The same gives the same bytes."""
    document = sealed.document()
    all_entries, decided = entries(document), decisions(sealed, document)
    bodies = {entry.number: "\n".join(_body(entry)) for entry in all_entries}
    sections = (
        _identity(document, stamp(sealed, document)),
        _counts(document),
        _attention(concerns(document, all_entries, decided), bodies),
        _statements(all_entries, bodies),
        _article(document, all_entries),
        _sources(document),
        _not_checked(document),
        sign_off(sealed, document, decided),
    )
    return "".join(f"{line}\n" for section in sections for line in section).encode("utf-8")


def _identity(document: Document, stamped: str) -> Iterator[str]:
    article, when = document["article"], dates(document)
    given = " to ".join(dict.fromkeys(moment(at) for at in when)) if when else "none yet"
    yield f"# Fact-check report: {one_line(article['title'])}"
    yield ""
    if stamped:
        yield f"**{stamped}.**"
        yield ""
    for notice in notices(document):
        yield one_line(notice)
        yield ""
    yield row("", "")
    yield row("---", "---")
    yield row("Slug", one_line(article["slug"]))
    yield row("Draft", f"{article['draft']} · {article['text_chars']} characters")
    for name in ("author", "editor"):
        if article[name]:
            yield row(name.capitalize(), one_line(article[name]))
    yield row("Dateline", one_line(article["dateline"] or "not set"))
    yield row("Checked by", one_line(", ".join(checkers(document)) or "nobody yet"))
    yield row("Answers given", one_line(given))
    source = article["source"]
    parts = (one_line(source["name"]), one_line(source["media_type"]), f"{source['bytes']} bytes")
    yield row("From", " · ".join(parts))
    yield row("SHA-256 of the text", f"`{article['text_sha256']}`")
    yield ""


def _counts(document: Document) -> Iterator[str]:
    summary, meaning = document["summary"], document["tool"]["vocabulary"]["meaning"]
    states = summary["states"]
    still_open = states["untouched"] + states["in_progress"]
    yield (
        f"{counted(summary['statements'], 'statement')}: {states['done']} done, {still_open} open, "
        f"{states['recheck']} to recheck, {states['excluded']} excluded. {counted(summary['verdicts'], 'verdict')}."
    )
    yield ""
    yield row("Question", *(f"{sign} {called(document, name)}" for name, sign in GLYPHS.items()), "asked")
    yield row("---", *("---:" for _ in GLYPHS), "---:")
    for question in QUESTIONS:
        counts = summary[question]
        yield row(f"**{question}**", *(counts.get(name, NOTHING) for name in GLYPHS), counts["asked"])
    yield ""
    for name in (*QUESTIONS, UNVERIFIED, LEFT_TO_SPEAKER):
        word = name if name in summary else called(document, name)
        yield f"- **{word}**: {one_line(meaning[name])}"
    yield ""


def _attention(found: Sequence[Concern], bodies: Mapping[int, str]) -> Iterator[str]:
    yield "## Needs attention"
    yield ""
    if not found:
        yield "Nothing: each question is answered, and nothing is disputed, unverified or open."
        yield ""
    for concern in found:
        yield f"### {concern.title}"
        yield ""
        yield concern.about
        yield ""
        if concern.numbers:
            yield ", ".join(_link(first, _span(first, last)) for first, last in concern.numbers)
            yield ""
        for line in concern.lines:
            yield f"- {one_line(line)}"
        if concern.lines:
            yield ""
        for entry in concern.entries:
            yield f"Statement {_link(entry.number, str(entry.number))}"
            yield ""
            yield bodies[entry.number]


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}{TO}{last}"


def _link(number: int, text: str) -> str:
    return f"[{text}](#statement-{number})"


def _body(entry: Entry) -> Iterator[str]:
    yield quoted(entry.text)
    yield ""
    for reply in entry.replies:
        yield _answered(reply, entry.speakers if reply.question == SAID else "")
    if entry.excluded is not None:
        yield f"- not checkable: {one_line(entry.excluded or 'no reason given')}"
    yield from map(_fact, entry.facts)
    if entry.note:
        yield f"- note: {one_line(entry.note)}"
    yield ""


@lru_cache(maxsize=1024)  # there are few answers, and few who said it
def _answered(reply: Reply, speakers: str) -> str:
    who = f" ({one_line(speakers)})" if speakers else ""
    why = f" — {one_line(reply.why)}" if reply.why else ""
    return f"- **{reply.question}**{who}: {reply.glyph} **{reply.word}**{why}"


@lru_cache(maxsize=1024)  # the same source, the same count
def _fact(fact: Fact) -> str:
    return f"- {one_line(fact.label)}: {one_line(fact.text)}"


def _statements(all_entries: Sequence[Entry], bodies: Mapping[int, str]) -> Iterator[str]:
    yield "## Every statement"
    yield ""
    if not all_entries:
        yield "The article has no statements."
        yield ""
    for entry in all_entries:
        yield f"### Statement {entry.number}"
        yield ""
        yield bodies[entry.number]
        last = f"last answered by {entry.by}, {moment(entry.at or '')}" if entry.by else ""
        yield " · ".join(one_line(part) for part in (entry.kind, last) if part)
        yield ""


def _article(document: Document, all_entries: Sequence[Entry]) -> Iterator[str]:
    yield "## The article, with the marks in place"
    yield ""
    if document["article"]["text"] is None:
        yield "This report was made without the article\u2019s text."
        yield ""
        return
    signs = ", ".join(f"{sign} {called(document, name)}" for name, sign in GLYPHS.items())
    yield f"After each statement stand its number and a sign for each question: {signs}."
    yield ""
    by_number = {entry.number: entry for entry in all_entries}
    for paragraph in paragraphs(document):
        yield as_quotation(_marked(paragraph, by_number))
        yield ""


def _marked(paragraph: Paragraph, by_number: dict[int, Entry]) -> str:
    parts = []
    for piece in paragraph.pieces:
        parts.append(within_lines(piece.text))
        if piece.statement is not None:
            entry = by_number[piece.statement]
            parts.append(f" {_link(entry.number, f'{entry.number} {entry.glyphs}')}")
        elif piece.omission is not None:
            parts.append(" *(not checked)*")
    return "".join(parts)


def _sources(document: Document) -> Iterator[str]:
    yield "## Sources"
    yield ""
    if not document["sources"]:
        yield "No source is on record. The verdicts above rest on what the checker saw,"
        yield "and this report cannot say what that was."
        yield ""
        return
    yield row("Source", "Kind", "Tier", "Address", "SHA-256")
    yield row(*["---"] * 5)
    for one in document["sources"]:
        cells = [source_name(one), words(one["kind"])]
        cells += [one.get(name) for name in ("tier", "uri", "sha256")]
        yield row(*(one_line(cell or NOTHING) for cell in cells))
    yield ""


def _not_checked(document: Document) -> Iterator[str]:
    yield "## What was not checked, and why"
    yield ""
    text = document["article"]["text"]
    if not document["not_checked"]:
        yield "Nothing was left out: every character of the text that is not blank is in a statement."
        yield ""
        return
    yield row("Text", "Why", "Characters")
    yield row("---", "---", "---")
    for run in document["not_checked"]:
        shown = one_line(text[run["start"] : run["end"]]) if text is not None else NOTHING
        why = one_line(label(document, "reason", run["reason"]) or "no reason given")
        yield row(shown, why, f"{run['start']}{TO}{run['end']}")
    yield ""
