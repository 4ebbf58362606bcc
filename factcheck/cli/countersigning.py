"""`countersign`: an editor's decision on a signed report, signed; or taken over from a package that came back."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.cli.signing import ask_passphrase, ask_yes, key, name_and_email
from factcheck.cli.verifying import allowed_signers
from factcheck.clock import stamp
from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.errors import ExitCode, FactcheckError, UsageError
from factcheck.report.sealed import Sealed
from factcheck.services.countersigning import (
    came_back,
    countersign_here,
    open_package,
    preview,
    refuse_unless_whole,
)
from factcheck.services.preparing import who
from factcheck.services.signing_off import SigningOff, countersigned, is_about
from factcheck.signing.countersigning import Decision
from factcheck.signing.finding import open_signer
from factcheck.signing.package import with_countersign, write_package
from factcheck.signing.signer import Signer
from factcheck.wiring import Wiring

if TYPE_CHECKING:
    from factcheck.domain.canonical import Json


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Countersign a package or an article, or take a countersign over. Raises FactcheckError."""
    path = Path(arguments.what)
    if arguments.take:
        return _take_over(wiring, arguments, path)
    if path.exists():
        return _countersign_package(wiring, arguments, path)
    return _countersign_article(wiring, arguments)


# -------------------------------------------------------------------------------------------------- take over


def _take_over(wiring: Wiring, arguments: Namespace, path: Path) -> int:
    """Record what an editor has countersigned elsewhere, for the article that it is about."""
    back = came_back(path, allowed_signers(wiring, arguments.allowed_signers), wiring.clock())
    sealed = back.package.sealed
    article = _article_of(wiring, sealed)
    if article is None:
        raise UsageError(
            f"No article here has the report in {path} as its newest signed one.",
            "`factcheck list` says what is signed; each sign-off is countersigned by itself.",
        )
    for line in back.told:
        say(line)
    if not back.is_trusted:
        say("No list of trusted signers is set: is that the editor’s key? Ask on another way.")
        ask_yes(arguments, "Take it over?")
    changes = _recorded(wiring, article, sealed)
    if arguments.json:
        stated: list[Json] = [one["by"] | {"decision": one["decision"]} for one in sealed.decisions()]
        put_json({"slug": article.slug, "new": not changes.is_empty, "countersigns": stated})
        return ExitCode.OK
    put(article.slug)
    say(f"{changes.what[0].upper()}{changes.what[1:]}.")
    return ExitCode.OK


def _article_of(wiring: Wiring, sealed: Sealed) -> Article | None:
    """The article whose newest sign-off this is; nothing is made where there is no store."""
    reader = wiring.find_reader()
    if reader is None:
        return None
    lines = (*reader.articles(), *reader.articles(archived=True))
    return next((x.article for x in lines if x.article.signoff and is_about(x.article.signoff, sealed)), None)


def _recorded(wiring: Wiring, article: Article, sealed: Sealed) -> Changes:
    ledger = wiring.open_ledger()
    try:
        return SigningOff(ledger).take_over(article, sealed)
    finally:
        ledger.close()


def _record_here(wiring: Wiring, sealed: Sealed) -> None:
    """Where the store has the article, too, it knows of it at once; the package is written, whatever comes of that."""
    try:
        article = _article_of(wiring, sealed)
        if article is not None:
            _recorded(wiring, article, sealed)
            say(f"It is recorded for {article.slug} in this store as well.")
    except FactcheckError as error:
        say(f"It is not recorded in this store: {error.sentence} {error.next_step}")


# ----------------------------------------------------------------------------------------------- by the editor


def _editor(wiring: Wiring, arguments: Namespace, told: list[str]) -> tuple[Callable[[], Signer], str, str]:
    name, email = name_and_email(arguments)
    who("", name, email)
    found = key(wiring, arguments)
    for line in told:
        say(line)
    say(f"{arguments.decision}, by {name} <{email}> with {found.shown}")
    ask_yes(arguments, "Countersign this?")
    return lambda: open_signer(found, ask_passphrase), name, email


def _countersign_article(wiring: Wiring, arguments: Namespace) -> int:
    reader, article = open_article(wiring, arguments.what)
    told = preview(reader, article)
    opened, name, email = _editor(wiring, arguments, told)
    signer, by = opened(), who(wiring.author.person, name, email)
    ledger = wiring.open_ledger()
    try:
        countersign_here(ledger, reader, article, signer, by, Decision(arguments.decision), arguments.remark)
    finally:
        ledger.close()
    _tell_countersigned(article.signoff.report if article.signoff else article.slug, arguments)
    return ExitCode.OK


def _countersign_package(wiring: Wiring, arguments: Namespace, path: Path) -> int:
    package = open_package(path)
    document, sealed = package.document, package.sealed
    told = f"report on {document['article']['title']}, signed by {document['signoff']['by']}"
    refuse_unless_whole(path, wiring.clock())
    opened, name, email = _editor(wiring, arguments, [told])
    made = countersigned(
        sealed,
        opened(),
        who("", name, email),
        Decision(arguments.decision),
        arguments.remark,
        stamp(wiring.clock()),
    )
    write_package(with_countersign(package.files, made), path, package.slug)
    _tell_countersigned(str(path), arguments)
    _record_here(wiring, replace(sealed, countersigns=(*sealed.countersigns, made)))
    return ExitCode.OK


def _tell_countersigned(what: str, arguments: Namespace) -> None:
    if arguments.json:
        put_json({"countersigned": what, "decision": arguments.decision})
        return
    put(what)
    say(f"Countersigned: {arguments.decision}.")
