"""`import` and `list`."""

from argparse import Namespace
from typing import TYPE_CHECKING

from factcheck.cli.article_form import article_json
from factcheck.cli.output import put, put_json, say, say_error
from factcheck.errors import ExitCode, FactcheckError, UsageError
from factcheck.wiring import Wiring

if TYPE_CHECKING:
    from factcheck.domain.article_line import ArticleLine
    from factcheck.domain.canonical import Json


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    if arguments.command == "import":
        return _import(wiring, arguments)
    _list(wiring, arguments)
    return ExitCode.OK


def _import(wiring: Wiring, arguments: Namespace) -> int:
    """Import each file by itself: one that is refused keeps no other out. The code is that of the worst."""
    names: list[str] = arguments.file
    if len(names) == 1:
        told = _import_one(wiring, arguments, names[0])
        if arguments.json:
            put_json(told)
        return ExitCode.OK
    if arguments.title or arguments.dateline or arguments.author:
        raise UsageError(
            "A title, a dateline or an author belongs to one file.",
            "Import that file alone, or set it afterwards.",
        )
    results: list[Json] = []
    worst = ExitCode.OK
    for name in names:
        try:
            results.append({"file": name} | _import_one(wiring, arguments, name))
        except FactcheckError as error:
            say(f"{name}:")
            say_error(error)
            worst = max(worst, error.exit_code)
            results.append(
                {"file": name, "error": error.sentence, "next": error.next_step, "code": int(error.exit_code)}
            )
    if arguments.json:
        put_json(results)
    return worst


def _import_one(wiring: Wiring, arguments: Namespace, name: str) -> "dict[str, Json]":
    from factcheck.cli.documents import read_document
    from factcheck.cli.progress import progress
    from factcheck.cli.stating import confirmed, stated_in
    from factcheck.documents.parsing import Watch
    from factcheck.services.importing import import_document

    with progress() as told:
        document = read_document(
            name, arguments.encoding, Watch(told=lambda done, of: told("reading", done / max(1, of)))
        )
    credited, dateline = confirmed(document.proposals, arguments, name)
    ledger = wiring.open_ledger()
    with progress() as told:
        imported = import_document(
            ledger, document, title=arguments.title, dateline=dateline, credited=credited, told=told
        )
    ledger.close()
    for warning in imported.warnings:
        say(f"Note: {warning}")
    say(f"{imported.statements} statements." if imported.is_new else "This text is here already.")
    if not arguments.json:
        put(imported.article.slug)
    return {
        "slug": imported.article.slug,
        "id": imported.article.id,
        "title": imported.article.title,
        "new": imported.is_new,
        "statements": imported.statements,
        "notes": len(document.notes),
        "author": imported.article.author,
        "publisher": imported.article.publisher,
        "dateline": imported.article.dateline,
        "stated": {what: words for what, words in stated_in(document.proposals).items() if words},
        "warnings": list(imported.warnings),
    }


def _list(wiring: Wiring, arguments: Namespace) -> None:
    from factcheck.store.listing import listed

    connection = wiring.find_connection()
    lines = listed(connection, archived=arguments.archived) if connection else []
    if arguments.json:
        put_json(
            [
                article_json(x.article, x.tally)
                | {"touched_at": x.touched_at, "signed": x.signed or None, "countersigned": _countersigned(x)}
                for x in lines
            ]
        )
        return
    if not lines:
        say(
            "No article is archived."
            if arguments.archived
            else "No article yet. `factcheck import FILE` makes one."
        )
    width = max((len(x.article.slug) for x in lines), default=0)
    for x in lines:
        count = f"{x.tally.done}/{x.tally.statements} done  {x.tally.verdicts_in_words}"
        due = f"  due {x.article.deadline}" if x.article.deadline else ""
        at = x.touched_at[:16].replace("T", " ")
        signed = f"  {x.signed_words}" if x.signed else ""
        put(f"{x.article.slug:{width}}  {count}  {at}{due}{signed}  {x.article.title}")


def _countersigned(line: "ArticleLine") -> "Json":
    notes = line.article.signoff.countersigns if line.article.signoff else ()
    return [{"by": one.by, "decision": one.decision, "key": one.key, "at": one.at} for one in notes]
