"""`ask`, `answer`, `close`, `reopen` and `queries`: questions to the author, the editor and sources."""

import sys
from argparse import Namespace
from collections.abc import Sequence

from factcheck.cli.deciding import tell
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.asking import Asked, Message, message_to, named
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.query import Addressee, QueryState
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.work_form import form_of
from factcheck.errors import ExitCode, UsageError
from factcheck.services.querying import Querying
from factcheck.services.querying_desk import asked_of
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "queries":
        _queries(reader, article, arguments)
        return ExitCode.OK
    seen = statement_at(reader, article, arguments.number)
    ledger = wiring.open_ledger()
    try:
        changes = _act(Querying(ledger), seen, arguments)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _act(querying: Querying, seen: Statement, arguments: Namespace) -> Changes:
    if arguments.command == "ask":
        return querying.ask(seen, Addressee(arguments.to), _text(arguments), arguments.name)
    query_id = query_at(seen, arguments.query)
    if arguments.command == "answer":
        return querying.answer(seen, query_id, _text(arguments))
    return (querying.close if arguments.command == "close" else querying.reopen)(seen, query_id)


def _text(arguments: Namespace) -> str:
    return sys.stdin.read() if arguments.text == "-" else str(arguments.text)


def query_at(statement: Statement, number: int) -> str:
    """The id of the query with this number on a statement. Raises UsageError when there is none."""
    if not 1 <= number <= len(statement.queries):
        count = len(statement.queries)
        raise UsageError(f"There is no query {number} here: the statement has {count}.", "Look at it again.")
    return statement.queries[number - 1].id


def _queries(reader: WholeReader, article: Article, arguments: Namespace) -> None:
    asked = asked_of(reader, article.id)
    if arguments.message is not None:
        sources = reader.surroundings.sources(article.id)
        _put_message(message_of(article.title, asked, sources, arguments.message), as_json=arguments.json)
        return
    if arguments.open:
        asked = [a for a in asked if a.query.state is QueryState.OPEN]
    if arguments.json:
        forms: list[Json] = [
            {"number": a.number, "query": a.place, "exact": a.statement.exact, **form_of(a.query)}
            for a in asked
        ]
        put_json(forms)
        return
    for a in asked:
        for line in query_lines(a):
            put(line)
    is_open = sum(a.query.state is QueryState.OPEN for a in asked)
    say(f"{len(asked)} queries, {is_open} open.")


def query_lines(asked: Asked) -> list[str]:
    """A query as it is read out, with the words that it is about."""
    query = asked.query
    lines = [
        f"{asked.number}, query {asked.place}, {query.addressee}, {query.state.value}: {_one_line(query.text)}",
        f"  about: {_one_line(asked.statement.exact)}",
    ]
    return [*lines, f"  answer: {_one_line(query.answer)}"] if query.answer else lines


def _one_line(text: str) -> str:
    return " ".join(text.split())


def message_of(title: str, asked: Sequence[Asked], sources: Sequence[Source], to: str) -> Message:
    """The message to an addressee by its words or name. Raises UsageError when nothing was ever asked there."""
    theirs = named(asked, to)
    if not theirs:
        known = ", ".join(dict.fromkeys(a.query.addressee for a in asked)) or "nobody yet"
        raise UsageError(f"There is no query to {to!r}.", f"Queries go to: {known}.")
    return message_to(title, theirs, sources)


def _put_message(message: Message, *, as_json: bool) -> None:
    if as_json:
        put_json({"text": message.text, "queries": message.count, "left_out": message.left_out})
        return
    for line in message.text.splitlines() if message.count else ():
        put(line)
    say(told_of(message))


def told_of(message: Message) -> str:
    """What is in a message, and that something is not."""
    left_out = f" {message.left_out} left out: a confidential source is named." if message.left_out else ""
    queries = "1 query" if message.count == 1 else f"{message.count} queries"
    return f"{queries if message.count else 'No query'} to send.{left_out}"
