"""The panes of the review: the article, the card, and the lines around them. What stands there is painted at once."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.domain.changes import Moved
from factcheck.domain.mark import mark_of
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import keys_of
from factcheck.screens.later import later
from factcheck.screens.review_parts import brief, idle_keys, is_gone_over_otherwise, next_steps, nothing
from factcheck.screens.surveying import Survey
from factcheck.widgets.article_view import ArticleView
from factcheck.widgets.card import Card
from factcheck.widgets.card_lines import CardFacts, card_frame
from factcheck.widgets.found import pattern_of
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Frame, Frames, Heading, OneLine
from factcheck.widgets.overview import Overview
from factcheck.widgets.pages import Pages
from factcheck.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_MANY = 200
"""More statements than this are not marked one by one: what is near the window is read again."""


class ReviewPanes:
    """What the review consists of. Which pane is in front is known here alone."""

    def __init__(self, screen: "ReviewScreen") -> None:
        port = screen.port
        self._screen = screen
        self._is_card_in_front = False
        self.article = ArticleView(Pages(port.block_count, port.blocks, port.marks), widget_id="article")
        self._card = Card(widget_id="card")
        self._heading = Heading(*self._title(), widget_id="heading")
        self._overview = Overview(widget_id="head-rule")
        self._survey = Survey(port, later=partial(later, screen), ready=self._survey_read)
        self._brief = OneLine(widget_id="brief")
        self._frames = Frames(widget_id="panes")
        self.status = StatusLine(port.person, screen.zone, widget_id="status")
        self._keys = KeyLine(keys_of(Where.REVIEW), widget_id="keys")

    def compose(self) -> ComposeResult:
        """The widgets, from top to bottom."""
        key_of = self._screen.key_of
        self.article.empty = self._card.empty = nothing(key_of)
        self._card.keys = f"{key_of('other_pane')}, {key_of('page_down')}"
        yield self._heading
        yield self._overview
        with self._frames:
            yield self.article
            yield self._card
        yield self._brief
        yield self.status
        yield self._keys
        yield self._screen.writing.alert

    def _title(self) -> tuple[str, str]:
        port = self._screen.port
        aside = f"draft {port.draft_number} · {port.article.dateline or 'dateline not set'}"
        return port.article.title, f"{aside} · read-only" if port.is_read_only else aside

    # ---------------------------------------------------------------------------------------- what is shown

    def survey(self) -> None:
        """Read how all statements stand, bit by bit, for the overview."""
        self._survey.read()

    def _survey_read(self) -> None:
        self._overview.fill(self._survey.codes)
        self._overview.show(self._screen.stand.number)

    def show(self, said: str) -> None:
        """Show everything as it stands, and what the last key said."""
        screen, stand, statement = self._screen, self._screen.stand, self._screen.stand.statement
        self.article.show(mark_of(statement) if statement else None)
        facts = self._facts(statement) if statement else None
        self._card.show(facts)
        self.status.show(stand.number, stand.tally, self._filter_words(), screen.signed.piece)
        self._overview.show(stand.number)
        self._heading.say(*self._title())
        looks = ("muted", "accent strong") if self._is_card_in_front else ("accent strong", "")
        frames = {"article": Frame((("Article", looks[0]),)), "card": card_frame(facts, looks[1])}
        self._frames.show(frames, screen.writing.notice(said))
        self._keys.instead(screen.ticking.keys())
        self._keys.dim(idle_keys(statement, stand.question))
        self._brief.say(brief(statement, stand.question), next_steps(facts, screen.key_of))

    def _facts(self, statement: Statement) -> CardFacts:
        screen, stand = self._screen, self._screen.stand
        return CardFacts(
            statement,
            stand.number,
            stand.tally.statements,
            stand.question,
            screen.key_of,
            screen.placing.half_typed_notes(statement.id),
            self.article.found,
            screen.port.around(statement),
            ticking=screen.ticking.page,
            has_dateline=screen.port.article.dateline is not None,
            has_policy=screen.has_policy,
            zone=screen.zone,
        )

    def _filter_words(self) -> str:
        selection = self._screen.stand.selection
        return f"filter: {selection.wanted.words} · {len(selection)}" if selection is not None else ""

    def show_found(self, words: str) -> None:
        """Light up these words in article and card, or none; painted with the next `show`."""
        self.article.found = pattern_of(words)

    def show_moved(self, moved: Sequence[Moved]) -> None:
        """These statements stand differently now: show it in the article and the overview."""
        shown = [one for one in moved if not one.is_only_let_stand]
        if len(shown) > _MANY or any(map(is_gone_over_otherwise, shown)):
            self.article.renew_marks()
        else:
            self.article.put_marks([mark_of(one.after) for one in shown if one.after])
        if len(shown) > _MANY:
            self._survey.read()
        else:
            self._overview.renew(self._survey.take_over(shown))

    def forget(self) -> None:
        """Statements or blocks are other ones now: what was read of the article counts no longer."""
        self.article.forget(self._screen.port.block_count)
        self._survey.read()

    # ------------------------------------------------------------------------------------- which is in front

    def turn(self) -> None:
        """The card comes to the front, or goes behind."""
        screen = self._screen
        self._is_card_in_front = not self._is_card_in_front
        screen.set_class(self._is_card_in_front, "-card-in-front")
        self._frames.turn()
        if not screen.has_class("-narrow"):
            keys = f"{screen.key_of('page_up')} and {screen.key_of('page_down')}"
            screen.say(f"{keys} scroll the {'card' if self._is_card_in_front else 'article'}")

    def bring_card_to_front(self, *, whether: bool = True) -> bool:
        """Where there is room for one pane only: show the card, or the article; whether that was another one."""
        is_turned = whether != self._is_card_in_front and self._screen.has_class("-narrow")
        if is_turned:
            self.turn()
        return is_turned

    def scroll(self, direction: int) -> None:
        """Scroll the pane in front by a page."""
        pane = self._card if self._is_card_in_front else self.article
        pane.scroll_rows(direction * max(1, pane.size.height - 2))
