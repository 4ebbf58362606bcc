"""The desk: the articles of this store, how far each has come, and the way into one."""

import asyncio
from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from textual import events
from textual.app import ComposeResult

from factcheck.clock import Clock
from factcheck.commands.command import Where
from factcheck.domain.article import Article
from factcheck.domain.article_line import ArticleLine
from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Act, CommandScreen, bindings_of, keys_of
from factcheck.screens.desk_finding import FindingArticles
from factcheck.screens.desk_glancing import Glancing
from factcheck.screens.desk_importing import TakingIn
from factcheck.screens.desk_keeping import Keeping
from factcheck.screens.desk_view import DeskView, no_archive, no_articles
from factcheck.screens.ports import DeskPort
from factcheck.widgets.article_list import ArticleList
from factcheck.widgets.key_line import KeyLine
from factcheck.widgets.lines import Alert, Heading, ListFrame, OneLine, fits
from factcheck.widgets.painted import PaintedLine

_MOVES = ("down", "up", "top", "bottom", "page_down_list", "page_up_list")
_WHILE_FINDING = frozenset({"open", "show_desk"})
_WANT_AN_ARTICLE = frozenset({"open", "rename", "archive", "find_article", "order"})


class DeskScreen(CommandScreen, inherit_bindings=False):
    """All articles, the one last worked on first. `view` is how it was looked at before."""

    CSS_PATH = "desk.tcss"
    BINDINGS = bindings_of(Where.DESK)
    WHERE = Where.DESK

    def __init__(
        self, port: DeskPort, *, clock: Clock, zone: tzinfo | None = None, view: DeskView | None = None
    ) -> None:
        super().__init__()
        self.port = port
        self.clock = clock
        self.zone = zone
        self.view = view or DeskView()
        if not self.view.typed:
            self.view.typed = dict(port.typed())
        self._articles: Sequence[ArticleLine] = port.articles(archived=self.view.is_archive)
        self._list = ArticleList(clock, zone, widget_id="articles")
        self.frame = ListFrame("articles", "Articles", widget_id="frame")
        self.status = OneLine(widget_id="status")
        self._keys = KeyLine(keys_of(Where.DESK), widget_id="keys")
        self._alert = Alert()
        self._glancing = Glancing(self)
        self.keeping = Keeping(self)
        self._taking_in = TakingIn(self)
        self._finding = FindingArticles(self)
        self._said = ""
        self._count = 0

    def compose_room(self) -> ComposeResult:
        yield Heading("Desk", self.port.person, widget_id="heading")
        with self.frame:
            yield self._list
        yield self._alert
        yield from self._glancing.compose()
        yield self.status
        yield from self._finding.compose()
        yield self._keys

    def on_mount(self) -> None:
        """Show what there is."""
        self.frame.say(self._said)
        self.paint()

    def on_resize(self, event: events.Resize) -> None:
        """Another size: the room is divided anew."""
        self._glancing.arrange(event.size, len(self._articles))
        self._glancing.show(self._list.chosen)

    def acts(self) -> dict[str, Act]:
        acts: dict[str, Act] = {move: partial(self.action_move, move) for move in _MOVES}
        return (
            acts
            | self.keeping.acts()
            | self._taking_in.acts()
            | {
                "open": self._open,
                "find_article": self._find,
                "order": self._reorder,
                "archived": self._turn_to_archive,
                "show_desk": self._show_desk,
            }
        )

    async def action_do(self, command_id: str) -> None:
        """What the last key said, and what had gone wrong, is put away by the next one."""
        self._said = ""
        self._alert.display = False
        await super().action_do(command_id)
        self.frame.say(self._said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types what to look for, letters are letters."""
        if action == "do" and self._finding.is_open:
            return parameters[0] in _WHILE_FINDING
        return True

    # ---------------------------------------------------------------------------------------- what is shown

    def chosen(self) -> ArticleLine | None:
        """The chosen article; without one it says so."""
        if self._list.chosen is None:
            self.say("there is no article here")
        return self._list.chosen

    def article(self, article_id: str) -> Article | None:
        """An article as the desk has it at the moment."""
        return next((line.article for line in self._articles if line.article.id == article_id), None)

    def keep_typed(self, prompt: str, text: str | None) -> None:
        """Keep what was typed into a prompt until one comes back to it, after a crash too; None when it is used."""
        if self.view.keep_typed(prompt, text):
            asyncio.wrap_future(self.port.keep_typed(self.view.typed)).add_done_callback(self._kept)

    def _kept(self, future: "asyncio.Future[None]") -> None:
        error = None if future.cancelled() else future.exception()
        if isinstance(error, FactcheckError):
            self.alert(error)
        elif error is not None:
            raise error

    def come_from(self, article: Article, number: int, count: int) -> None:
        """Begin where one is from: at the article that was left, and with the way back, should one not mean to leave."""
        self.view.chosen_id = article.id
        self._said = f"left at {number}/{count}, all is saved; {self.key_of('open')} goes back"

    def say(self, notice: str) -> None:
        """Show this until the next key: on its line where it fits there, else in a box."""
        is_short = fits(notice, self.app.size.width)
        self._said = notice if is_short else ""
        self.frame.say(self._said)
        if not is_short:
            self._alert.tell((notice, "accent"))

    def alert(self, error: FactcheckError) -> None:
        """What went wrong, with its cause and the next step, stays until the next key."""
        self._alert.alarm(error.title, error.sentence, error.next_step)

    def read_again(self) -> None:
        """Read the articles again and show them."""
        self._articles = self.port.articles(archived=self.view.is_archive)
        self._glancing.forget()
        self.paint()

    def show(self, article: Article) -> None:
        """Choose an article, on the desk or in the archive, whatever was looked for before."""
        self.view.words, self.view.is_archive, self.view.chosen_id = "", article.is_archived, article.id
        self.read_again()

    def paint(self) -> None:
        """Show the articles in their order."""
        self._glancing.arrange(self.app.size, len(self._articles))
        shown = self.view.arranged(self._articles)
        self._list.show(shown, self.view.chosen_id, among=self._articles, empty=self._empty())
        self.frame.say_where(
            f"archive · {self.key_of('archived')} leads back to the desk" if self.view.is_archive else ""
        )
        self._paint_chosen(len(shown))

    def _paint_chosen(self, count: int | None = None) -> None:
        line = self._list.chosen
        if line is not None:
            self.view.chosen_id = line.article.id
        self._glancing.show(line)
        self._count = self._count if count is None else count
        self.status.say(self._standing())
        self.dim()

    def dim(self) -> None:
        """Dim the keys that can do nothing here."""
        if self._finding.is_open:
            self._keys.dim({key.command_id for key in keys_of(Where.DESK)})
        elif self._list.chosen is None:
            self._keys.dim(_WANT_AN_ARTICLE - ({"find_article"} if self.view.words else set()))
        else:
            self._keys.dim(frozenset())

    def _standing(self) -> PaintedLine:
        """Where one is in the list, how it is ordered, and what was looked for."""
        total = len(self._articles)
        articles = f"{total} article{'' if total == 1 else 's'}"
        order = (f" · by {self.view.order.value}", "muted")
        if not total:
            return (("no articles", "muted"),)
        if not self.view.words:
            return ((f"{self._list.number}", "strong"), (f" of {articles}", ""), order)
        return (
            (f"{self._list.number}", "strong"),
            (f" of {self._count} found", ""),
            (f" “{self.view.words}”", "accent"),
            (f" in {articles}", ""),
            order,
            (f" · {self.key_of('show_desk')} shows all", "muted"),
        )

    def _empty(self) -> list[PaintedLine]:
        if self.view.words and self._articles:
            return [
                (("  Nothing is called so.", "strong"),),
                (),
                ((f"  {self.key_of('show_desk')}", "accent"), ("   shows all again", "")),
            ]
        if self._articles:
            return []
        if self.view.is_archive:
            return no_archive(self.key_of)
        return no_articles(self.key_of, has_archive=bool(self.port.articles(archived=True)))

    # ---------------------------------------------------------------------------------------------- moving

    def action_move(self, where: str) -> None:
        """Choose another article."""
        self._list.go(where)
        self._paint_chosen()

    def on_article_list_article_chosen(self) -> None:
        """A click has chosen another article."""
        self._paint_chosen()

    def on_article_list_article_taken(self) -> None:
        """A click has taken an article: the program opens it, after the keys before it."""
        self.app.call_later(self._open_chosen)

    async def _open(self) -> None:
        if self._finding.is_open:
            self._finding.close()
        else:
            await self._open_chosen()  # at once, not by a message: the next key is for the article already

    async def _open_chosen(self) -> None:
        if self._list.chosen is not None and self.is_current:
            article_id = self._list.chosen.article.id
            await self.app.run_action(f"open_article('{article_id}')", self.app)

    def _reorder(self) -> None:
        self.view.order = self.view.order.following
        self.paint()
        self.say(f"ordered by {self.view.order.value}")

    def _turn_to_archive(self) -> None:
        self.view.is_archive = not self.view.is_archive
        self.read_again()

    def _show_desk(self) -> None:
        if self._finding.is_open:
            self._finding.close()
        elif not self.view.words:
            self.view.is_archive = False
        self.view.words = ""
        self.read_again()

    # --------------------------------------------------------------------------------------------- finding

    async def _find(self) -> None:
        await self._finding.open()

    def on_input_changed(self) -> None:
        """Something else is looked for."""
        self._finding.follow()

    def on_paste(self, event: events.Paste) -> None:
        """An article that is pasted onto the desk is looked at before it is imported."""
        event.stop()
        if event.text.strip():
            self._taking_in.ask_for_paste(event.text)
