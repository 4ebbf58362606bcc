"""The review: the article at the left, the card of the current statement at the right.

A key's whole change is painted in one frame: acts change the stand, and `paint` shows it once at their end.
Keys wait in the program's queue while an act waits for the disk, so that what is typed ahead keeps its order.
"""

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from typing import Any

from textual.app import ComposeResult

from factcheck.clock import Clock
from factcheck.commands.command import Where
from factcheck.domain.changes import Changes, Moved
from factcheck.domain.filter import Filter, filter_of
from factcheck.domain.mark import mark_of
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of, opened
from factcheck.screens.later import later
from factcheck.screens.placing import Placing
from factcheck.screens.ports import ReviewPort
from factcheck.screens.review_parts import brief, idle_keys, is_gone_over_otherwise, next_steps, nothing
from factcheck.screens.review_rooms import Rooms
from factcheck.screens.saving import Start
from factcheck.screens.signed import Signed
from factcheck.screens.stand import Stand
from factcheck.screens.surveying import Survey
from factcheck.screens.ticking import Ticking
from factcheck.screens.watching import INTERVAL, Watching
from factcheck.screens.writing import Writing
from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from factcheck.widgets.card_lines import CardFacts, card_frame
from factcheck.widgets.found import pattern_of
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Frame, Frames, Heading, OneLine
from factcheck.widgets.overview import Overview
from factcheck.widgets.pages import Pages
from factcheck.widgets.status_line import StatusLine

