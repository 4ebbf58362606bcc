"""What the lists over the review have in common: a whole screen of entries, each of several lines."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.domain.changes import Changes
from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act, CommandScreen, keys_of
from factcheck.screens.review_parts import in_local_time
from factcheck.screens.saving import Start
from factcheck.widgets.block_list import BlockList
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Alert, Heading, ListFrame, OneLine, fits
from factcheck.widgets.painted import PaintedLine

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_MOVES = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")


class ReviewList(CommandScreen, inherit_bindings=False):
    """A list over the review. `target` is the statement to go to when it is left, if any."""

    WHERE: Where
    NAME = ""
    LIST = ""
    GAP = 1
    """Empty lines between two entries."""

    def __init__(self, review: "ReviewScreen") -> None:
        super().__init__()
        self.review = review
        self.port = review.port
        self.target: str | None = None
        self._list = BlockList(gap=self.GAP, widget_id=self.LIST)
        self._alert = Alert()
        self.frame = ListFrame(self.LIST, self.NAME, widget_id="frame")
        self._status = OneLine(widget_id="status")
        self._keys = KeyLine(keys_of(self.WHERE), widget_id="keys")
        self._said = ""

    def compose_room(self) -> ComposeResult:
        yield Heading(self.port.article.title, widget_id="heading")
        with self.frame:
            yield self._list
        yield self._alert
        yield self._status
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is."""
        self.read_again()

    def acts(self) -> dict[str, Act]:
        return {move: partial(self._go, move) for move in _MOVES} | {"close": self._leave}

    async def action_do(self, command_id: str) -> None:
        """What the last key said, and what had gone wrong, is put away by the next one."""
        self._said = ""
        self._alert.display = False
        await super().action_do(command_id)
        self.frame.say(self._said)

    # what a list is made of

    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def lines_of(self, index: int, width: int) -> Sequence[PaintedLine]:
        """The lines of an entry."""
        raise NotImplementedError

    def empty(self) -> Sequence[PaintedLine]:
        """What is shown where there are none."""
        raise NotImplementedError

    def standing(self) -> PaintedLine:
        """The status line, behind where one is in the list."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Read what is listed from the store, and show it."""
        raise NotImplementedError

    # what is shown

    def show_entries(self) -> None:
        """Show the entries and how they stand."""
        self._list.fill(self.count(), self.lines_of, empty=self.empty())
        self._show_status()

    def _show_status(self) -> None:
        count = self.count()
        here: PaintedLine = ((f"{self._list.chosen + 1} of {count:,}", "strong"),) if count else ()
        signed = self.review.signed.piece
        mark: PaintedLine = ((" · ", ""), signed) if signed[0] else ()
        self._status.say((*here, *self.standing(), *mark))

    def say(self, notice: str) -> None:
        """Say what a key did, until the next one: on its line where it fits there, else in a box."""
        is_short = fits(notice, self.app.size.width)
        self._said = notice if is_short else ""
        self.frame.say(self._said)
        if not is_short:
            self.tell((notice, "accent"))

    def tell(self, *paragraphs: tuple[str, str]) -> None:
        """Say something at whatever length it takes, until the next key."""
        self._alert.tell(*paragraphs)

    def chosen(self) -> int | None:
        """The index of the chosen entry; without one it says so."""
        if not self.count():
            self.say("there is none here")
            return None
        return self._list.chosen

    # what is done

    def _go(self, where: str) -> None:
        self._list.go(where)
        self._show_status()

    async def write(self, start: Start) -> Changes | None:
        """Write, say what came of it and show the list as it is then; None when nothing was saved."""
        outcome = await self.review.writing.attempt(start)
        if outcome.changes is not None:
            self.say(outcome.changes.what)
        elif outcome.error is not None and outcome.is_refused:
            self._say_refused(outcome.error)
        elif outcome.error is not None:
            self._show_alert(outcome.error)
        self.read_again()
        return outcome.changes

    def _say_refused(self, error: FactcheckError) -> None:
        """On its line where it fits there, else in a box: what to do next comes last."""
        sentence = in_local_time(error.sentence, self.review.zone)
        if fits(f"{sentence} {error.next_step}", self.app.size.width):
            self.say(f"{sentence} {error.next_step}")
        else:
            self.tell((sentence, "warning"), (error.next_step, "accent"))

    def _show_alert(self, error: FactcheckError) -> None:
        self._alert.alarm(error.title, in_local_time(error.sentence, self.review.zone), error.next_step)

    def hear(self, words: str) -> None:
        """Others have written: show it here, too."""
        self.read_again()
        self.say(words)

    async def undo(self) -> None:
        """Take back what was done last, whatever it was."""
        await self.write(self.port.undo)

    def leave_to(self, statement_id: str) -> None:
        """Leave the list for a statement."""
        self.target = statement_id
        self.dismiss()

    def _leave(self) -> None:
        self.dismiss()
