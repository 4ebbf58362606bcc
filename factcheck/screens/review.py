"""The review: the article at the left, the card of the current statement at the right.

A key's whole change is painted in one frame: acts change the stand, and `paint` shows it once at their end.
Keys wait in the program's queue while an act waits for the disk, so that what is typed ahead keeps its order.
"""

from datetime import tzinfo
from typing import Any

from textual.app import ComposeResult

from factcheck.clock import Clock
from factcheck.commands.command import Where
from factcheck.domain.changes import Changes
from factcheck.domain.filter import Filter, filter_of
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, opened
from factcheck.screens.placing import Placing
from factcheck.screens.ports import ReviewPort
from factcheck.screens.review_panes import ReviewPanes
from factcheck.screens.review_rooms import Rooms
from factcheck.screens.saving import Start
from factcheck.screens.signed import Signed
from factcheck.screens.stand import Stand
from factcheck.screens.ticking import Ticking
from factcheck.screens.watching import INTERVAL, Watching
from factcheck.screens.writing import Writing
from factcheck.settings import Settings
from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from factcheck.widgets.overview import Overview

_KEEP_FOUND = frozenset(
    {"find", "find_next", "find_previous", "page_down", "page_up", "other_pane", "to_desk"}
)
"""What one may do without the words that were found going out."""


