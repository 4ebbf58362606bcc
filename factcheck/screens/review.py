"""The review: the article at the left, the card of the current statement at the right.

A key's whole change is painted in one frame: acts change the stand, and `paint` shows it once at their end.
Keys wait in the program's queue while an act waits for the disk, so that what is typed ahead keeps its order.
"""

import asyncio
from concurrent.futures import Future
from datetime import tzinfo
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal

from factcheck.clock import Clock
from factcheck.commands import Where
from factcheck.domain.changes import Changes
from factcheck.domain.mark import mark_of
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, bases_for
from factcheck.errors import FactcheckError
from factcheck.screens.answering import Answering
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.looking import Looking
from factcheck.screens.moving import Moving
from factcheck.screens.noting import Noting
from factcheck.screens.place_keeper import PlaceFacts, PlaceKeeper
from factcheck.screens.ports import ReviewPort
from factcheck.screens.saving import Outcome, Start, saved
from factcheck.screens.stand import Stand
from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from factcheck.widgets.card_lines import CardFacts, verdict_piece
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Divider, FixedLines, Heading, NoticeLine, OneLine
from factcheck.widgets.pages import Pages
from factcheck.widgets.painted import PaintedLine, Piece
from factcheck.widgets.status_line import StatusLine

_NOTHING: list[PaintedLine] = [
    (("Nothing to check here yet.", "strong"),),
    (),
    (("No statement was found in this article.", ""),),
    (("X shows the parts that were left out, and takes them back.", ""),),
]


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
        self.typed: dict[str, str] = dict(place.typed) if place else {}
        self._is_card_in_front = False
        self.article = ArticleView(
            Pages(port.block_count, port.blocks, port.marks), empty=_NOTHING, widget_id="article"
        )
        self.article.top = place.top if place else (0, 0)
        self._card = Card(empty=_NOTHING, widget_id="card")
        self._brief = OneLine(widget_id="brief")
        self._alert = FixedLines(widget_id="alert")
        self._notice = NoticeLine(widget_id="notice")
        self.status = StatusLine(port.person, zone, widget_id="status")
        self._keys = KeyLine(keys_of(Where.REVIEW), widget_id="keys")
        self._said = ""
        self._keeper: PlaceKeeper | None = None
        self._acts = self._all_acts()

    def _all_acts(self) -> dict[str, Act]:
        rooms = (Moving(self), Answering(self), Noting(self), Looking(self))
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
        article = self.port.article
        dateline = article.dateline or "dateline not set"
        aside = f"draft {self.port.draft_number} · {dateline}"
        yield Heading(
            article.title, f"{aside} · read-only" if self.port.is_read_only else aside, widget_id="heading"
        )
        yield NoticeLine(widget_id="head-rule")
        with Horizontal(id="panes"):
            yield self.article
            yield Divider(widget_id="divider")
            yield self._card
        yield self._brief
        yield self._notice
        yield self.status
        yield self._keys
        yield self._alert

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
        if not self.port.is_read_only:
            self.call_after_refresh(self.port.warm_up)

    async def action_do(self, command_id: str) -> None:
        """Do a command, then show all that it changed at once."""
        self._said = ""
        await super().action_do(command_id)
        self.paint()

    def say(self, notice: str) -> None:
        """Say what a key did, until the next one."""
        self._said = notice

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
        self.status.show(stand.number, stand.tally)
        self._notice.say(self._said)
        self._keys.dim(_idle_keys(statement, stand.question))
        self._brief.say(_brief(statement, stand.question))

    def _facts(self, statement: Statement) -> CardFacts:
        half_typed = {kind for kind in ("private", "public") if f"{kind}_note:{statement.id}" in self.typed}
        stand = self.stand
        return CardFacts(
            statement, stand.number, stand.tally.statements, stand.question, frozenset(half_typed)
        )

    # ------------------------------------------------------------------------------------------ writing

    async def write(self, start: Start) -> Changes | None:
        """Write, take over what was changed, and say it; None when nothing was saved."""
        outcome = await saved(start, slow=self.status.saving)
        if outcome.changes is None:
            self._take_failure(outcome)
            return None
        self._take_over(outcome.changes)
        return outcome.changes

    def _take_over(self, changes: Changes) -> None:
        self.say(changes.what)
        self.status.saved(None if changes.is_empty else changes.at)
        self._set_alert(None)
        if changes.is_empty:
            return
        self.stand.apply(changes)
        if changes.is_numbering_changed:
            self.article.forget()
        else:
            self.article.put_marks([mark_of(m.after) for m in changes.statements if m.after])

    def _take_failure(self, outcome: Outcome) -> None:
        error = outcome.error
        if error is None:
            return
        if outcome.is_refused:
            self.status.saved(None)
            self.say(f"{error.sentence} {error.next_step}")
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
            self._alert.say((error.title, "error strong"), (error.sentence, ""), (error.next_step, "accent"))
            self._alert.refresh(layout=True)

    # ------------------------------------------------------------------------------------------ the place

    def _place(self) -> PlaceFacts:
        statement = self.stand.statement
        return (statement.id if statement else None, self.stand.question, self.article.top, dict(self.typed))

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


def _brief(statement: Statement | None, active: Question) -> PaintedLine:
    """The two questions in one line, for the narrow screen that has no room for the card."""
    pieces: list[Piece] = []
    for question in statement.questions if statement else ():
        is_active = question is active
        pieces.append(("▸ " if is_active else "  ", "accent"))
        pieces.append((question.value.upper() + " ", "accent strong" if is_active else "strong"))
        pieces.append(verdict_piece(statement, question) if statement else ("", ""))
        pieces.append(("     ", ""))
    return tuple(pieces)


def _idle_keys(statement: Statement | None, question: Question) -> frozenset[str]:
    """The commands of the key line that can do nothing for this statement."""
    if statement is None:
        return frozenset(
            {"confirmed", "unverified", "disputed", "switch", "basis", "private_note", "next_open"}
        )
    idle = set()
    if len(statement.questions) == 1:
        idle |= {"switch", "leave_to_speaker"}
    answer = statement.answer(question)
    if answer is None or not bases_for(question, answer.verdict):
        idle.add("basis")
    return frozenset(idle)
