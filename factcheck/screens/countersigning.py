"""The editor's end of the sign-off: asking for the decision, or for the package in which one came back."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ActionRefusedError, UsageError
from factcheck.screens.dialogs.form import Field, FormDialog
from factcheck.screens.dialogs.line import LineDialog
from factcheck.screens.dialogs.path import PathDialog
from factcheck.screens.security_key import signed_with
from factcheck.screens.signing import Signature, ask_with_key, key_field, refuse_nobody, told_of
from factcheck.signing.countersigning import Decision
from factcheck.widgets.choice_line import Option

if TYPE_CHECKING:
    from factcheck.screens.sign_off import SignOffScreen
    from factcheck.services.countersigning import CameBack
    from factcheck.signing.finding import Found

_FIELD = "countersign"
_PATH, _WHY = "came_back", "withdraw"
_DECISIONS = (
    Option("a", Decision.APPROVED, "approved"),
    Option("c", Decision.APPROVED_WITH_CHANGES, "with changes"),
    Option("r", Decision.REJECTED, "rejected"),
)
_YES = "yes"
_SURE = (Option("y", _YES, "yes, take it over"), Option("n", "no", "no"))
_ASK_ON_ANOTHER_WAY = "No list of trusted signers is set. Is that the editor’s key? Ask on another way."


def ask_to_countersign(screen: "SignOffScreen", lines: Sequence[str], keys: "Sequence[Found]") -> None:
    """Show what is about to be countersigned, and ask who decides what. No decision is proposed."""
    package = Path(f"{screen.port.article.slug}.factcheck.zip")
    fields = [
        Field("decision", "Decision", _DECISIONS),
        Field("remark", "Remark"),
        Field("name", "Editor"),
        Field("email", "E-mail"),
        key_field(keys),
        Field("package", "Package"),
    ]
    left_empty = ("The package may be left empty: the countersign is kept here anyway.", "muted")
    signature = Signature(
        "Countersign this report?",
        [*told_of(lines), left_empty],
        fields,
        {"package": str(package) if package.exists() else ""},
        _FIELD,
        "Choose the editor’s key.",
        verb="countersign",
    )
    ask_with_key(screen, keys, signature, _countersign, _refuse_undecided)


def _refuse_undecided(typed: dict[str, str]) -> None:
    if not typed["decision"]:
        raise UsageError("Nothing was decided.", "Choose approved, with changes or rejected.")
    refuse_nobody(typed)


async def _countersign(
    screen: "SignOffScreen", found: "Found", typed: dict[str, str], passphrase: str
) -> None:
    """Countersign, and say where that is. Raises FactcheckError."""
    package = Path(typed["package"]).expanduser() if typed["package"].strip() else None
    port, decision = screen.port.signing, Decision(typed["decision"])
    by = (typed["name"], typed["email"])
    try:
        changes = await signed_with(
            screen.app,
            found,
            lambda: port.countersign(found, passphrase, *by, decision, typed["remark"], package),
        )
        screen.review.writing.take_over(changes)
    finally:
        screen.read_again()
    where = ((f"It is in {package.absolute()}, too.", ""),) if package else ()
    screen.tell((changes.what, "strong"), *where)


# ------------------------------------------------------------------------------------------- withdrawing


def ask_to_withdraw(screen: "SignOffScreen") -> None:
    """Ask why the sign-off stands no longer."""
    review, signoff = screen.review, screen.port.article.signoff

    async def ask(typed: str) -> None:
        outcome = await review.writing.attempt(lambda: screen.port.signing.withdraw(typed))
        if outcome.error is not None:
            raise outcome.error
        screen.read_again()
        if outcome.changes is not None:
            screen.say(outcome.changes.what)

    signed = f"revision {signoff.revision}, signed by {signoff.name}" if signoff else ""
    told = (
        (signed, "strong"),
        ("What was handed over stays signed: tell those who have it. Your name and the reason are kept.", ""),
        ("Every screen says that it was withdrawn, and the next report takes its place.", "muted"),
    )
    dialog = LineDialog[None](
        "Withdraw the sign-off?",
        told,
        review.typed.get(_WHY, ""),
        placeholder="the reason",
        ask=ask,
        keep=lambda text: review.keep_typed(_WHY, text),
    )
    screen.app.push_screen(dialog)


# ---------------------------------------------------------------------------------------- what came back


def ask_what_came_back(screen: "SignOffScreen") -> None:
    """Ask for the package that an editor has countersigned elsewhere."""
    review = screen.review

    async def ask(typed: str) -> "CameBack":
        if not typed.strip():
            raise UsageError("No file was named.", "Name the package that came back.")
        path = Path(typed.strip()).expanduser()
        look = screen.port.signing.came_back(path, review.allowed_signers)
        back = await asyncio.wrap_future(look)
        if back.is_trusted:
            await _take_over(screen, back)
        return back

    def asked(back: "CameBack | None") -> None:
        if back is not None and not back.is_trusted:
            _ask_if_sure(screen, back)

    told = (("The package that the editor has countersigned: a .factcheck.zip, or its folder.", "muted"),)
    dialog: PathDialog[CameBack] = PathDialog(
        "Take over a countersign",
        told,
        review.typed.get(_PATH, ""),
        ask=ask,
        keep=lambda text: review.keep_typed(_PATH, text),
    )
    screen.app.push_screen(dialog, asked)


def _ask_if_sure(screen: "SignOffScreen", back: "CameBack") -> None:
    async def ask(typed: dict[str, str]) -> None:
        if typed["sure"] != _YES:
            leave = dialog.key_of("leave_prompt")
            raise ActionRefusedError("You did not say yes.", f"Nothing was taken over; {leave} leaves.")
        await _take_over(screen, back)

    dialog = FormDialog[None](
        "Is this the editor’s key?",
        [*((line, "strong") for line in back.told), (_ASK_ON_ANOTHER_WAY, "warning")],
        [Field("sure", "Is it?", _SURE)],
        {},
        "",
        ask=ask,
        keep=lambda text: None,
    )
    screen.app.push_screen(dialog)


async def _take_over(screen: "SignOffScreen", back: "CameBack") -> None:
    try:
        changes = await asyncio.wrap_future(screen.port.signing.take_over(back))
        screen.review.writing.take_over(changes)
    finally:
        screen.read_again()
    screen.say(changes.what)
