"""`revise` and `place`: a new draft of an article, what it did to each statement, and what is gone put by hand."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from factcheck.cli.comparing import changes, entry, line_of, read
from factcheck.cli.deciding import tell
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.revision import Happened, Happening, Outcome
from factcheck.domain.statement import Statement
from factcheck.errors import ExitCode, UsageError
from factcheck.services.placing import Placing
from factcheck.services.revising import Revising, Revision
from factcheck.store import revisions
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "place":
        return _place(wiring, reader, article, arguments)
    if arguments.file is None:
        return _last(reader, article, as_json=arguments.json)
    return _revise(wiring, article, arguments)


def _revise(wiring: Wiring, article: Article, arguments: Namespace) -> int:
    """Make a file the article's draft, or only look."""
    document = read(arguments.file, arguments.encoding)
    ledger = wiring.open_ledger()
    revision = Revising(ledger).revise(article.id, document, is_dry=arguments.dry_run)
    ledger.close()
    if arguments.json:
        put_json(_form(article, revision))
        return ExitCode.OK
    for line in view(revision):
        put(line)
    if revision.changes is None:
        say("Nothing was stored.")
    else:
        say(f"Draft {revision.number} is under review. `factcheck undo {article.slug}` takes all of it back.")
    return ExitCode.OK


def gone_at(gone: Sequence[Statement], number: int) -> Statement:
    """One of those that are gone, by its number from 1. Raises UsageError when there is none."""
    if not 0 < number <= len(gone):
        raise UsageError(
            f"There is no gone statement {number}: {len(gone)} are gone.", "Look at what is gone."
        )
    return gone[number - 1]


def _place(wiring: Wiring, reader: WholeReader, article: Article, arguments: Namespace) -> int:
    gone = gone_at(reader.gone(article.id), arguments.gone)
    seen = statement_at(reader, article, arguments.number)
    ledger = wiring.open_ledger()
    try:
        changes = Placing(ledger).place(gone, seen)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _last(reader: WholeReader, article: Article, *, as_json: bool) -> int:
    """What the draft under review did when it was taken."""
    last = revisions.last_revision(reader.connection, article)
    if last is None:
        raise UsageError("This is the first draft.", "Give the file of the next one.")
    if as_json:
        happenings: list[Json] = [
            {
                "id": one.statement_id,
                "number": reader.number_of(one.statement_id) or None,
                "what": one.what.value,
            }
            for one in last.happenings
        ]
        put_json(
            {
                "article": article.slug,
                "draft": last.number,
                "by": last.by,
                "at": last.at,
                "carried": last.carried,
                "statements": happenings,
            }
        )
        return ExitCode.OK
    put(f"draft {last.number}, taken by {last.by} at {last.at}: {last.summary}")
    for one in last.happenings:
        number = reader.number_of(one.statement_id)
        now = reader.statement(one.statement_id)
        for line in past_lines(one, number, revisions.before(reader.connection, one), now):
            put(line)
    return ExitCode.OK


def past_lines(one: Happening, number: int, before: Statement | None, now: Statement | None) -> Iterator[str]:
    """What a draft did to a statement, whose number is 0 when it is not there `now`."""
    here = str(number) if number else "not in the draft"
    if one.what is Happened.RECHECK and before is not None:
        is_again = now is not None and work_state(now) is WorkState.RECHECK
        yield from entry(_changed(is_again=is_again), here, changes(before.exact, one.exact))
    else:
        words = before.exact if before is not None and not one.exact else one.exact
        yield from entry(one.what.words, here, [line_of(words)])


def _changed(*, is_again: bool) -> str:
    """What a change of its words makes of a statement."""
    return "recheck" if is_again else "changed"


def view(revision: Revision) -> Iterator[str]:
    """What a new draft does to each statement that does not stand as it was."""
    numbers = revision.numbers
    yield f"draft {revision.number}: {revision.summary}"
    for number, one in enumerate(revision.taken, 1):
        if one.after is None:
            yield from entry("gone", f"{number} of the old draft", [line_of(one.before.exact)])
        elif one.outcome is Outcome.RECHECK:
            lines = changes(one.before.exact, one.after.exact)
            yield from entry(_changed(is_again=one.is_to_recheck), str(numbers[one.after.id]), lines)
    for one in revision.returned:
        if one.after is not None:
            is_again = one.outcome is Outcome.RECHECK and one.is_to_recheck
            how = ", to be rechecked" if is_again else ""
            yield from entry("back", f"{numbers[one.after.id]}{how}", [line_of(one.after.exact)])
    for statement in revision.added:
        yield from entry("new", str(numbers[statement.id]), [line_of(statement.exact)])


def _form(article: Article, revision: Revision) -> dict[str, Json]:
    """Numbers are those in the old (`was`) and in the new draft; places are code points of the new one."""
    numbers = revision.numbers
    statements: list[Json] = [
        {
            "id": one.before.id,
            "was": number,
            "number": numbers.get(one.before.id),
            "status": one.outcome.value,
            "start": one.after.span.start if one.after else None,
            "end": one.after.span.end if one.after else None,
        }
        for number, one in enumerate(revision.taken, 1)
    ]
    returned: list[Json] = [
        {
            "id": one.before.id,
            "number": numbers[one.after.id],
            "status": one.outcome.value,
            "start": one.after.span.start,
            "end": one.after.span.end,
        }
        for one in revision.returned
        if one.after is not None
    ]
    added: list[Json] = [
        {"id": one.id, "number": numbers[one.id], "start": one.span.start, "end": one.span.end}
        for one in revision.added
    ]
    return {
        "article": article.slug,
        "draft": revision.number,
        "stored": revision.changes is not None,
        "statements": statements,
        "returned": returned,
        "added": added,
    }
