"""`verdict`, `note`, `flag`, `publish`, `history`, `take-back`, `undo` and `redo`: the reviewer's actions."""

import sys
from argparse import Namespace

from factcheck.cli.forms import statement_json
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.errors import ExitCode, UsageError
from factcheck.services.reviewing import Reviewing
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring

_NAMED = 20
"""How many statements are named of those that one action has changed."""


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    seen = statement_at(reader, article, arguments.number) if "number" in arguments else None
    if arguments.command == "history" and seen is not None:
        _history(reader, seen, as_json=arguments.json)
        return ExitCode.OK
    ledger = wiring.open_ledger()
    try:
        changes = _decide(Reviewing(ledger), article, seen, arguments)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _decide(reviewing: Reviewing, article: Article, seen: Statement | None, arguments: Namespace) -> Changes:
    if arguments.command == "undo":
        return reviewing.undo(article.id)
    if arguments.command == "redo":
        return reviewing.redo(article.id)
    if arguments.command == "take-back":
        return reviewing.take_back_block(article, arguments.block - 1)
    if seen is None:
        raise AssertionError(arguments.command)
    return _about_a_statement(reviewing, seen, arguments)


def _about_a_statement(reviewing: Reviewing, seen: Statement, arguments: Namespace) -> Changes:
    match arguments.command:
        case "note":
            text = sys.stdin.read() if arguments.text == "-" else arguments.text
            write = reviewing.write_public_note if arguments.public else reviewing.write_private_note
            return write(seen, text)
        case "flag":
            return reviewing.switch_flag(seen, Flag(arguments.flag))
        case "publish":
            return reviewing.switch_publication(seen)
        case _:
            return _answer(reviewing, seen, arguments)


def _answer(reviewing: Reviewing, seen: Statement, arguments: Namespace) -> Changes:
    question = Question(arguments.on)
    basis = Basis(arguments.basis) if arguments.basis else None
    if basis is not None and arguments.answer in ("left", "clear"):
        raise UsageError("A basis goes with a verdict.", "Leave --basis out.")
    if arguments.answer == "left":
        if question is Question.SAID:
            raise UsageError("Only so can be left to the speaker.", "Leave --on said out.")
        return reviewing.leave_to_speaker(seen)
    if arguments.answer == "clear":
        return reviewing.clear_verdict(seen, question)
    return reviewing.give_verdict(seen, question, Verdict(arguments.answer), basis)


def tell(reader: WholeReader, changes: Changes, *, as_json: bool) -> None:
    """Print what was done, and to which statements."""
    moved = [m.after for m in changes.statements if m.after is not None]
    numbers = reader.surroundings.numbers([s.id for s in moved])
    numbered = [(numbers.get(s.id, 0), s) for s in moved]
    if as_json:
        put_json(
            {
                "changed": not changes.is_empty,
                "what": changes.what,
                "statements": [statement_json(number, s) for number, s in numbered],
            }
        )
        return
    named = ", ".join(str(number) for number, _ in numbered[:_NAMED])
    more = f" and {len(numbered) - _NAMED} more" if len(numbered) > _NAMED else ""
    where = f" on {named}{more}" if numbered else ""
    put(f"{changes.what}{where}")
    tally = changes.tally
    say(f"{tally.done}/{tally.statements} done, {tally.open} open, {tally.verdicts_in_words}")


def _history(reader: WholeReader, statement: Statement, *, as_json: bool) -> None:
    lines = reader.history(statement.id)
    if as_json:
        put_json([{"at": x.at, "by": x.by, "what": x.what, "undone": x.is_undone} for x in lines])
        return
    for x in lines:
        put(f"{x.at}  {x.by}  {x.what}{'  (undone)' if x.is_undone else ''}")
