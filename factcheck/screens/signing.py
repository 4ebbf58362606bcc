"""Asking who signs, with which key, and where the package goes; below what is signed and what leaves the machine."""

import asyncio
from collections.abc import Sequence
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
    offered = keys[: len(_DIGITS)]
    options = [Option(_DIGITS[i], str(i), found.shown) for i, found in enumerate(offered)]
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
        Field("key", "Key", options),
        Field("package", "Package"),
    ]

    async def ask(typed: dict[str, str]) -> dict[str, str]:
        if not typed["key"]:
            raise UsageError("No key was chosen.", "Choose the key to sign with.")
        found = offered[int(typed["key"])]
        if not found.needs_passphrase:
            await _sign(screen, found, "", typed)
        return typed

    def asked(typed: dict[str, str] | None) -> None:
        if typed is not None and offered[int(typed["key"])].needs_passphrase:
            _ask_passphrase(screen, offered[int(typed["key"])], typed)

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


def _ask_passphrase(screen: "SignOffScreen", found: "Found", typed: dict[str, str]) -> None:
    from factcheck.screens.dialogs.passphrase import PassphraseDialog

    screen.app.push_screen(PassphraseDialog(found.where, ask=partial(_with_passphrase, screen, found, typed)))


async def _with_passphrase(
    screen: "SignOffScreen", found: "Found", typed: dict[str, str], passphrase: str
) -> None:
    await _sign(screen, found, passphrase, typed)


async def _sign(screen: "SignOffScreen", found: "Found", passphrase: str, typed: dict[str, str]) -> None:
    """Sign, and say where the package is. Raises FactcheckError."""
    package = Path(typed["package"]).expanduser()
    port = screen.port.signing
    future = port.sign(found, passphrase, typed["name"], typed["email"], screen.policy, package)
    try:
        changes = await asyncio.wrap_future(future)
        screen.review.writing.take_over(changes)
    finally:
        screen.read_again()
    screen.say(f"{changes.what}; the package is {package.absolute()}")
