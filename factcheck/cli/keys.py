"""`key`: the keys that somebody can sign with here, and a new one for who has none."""

import sys
from argparse import Namespace
from pathlib import Path

from factcheck.cli.output import put, put_json, say
from factcheck.errors import ExitCode, KeyRefusedError, UsageError
from factcheck.signing.finding import own_key, signers
from factcheck.signing.how_to_verify import allowed_line
from factcheck.signing.making import make_key
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """List the keys, or make one. Raises FactcheckError."""
    if arguments.what == "list":
        return _list(wiring, arguments)
    return _new(wiring, arguments)


def _list(wiring: Wiring, arguments: Namespace) -> int:
    found = signers(key=None, environ=wiring.environment)
    if arguments.json:
        put_json(
            [
                {
                    "where": one.where,
                    "type": one.public.type if one.public else None,
                    "fingerprint": one.public.fingerprint if one.public else None,
                    "comment": one.public.comment if one.public else None,
                    "needs_passphrase": one.needs_passphrase,
                }
                for one in found
            ]
        )
    else:
        for one in found:
            put(f"{one.shown}{'  (passphrase)' if one.needs_passphrase else ''}")
    if not found:
        say("There is no key that can sign here. `factcheck key new` makes one.")
    return ExitCode.OK


def _new(wiring: Wiring, arguments: Namespace) -> int:
    path = Path(arguments.output) if arguments.output else own_key(wiring.environment)
    name = (arguments.name or wiring.settings.person).strip()
    email = (arguments.email or "").strip()
    if path.exists():
        raise KeyRefusedError(
            f"There is a key at {path} already.", "Sign with it, or name another file with --output."
        )
    passphrase = "" if arguments.no_passphrase else _passphrase()
    public = make_key(path, f"{name} <{email}>" if email else name, passphrase)
    trusted = allowed_line(email, public) if email else None
    if arguments.json:
        put_json(
            {
                "path": str(path),
                "fingerprint": public.fingerprint,
                "public": public.line(),
                "allowed": trusted,
            }
        )
        return ExitCode.OK
    put(public.line())
    say(
        f"The private key is in {path}. Whoever has it, and its passphrase, signs in your name: keep a copy safe."
    )
    say(f"Its fingerprint is {public.fingerprint}.")
    if trusted:
        say("For the list of trusted signers of your newsroom:")
        say(f"  {trusted}")
    return ExitCode.OK


def _passphrase() -> str:
    """Asked for twice, and not shown. Raises UsageError."""
    if not sys.stdin.isatty():
        raise UsageError(
            "A passphrase is asked for in a terminal, and there is none.",
            "Run it in a terminal, or make a key that anybody who has the file can use with --no-passphrase.",
        )
    from getpass import getpass

    passphrase = getpass("Passphrase for the new key: ")
    if not passphrase:
        raise UsageError("The passphrase is empty.", "Choose one, or say --no-passphrase.")
    if getpass("The same once more: ") != passphrase:
        raise UsageError("The two were not the same.", "Begin again; no key was made.")
    return passphrase
