"""Asking who signs, with which key, and where the package goes; below what is signed and what leaves the machine."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from factcheck.errors import UsageError
from factcheck.screens.dialogs.form import Field, FormDialog, as_typed
from factcheck.screens.security_key import signed_with
from factcheck.signing.allowed import signed_as
from factcheck.widgets.choice_line import Option

if TYPE_CHECKING:
    from factcheck.screens.sign_off import SignOffScreen
    from factcheck.signing.finding import Found

_FIELD = "sign"
_DIGITS = "123456789"


class Signature(Struct, frozen=True):
    """What a form asks before something is signed: its title, what is told above the fields, and their values.

    `kept_as` names the field of what is half-typed; `advice` is said when no key was chosen. `verb` is what is done.
    """

    title: str
    told: Sequence[tuple[str, str]]
    fields: Sequence[Field]
    values: dict[str, str]
    kept_as: str
    advice: str
    verb: str = "sign"


Use: TypeAlias = Callable[["SignOffScreen", "Found", dict[str, str], str], Awaitable[None]]
"""Signs with a key, by what was typed and by its passphrase, if it wants one. Raises FactcheckError."""


def ask_to_sign(screen: "SignOffScreen", lines: Sequence[str], keys: "Sequence[Found]") -> None:
    """Show what is about to be signed, and ask the rest."""
    article = screen.port.article
    last = article.signoff
    values = {
        "name": last.name if last else "",
        "email": last.email if last else "",
        "package": f"{article.slug}.factcheck.zip",
    }
    fields = [
        Field("name", "Name"),
        Field("email", "E-mail"),
        key_field(keys),
        Field("package", "Package"),
    ]
    ask_with_key(
        screen,
        keys,
        Signature(
            "Sign this report?", told_of(lines), fields, values, _FIELD, "Choose the key to sign with."
        ),
        _sign,
        refuse_nobody,
    )


def ask_to_sign_redacted(screen: "SignOffScreen", lines: Sequence[str], keys: "Sequence[Found]") -> None:
    """Show what is left out of what is signed and what leaves, and ask with which key. The name is that of the sign-off."""
    package = f"{screen.port.article.slug}-redacted.factcheck.zip"
    signature = Signature(
        "Sign this redacted report?",
        told_of(lines),
        [key_field(keys), Field("package", "Package")],
        {"package": package},
        "sign_redacted",
        "Choose the key that signed the full report.",
    )
    ask_with_key(screen, keys, signature, _sign_redacted)


def ask_with_key(
    screen: "SignOffScreen",
    keys: "Sequence[Found]",
    signature: Signature,
    use: Use,
    check: Callable[[dict[str, str]], None] = lambda typed: None,
) -> None:
    """Ask with which key, and for its passphrase where it wants one; `check` refuses what else is typed.

    Whoever leaves the passphrase is back in the form, with all that was typed.
    """
    review = screen.review

    async def ask(typed: dict[str, str]) -> dict[str, str]:
        check(typed)
        if not typed["key"]:
            raise UsageError("No key was chosen.", signature.advice)
        found = keys[int(typed["key"])]
        if not found.needs_passphrase:
            await use(screen, found, typed, "")
        return typed

    def asked(typed: dict[str, str] | None) -> None:
        if typed is None or not keys[int(typed["key"])].needs_passphrase:
            return

        def back(is_signed: bool | None) -> None:
            if not is_signed:
                review.keep_typed(signature.kept_as, as_typed(typed))
                ask_with_key(screen, keys, signature, use, check)

        found = keys[int(typed["key"])]
        _ask_passphrase(screen, found, partial(use, screen, found, typed), back)

    dialog = FormDialog[dict[str, str]](
        signature.title,
        signature.told,
        signature.fields,
        {**signature.values, "key": "0" if len(keys) == 1 else ""},
        review.typed.get(signature.kept_as, ""),
        ask=ask,
        keep=lambda text: review.keep_typed(signature.kept_as, text),
        verb=signature.verb,
    )
    screen.app.push_screen(dialog, asked)


def refuse_nobody(typed: dict[str, str]) -> None:
    """Refuse a form without a name and an address before a passphrase is asked for. Raises ActionRefusedError."""
    signed_as(typed["name"], typed["email"])


def told_of(lines: Sequence[str]) -> list[tuple[str, str]]:
    """What is about to be signed, its first line set off."""
    return [(line, "" if index else "strong") for index, line in enumerate(lines)]


def key_field(keys: "Sequence[Found]") -> Field:
    """The keys to choose from, each by its digit; the values are their indices."""
    return Field("key", "Key", _key_options(keys))


def _key_options(keys: "Sequence[Found]") -> Sequence[Option]:
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


def _ask_passphrase(
    screen: "SignOffScreen",
    found: "Found",
    use: Callable[[str], Awaitable[None]],
    back: Callable[[bool | None], None],
) -> None:
    """Ask for the passphrase of a key, and use it; what is wrong is said in place. `back` hears whether it was used."""
    from factcheck.screens.dialogs.passphrase import PassphraseDialog

    screen.app.push_screen(PassphraseDialog(found.where, ask=use), back)


async def _sign(screen: "SignOffScreen", found: "Found", typed: dict[str, str], passphrase: str) -> None:
    """Sign, and say where the package is. Raises FactcheckError."""
    package = Path(typed["package"]).expanduser()
    port = screen.port.signing
    name, email = typed["name"], typed["email"]
    try:
        changes = await signed_with(
            screen.app,
            found,
            lambda: port.sign(found, passphrase, name, email, screen.policy, package),
        )
        screen.review.writing.take_over(changes)
    finally:
        screen.read_again()
    redacted = screen.key_of("sign_redacted")
    screen.tell(
        (changes.what, "strong"),
        (f"The package is {package.absolute()}", ""),
        (f"{redacted} signs a redacted report of it, in a package of its own", "muted"),
    )


async def _sign_redacted(
    screen: "SignOffScreen", found: "Found", typed: dict[str, str], passphrase: str
) -> None:
    """Sign the redacted report, and say where its package is. Raises FactcheckError."""
    package = Path(typed["package"]).expanduser()
    port = screen.port.signing
    sha256 = await signed_with(screen.app, found, lambda: port.sign_redacted(found, passphrase, package))
    told = f"The redacted report is signed; its SHA-256 is {sha256}."
    screen.tell((told, "strong"), (f"The package is {package.absolute()}", ""))
