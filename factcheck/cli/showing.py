"""`show` and `find`: an article's statements, some of them, or one."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from factcheck.cli.article_form import article_json
from factcheck.cli.forms import alone_json, statement_json
from factcheck.cli.output import put, put_json, say
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.filter import Filter
from factcheck.domain.mark import Sign, sign
from factcheck.domain.progress import work_state
from factcheck.domain.statement import Statement
from factcheck.errors import ExitCode, UsageError
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring

_BEFORE_THE_TEXT = -1


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "find":
        _find(reader, article, arguments.words, as_json=arguments.json)
    elif arguments.number is not None:
        if arguments.filter is not None:
            raise UsageError("A number and a filter together make no sense.", "Give one of them.")
        if arguments.copy:
            _copy(reader, article, arguments.number)
        else:
            _show_one(reader, article, arguments.number, as_json=arguments.json)
    elif arguments.copy:
        raise UsageError("Only one statement is copied at a time.", "Give its number.")
    else:
        _show(reader, article, arguments.filter, as_json=arguments.json)
    return ExitCode.OK


def open_article(wiring: Wiring, name: str) -> tuple[WholeReader, Article]:
    """The store, open for reading, and the article with this slug or id in it. Raises FactcheckError."""
    reader = wiring.find_reader()
    article = reader.article(name) if reader else None
    if reader is None or article is None:
        raise UsageError(f"There is no article called {name!r}.", "`factcheck list` names the articles.")
    return reader, article


def statement_at(reader: WholeReader, article: Article, number: int) -> Statement:
    """The statement with this number. Raises UsageError when there is none."""
    statement = reader.by_number(article.id, number)
    if statement is None:
        count = reader.tally(article.id).statements
        raise UsageError(
            f"There is no statement {number}: the article has {count}.", "`factcheck show` lists them."
        )
    return statement


def _show(reader: WholeReader, article: Article, name: str | None, *, as_json: bool) -> None:
    numbered: Iterable[tuple[int, Statement]]
    if name is None:
        tally, statements = reader.standing(article.id)
        numbered = enumerate(statements, 1)
    else:
        from factcheck.cli.filters import filter_named  # most calls name no filter

        wanted = filter_named(name, reader.speakers(article.id))
        tally, numbered = reader.tally(article.id), _let_through(reader, article, wanted)
    gone = reader.gone(article.id) if name is None else []
    if as_json:
        forms: list[Json] = [statement_json(n, s) for n, s in numbered]
        form: dict[str, Json] = {**article_json(article, tally), "statements": forms}
        put_json(form | {"gone": [statement_json(0, s) for s in gone]} if gone else form)
        return
    put(f"{article.title}")
    put(f"{tally.done}/{tally.statements} done, {tally.open} open, {tally.verdicts_in_words}")
    for number, statement in numbered:
        _put_statement(number, statement)
    for block in reader.excluded_blocks(article) if name is None else ():
        if block.is_excluded:
            put("")
            put(f"block {block.block.number + 1}: not checked ({block.block.reason}): {block.text}")
    for number, statement in enumerate(gone, 1):
        put("")
        put(f"gone {number}  {_heading(statement)}")
        put(f"      {statement.exact}")


def _let_through(reader: WholeReader, article: Article, wanted: Filter) -> Iterator[tuple[int, Statement]]:
    found = reader.after(article.id, _BEFORE_THE_TEXT, wanted)
    while found is not None:
        yield reader.number_of(found.id), found
        found = reader.after(article.id, found.span.start, wanted)


def _show_one(reader: WholeReader, article: Article, number: int, *, as_json: bool) -> None:
    statement, tally = statement_at(reader, article, number), reader.tally(article.id)
    from factcheck.services.surroundings import around

    beside = around(reader, statement)
    if as_json:
        form = statement_json(number, statement) | alone_json(statement, beside)
        put_json({**article_json(article, tally), "statements": [form]})
        return
    from factcheck.cli.plain_card import card

    for line in card(statement, number, tally.statements, around=beside):
        put(line)


def _copy(reader: WholeReader, article: Article, number: int) -> None:
    """What the screen puts on the clipboard."""
    from factcheck.domain.copied import copied_text
    from factcheck.services.surroundings import around

    statement = statement_at(reader, article, number)
    where = f"{article.title}, draft {reader.draft_number(article.draft_id)}"
    for line in copied_text(statement, number, where, around(reader, statement).sources).split("\n"):
        put(line)


def _find(reader: WholeReader, article: Article, words: str, *, as_json: bool) -> None:
    if not words.strip():
        raise UsageError("There are no words to look for.", "Say which words.")
    found, statements = reader.find(article.id, words, _BEFORE_THE_TEXT), []
    while found is not None:
        statements.append((reader.number_of(found.id), found))
        found = reader.find(article.id, words, found.span.start)
    if as_json:
        put_json([statement_json(number, statement) for number, statement in statements])
        return
    for number, statement in statements:
        _put_statement(number, statement)
    say(f"{len(statements)} of {reader.tally(article.id).statements} statements with these words.")


def _put_statement(number: int, statement: Statement) -> None:
    put("")
    put(f"{number:4}  {_heading(statement)}")
    put(f"      {statement.exact}")
    if statement.private_note:
        put(f"      private note: {statement.private_note}")
    if statement.public_note:
        put(f"      public note: {statement.public_note}")


def _heading(statement: Statement) -> str:
    parts = [statement.kind.value.replace("_", " "), work_state(statement).words]
    for question in statement.questions:
        standing = sign(statement, question) or Sign.NOT_YET
        answer = statement.answer(question)
        basis = f" ({answer.basis.words})" if answer and answer.basis and standing is not Sign.WAS else ""
        was = f" {answer.words}" if answer and standing is Sign.WAS else ""
        parts.append(f"{question}: {standing.glyph} {standing}{was}{basis}")
    parts += [flag.words for flag in sorted(statement.flags)]
    if statement.is_for_publication:
        parts.append("for publication")
    return " · ".join(parts)
