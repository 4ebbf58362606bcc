"""`extract`: what the extraction finds in a file. Nothing is stored."""

import sys
from argparse import Namespace
from pathlib import Path

from factcheck.cli.output import put, put_json, say
from factcheck.documents.document import Document
from factcheck.documents.plain import read_bytes, read_file
from factcheck.domain.statement import Extracted
from factcheck.errors import ExitCode
from factcheck.extraction.contract import as_json
from factcheck.extraction.extractor import extract
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Print the extraction, as the stable JSON or to be read. Raises FactcheckError."""
    document = _read(arguments)
    for warning in document.provenance.warnings:
        say(f"Note: {warning}")
    extraction = extract(document.text)
    if arguments.json:
        put_json(as_json(document.text, extraction))
        return ExitCode.OK
    by_block: dict[int, list[tuple[int, Extracted]]] = {}
    for number, statement in enumerate(extraction.statements, 1):
        by_block.setdefault(statement.block, []).append((number, statement))
    for block in extraction.blocks:
        excluded = f", not checked: {block.reason}" if block.is_excluded else ""
        put(f"{block.kind.value.replace('_', ' ')} [{block.span.start}, {block.span.end}){excluded}")
        if block.is_excluded:
            put(f"      {block.span.of(document.text)}")
        for number, statement in by_block.get(block.number, []):
            _put_statement(number, statement, document.text)
    return ExitCode.OK


def _read(arguments: Namespace) -> Document:
    if arguments.file == "-":
        return read_bytes(sys.stdin.buffer.read(), "standard input", arguments.encoding)
    return read_file(Path(arguments.file), arguments.encoding)


def _put_statement(number: int, statement: Extracted, text: str) -> None:
    put(f"{number:4}  {statement.exact}")
    for detail in statement.details:
        value = f" = {detail.normalized}" if detail.normalized else ""
        put(f"        {detail.type.value:12} {detail.span.of(text)}{value}")
    for attribution in statement.attributions:
        cue = attribution.cue.of(text) if attribution.cue else "-"
        inferred = " (inferred)" if attribution.is_inferred else ""
        content = " … ".join(c.of(text) for c in attribution.content)
        put(f"        {'attribution':12} {attribution.speaker or '-'} | {cue} | {content}{inferred}")
