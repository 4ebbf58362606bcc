"""`extract`: what the extraction finds in a file, as the stable JSON or to be read. Nothing is stored."""

import textwrap
import unicodedata
from argparse import Namespace
from collections.abc import Iterator

from msgspec.structs import replace

from factcheck.cli.documents import read_document
from factcheck.cli.output import put, put_json, say
from factcheck.domain.article import Block
from factcheck.domain.extracted import Extracted, Extraction, Hint
from factcheck.domain.statement import Attribution, Detail, DetailType
from factcheck.domain.visible import visible
from factcheck.errors import ExitCode
from factcheck.extraction.contract import as_json
from factcheck.extraction.datelines import dateline_date
from factcheck.extraction.extractor import extract
from factcheck.extraction.resolving import with_dates
from factcheck.wiring import Wiring

_WIDTH = 80
_WORDS, _NAMES, _VALUES = 6, 8, 22
"""Columns at which the words of a statement, the kinds of its particulars and their words begin."""
_LINKS = {
    "contradicts": "may contradict",
    "denies": "may deny",
    "no_evidence": "sees no evidence, perhaps for",
    "differs_number": "counts otherwise than",
    "differs_wording": "words a quotation otherwise than",
    "differs_place": "places an event otherwise than",
    "differs_time": "dates an event otherwise than",
    "differs_name": "spells a name otherwise than",
    "same_as": "says the same as",
}


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Print the extraction, with dates resolved when the dateline is told. Raises FactcheckError."""
    document = read_document(arguments.file, arguments.encoding)
    for warning in document.provenance.warnings:
        say(f"Note: {warning}")
    extraction = extract(document.text, document.stated)
    if arguments.dateline is not None:
        extraction = _dated(extraction, arguments.dateline)
    if arguments.json:
        put_json(as_json(document.text, extraction, is_dated=arguments.dateline is not None))
        return ExitCode.OK
    for line in _view(document.text, extraction):
        put(line)
    return ExitCode.OK


def _dated(extraction: Extraction, dateline: str) -> Extraction:
    """The extraction with its dates resolved; as it is when the dateline names no single day."""
    issued = dateline_date(dateline)
    if issued is None:
        say("Note: the dateline names no single day, so no date is resolved.")
        return extraction
    return replace(extraction, statements=tuple(with_dates(one, issued) for one in extraction.statements))


def _view(text: str, extraction: Extraction) -> Iterator[str]:
    """The lines to be read, none of them wider than 80 columns."""
    by_block: dict[int, list[tuple[int, Extracted]]] = {}
    for number, statement in enumerate(extraction.statements, 1):
        by_block.setdefault(statement.block, []).append((number, statement))
    for block in extraction.blocks:
        yield from _block(text, block)
        for number, statement in by_block.get(block.number, []):
            yield from _statement(number, statement, text)
        yield ""
    counted = len(extraction.statements)
    yield f"{counted} {'statement' if counted == 1 else 'statements'}, extractor {extraction.extractor}"
    if extraction.hints:
        yield ""
        yield "Hints, the likeliest first. They are suggestions; nothing is linked."
    for hint in extraction.hints:
        yield from _hint(hint)


def _block(text: str, block: Block) -> Iterator[str]:
    excluded = f", not checked: {block.reason}" if block.is_excluded else ""
    yield from _laid(f"{block.kind.value.replace('_', ' ')}{excluded}", "", "")
    if block.is_excluded:
        yield from _laid(block.span.of(text), " " * _WORDS)


def _statement(number: int, statement: Extracted, text: str) -> Iterator[str]:
    yield from _laid(statement.exact, " " * _WORDS, f"{number:4}  ")
    for place, attribution in enumerate(statement.attributions, 1):
        yield from _attribution(place, attribution, text)
    for kind in DetailType:
        for detail in statement.details:
            if detail.type is kind:
                yield from _named(kind.value, _value(detail, text))


def _attribution(place: int, one: Attribution, text: str) -> Iterator[str]:
    speaker = one.speaker or "nobody named"
    if one.is_inferred:
        speaker += " (inferred: carried on)"
    if one.within is not None:
        speaker += f" (within {one.within + 1})"
    yield from _named(f"{place} speaker", speaker)
    if one.cue:
        yield from _named("  cue", one.cue.of(text))
    yield from _named("  content", " … ".join(span.of(text) for span in one.content))


def _value(detail: Detail, text: str) -> str:
    words = detail.span.of(text)
    if detail.normalized:
        words += f" = {detail.normalized}"
    if detail.resolved:
        words += f" → {detail.resolved.replace('/', ' to ')} (inferred)"
    return words


def _hint(hint: Hint) -> Iterator[str]:
    link = _LINKS.get(hint.type, hint.type.replace("_", " "))
    yield from _laid(f"{hint.source + 1} {link} {hint.target + 1} ({hint.score:.2f})", "    ", "  ")
    yield from _laid(hint.why, " " * _WORDS)


def _named(name: str, words: str) -> Iterator[str]:
    yield from _laid(words, " " * _VALUES, f"{' ' * _NAMES}{name}".ljust(_VALUES))


def _laid(words: str, indent: str, first: str | None = None) -> Iterator[str]:
    """Words as lines: a line feed of the text is a space here. Wide characters fill two columns."""
    shown = visible(words.replace("\n", " "))
    is_wide = any(unicodedata.east_asian_width(char) in "WF" for char in shown)
    width = _WIDTH if not is_wide else (_WIDTH + len(indent)) // 2
    yield from textwrap.wrap(
        shown,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    ) or [(indent if first is None else first).rstrip()]
