"""The line mode's end of the work: the gate, what an editor lets stand, and the signature."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.plain_fields import Fields
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import number_of
from factcheck.domain.changes import Changes
from factcheck.domain.override import Blocker
from factcheck.errors import ActionRefusedError, FactcheckError, KeyRefusedError, UsageError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview
    from factcheck.domain.gate import Block, Gate
    from factcheck.domain.reasons import Policy
    from factcheck.services.session import ReviewSession
    from factcheck.signing.finding import Found

_ALL = "all"


class SigningOff:
    """The acts at the end of a review. What is heavy is loaded when it is first asked for."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._fields = Fields(review.talk, review.clock, review.zone)
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "sign_off": self._tell_gate,
            "let_stand": self._let_stand,
            "take_stet_back": self._take_back,
            "sign_now": self._sign,
            "sign_redacted": self._sign_redacted,
        }

    # ------------------------------------------------------------------------------------------ the gate

    def _gate(self) -> "Gate":
        return self._review.session.signing.gate(self._policy()).result()

    def _policy(self) -> "Policy":
        from factcheck.domain.reasons import Policy

        return Policy(*self._review.gate_policy)

    def _tell_gate(self, _: str) -> None:
        from factcheck.cli.gating import gate_lines

        gate = self._gate()
        for line in gate_lines(gate):
            self._review.tell(line.strip())
        shut = len(gate.shut_by)
        against = f"{shut} stand against the sign-off" if shut else "Nothing stands against the sign-off"
        self._review.tell(f"{against}; the article is {signed_now(self._review.session)}.")

    def _let_stand(self, argument: str) -> None:
        blocks = _named(self._gate().shut_by, argument)
        for block in blocks:
            self._review.tell(f"{block.number}, {block.blocker.words}: {block.sentence}.")
        by, reason = self._fields.text("editor, by name"), self._fields.text("reason, which is printed")
        self._done(self._review.session.signing.let_stand(blocks, by, reason))

    def _take_back(self, argument: str) -> None:
        self._done(self._review.session.signing.take_back(_named(self._gate().passed, argument)))

    # ------------------------------------------------------------------------------------------ the signature

    def _sign(self, argument: str) -> None:
        from factcheck.services.preparing import refuse_if_shut

        signing, article, ask = self._review.session.signing, self._review.session.article, self._fields.text
        gate = self._gate()
        refuse_if_shut(gate)
        for line in signing.preview(gate).result():
            self._review.tell(line)
        found = chosen_key(self._review, signing.keys(Path(argument).expanduser() if argument else None))
        name, email = ask("your name, as it is signed"), ask("your e-mail address")
        package = Path(f"{article.slug}.factcheck.zip").absolute()
        self._review.say(f"Signed with {found.shown}; the package will be {package}.")
        if not self._fields.is_yes("sign this"):
            raise ActionRefusedError("You did not say yes.", "Nothing was signed.")
        passphrase = self._review.passphrase() if found.needs_passphrase else ""
        self._done(signing.sign(found, passphrase, name, email, self._policy(), package))
        self._review.tell(f"The package is {package}.")

    def _sign_redacted(self, argument: str) -> None:
        signing, article = self._review.session.signing, self._review.session.article
        for line in signing.redacted_preview().result():
            self._review.tell(line)
        found = chosen_key(self._review, signing.keys(Path(argument).expanduser() if argument else None))
        package = Path(f"{article.slug}-redacted.factcheck.zip").absolute()
        self._review.say(f"Signed with {found.shown}; the package will be {package}.")
        if not self._fields.is_yes("sign this"):
            raise ActionRefusedError("You did not say yes.", "Nothing was signed.")
        passphrase = self._review.passphrase() if found.needs_passphrase else ""
        sha256 = signing.sign_redacted(found, passphrase, package).result()
        self._review.tell(f"Signed. The redacted report’s SHA-256 is {sha256}.")
        self._review.tell(f"The package is {package}.")


def signed_now(session: "ReviewSession") -> str:
    """How the article is signed, in a few words."""
    from factcheck.domain.signoff import signed_words

    state = session.signing.state()
    return signed_words(state, session.article.signoff) or state.value


def chosen_key(review: "LineReview", keys: "Sequence[Found]") -> "Found":
    """The only key that there is, or the one whose number is typed. Raises KeyRefusedError and UsageError."""
    if not keys:
        raise KeyRefusedError(
            "There is no SSH key to sign with.", "Make one with `factcheck key new`, outside of this."
        )
    if len(keys) == 1:
        return keys[0]
    for number, found in enumerate(keys, 1):
        review.tell(f"key {number}, {found.shown}")
    number = number_of((review.talk.ask("key, by its number:") or "").strip())
    if not 0 < number <= len(keys):
        raise UsageError(f"There is no key {number}.", "Nothing was signed.")
    return keys[number - 1]


def _named(blocks: "Sequence[Block]", argument: str) -> "list[Block]":
    """Those of a statement by its number, or of all, and of one name if that follows. Raises FactcheckError."""
    where, _, name = argument.partition(" ")
    number = None if where.casefold() == _ALL else number_of(where)
    blocker = _blocker(name.strip())
    found = [b for b in blocks if number in (None, b.number) and blocker in (None, b.blocker)]
    if not found:
        raise _nothing(number)
    if number is None and blocker is None:
        raise UsageError("Only what is of one name is let stand at once.", "Type all, then the name.")
    return found


def _nothing(number: int | None) -> FactcheckError:
    where = f" on statement {number}" if number else ""
    return UsageError(f"There is nothing of that kind{where}.", "O reads what stands against the sign-off.")


def _blocker(name: str) -> Blocker | None:
    """A blocker by its name or its words; None for none. Raises UsageError."""
    wanted = name.casefold()
    for blocker in Blocker:
        if wanted in (blocker.value, blocker.words, blocker.value.replace("_", " ")):
            return blocker
    if wanted:
        raise UsageError(f"Nothing is called {name}.", f"Choose of {', '.join(b.value for b in Blocker)}.")
    return None
