"""`compare`: what a new text would carry of an old one, or of an article as it was checked. Nothing is stored."""

import re
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct

from factcheck.cli.documents import read_document
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.documents.document import Document
from factcheck.domain.revision import Comparison, Outcome
from factcheck.domain.text import Span, normal_form
from factcheck.errors import ExitCode
from factcheck.extraction.comparing import Unit, compared, units_in
from factcheck.extraction.contract import comparison_json
from factcheck.extraction.requoting import requoted
from factcheck.wiring import Wiring

_TOKEN = re.compile(r"\s+|\w+(?:[.,'\u2019]\w+)*|[^\w\s]")
_LONGEST = 1_000
"""A statement of more words than this is shown as it was and as it is, without marks."""


class _Side(Struct, frozen=True):
    """A text, and the numbers of its statements by their place; what is not checked has none."""

    text: str
    numbers: Mapping[Span, int]


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Print what became of each statement. Raises FactcheckError."""
    old, new, comparison = _compared(wiring, arguments)
    if arguments.json:
        put_json(comparison_json(comparison))
        return ExitCode.OK
    for line in _view(old, new, comparison):
        put(line)
    return ExitCode.OK


def _compared(wiring: Wiring, arguments: Namespace) -> tuple[_Side, _Side, Comparison]:
    """Both texts, and what became of the old one. An article is taken as it was checked, cuts by hand included."""
    is_address = arguments.old.lower().startswith(("http://", "https://"))
    if is_address or arguments.old == "-" or Path(arguments.old).exists():
        texts = [read(name, arguments.encoding) for name in (arguments.old, arguments.new)]
        units = [units_in(text.text, text.stated) for text in texts]
        sides = [_side(text.text, own) for text, own in zip(texts, units, strict=True)]
        return sides[0], sides[1], compared(*units)
    reader, article = open_article(wiring, arguments.old)
    review = reader.review(article.id)
    from factcheck.services.comparing import comparison  # two files need none of what it loads

    document = read(arguments.new, arguments.encoding)
    checked = _Side(review.text, {s.span: number for number, s in enumerate(review.statements, 1)})
    new = _side(document.text, units_in(document.text, document.stated))
    return checked, new, comparison(review, document)


def _side(text: str, units: Iterable[Unit]) -> _Side:
    statements = (unit.span for unit in units if not unit.is_excluded)
    return _Side(text, {span: number for number, span in enumerate(statements, 1)})


def read(name: str, encoding: str | None) -> Document:
    """The document that is named, with its warnings said. Raises FactcheckError."""
    document = read_document(name, encoding)
    for warning in document.provenance.warnings:
        say(f"Note: {document.provenance.name}: {warning}")
    return document


def _view(old: _Side, new: _Side, comparison: Comparison) -> Iterator[str]:
    """The lines to be read: the counts, then all that does not stand as it was."""
    was, now = old.numbers, new.numbers
    yield _counts(comparison, was, now)
    for one in comparison.became:
        name = str(was[one.old]) if one.old in was else "not checked"
        if one.outcome is Outcome.REMOVED:
            yield from entry("gone", name, [line_of(one.old.of(old.text))])
        elif one.outcome is Outcome.RECHECK and one.new:
            yield from entry("changed", name, changes(one.old.of(old.text), one.new.of(new.text)))
    for span in comparison.added:
        name = f"{now[span]} in the new text" if span in now else "not to be checked"
        yield from entry("new", name, [line_of(span.of(new.text))])


def _counts(comparison: Comparison, was: Mapping[Span, int], now: Mapping[Span, int]) -> str:
    """How many statements there are of each outcome; excluded blocks are not counted."""
    told = [(outcome, sum(one.old in was for one in comparison.of(outcome))) for outcome in Outcome]
    words = {Outcome.CARRIED: "as checked", Outcome.RECHECK: "changed", Outcome.REMOVED: "gone"}
    added = sum(span in now for span in comparison.added)
    return ", ".join([*(f"{number} {words[outcome]}" for outcome, number in told), f"{added} new"])


def entry(what: str, name: str, lines: Iterable[str]) -> Iterator[str]:
    """A statement: what happens to it, its number, and what there is to be read of it."""
    yield ""
    yield f"{what}  {name}"
    yield from (f"  {line}" for line in lines)


def line_of(words: str) -> str:
    """Words of the text on one line."""
    return " ".join(words.split())


def changes(old: str, new: str) -> list[str]:
    """The words with what went in [-…-] and what came in {+…+}; both lines when that would be unreadable."""
    if normal_form(old) == normal_form(new):
        return [
            line_of(new),
            "(the same words; another speaker, or more than one place where they could stand)",
        ]
    before, after = _TOKEN.findall(line_of(old)), _TOKEN.findall(line_of(new))
    if max(len(before), len(after)) > _LONGEST:
        return [f"was: {line_of(old)}", f"now: {line_of(new)}"]
    same = SequenceMatcher(
        None, [normal_form(one) for one in before], [normal_form(one) for one in after], False
    )
    parts = []
    for kind, a, b, c, d in same.get_opcodes():
        if kind == "equal":
            parts.append("".join(after[c:d]))
            continue
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else ""))
    moved = requoted(old, new).sentence
    return ["".join(parts), *([f"({moved})"] if moved else [])]
