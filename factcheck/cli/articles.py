"""`import`, `list` and `show`."""

import sys
from argparse import Namespace
from pathlib import Path

from factcheck.cli.output import put, put_json, say
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import Tally, work_state
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.errors import ExitCode, UsageError
from factcheck.wiring import Wiring

GLYPHS = {
    Sign.NOT_YET: "·",
    Sign.CONFIRMED: "✓",
    Sign.UNVERIFIED: "?",
    Sign.DISPUTED: "✗",
    Sign.LEFT: "→",
    Sign.WAS: "↺",
}


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    {"import": _import, "list": _list, "show": _show}[arguments.command](wiring, arguments)
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


def _tally_form(tally: Tally) -> dict[str, Json]:
    return {name: getattr(tally, name) for name in (*Tally.__dataclass_fields__, "open")}


def _article_form(article: Article, tally: Tally) -> dict[str, Json]:
    return {
        "slug": article.slug,
        "id": article.id,
        "title": article.title,
        "dateline": article.dateline,
        "progress": _tally_form(tally),
    }


def _list(wiring: Wiring, arguments: Namespace) -> None:
    reader = wiring.find_reader()
    lines = reader.articles() if reader else []
    if arguments.json:
        put_json([_article_form(x.article, x.tally) | {"touched_at": x.touched_at} for x in lines])
        return
    if not lines:
        say("No article yet. `factcheck import FILE` makes one.")
    width = max((len(x.article.slug) for x in lines), default=0)
    for x in lines:
        counts = f"{x.tally.done}/{x.tally.statements} done  {x.tally.verdicts} verdicts"
        put(f"{x.article.slug:{width}}  {counts}  {x.touched_at[:16].replace('T', ' ')}  {x.article.title}")


def _show(wiring: Wiring, arguments: Namespace) -> None:
    reader = wiring.find_reader()
    article = reader.article(arguments.article) if reader else None
    if reader is None or article is None:
        raise no_such_article(arguments.article)
    review = reader.review(article.id)
    if arguments.json:
        form = _article_form(article, review.tally)
        statements: list[Json] = [statement_json(n, s) for n, s in enumerate(review.statements, 1)]
        put_json({**form, "statements": statements})
        return
    put(f"{article.title}")
    put(
        f"{review.tally.done}/{review.tally.statements} done, {review.tally.open} open, {review.tally.verdicts} verdicts"
    )
    for number, statement in enumerate(review.statements, 1):
        put("")
        put(f"{number:4}  {_heading(statement)}")
        put(f"      {statement.exact}")
        if statement.private_note:
            put(f"      private note: {statement.private_note}")
        if statement.public_note:
            put(f"      public note: {statement.public_note}")
    for block in reader.excluded_blocks(article):
        if block.is_excluded:
            put("")
            put(f"block {block.block.number + 1}: not checked ({block.block.reason}): {block.text}")


def no_such_article(name: str) -> UsageError:
    """The error for a name that no article has."""
    return UsageError(f"There is no article called {name!r}.", "`factcheck list` names the articles.")


def _heading(statement: Statement) -> str:
    parts = [statement.kind.value.replace("_", " "), work_state(statement).words]
    for question in statement.questions:
        standing = sign(statement, question) or Sign.NOT_YET
        answer = statement.answer(question)
        basis = f" ({answer.basis.words})" if answer and answer.basis and standing is not Sign.WAS else ""
        was = f" {answer.words}" if answer and standing is Sign.WAS else ""
        parts.append(f"{question}: {GLYPHS[standing]} {standing}{was}{basis}")
    return " · ".join(parts)


def statement_json(number: int, statement: Statement) -> dict[str, Json]:
    """A statement as `--json` prints it: an answer that no longer counts is under `was`."""
    form: dict[str, Json] = {
        "number": number,
        "id": statement.id,
        "kind": statement.kind.value,
        "start": statement.span.start,
        "end": statement.span.end,
        "exact": statement.exact,
        "state": work_state(statement).value,
    }
    for question in Question:
        form[question.value] = _answer_json(statement, question)
    return form | {"private_note": statement.private_note, "public_note": statement.public_note}


def _answer_json(statement: Statement, question: Question) -> Json:
    if question not in statement.questions:
        return None
    answer = statement.answer(question)
    counts = statement.counts(question)
    current = answer if counts else None
    return {
        "verdict": current.verdict.value if current and current.verdict else None,
        "left_to_speaker": bool(current and current.is_left_to_speaker),
        "basis": current.basis.value if current and current.basis else None,
        "was": answer.words if answer and not counts else None,
        "by": answer.by if answer else None,
        "at": answer.at if answer else None,
    }
