"""Asking who signs, with which key, and where the package goes; below what is signed and what leaves the machine."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.screens.dialogs.form import Field, FormDialog
from factcheck.widgets.choice_line import Option

if TYPE_CHECKING:
    from factcheck.screens.sign_off import SignOffScreen
    from factcheck.signing.finding import Found

_FIELD = "sign"
_DIGITS = "123456789"


def ask_to_sign(screen: "SignOffScreen", lines: Sequence[str], keys: "Sequence[Found]") -> None:
    """Show what is about to be signed, and ask the rest."""
    review, article = screen.review, screen.port.article
    offered = key_options(keys)
    last = article.signoff
    values = {
        "name": last.name if last else "",
        "email": last.email if last else "",
        "key": "0" if len(offered) == 1 else "",
        "package": f"{article.slug}.factcheck.zip",
    }
    fields = [
        Field("name", "Name"),
        Field("email", "E-mail"),
        Field("key", "Key", offered),
        Field("package", "Package"),
    ]

    async def ask(typed: dict[str, str]) -> dict[str, str]:
        if not typed["key"]:
            raise UsageError("No key was chosen.", "Choose the key to sign with.")
        found = keys[int(typed["key"])]
        if not found.needs_passphrase:
            await _sign(screen, found, typed, "")
        return typed

    def asked(typed: dict[str, str] | None) -> None:
        if typed is not None and keys[int(typed["key"])].needs_passphrase:
            found = keys[int(typed["key"])]
            ask_passphrase(screen, found, partial(_sign, screen, found, typed))

    dialog = FormDialog[dict[str, str]](
        "Sign this report?",
        [(line, "" if index else "strong") for index, line in enumerate(lines)],
        fields,
        values,
        review.typed.get(_FIELD, ""),
        ask=ask,
        keep=lambda text: review.keep_typed(_FIELD, text),
    )
    screen.app.push_screen(dialog, asked)


def key_options(keys: "Sequence[Found]") -> Sequence[Option]:
    """The keys to choose from, each by its digit; the values are their indices."""
    return [
        Option(digit, str(i), _words(found))
        for i, (digit, found) in enumerate(zip(_DIGITS, keys, strict=False))
    ]


def _words(found: "Found") -> str:
    """A key in one line: by what somebody knows it comes first, for the rest may be cut off."""
    where = found.where.replace(str(Path.home()), "~", 1)
    public = found.public
    known = [public.comment, public.fingerprint] if public else ["PEM"]
    return "  ".join(part for part in (where, *known) if part)


def ask_passphrase(screen: "SignOffScreen", found: "Found", use: Callable[[str], Awaitable[None]]) -> None:
    """Ask for the passphrase of a key, and use it; what is wrong is said in place."""
    from factcheck.screens.dialogs.passphrase import PassphraseDialog

    screen.app.push_screen(PassphraseDialog(found.where, ask=use))


async def _sign(screen: "SignOffScreen", found: "Found", typed: dict[str, str], passphrase: str) -> None:
    """Sign, and say where the package is. Raises FactcheckError."""
    package = Path(typed["package"]).expanduser()
    port = screen.port.signing
    future = port.sign(found, passphrase, typed["name"], typed["email"], screen.policy, package)
    try:
        changes = await asyncio.wrap_future(future)
        screen.review.writing.take_over(changes)
    finally:
        screen.read_again()
    screen.tell((changes.what, "strong"), (f"The package is {package.absolute()}", ""))
