"""What the line mode writes: each act is saved before it is said, and says that it is."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.cli.plain_card import counts, field
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import TAKE_AWAY, number_of
from factcheck.domain.changes import Changes
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Basis, Question, Verdict, bases_for
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError, FactcheckError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview

_ABOUT = {
    "private": "The private note never leaves this program.",
    "public": "The public note may be printed in a report, for everyone to read.",
}


class Writing:
    """The acts that change something."""

    def __init__(self, review: "LineReview") -> None:
        self._review = review

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        session = self._review.session
        return {
            "confirmed": partial(self._give, Verdict.CONFIRMED),
            "unverified": partial(self._give, Verdict.UNVERIFIED),
            "disputed": partial(self._give, Verdict.DISPUTED),
            "clear": lambda _: self._write(session.clear_verdict, self._review.stand.question),
            "leave_to_speaker": lambda _: self._write(session.leave_to_speaker),
            "basis": self._basis,
            "private_note": partial(self._note, "private"),
            "public_note": partial(self._note, "public"),
            "legal_flag": lambda _: self._write(session.switch_flag, Flag.LEGAL),
            "criticism_flag": lambda _: self._write(session.switch_flag, Flag.CRITICISM),
            "publication": lambda _: self._write(session.switch_publication),
            "take_back": self._take_back,
            "dateline": self._dateline,
            "undo": lambda _: self._revisit(session.undo),
            "redo": lambda _: self._revisit(session.redo),
        }

    def _write(self, start: Callable[..., Future[Changes]], *values: object) -> None:
        """Write something about the current statement as it was read, and say what came of it."""
        self.done(start(self._review.current(), *values))

    def done(self, future: Future[Changes]) -> Changes:
        """Wait for a write, take over what is on the disk then, and say it. Raises FactcheckError when nothing is."""
        changes = future.result()
        stand = self._review.stand
        stand.apply(changes)
        if changes.is_empty:
            self._review.tell(f"{changes.what}. Nothing had to be saved.")
            return changes
        numbers = [self._review.session.number_of(m.after.id) for m in changes.statements if m.after]
        about = f"{', '.join(map(str, numbers))}, " if numbers else ""
        self._review.tell(f"{about}{changes.what}. Saved. {counts(changes.tally)}.")
        return changes

    # ------------------------------------------------------------------------------------------ answers

    def _give(self, verdict: Verdict, argument: str) -> None:
        question = self._review.stand.question
        basis = _basis_named(argument, question, verdict) if argument else None
        self._write(self._review.session.give_verdict, question, verdict, basis)

    def _basis(self, argument: str) -> None:
        statement, question = self._review.current(), self._review.stand.question
        answer = statement.answer(question) if statement.counts(question) else None
        verdict = answer.verdict if answer else None
        if not bases_for(question, verdict):
            raise ActionRefusedError(
                "A basis goes with a verdict that is unverified or disputed.", "Give the verdict first."
            )
        if argument:
            basis = None if argument == TAKE_AWAY else _basis_named(argument, question, verdict)
            self._write(self._review.session.choose_basis, question, basis)
            return
        for number, fitting in enumerate(bases_for(question, verdict), 1):
            self._review.tell(f"{number}, {fitting.words}")
        now = answer.basis.words if answer and answer.basis else "none"
        self._review.tell(f"{question}: {verdict}, basis {now}. Type b and a number or the words.")

    def _revisit(self, start: Callable[[], Future[Changes]]) -> None:
        """Undo or redo, and go to where that was."""
        stand = self._review.stand
        changes = self.done(start())
        touched = next((m.after for m in changes.statements if m.after), None)
        if stand.step_to(touched):
            self._review.read()

    # ------------------------------------------------------------------------------------------ the article

    def _take_back(self, argument: str) -> None:
        self.done(self._review.session.take_back_block(number_of(argument) - 1))

    def _dateline(self, argument: str) -> None:
        if argument:
            self.done(self._review.session.set_dateline(None if argument == TAKE_AWAY else argument))
            return
        self._review.tell(f"Dateline: {self._review.session.article.dateline or 'not set'}.")

    # ------------------------------------------------------------------------------------------ notes

    def _note(self, kind: str, argument: str) -> None:
        statement = self._review.current()
        key, typed = f"{kind}_note:{statement.id}", self._review.typed
        text: str | None
        if not argument:
            text = self._typed_note(kind, key, statement)
        elif key in typed:
            raise ActionRefusedError(
                f"There is text for the {kind} note that is not saved.",
                "The command alone goes on with it; there, two dots let go of it.",
            )
        else:
            text = "" if argument == TAKE_AWAY else argument
        if text is None:
            return
        session = self._review.session
        try:
            self._write(session.write_private_note if kind == "private" else session.write_public_note, text)
        except FactcheckError as error:
            if text:
                typed[key] = text
            if isinstance(error, ChangedMeanwhileError):
                for line in field("Your note, which is kept for later", text):
                    self._review.tell(line)
            raise
        typed.pop(key, None)

    def _typed_note(self, kind: str, key: str, statement: Statement) -> str | None:
        """A note of several lines; None when it is left. Each line is kept in the place as soon as it is typed."""
        review = self._review
        lines = review.typed[key].split("\n") if key in review.typed else []
        stored = statement.private_note if kind == "private" else statement.public_note
        review.say(f"{_ABOUT[kind]} A line with only a dot saves it, with two dots lets go of it.")
        for line in field("Typed before and not saved", "\n".join(lines)) if lines else ():
            review.tell(line)
        for line in field("It will take the place of", stored) if stored else ():
            review.tell(line)
        while (typed := review.talk.ask(f"{kind} note:")) != ".":
            if typed is None:
                review.tell(f"The {kind} note is not saved. What was typed is kept for later.")
                return None
            if typed == "..":
                review.typed.pop(key, None)
                review.tell(f"What was typed is gone. The {kind} note is what it was.")
                return None
            lines.append(typed)
            review.typed[key] = "\n".join(lines)
            review.keep_place()
        if not lines:
            review.tell(f"Nothing was typed. The {kind} note is what it was.")
            return None
        return "\n".join(lines)


def _basis_named(name: str, question: Question, verdict: Verdict | None) -> Basis:
    """A basis by its words, its name or its number in the list. Raises ActionRefusedError."""
    fitting = bases_for(question, verdict)
    wanted = name.casefold().replace("_", " ").replace("-", " ")
    for number, basis in enumerate(fitting, 1):
        if wanted in (basis.words, str(number)):
            return basis
    raise ActionRefusedError(
        f"{name} is no basis for {verdict} on {question}; nothing was saved.",
        f"These are: {', '.join(basis.words for basis in fitting)}.",
    )
