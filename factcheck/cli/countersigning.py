"""`countersign`: an editor's decision on a signed report, signed; or taken over from a package that came back."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.cli.signing import ask_passphrase, ask_yes, key, name_and_email
from factcheck.cli.verifying import allowed_signers
from factcheck.clock import stamp
from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.errors import ActionRefusedError, ExitCode, FactcheckError, InputRefusedError, UsageError
from factcheck.report.sealed import Sealed
from factcheck.services.signing_off import SigningOff, countersigned, is_about, sealed_of, who
from factcheck.signing.allowed import read_allowed_signers
from factcheck.signing.container import RefusedError, read_folder, read_limited, read_zip
from factcheck.signing.countersigning import Decision
from factcheck.signing.finding import open_signer
from factcheck.signing.namespaces import COUNTERSIGN
from factcheck.signing.package import sealed_in, with_countersign, write_package
from factcheck.signing.signer import Signer
from factcheck.signing.sshsig import read_armored
from factcheck.signing.verifying import verify
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
    _, sealed, _ = _opened(path)
    _refuse_unless_whole(path, wiring)
    if not sealed.countersigns:
        raise InputRefusedError(
            f"Nobody has countersigned {path}.", "The editor does: `factcheck countersign PACKAGE`."
        )
    article = _article_of(wiring, sealed)
    if article is None:
        raise UsageError(
            f"No article here has the report in {path} as its newest signed one.",
            "`factcheck list` says what is signed; each sign-off is countersigned by itself.",
        )
    _refuse_strangers(wiring, arguments, sealed)
    changes = _recorded(wiring, article, sealed)
    if arguments.json:
        stated: list[Json] = [one["by"] | {"decision": one["decision"]} for one in sealed.decisions()]
        put_json({"slug": article.slug, "new": not changes.is_empty, "countersigns": stated})
        return ExitCode.OK
    put(article.slug)
    say(f"{changes.what[0].upper()}{changes.what[1:]}.")
    return ExitCode.OK


def _refuse_strangers(wiring: Wiring, arguments: Namespace, sealed: Sealed) -> None:
    """A name in a package is only a claim. The newsroom's list says whose key it is; without one, the checker does."""
    path = allowed_signers(wiring, arguments.allowed_signers)
    trusted = read_allowed_signers(path) if path else None
    for one, stated in zip(sealed.countersigns, sealed.decisions(), strict=True):
        by, used = stated["by"], read_armored(one.signature).key
        say(f"{stated['decision']} by {by['name']} <{by['principal']}> with {used.fingerprint}")
        said = trusted.objection(used, by["principal"], COUNTERSIGN, wiring.clock()) if trusted else None
        if said is not None:
            raise InputRefusedError(
                f"The countersign is not by somebody whom the newsroom trusts: {said}",
                "Ask the editor for the fingerprint of the key, on another way than the package came.",
            )
    if trusted is None:
        say("No list of trusted signers is set: is that the editor’s key? Ask on another way.")
        ask_yes(arguments, "Take it over?")


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


def _editor(wiring: Wiring, arguments: Namespace, told: str) -> tuple[Callable[[], Signer], str, str]:
    name, email = name_and_email(arguments)
    who("", name, email)
    found = key(wiring, arguments)
    say(told)
    say(f"{arguments.decision}, by {name} <{email}> with {found.shown}")
    ask_yes(arguments, "Countersign this?")
    return lambda: open_signer(found, ask_passphrase), name, email


def _countersign_article(wiring: Wiring, arguments: Namespace) -> int:
    reader, article = open_article(wiring, arguments.what)
    sealed = sealed_of(reader, article)
    if sealed is None or article.signoff is None:
        raise ActionRefusedError(
            "This article is not signed yet.", "The checker signs first: `factcheck sign`."
        )
    told = f"report {article.signoff.report}, signed by {article.signoff.name}; now: {reader.signed_state(article)}"
    opened, name, email = _editor(wiring, arguments, told)
    signer = opened()
    ledger = wiring.open_ledger()
    try:
        SigningOff(ledger).countersign(
            article,
            sealed,
            signer,
            who(wiring.author.person, name, email),
            Decision(arguments.decision),
            arguments.remark,
            wiring.clock,
        )
    finally:
        ledger.close()
    _tell_countersigned(article.signoff.report, arguments)
    return ExitCode.OK


def _countersign_package(wiring: Wiring, arguments: Namespace, path: Path) -> int:
    files, sealed, document = _opened(path)
    told = f"report on {document['article']['title']}, signed by {document['signoff']['by']}"
    _refuse_unless_whole(path, wiring)
    opened, name, email = _editor(wiring, arguments, told)
    made = countersigned(
        sealed,
        opened(),
        who("", name, email),
        Decision(arguments.decision),
        arguments.remark,
        stamp(wiring.clock()),
    )
    write_package(with_countersign(files, made), path, document["article"]["slug"])
    _tell_countersigned(str(path), arguments)
    _record_here(wiring, replace(sealed, countersigns=(*sealed.countersigns, made)))
    return ExitCode.OK


def _opened(path: Path) -> tuple[dict[str, bytes], Sealed, dict[str, Any]]:
    """The files of a package, the report in it, and what that says. Raises InputRefusedError."""
    try:
        files = read_folder(path) if path.is_dir() else read_zip(read_limited(path))
        sealed = sealed_in(files)
        document = sealed.document()
        _ = document["article"]["title"], document["article"]["slug"], document["signoff"]["by"]
    except (RefusedError, OSError, KeyError, TypeError, ValueError) as error:
        raise InputRefusedError(
            f"{path} is not a signed package.", "`factcheck verify` says what is wrong with it."
        ) from error
    return dict(files), sealed, document


def _refuse_unless_whole(path: Path, wiring: Wiring) -> None:
    """Nobody puts a name under what was altered. Whose key it is, the editor has to know."""
    outcome = verify(path, None, None, wiring.clock())
    if outcome.code not in (ExitCode.OK, ExitCode.NOT_TRUSTED):
        raise InputRefusedError(f"{path}: {outcome.title}.", "`factcheck verify` says what is wrong with it.")


def _tell_countersigned(what: str, arguments: Namespace) -> None:
    if arguments.json:
        put_json({"countersigned": what, "decision": arguments.decision})
        return
    put(what)
    say(f"Countersigned: {arguments.decision}.")
