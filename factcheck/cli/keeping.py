"""`rename`, `dateline`, `credits`, `deadline`, `archive` and `shred`: what is done to a whole article."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.cli.article_form import article_json
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.errors import ExitCode, UsageError
from factcheck.wiring import Wiring

if TYPE_CHECKING:
    from factcheck.services.keeping import Keeping

_NOT_REACHED = (
    "reports and other exports that were written before",
    "the files that the article was imported from",
    "copies and backups of the store that you, others or the system have made",
    "what the disk itself, or a snapshot of it, still keeps of overwritten blocks",
    "what your shell or terminal remembers of commands and their output",
)
_NOT_REACHED_ON_A_SERVER = ("the server's own log, its replicas and its free pages",)


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    from factcheck.services.keeping import Keeping

    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "shred":
        statements, digest = reader.tally(article.id).statements, reader.draft(article.draft_id).sha256
        reader.close()  # nothing may be open while the file is written anew
        _shred(wiring, article, arguments, statements=statements, digest=digest)
        return ExitCode.OK
    ledger = wiring.open_ledger()
    try:
        changes = _keep(Keeping(ledger), article, arguments)
    finally:
        ledger.close()
    now = reader.article(article.id) or article
    if arguments.json:
        form: dict[str, Json] = {"changed": not changes.is_empty, "what": changes.what}
        put_json(form | {"article": article_json(now, changes.tally)})
    else:
        put(changes.what)
    return ExitCode.OK


def _keep(keeping: "Keeping", article: Article, arguments: Namespace) -> Changes:
    match arguments.command:
        case "rename":
            return keeping.rename(article, arguments.title)
        case "dateline":
            return keeping.set_dateline(article, arguments.text)
        case "credits":
            named = {"author": arguments.author, "publisher": arguments.publisher}
            told = {what: name for what, name in named.items() if name is not None}
            if not told:
                raise UsageError("There is nothing to set.", "Give --author, --publisher or both.")
            return keeping.set_credits(article, replace(article.credits, **told))
        case "deadline":
            return keeping.set_deadline(article, arguments.text)
        case _:
            return keeping.bring_back(article) if arguments.back else keeping.archive(article)


def _copies(file: Path | None) -> list[str]:
    """The backups that may still hold an article."""
    if file is None:
        return list(_NOT_REACHED_ON_A_SERVER)
    from factcheck.store.backup import backups_of

    return [f"the backup {path}, which was made before" for path in backups_of(file)]


def _shred(wiring: Wiring, article: Article, arguments: Namespace, *, statements: int, digest: str) -> None:
    """Destroy an article, and say plainly what is gone and what may still be somewhere."""
    from factcheck.services.keeping import Keeping

    if arguments.confirm != article.slug:
        raise UsageError(
            "To shred an article, its name has to be given exactly; nothing was destroyed.",
            f"Say --confirm {article.slug}, or put it away with `factcheck archive`.",
        )
    ledger = wiring.open_ledger()
    try:
        left = Keeping(ledger).shred(article, arguments.confirm)
    finally:
        ledger.close()
    files = [f"the file of evidence {path}, which could not be destroyed: remove it by hand" for path in left]
    not_reached = [*files, *_NOT_REACHED, *_copies(wiring.location.file)]
    if arguments.json:
        unreached: list[Json] = list(not_reached)
        put_json(
            {
                "shredded": article.slug,
                "id": article.id,
                "statements": statements,
                "tombstone": digest,
                "not_reached": unreached,
            }
        )
        return
    put(
        f"shredded: {article.slug}: its text, {statements} statements with their answers, notes and flags, its log, "
        "and the evidence that no other article has"
    )
    put(f"left: a hash of its text, {digest}, by whom and when it was shredded")
    say("Not reached, because it is not in the store:")
    for what in not_reached:
        say(f"  {what}")
