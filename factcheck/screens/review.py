"""The review: the article at the left, the card of the current statement at the right.

A key's whole change is painted in one frame: acts change the stand, and `paint` shows it once at their end.
Keys wait in the program's queue while an act waits for the disk, so that what is typed ahead keeps its order.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import tzinfo
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal

from factcheck.clock import Clock
from factcheck.commands import Where
from factcheck.domain.changes import Changes, Moved
from factcheck.domain.filter import Filter, filter_of
from factcheck.domain.mark import mark_of
from factcheck.domain.statement import Statement
from factcheck.errors import FactcheckError
from factcheck.screens.answering import Answering
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.copying import Copying
from factcheck.screens.datelining import Datelining
from factcheck.screens.filtering import Filtering
from factcheck.screens.finding import Finding
from factcheck.screens.flagging import Flagging
from factcheck.screens.looking import Looking
from factcheck.screens.moving import Moving
from factcheck.screens.noting import Noting
from factcheck.screens.place_keeper import PlaceFacts, PlaceKeeper
from factcheck.screens.ports import ReviewPort
from factcheck.screens.review_parts import NOTHING, brief, idle_keys, in_local_time
from factcheck.screens.saving import Outcome, Start, saved
from factcheck.screens.stand import Stand
from factcheck.screens.surveying import Survey
from factcheck.screens.watching import INTERVAL, Watching
from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from factcheck.widgets.card_lines import CardFacts
from factcheck.widgets.found import pattern_of
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Divider, FixedLines, Heading, NoticeLine, OneLine
from factcheck.widgets.overview import Overview
from factcheck.widgets.pages import Pages
from factcheck.widgets.status_line import StatusLine

_KEEP_FOUND = frozenset({"find", "find_next", "find_previous", "page_down", "page_up", "other_pane"})
"""What one may do without the words that were found going out."""


class ReviewScreen(CommandScreen, inherit_bindings=False):
    """One article under review."""

    BINDINGS = bindings_of(Where.REVIEW)

    def __init__(self, port: ReviewPort, *, clock: Clock, zone: tzinfo | None = None) -> None:
        super().__init__()
        self.port = port
        self.clock = clock
        self.zone = zone
        self.stand = Stand(port)
        place = port.place()
        self.stand.come_back(place)
        self.is_writing = False
        """Whether something is on its way to the disk at this moment."""
        self.is_auto_advancing = False
        """Whether a verdict that completes a statement leads on to the next open one."""
        self.typed: dict[str, str] = dict(place.typed) if place else {}
        self._is_card_in_front = False
        self.article = ArticleView(
            Pages(port.block_count, port.blocks, port.marks), empty=NOTHING, widget_id="article"
        )
        self.article.top = place.top if place else (0, 0)
        self._card = Card(empty=NOTHING, widget_id="card")
        self._heading = Heading(*self._title(), widget_id="heading")
        self._overview = Overview(widget_id="head-rule")
        self._survey = Survey(port, later=self.set_timer, ready=self._survey_read)
        self._watching = Watching(self)
        self._brief = OneLine(widget_id="brief")
        self._alert = FixedLines(widget_id="alert")
        self._notice = NoticeLine(widget_id="notice")
        self.status = StatusLine(port.person, zone, widget_id="status")
        self._keys = KeyLine(keys_of(Where.REVIEW), widget_id="keys")
        self._said = ""
        self._keeper: PlaceKeeper | None = None
        self._hint_is_done: Callable[[], None] | None = None
        self._acts = self._all_acts()
        self._restore_filter(place.filter if place else "")

    def _all_acts(self) -> dict[str, Act]:
        rooms = (
            Moving(self), Answering(self), Noting(self), Looking(self), Filtering(self), Finding(self),
            Flagging(self), Copying(self), Datelining(self),
        )  # fmt: skip
        acts: dict[str, Act] = {
            "other_pane": self.show_other_pane,
            "page_down": lambda: self._scroll(1),
            "page_up": lambda: self._scroll(-1),
            "to_desk": self._go_to_desk,
        }
        for room in rooms:
            acts |= room.acts()
        return acts

    def acts(self) -> dict[str, Act]:
        return self._acts

    def compose_room(self) -> ComposeResult:
        yield self._heading
        yield self._overview
        with Horizontal(id="panes"):
            yield self.article
            yield Divider(widget_id="divider")
            yield self._card
        yield self._brief
        yield self._notice
        yield self.status
        yield self._keys
        yield self._alert

    def _title(self) -> tuple[str, str]:
        article = self.port.article
        aside = f"draft {self.port.draft_number} · {article.dateline or 'dateline not set'}"
        return article.title, f"{aside} · read-only" if self.port.is_read_only else aside

    def on_mount(self) -> None:
        """Show where one stood; get ready to write once that is on the screen."""
        self._keeper = PlaceKeeper(
            self._place,
            self._save_place,
            later=asyncio.get_running_loop().call_later,
            failed=self._place_failed,
            broke=self._broke,
        )
        self._show_stand()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """The first frame is on the screen: now what can wait."""
        if not self.port.is_read_only:
            self.port.warm_up()
        self._survey.read()
        self.set_interval(INTERVAL, self._watching.look)

    def _survey_read(self) -> None:
        self._overview.fill(self._survey.codes)
        self._overview.show(self.stand.number)

    async def action_do(self, command_id: str) -> None:
        """Do a command, then show all that it changed at once."""
        self._said = ""
        if command_id not in _KEEP_FOUND:
            self.show_found("")
        await super().action_do(command_id)
        self.paint()

    def say(self, notice: str) -> None:
        """Say what a key did, until the next one."""
        self._said = notice

    def show_found(self, words: str) -> None:
        """Light up these words in article and card, or none; painted with the next `paint`."""
        self.article.found = pattern_of(words)

    def hint_until(self, is_done: Callable[[], None]) -> None:
        """Name the first keys until a verdict is given, and then say so."""
        self._hint_is_done = is_done

    def _hint(self) -> str:
        if self._hint_is_done is None or self.stand.statement is None:
            return ""
        verdicts = " ".join(map(self.key_of, ("confirmed", "unverified", "disputed")))
        go_on, keys = self.key_of("next_open"), self.key_of("help")
        return f"{verdicts} answer the question at ▸, {go_on} goes on to the next open one, {keys} shows all keys"

    def paint(self) -> None:
        """Show everything as it stands now; only what is different is painted."""
        if not self.is_attached:
            return
        self._show_stand()
        self._moved()

    def _moved(self) -> None:
        if self._keeper is not None and not self.port.is_read_only:
            self._keeper.moved()

    def _show_stand(self) -> None:
        stand, statement = self.stand, self.stand.statement
        self.article.show(mark_of(statement) if statement else None)
        self._card.show(self._facts(statement) if statement else None)
        self.status.show(stand.number, stand.tally, self._filter_words())
        self._overview.show(stand.number)
        self._heading.say(*self._title())
        self._notice.say(self._said or self._hint())
        self._keys.dim(idle_keys(statement, stand.question))
        self._brief.say(brief(statement, stand.question))

    def _facts(self, statement: Statement) -> CardFacts:
        half_typed = {kind for kind in ("private", "public") if f"{kind}_note:{statement.id}" in self.typed}
        stand = self.stand
        return CardFacts(
            statement,
            stand.number,
            stand.tally.statements,
            stand.question,
            frozenset(half_typed),
            self.article.found,
        )

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

    def _filter_words(self) -> str:
        selection = self.stand.selection
        return f"filter: {selection.wanted.words} · {len(selection)}" if selection is not None else ""

    # ------------------------------------------------------------------------------------------ writing

    async def write(self, start: Start) -> Changes | None:
        """Write, take over what was changed, and say it; None when nothing was saved."""
        self.is_writing = True
        try:
            outcome = await saved(start, slow=self.status.saving)
        finally:
            self.is_writing = False
        if outcome.changes is None:
            self._take_failure(outcome)
            return None
        self.take_over(outcome.changes)
        return outcome.changes

    def take_over(self, changes: Changes) -> None:
        """Something was saved: show it everywhere, with the next `paint`."""
        self.say(changes.what)
        self.status.saved(None if changes.is_empty else changes.at)
        self._set_alert(None)
        if changes.is_empty:
            return
        if self._hint_is_done is not None and changes.tally.verdicts > self.stand.tally.verdicts:
            self._hint_is_done()
            self._hint_is_done = None
        self.stand.apply(changes)
        if changes.is_numbering_changed:
            self.read_all_again()
        else:
            self.show_moved(changes.statements)

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """These statements stand differently now: show it in the article and the overview."""
        self.article.put_marks([mark_of(one.after) for one in moved if one.after])
        self._overview.renew(self._survey.take_over(moved))

    def read_all_again(self) -> None:
        """Statements or blocks are other ones now."""
        self.article.forget()
        self.filter_by(self.stand.selection.wanted if self.stand.selection is not None else None)
        self._survey.read()

    def _take_failure(self, outcome: Outcome) -> None:
        error = outcome.error
        if error is None:
            return
        if outcome.is_refused:
            self.status.saved(None)
            self.say(in_local_time(f"{error.sentence} {error.next_step}", self.zone))
            return
        if outcome.is_overtaken:
            self.status.saved(None)
        else:
            self.status.not_saved(error.title.lower())
        self._set_alert(error)
        self.stand.read_again()
        self.article.forget()

    def _set_alert(self, error: FactcheckError | None) -> None:
        """What went wrong stays on the screen until a write succeeds, or escape puts it away."""
        self._alert.display = error is not None
        if error is not None:
            sentence = in_local_time(error.sentence, self.zone)
            self._alert.say((error.title, "error strong"), (sentence, ""), (error.next_step, "accent"))
            self._alert.refresh(layout=True)

    # ------------------------------------------------------------------------------------------ the place

    def _place(self) -> PlaceFacts:
        statement = self.stand.statement
        selection = self.stand.selection
        return (
            statement.id if statement else None,
            self.stand.question,
            self.article.top,
            dict(self.typed),
            str(selection.wanted) if selection is not None else "",
        )

    def _save_place(self, place: PlaceFacts) -> "Future[None]":
        return self.port.save_place(*place)

    def _place_failed(self, error: FactcheckError) -> None:
        self.status.not_saved(f"the place ({error.title.lower()})")
        self._set_alert(error)
        self._show_stand()

    def _broke(self, error: BaseException) -> None:
        self.app._handle_exception(error)  # type: ignore[arg-type]  # noqa: SLF001  # Textual's only door

    def keep_typed(self, field: str, text: str | None) -> None:
        """Keep what is half-typed in a field, or let go of it once it is saved."""
        if text is None:
            self.typed.pop(field, None)
        else:
            self.typed[field] = text
        self._moved()

    def flush(self) -> "asyncio.Future[None] | None":
        """Save the place at once, on the way out. None when it is saved already."""
        return self._keeper.keep_now() if self._keeper is not None and not self.port.is_read_only else None

    # ------------------------------------------------------------------------------------------ panes

    def show_other_pane(self) -> None:
        """The card comes to the front, or goes behind."""
        self._is_card_in_front = not self._is_card_in_front
        self.set_class(self._is_card_in_front, "-card-in-front")
        if not self.has_class("-narrow"):
            self.say(f"page up and page down scroll the {'card' if self._is_card_in_front else 'article'}")

    def _scroll(self, direction: int) -> None:
        pane = self._card if self._is_card_in_front else self.article
        pane.scroll_rows(direction * max(1, pane.size.height - 2))

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

    def on_article_view_scrolled(self) -> None:
        """The page was moved with the wheel."""
        self._moved()

    async def _go_to_desk(self) -> None:
        if self._alert.display:
            self._alert.display = False
            return
        await self.app.run_action("go_to_desk", self.app)

    def push(self, dialog: Any, then: Any = None) -> None:
        """Open a dialog; what it ends with is handed on, and shown when that is done."""

        async def answered(result: Any) -> None:
            self._said = ""
            if then is not None:
                await then(result)
            self.paint()

        self.app.push_screen(dialog, answered)