class ReviewScreen(CommandScreen, inherit_bindings=False):
    """One article under review."""

    BINDINGS = bindings_of(Where.REVIEW)
    CSS_PATH = "review.tcss"

    def __init__(self, port: ReviewPort, *, clock: Clock, zone: tzinfo | None = None) -> None:
        super().__init__()
        self.port = port
        self.clock = clock
        self.zone = zone
        self.stand = Stand(port)
        place = port.place()
        self.stand.come_back(place)
        self.writing = Writing(self)
        self.signed = Signed(self)
        self.placing = Placing(self, place)
        self.ticking: Ticking = Ticking(self)
        self.is_auto_advancing = False
        """Whether a verdict that completes a statement leads on to the next open one."""
        self.has_policy = True
        """Whether the card says what sources an answer lacks."""
        self.gate_policy = (True, True)
        """What is asked for before a report is signed: enough sources, details gone over."""
        self.allowed_signers = ""
        """The file with the keys that the newsroom trusts, if there is one."""
        self.newsroom = ("", "")
        """Name and web address of who publishes a ClaimReview, where they are set."""
        self.panes = ReviewPanes(self)
        self.article = self.panes.article
        self.article.top = place.top if place else (0, 0)
        self.status = self.panes.status
        self._watching = Watching(self)
        self._said = ""
        self._rooms = Rooms(self)
        self._acts: dict[str, Act] = {
            "other_pane": self.panes.turn,
            "page_down": lambda: self.panes.scroll(1),
            "page_up": lambda: self.panes.scroll(-1),
            "to_desk": self._go_to_desk,
        } | self._rooms.acts
        self._restore_filter(place.filter if place else "")

    def follow(self, settings: Settings) -> None:
        """Work as the settings say."""
        self.is_auto_advancing = settings.auto_advance
        self.has_policy = settings.source_policy
        self.gate_policy = (settings.gate_sources, settings.gate_details)
        self.allowed_signers, self.newsroom = settings.allowed_signers, settings.newsroom

    def acts(self) -> dict[str, Act]:
        return self._acts | self.ticking.acts_while_on()

    def compose_room(self) -> ComposeResult:
        yield from self.panes.compose()

    def on_mount(self) -> None:
        """Show where one stood; get ready to write once that is on the screen."""
        self.placing.start()
        self.show_stand()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """The first frame is on the screen: now what can wait."""
        if not self.port.is_read_only:
            self.port.warm_up()
        self.panes.survey()
        if self.port.article.signoff is not None:
            self.signed.forget()
            self.call_later(self.show_stand)
        self.call_later(self._rooms.load)
        self.set_interval(INTERVAL, self._watching.look)

    async def action_do(self, command_id: str) -> None:
        """Do a command, then show all that it changed at once."""
        self._said = ""
        if command_id not in _KEEP_FOUND:
            self.show_found("")
        self.ticking.before(command_id)
        await super().action_do(command_id)
        self.paint()

    async def action_detail(self, letter: str) -> None:
        """A letter was pressed while one ticks."""
        self._said = ""
        await self.ticking.letter(letter)
        await opened(self.app.screen)
        self.paint()

    async def action_take_detail(self, label: str) -> None:
        """A detail was clicked."""
        self._said = ""
        await self.ticking.take(label)
        self.paint()

    def say(self, notice: str) -> None:
        """Say what a key did, until the next one."""
        self._said = notice

    def show_found(self, words: str) -> None:
        """Light up these words in article and card, or none; painted with the next `paint`."""
        self.panes.show_found(words)

    def paint(self) -> None:
        """Show everything as it stands now; only what is different is painted."""
        if not self.is_attached:
            return
        self.show_stand()
        self.placing.moved()

    def show_stand(self) -> None:
        """Show everything as it stands, for once without keeping the place."""
        self.ticking.follow()
        self.panes.show(self._said)

    # ------------------------------------------------------------------------------------------ filter

    def filter_by(self, wanted: Filter | None) -> None:
        """Go through what a filter lets through, or through everything."""
        self.stand.go_through(wanted)
        self.article.only = self.stand.selection

    def _restore_filter(self, text: str) -> None:
        try:
            self.filter_by(filter_of(text))
        except ValueError:
            self.say("the filter of last time is not known here; all statements are shown")

    # ------------------------------------------------------------------------------------------ what changed

    async def write(self, start: Start) -> Changes | None:
        """Write, take over what was changed, and say it; None when nothing was saved."""
        return await self.writing.write(start)

    def take_over(self, changes: Changes) -> None:
        """Something was saved: show it everywhere, with the next `paint`."""
        self.writing.take_over(changes)

    def read_all_again(self) -> None:
        """Statements or blocks are other ones now."""
        self.panes.forget()
        self.filter_by(self.stand.selection.wanted if self.stand.selection is not None else None)

    @property
    def typed(self) -> dict[str, str]:
        """What is half-typed, by its field."""
        return self.placing.typed

    def keep_typed(self, field: str, text: str | None) -> None:
        """Keep what is half-typed in a field, or let go of it once it is saved."""
        self.placing.keep_typed(field, text)

    # ------------------------------------------------------------------------------------------ the mouse

    def on_article_view_statement_pointed(self, message: ArticleView.StatementPointed) -> None:
        """A click on a statement goes there."""
        self._said = ""
        self.stand.step_to(self.port.statement(message.statement_id))
        self.paint()

    def on_overview_number_pointed(self, message: Overview.NumberPointed) -> None:
        """A click on the overview goes there."""
        self._said = ""
        self.stand.step_to(self.port.by_number(message.number))
        self.paint()

    def on_card_question_pointed(self, message: Card.QuestionPointed) -> None:
        """A click on a question makes it the active one."""
        self._said = ""
        self.stand.turn_to(message.question)
        self.paint()

    def on_card_detail_pointed(self, message: Card.DetailPointed) -> None:
        """A click on a detail waits its turn like a key."""
        self.app.call_later(self.app.run_action, f"take_detail('{message.label}')", self)

    def on_article_view_scrolled(self) -> None:
        """The page was moved with the wheel."""
        self.placing.moved()

    # ------------------------------------------------------------------------------------------ out, and over

    async def _go_to_desk(self) -> None:
        """What was put up goes first: an alert, then the words that were found. All else is kept for coming back."""
        if self.writing.alert.display:
            self.writing.set_alert(None)
        elif self.article.found is not None:
            self.show_found("")
        else:
            await self.app.run_action("go_to_desk", self.app)

    def push(self, dialog: Any, then: Any = None) -> None:
        """Open a dialog; what it ends with is handed on, and shown when that is done."""

        async def answered(result: Any) -> None:
            self._said = ""
            if then is not None:
                await then(result)
            self.paint()

        self.app.push_screen(dialog, answered)
