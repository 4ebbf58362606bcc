"""`import` and `list`."""

import sys
from argparse import Namespace
from pathlib import Path

from factcheck.cli.article_form import article_json
from factcheck.cli.output import put, put_json, say
from factcheck.errors import ExitCode
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    {"import": _import, "list": _list}[arguments.command](wiring, arguments)
    return ExitCode.OK


def _import(wiring: Wiring, arguments: Namespace) -> None:
    from factcheck.documents.plain import read_bytes, read_file
    from factcheck.services.importing import import_document

    if arguments.file == "-":
        document = read_bytes(sys.stdin.buffer.read(), "standard input", arguments.encoding)
    else:
        document = read_file(Path(arguments.file), arguments.encoding)
    ledger = wiring.open_ledger()
    imported = import_document(ledger, document, title=arguments.title, dateline=arguments.dateline)
    ledger.close()
    for warning in imported.warnings:
        say(f"Note: {warning}")
    say(f"{imported.statements} statements." if imported.is_new else "This text is here already.")
    if arguments.json:
        put_json(
            {
                "slug": imported.article.slug,
                "id": imported.article.id,
                "title": imported.article.title,
                "new": imported.is_new,
                "statements": imported.statements,
                "warnings": list(imported.warnings),
            }
        )
    else:
        put(imported.article.slug)


def _list(wiring: Wiring, arguments: Namespace) -> None:
    from factcheck.store.listing import listed

    connection = wiring.find_connection()
    lines = listed(connection, archived=arguments.archived) if connection else []
    if arguments.json:
        put_json([article_json(x.article, x.tally) | {"touched_at": x.touched_at} for x in lines])
        return
    if not lines:
        say(
            "No article is archived."
            if arguments.archived
            else "No article yet. `factcheck import FILE` makes one."
        )
    width = max((len(x.article.slug) for x in lines), default=0)
    for x in lines:
        count = f"{x.tally.done}/{x.tally.statements} done  {x.tally.verdicts} verdicts"
        due = f"  due {x.article.deadline}" if x.article.deadline else ""
        put(
            f"{x.article.slug:{width}}  {count}  {x.touched_at[:16].replace('T', ' ')}{due}  {x.article.title}"
        )
