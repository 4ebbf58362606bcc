"""`sign`: the gate, what is about to be signed, a yes, and the package."""

import sys
from argparse import Namespace
from getpass import getpass
from pathlib import Path

from factcheck.cli.gating import gate_json, put_gate
from factcheck.cli.output import ask, put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.signoff import SignedState
from factcheck.errors import ActionRefusedError, ExitCode, KeyRefusedError, UsageError
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.services.gating import gate_of
from factcheck.services.packaging import SUFFIX, redacted_path, write_redacted, write_signed
from factcheck.services.preparing import prepare, refuse_if_shut, who
from factcheck.services.previewing_signature import preview, redacted_preview
from factcheck.services.signing_off import SigningOff
from factcheck.signing.finding import Found, open_signer, signers
from factcheck.store.evidence import Evidence
from factcheck.store.whole import WholeReader
from factcheck.version import VERSION
from factcheck.wiring import Wiring

TOOL = Tool("factcheck", VERSION)


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    forms = _forms(arguments.format)
    if arguments.redact and reader.signed_state(article) is SignedState.SIGNED:
        return _sign_redacted(wiring, arguments, reader, article, forms)
    policy = wiring.gate_policy
    gate = gate_of(reader, article, policy)
    lines = preview(reader, article, gate)
    if arguments.dry_run or not gate.is_open:
        put_gate(gate, as_json=arguments.json)
        refuse_if_shut(gate)
        for line in lines:
            say(line)
        return ExitCode.OK
    signs = who(wiring.author.person, *name_and_email(arguments))
    found = key(wiring, arguments)
    for line in (*lines, *_also(arguments), f"signed by {signs.name} <{signs.email}> with {found.shown}"):
        say(line)
    ask_yes(arguments, "Sign this?")
    signer = open_signer(found, ask_passphrase)
    prepared = prepare(reader, article.id, signs, signer.public.fingerprint, policy, TOOL, wiring.clock)
    ledger = wiring.open_ledger()
    try:
        SigningOff(ledger).sign(prepared, signer)
    finally:
        ledger.close()
    path, signed = _place(arguments, article), _again(reader, article)
    evidence = Evidence(wiring.location.evidence)
    write_signed(reader, signed, signer, forms, path, evidence)
    told: dict[str, Json] = {
        "signed": True,
        "report_sha256": prepared.sha256,
        "package": str(path),
        "gate": gate_json(prepared.gate),
    }
    if arguments.redact:
        less = redacted_path(path)
        told |= {
            "redacted_sha256": write_redacted(reader, signed, signer, forms, less, evidence),
            "redacted": str(less),
        }
    _tell_signed(told, arguments)
    return ExitCode.OK


def _sign_redacted(
    wiring: Wiring, arguments: Namespace, reader: WholeReader, article: Article, forms: list[str]
) -> int:
    """Only the redacted report of what is signed as it stands: the full one is not signed again."""
    found = key(wiring, arguments)
    lines = ("The article is signed as it stands.", *redacted_preview(reader, article))
    for line in (*lines, f"signed with {found.shown}"):
        say(line)
    if arguments.dry_run:
        return ExitCode.OK
    ask_yes(arguments, "Sign this?")
    path = redacted_path(_place(arguments, article))
    signer, evidence = open_signer(found, ask_passphrase), Evidence(wiring.location.evidence)
    sha256 = write_redacted(reader, article, signer, forms, path, evidence)
    _tell_signed({"signed": True, "redacted_sha256": sha256, "redacted": str(path)}, arguments)
    return ExitCode.OK


def _also(arguments: Namespace) -> tuple[str, ...]:
    if not arguments.redact:
        return ()
    return ("also: a redacted report of its own, without internal sources, excerpts and queries",)


def _place(arguments: Namespace, article: Article) -> Path:
    return Path(arguments.output) if arguments.output else Path(f"{article.slug}{SUFFIX}")


def _tell_signed(told: dict[str, Json], arguments: Namespace) -> None:
    if arguments.json:
        put_json(told)
        return
    for name in ("package", "redacted"):
        if name in told:
            put(str(told[name]))
    if "report_sha256" in told:
        say(f"Signed. The report’s SHA-256 is {told['report_sha256']}.")
    if "redacted_sha256" in told:
        say(f"Signed. The redacted report’s SHA-256 is {told['redacted_sha256']}.")
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


def name_and_email(arguments: Namespace) -> tuple[str, str]:
    """Who signs, as it was given or is asked for."""
    return _told(arguments.name, "Your name, as it is signed:"), _told(
        arguments.email, "Your e-mail address:"
    )


def _told(given: str | None, prompt: str) -> str:
    if given is not None or not sys.stdin.isatty():
        return given or ""
    ask(prompt)
    return sys.stdin.readline().strip()


def key(wiring: Wiring, arguments: Namespace) -> Found:
    """The first key that there is to sign with, or the named one. Raises KeyRefusedError."""
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


def ask_yes(arguments: Namespace, question: str) -> None:
    """Raises UsageError or ActionRefusedError unless somebody says yes."""
    if arguments.yes:
        return
    if not sys.stdin.isatty():
        raise UsageError("Nobody is here to say yes.", "Say it with --yes, once you have read --dry-run.")
    ask(f"{question} Type yes:")
    if sys.stdin.readline().strip().lower() != "yes":
        raise ActionRefusedError("You did not say yes.", "Nothing was signed.")
