"""`revise`: a new draft of an article; says what was carried, what must be rechecked, what is gone and what is new."""

from argparse import Namespace
from collections.abc import Iterator

from factcheck.cli.comparing import changes, entry, line_of, read
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.revision import Outcome
from factcheck.errors import ExitCode
from factcheck.services.revising import Revising, Revision, back_words
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Make a file the article's draft, or only look. Raises FactcheckError."""
    _, article = open_article(wiring, arguments.article)
    document = read(arguments.file, arguments.encoding)
    ledger = wiring.open_ledger()
    revision = Revising(ledger).revise(article.id, document, is_dry=arguments.dry_run)
    ledger.close()
    if arguments.json:
        put_json(_form(article, revision))
        return ExitCode.OK
    for line in _view(revision):
        put(line)
    if revision.changes is None:
        say("Nothing was stored.")
    else:
        say(f"Draft {revision.number} is under review. `factcheck undo {article.slug}` takes all of it back.")
    return ExitCode.OK


def _view(revision: Revision) -> Iterator[str]:
    numbers = revision.numbers
    told = {outcome: len(revision.of(outcome)) for outcome in Outcome}
    yield (
        f"draft {revision.number}: {told[Outcome.CARRIED]} carried, {told[Outcome.RECHECK]} to be rechecked, "
        f"{told[Outcome.REMOVED]} gone, {back_words(revision)}{len(revision.added)} new"
    )
    for number, one in enumerate(revision.taken, 1):
        if one.after is None:
            yield from entry("gone", f"{number} of the old draft", [line_of(one.before.exact)])
        elif one.outcome is Outcome.RECHECK:
            lines = changes(one.before.exact, one.after.exact)
            yield from entry("recheck", str(numbers[one.after.id]), lines)
    for one in revision.returned:
        if one.after is not None:
            how = "" if one.outcome is Outcome.CARRIED else ", to be rechecked"
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
