"""Writing: what a key changes goes to the disk, and then, saved or not, to the screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.errors import FactcheckError
from factcheck.screens.review_parts import in_local_time
from factcheck.screens.saving import Outcome, Start, saved
from factcheck.widgets.lines import Alert, fits

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen


class Writing:
    """Waits for each write and tells what came of it. What went wrong stays on the screen, in `alert`."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self.alert = Alert()
        self.is_busy = False
        """Whether something is on its way to the disk at this moment."""
        self._hint_is_done: Callable[[], None] | None = None

    async def write(self, start: Start) -> Changes | None:
        """Write, take over what was changed, and say it; None when nothing was saved."""
        return (await self.attempt(start)).changes

    async def attempt(self, start: Start) -> Outcome:
        """The same for one who shows what went wrong, too."""
        self.is_busy = True
        try:
            outcome = await saved(start, slow=self._screen.status.saving)
        finally:
            self.is_busy = False
        if outcome.changes is None:
            self._take_failure(outcome)
        else:
            self.take_over(outcome.changes)
        return outcome

    async def write_or_raise(self, start: Start) -> str:
        """The same for a dialog, which says itself what went wrong: what was done. Raises FactcheckError."""
        self.is_busy = True
        screen = self._screen
        try:
            outcome = await saved(start, slow=screen.status.saving)
        finally:
            self.is_busy = False
        if outcome.error is not None:
            if outcome.is_refused or outcome.is_overtaken:
                screen.status.saved(None)
            else:
                screen.status.not_saved(outcome.error.title.lower())
            screen.stand.read_again()
            raise outcome.error
        if outcome.changes is None:
            raise AssertionError(outcome)
        self.take_over(outcome.changes)
        return outcome.changes.what

    def take_over(self, changes: Changes) -> None:
        """Something was saved: show it everywhere, with the next painting."""
        screen = self._screen
        screen.say(changes.what)
        screen.status.saved(None if changes.is_empty else changes.at)
        self.set_alert(None)
        if changes.is_empty:
            return
        screen.signed.forget()
        if self._hint_is_done is not None and changes.tally.verdicts > screen.stand.tally.verdicts:
            self._hint_is_done()
            self._hint_is_done = None
        screen.stand.apply(changes)
        if changes.is_numbering_changed:
            screen.read_all_again()
        else:
            screen.panes.show_moved(changes.statements)

    def _take_failure(self, outcome: Outcome) -> None:
        screen, error = self._screen, outcome.error
        if error is None:
            return
        if outcome.is_refused:
            screen.status.saved(None)
            screen.say(in_local_time(f"{error.sentence} {error.next_step}", screen.zone))
            return
        if outcome.is_overtaken:
            screen.status.saved(None)
        else:
            screen.status.not_saved(error.title.lower())
        self.set_alert(error)
        screen.stand.read_again()
        screen.article.forget(screen.port.block_count)

    def set_alert(self, error: FactcheckError | None) -> None:
        """What went wrong stays on the screen until a write succeeds, or escape puts it away."""
        self.alert.display = error is not None
        if error is not None:
            self.alert.alarm(error.title, in_local_time(error.sentence, self._screen.zone), error.next_step)

    def notice(self, said: str) -> str:
        """What stands on the line for what the last key did; what is too long for it stands in the box instead."""
        if self.alert.is_told:
            self.alert.display = False
        if not said or self.alert.display or self._fits(said):
            return said or self._hint()
        self.alert.tell((said, "accent"))
        return ""

    def _fits(self, notice: str) -> bool:
        return fits(notice, self._screen.app.size.width)

    # ---------------------------------------------------------------------------------------- the first verdict

    def hint_until(self, is_done: Callable[[], None]) -> None:
        """Name the first keys until a verdict is given, and then say so."""
        self._hint_is_done = is_done

    def _hint(self) -> str:
        """The first keys, for somebody who has never given a verdict here; else nothing."""
        screen = self._screen
        is_ticking = screen.ticking.page is not None  # then these letters tick details
        if self._hint_is_done is None or screen.stand.statement is None or is_ticking:
            return ""
        verdicts = " ".join(map(screen.key_of, ("confirmed", "unverified", "disputed")))
        go_on, keys = screen.key_of("next_open"), screen.key_of("help")
        ways = (
            f"{verdicts} answer the question at ▸, {go_on} goes on to the next open one, {keys} shows all keys",
            f"{verdicts} answer at ▸, {go_on} goes on to the next open one, {keys} shows all keys",
            f"{verdicts} answer at ▸, {go_on} goes on, {keys} shows all keys",
        )
        return next(filter(self._fits, ways), ways[-1])