_KEEP_FOUND = frozenset({"find", "find_next", "find_previous", "page_down", "page_up", "other_pane"})
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
        self._is_card_in_front = False
        self.article = ArticleView(Pages(port.block_count, port.blocks, port.marks), widget_id="article")
        self.article.top = place.top if place else (0, 0)
        self._card = Card(widget_id="card")
        self._heading = Heading(*self._title(), widget_id="heading")
        self._overview = Overview(widget_id="head-rule")
        self._survey = Survey(port, later=partial(later, self), ready=self._survey_read)
        self._watching = Watching(self)
        self._brief = OneLine(widget_id="brief")
        self._frames = Frames(widget_id="panes")
        self.status = StatusLine(port.person, zone, widget_id="status")
        self._keys = KeyLine(keys_of(Where.REVIEW), widget_id="keys")
        self._said = ""
        self._is_leaving = False
        """Whether the last key asked to leave: the same once more does."""
        self._rooms = Rooms(self)
        self._acts: dict[str, Act] = {
            "other_pane": self.show_other_pane,
            "page_down": lambda: self._scroll(1),
            "page_up": lambda: self._scroll(-1),
            "to_desk": self._go_to_desk,
        } | self._rooms.acts
        self._restore_filter(place.filter if place else "")

    def acts(self) -> dict[str, Act]:
        return self._acts | self.ticking.acts_while_on()

    def compose_room(self) -> ComposeResult:
        self.article.empty = self._card.empty = nothing(self.key_of)
        self._card.keys = f"{self.key_of('other_pane')}, {self.key_of('page_down')}"
        yield self._heading
        yield self._overview
        with self._frames:
            yield self.article
            yield self._card
        yield self._brief
        yield self.status
        yield self._keys
        yield self.writing.alert

    def _title(self) -> tuple[str, str]:
        article = self.port.article
        aside = f"draft {self.port.draft_number} · {article.dateline or 'dateline not set'}"
        return article.title, f"{aside} · read-only" if self.port.is_read_only else aside

    def on_mount(self) -> None:
        """Show where one stood; get ready to write once that is on the screen."""
        self.placing.start()
        self.show_stand()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """The first frame is on the screen: now what can wait."""
        if not self.port.is_read_only:
            self.port.warm_up()
        self._survey.read()
        if self.port.article.signoff is not None:
            self.signed.forget()
            self.call_later(self.show_stand)
        self.call_later(self._rooms.load)
        self.set_interval(INTERVAL, self._watching.look)

    def _survey_read(self) -> None:
        self._overview.fill(self._survey.codes)
        self._overview.show(self.stand.number)

    async def action_do(self, command_id: str) -> None:
        """Do a command, then show all that it changed at once."""
        self._said = ""
        self._is_leaving = self._is_leaving and command_id == "to_desk"
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
        self.article.found = pattern_of(words)

    def paint(self) -> None:
        """Show everything as it stands now; only what is different is painted."""
        if not self.is_attached:
            return
        self.show_stand()
        self.placing.moved()

    def show_stand(self) -> None:
        """Show everything as it stands, for once without keeping the place."""
        self.ticking.follow()
        stand, statement = self.stand, self.stand.statement
        self.article.show(mark_of(statement) if statement else None)
        facts = self._facts(statement) if statement else None
        self._card.show(facts)
        self.status.show(stand.number, stand.tally, self._filter_words(), self.signed.piece)
        self._overview.show(stand.number)
        self._heading.say(*self._title())
        looks = ("muted", "accent strong") if self._is_card_in_front else ("accent strong", "")
        frames = {"article": Frame((("Article", looks[0]),)), "card": card_frame(facts, looks[1])}
        self._frames.show(frames, self._said or self.writing.hint())
        self._keys.instead(self.ticking.keys())
        self._keys.dim(idle_keys(statement, stand.question))
        self._brief.say(brief(statement, stand.question), next_steps(facts, self.key_of))

    def _facts(self, statement: Statement) -> CardFacts:
        stand, typed = self.stand, self.placing.half_typed_notes(statement.id)
        return CardFacts(
            statement,
            stand.number,
            stand.tally.statements,
            stand.question,
            self.key_of,
            typed,
            self.article.found,
            self.port.around(statement),
            ticking=self.ticking.page,
            has_dateline=self.port.article.dateline is not None,
            has_policy=self.has_policy,
            zone=self.zone,
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

    # ------------------------------------------------------------------------------------------ what changed

    async def write(self, start: Start) -> Changes | None:
        """Write, take over what was changed, and say it; None when nothing was saved."""
        return await self.writing.write(start)

    def take_over(self, changes: Changes) -> None:
        """Something was saved: show it everywhere, with the next `paint`."""
        self.writing.take_over(changes)

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """These statements stand differently now: show it in the article and the overview."""
        if any(map(is_gone_over_otherwise, moved)):
            self.article.renew_marks()
        else:
            self.article.put_marks([mark_of(one.after) for one in moved if one.after])
        self._overview.renew(self._survey.take_over(moved))

    def read_all_again(self) -> None:
        """Statements or blocks are other ones now."""
        self.article.forget(self.port.block_count)
        self.filter_by(self.stand.selection.wanted if self.stand.selection is not None else None)
        self._survey.read()

    @property
    def typed(self) -> dict[str, str]:
        """What is half-typed, by its field."""
        return self.placing.typed

    def keep_typed(self, field: str, text: str | None) -> None:
        """Keep what is half-typed in a field, or let go of it once it is saved."""
        self.placing.keep_typed(field, text)

    # ------------------------------------------------------------------------------------------ panes

    def show_other_pane(self) -> None:
        """The card comes to the front, or goes behind."""
        self._is_card_in_front = not self._is_card_in_front
        self.set_class(self._is_card_in_front, "-card-in-front")
        self._frames.turn()
        if not self.has_class("-narrow"):
            keys = f"{self.key_of('page_up')} and {self.key_of('page_down')}"
            self.say(f"{keys} scroll the {'card' if self._is_card_in_front else 'article'}")

    def bring_card_to_front(self, *, whether: bool = True) -> bool:
        """Where there is room for one pane only: show the card, or the article; whether that was another one."""
        is_turned = whether != self._is_card_in_front and self.has_class("-narrow")
        if is_turned:
            self.show_other_pane()
        return is_turned

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

    async def _go_to_desk(self) -> None:
        if self.writing.alert.display:
            self.writing.set_alert(None)
            return
        if not self._is_leaving:  # one escape too many must not end where letters mean other things
            self._is_leaving = True
            self.say(f"{self.key_of('to_desk')} once more leads to the desk")
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
