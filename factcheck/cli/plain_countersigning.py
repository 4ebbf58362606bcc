"""The editor's end of a sign-off, line by line: countersigning, taking over what came back, and withdrawing."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.plain_fields import Fields
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_signing import chosen_key
from factcheck.domain.changes import Changes
from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview


class Countersigning:
    """The acts of an editor, and of who withdraws. What is heavy is loaded when it is first asked for."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._fields = Fields(review.talk, review.clock, review.zone)
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "countersign": self._countersign,
            "take_over": self._take_over,
            "withdraw_signoff": self._withdraw,
        }

    def _countersign(self, argument: str) -> None:
        from factcheck.signing.countersigning import Decision

        signing, ask = self._review.session.signing, self._fields.text
        for line in signing.countersign_preview().result():
            self._review.tell(line)
        found = chosen_key(self._review, signing.keys(Path(argument).expanduser() if argument else None))
        decision = self._fields.choice("decision", Decision)
        remark = ask("remark, or nothing")
        name, email = ask("editor, as it is signed"), ask("e-mail address of the editor")
        named = ask("package to put it into, or nothing: it is kept here anyway")
        self._review.say(f"{decision.value}, by {name} <{email}>, with {found.shown}.")
        if not self._fields.is_yes("countersign this"):
            raise ActionRefusedError("You did not say yes.", "Nothing was signed.")
        passphrase = self._review.passphrase() if found.needs_passphrase else ""
        package = Path(named).expanduser().absolute() if named else None
        self._done(signing.countersign(found, passphrase, name, email, decision, remark, package))
        if package is not None:
            self._review.tell(f"It is in {package}, too.")

    def _take_over(self, argument: str) -> None:
        signing = self._review.session.signing
        back = signing.came_back(Path(argument).expanduser(), self._review.allowed_signers).result()
        for line in back.told:
            self._review.tell(line)
        if not back.is_trusted:
            self._review.say(
                "No list of trusted signers is set: is that the editor’s key? Ask on another way."
            )
            if not self._fields.is_yes("take it over"):
                raise ActionRefusedError("You did not say yes.", "Nothing was taken over.")
        self._done(signing.take_over(back))

    def _withdraw(self, argument: str) -> None:
        self._done(self._review.session.signing.withdraw(argument))
