"""Answering the questions: here a key becomes a verdict, a basis, or an undo of one."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.progress import WorkState, work_state
from factcheck.domain.verdict import Question, Verdict, bases_for
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Answering:
    """The acts on the active question. Each is saved before anything else is shown."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "confirmed": partial(self._give, Verdict.CONFIRMED),
            "unverified": partial(self._give, Verdict.UNVERIFIED),
            "disputed": partial(self._give, Verdict.DISPUTED),
            "clear": self._clear,
            "switch": self._switch,
            "leave_to_speaker": self._leave,
            "basis": self._ask_basis,
            "undo": partial(self._revisit, self._screen.port.undo),
            "redo": partial(self._revisit, self._screen.port.redo),
        }

    async def _give(self, verdict: Verdict) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            question = screen.stand.question
            self._go_on(await screen.write(lambda: screen.port.give_verdict(statement, question, verdict)))

    async def _clear(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            question = screen.stand.question
            await screen.write(lambda: screen.port.clear_verdict(statement, question))

    async def _leave(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            self._go_on(await screen.write(lambda: screen.port.leave_to_speaker(statement)))

    def _go_on(self, changes: Changes | None) -> None:
        """Where that is set: from a statement that is complete now, on to the next open one."""
        screen, statement = self._screen, self._screen.stand.statement
        is_given = changes is not None and not changes.is_empty
        if not (screen.is_auto_advancing and is_given and changes and statement):
            return
        if work_state(statement) is WorkState.DONE:
            number = screen.stand.number
            if screen.stand.step_to(screen.stand.next_open()[0]):
                screen.say(f"{changes.what} on {number}; now at {screen.stand.number}")

    def _switch(self) -> None:
        if not self._screen.stand.switch() and self._screen.stand.statement is not None:
            self._screen.say("own voice: only so is asked here")

    def _ask_basis(self) -> None:
        screen, statement, question = self._screen, self._screen.stand.statement, self._screen.stand.question
        answer = statement.answer(question) if statement is not None else None
        if statement is None or answer is None or answer.verdict is None:
            screen.say(f"{question.value}: give a verdict first, then its basis")
            return
        verdict = answer.verdict
        if not bases_for(question, verdict):
            screen.say(f"{question.value}: {verdict.value} needs no basis; its sources will say why")
            return
        from factcheck.screens.dialogs.basis import basis_at, basis_dialog

        async def chosen(index: int | None) -> None:
            if index is not None:
                basis = basis_at(question, verdict, index)
                await screen.write(lambda: screen.port.choose_basis(statement, question, basis))

        screen.push(basis_dialog(question, verdict, answer.basis), chosen)

    async def _revisit(self, start: Callable[[], Future[Changes]]) -> None:
        """Undo or redo, and go to where that was."""
        screen = self._screen
        changes = await screen.write(start)
        if changes is None or not changes.statements:
            return
        touched = next((m.after for m in changes.statements if m.after), None)
        if touched is not None:
            screen.stand.step_to(touched)
            if screen.stand.statement is not None and screen.stand.statement.id == touched.id:
                screen.stand.question = _question_of(changes, screen.stand.question)
            screen.say(f"{changes.what} on {screen.stand.number}")


def _question_of(changes: Changes, question: Question) -> Question:
    """The question whose answer was changed, else the one that is active."""
    for moved in changes.statements:
        if moved.before is not None and moved.after is not None:
            for changed in moved.after.questions:
                if moved.before.answer(changed) != moved.after.answer(changed):
                    return changed
    return question
