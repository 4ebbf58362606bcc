"""`sign` and `countersign`: the gate, what is about to be signed, a yes, and the package."""

import sys
from argparse import Namespace
from collections.abc import Callable
from getpass import getpass
from pathlib import Path

from factcheck.cli.gating import gate_json, put_gate
from factcheck.cli.output import ask, put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.clock import stamp
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.errors import ActionRefusedError, ExitCode, InputRefusedError, KeyRefusedError, UsageError
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.services.gating import gate_of
from factcheck.services.packaging import SUFFIX, write_signed
from factcheck.services.previewing_signature import preview
from factcheck.services.signing_off import SigningOff, countersigned, prepare, refuse_if_shut, sealed_of, who
from factcheck.signing.container import RefusedError, read_folder, read_limited, read_zip
from factcheck.signing.countersigning import Decision
from factcheck.signing.finding import Found, open_signer, signers
from factcheck.signing.package import sealed_in, with_countersign, write_package
from factcheck.signing.signer import Signer
from factcheck.signing.verifying import verify
from factcheck.store.evidence import Evidence
from factcheck.store.whole import WholeReader
from factcheck.version import VERSION
from factcheck.wiring import Wiring

TOOL = Tool("factcheck", VERSION)


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    if arguments.command == "sign":
        return _sign(wiring, arguments)
    if Path(arguments.what).exists():
        return _countersign_package(wiring, arguments, Path(arguments.what))
    return _countersign_article(wiring, arguments)


def _sign(wiring: Wiring, arguments: Namespace) -> int:
    reader, article = open_article(wiring, arguments.article)
    forms = _forms(arguments.format)
    policy = wiring.gate_policy
    gate = gate_of(reader, article, policy)
    lines = preview(reader, article, gate)
    if arguments.dry_run or not gate.is_open:
        put_gate(gate, as_json=arguments.json)
        refuse_if_shut(gate)
        for line in lines:
            say(line)
        return ExitCode.OK
    signs = who(wiring.author.person, *_name_and_email(arguments))
    found = _key(wiring, arguments)
    for line in (*lines, f"signed by {signs.name} <{signs.email}> with {found.shown}"):
        say(line)
    _ask_yes(arguments, "Sign this?")
    signer = open_signer(found, ask_passphrase)
    prepared = prepare(reader, article.id, signs, signer.public.fingerprint, policy, TOOL, wiring.clock)
    ledger = wiring.open_ledger()
    try:
        SigningOff(ledger).sign(prepared, signer)
    finally:
        ledger.close()
    path = Path(arguments.output) if arguments.output else Path(f"{article.slug}{SUFFIX}")
    write_signed(reader, _again(reader, article), signer, forms, path, Evidence(wiring.location.evidence))
    _tell_signed(prepared.sha256, path, arguments, gate_json(prepared.gate))
    return ExitCode.OK


def _tell_signed(sha256: str, path: Path, arguments: Namespace, gate: dict[str, Json]) -> None:
    if arguments.json:
        put_json({"signed": True, "report_sha256": sha256, "package": str(path), "gate": gate})
        return
    put(str(path))
    say(f"Signed. The report’s SHA-256 is {sha256}.")
    say("Whoever gets it finds in VERIFY.txt how to check it. Next: the editor, `factcheck countersign`.")


def _forms(names: str) -> list[str]:
    forms = [name.strip() for name in names.split(",") if name.strip()]
    fitting = [name for name in FORMS if name != "claimreview"]  # that one is made for a public address
    if unknown := [name for name in forms if name not in fitting]:
        raise UsageError(f"No package has a form called {unknown[0]!r}.", f"Choose of {', '.join(fitting)}.")
    return forms


def _again(reader: WholeReader, article: Article) -> Article:
    return reader.article(article.id) or article


# ----------------------------------------------------------------------------------------- who, and with what


def _name_and_email(arguments: Namespace) -> tuple[str, str]:
    return _told(arguments.name, "Your name, as it is signed:"), _told(
        arguments.email, "Your e-mail address:"
    )


def _told(given: str | None, prompt: str) -> str:
    if given is not None or not sys.stdin.isatty():
        return given or ""
    ask(prompt)
    return sys.stdin.readline().strip()


def _key(wiring: Wiring, arguments: Namespace) -> Found:
    found = signers(key=Path(arguments.key) if arguments.key else None, environ=wiring.environment)
    if not found:
        raise KeyRefusedError(
            "There is no SSH key to sign with.", "Name one with --key, or make one: `factcheck key new`."
        )
    return found[0]


def ask_passphrase() -> str:
    """The passphrase of a key, asked for on the terminal and not shown. Raises KeyRefusedError."""
    if not sys.stdin.isatty():
        raise KeyRefusedError(
            "The key wants a passphrase, and there is no terminal to ask for it.",
            "Put the key into the ssh-agent (`ssh-add`), or sign in a terminal.",
        )
    try:
        return getpass("Passphrase of the key: ")
    except EOFError as error:
        raise KeyRefusedError("No passphrase was typed.", "Nothing was signed.") from error


def _ask_yes(arguments: Namespace, question: str) -> None:
    if arguments.yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("Nobody is here to say yes.", "Say it with --yes, once you have read --dry-run.")
    ask(f"{question} Type yes:")
    if sys.stdin.readline().strip().lower() != "yes":
        raise ActionRefusedError("You did not say yes.", "Nothing was signed.")


# ------------------------------------------------------------------------------------------------ countersign


def _editor(wiring: Wiring, arguments: Namespace, told: str) -> tuple[Callable[[], Signer], str, str]:
    name, email = _name_and_email(arguments)
    who("", name, email)
    found = _key(wiring, arguments)
    say(told)
    say(f"{arguments.decision}, by {name} <{email}> with {found.shown}")
    _ask_yes(arguments, "Countersign this?")
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
    try:
        files = read_folder(path) if path.is_dir() else read_zip(read_limited(path))
        sealed = sealed_in(files)
        document = sealed.document()
        told = f"report on {document['article']['title']}, signed by {document['signoff']['by']}"
    except (RefusedError, KeyError, TypeError, ValueError) as error:
        raise InputRefusedError(
            f"{path} is not a signed package.", "`factcheck verify` says what is wrong with it."
        ) from error
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
    return ExitCode.OK


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
