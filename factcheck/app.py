"""The shell around the screens: themes, signals, what happens when something breaks, the way out."""

import asyncio
import gc
import signal
import sys
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen
from textual.theme import Theme

from factcheck.clock import Clock
from factcheck.commands.command import Where
from factcheck.errors import ExitCode, FactcheckError
from factcheck.screens.commanded import Dialog, bindings_of, key_for, opened
from factcheck.screens.later import later
from factcheck.screens.ports import DeskPort, ReviewPort, SettingsPort
from factcheck.screens.remapping import keymap_of
from factcheck.screens.review import ReviewScreen
from factcheck.screens.themes import THEMES
from factcheck.screens.thrifty_driver import thrifty
from factcheck.settings import Settings
from factcheck.widgets.text import content
from factcheck.widgets.thrift import Thrift

if TYPE_CHECKING:
    from factcheck.screens.desk import DeskScreen
    from factcheck.screens.desk_view import DeskView

_FLUSH_PATIENCE = 2.0
_TURN = 0.0005
"""Seconds after which a busy thread lets another one on. Python's own five milliseconds are a wait after each read
of the store, of which a key does a dozen, while the writer's thread loads what it needs."""
_SETTLED = 0.05
"""Seconds after which a window has its size: Textual's timer for that can get lost, and then no size would count."""
_SIGNALS = {signal.SIGHUP: ExitCode.HANGUP, signal.SIGTERM: ExitCode.TERMINATED}


def _catalogue() -> Any:
    from factcheck.screens.palette import CatalogueProvider  # only when the palette is opened

    return CatalogueProvider


class FactcheckApp(App[None], inherit_bindings=False):
    """The program in a terminal. Starts at `review`, or at the desk without it.

    Reviews that it opened, and the one that it was handed, it closes itself; the desk is the caller's.
    """

    TITLE = "factcheck"
    BINDINGS = [*bindings_of(Where.EVERYWHERE), Binding("ctrl+c", "hint_at_quit", show=False)]
    COMMANDS = {_catalogue}
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (60, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-short"), (22, "-high"), (30, "-tall")]
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        desk: DeskPort,
        review: ReviewPort | None = None,
        *,
        settings: Settings,
        clock: Clock,
        zone: tzinfo | None = None,
        keeper: SettingsPort | None = None,
    ) -> None:
        self._thrift = Thrift()
        # Any other screen brings what it looks like; Textual does not read that of the first one.
        first = "review" if review is not None else "desk"
        super().__init__(css_path=["screens/app.tcss", f"screens/{first}.tcss"])
        self.own_keys = settings.keys
        self.set_keymap(keymap_of(settings.keys))
        self._keeper = keeper
        self._desk = desk
        self._review = review
        self._settings = settings
        self._clock = clock
        self._zone = zone
        self._desk_view: DeskView | None = None
        self._has_been_warned = False
        for theme in self._themes().values():
            self.register_theme(theme)
        self.set_reactive(App.theme, THEMES[settings.theme].name)  # quietly: no style sheet has been read yet
        self.stylesheet.set_variables(self.get_css_variables())

    def _themes(self) -> dict[str, Theme]:
        if self.console.color_system == "truecolor":
            return THEMES
        from factcheck.screens.few_colours import themes_for  # most terminals have all colours

        return themes_for(self.console.color_system)

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, with fewer bytes for those who work over a slow line."""
        return thrifty(super().get_driver_class(), self._thrift)

    def on_resize(self) -> None:
        """The window was dragged. Small and back to what it was, it has lost what did not fit: paint all of it."""
        self._thrift.forget()
        self.screen.refresh()
        later(self, _SETTLED, self._settle_size)

    def _settle_size(self) -> None:
        """See that the newest size counts. Two signals at once can be told the wrong way round, the older size last."""
        self._check_resize()
        told = self._told_size()
        if told is not None and told != self.size:
            self.post_message(Resize(told, told))

    def _told_size(self) -> Size | None:
        """What the terminal says its size is; None where it tells it by itself, in the stream of keys."""
        ask = getattr(self._driver, "_get_terminal_size", None)  # Textual has no public way to ask
        if ask is None or getattr(self._driver, "_in_band_window_resize", False):
            return None
        return Size(*ask())

    @property
    def fatal(self) -> BaseException | None:
        """What broke, if something did: then the exit code is 1, and the caller writes a report of it."""
        return self._exception

    def get_default_screen(self) -> Screen[Any]:
        """The first screen."""
        return self._review_screen(self._review) if self._review is not None else self._desk_screen()

    def _review_screen(self, port: ReviewPort) -> ReviewScreen:
        screen = ReviewScreen(port, clock=self._clock, zone=self._zone)
        screen.follow(self._settings)
        if self._keeper is not None and self._keeper.is_hint_wanted:
            screen.writing.hint_until(self._keeper.hint_is_done)
        return screen

    def _desk_screen(self) -> "DeskScreen":
        from factcheck.screens.desk import DeskScreen  # not for who goes straight to an article
        from factcheck.screens.desk_view import DeskView

        self._desk_view = self._desk_view or DeskView()  # outlives the screen
        return DeskScreen(self._desk, clock=self._clock, zone=self._zone, view=self._desk_view)

    def on_ready(self) -> None:
        """The first frame is there. What was loaded for it stays, so collecting need never look at it again."""
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(_TURN)

    def on_mount(self) -> None:
        """Textual does not hear these signals: without this the process would die as it stands."""
        loop = asyncio.get_running_loop()
        for number, code in _SIGNALS.items():
            loop.add_signal_handler(number, self._leave_by_signal, code)
        self.app_resume_signal.subscribe(self, self._wake_up)

    def _wake_up(self, _: "App[None]") -> None:
        """Back from the shell: the terminal has forgotten everything, and Textual paints only what is different."""
        for screen in self.screen_stack:
            screen.refresh(layout=True)

    def _leave_by_signal(self, code: ExitCode) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReviewScreen):
                screen.placing.flush()  # the caller's closing waits until it is on the disk
        self.exit(return_code=int(code))

    # -------------------------------------------------------------------------------------------- acts

    async def action_do(self, command_id: str) -> None:
        """Do one of the commands that belong to no screen."""
        match command_id:
            case "help":
                await self._show_help()
            case "palette":
                self.action_command_palette()
            case "settings":
                await self._show_settings()
            case "suspend":
                await self._suspend()
            case "quit":
                await self._quit()

    def action_command_palette(self) -> None:
        """Find a command by its name."""
        from factcheck.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    async def _show_help(self) -> None:
        from factcheck.screens.help import help_screen

        where: Where = getattr(self.screen, "WHERE", Where.REVIEW)
        self.push_screen(help_screen(where, self.own_keys))
        await opened(self.screen)

    async def _show_settings(self) -> None:
        if self._keeper is None or isinstance(self.screen, Dialog):
            return
        from factcheck.screens.setting import SettingsDialog

        self.push_screen(SettingsDialog(self._settings, self._keeper, changed=self._take_settings))
        await opened(self.screen)

    def _take_settings(self, settings: Settings) -> None:
        """Settings were changed: those that can be seen count at once."""
        self._settings = settings
        self.theme = THEMES[settings.theme].name
        review = self._open_review()
        if review is not None:
            review.follow(settings)
            review.paint()

    async def _suspend(self) -> None:
        """Go to sleep with everything saved: nobody knows whether the shell will wake us."""
        review = self._open_review()
        if review is not None:
            await _flushed(review)
        self.action_suspend_process()

    async def _quit(self) -> None:
        """Leave when all is saved; when the place cannot be, say so first and leave at the second time."""
        review = self._open_review()
        if review is not None and not self._has_been_warned:
            error = await _flushed(review)
            if error is not None:
                self._has_been_warned = True
                review.say(f"not all could be saved; {key_for(self, 'quit')} once more leaves all the same")
                review.paint()
                return
        self.exit()

    def _open_review(self) -> ReviewScreen | None:
        return next((s for s in self.screen_stack if isinstance(s, ReviewScreen)), None)

    async def action_open_article(self, article_id: str) -> None:
        """Open an article from the desk; when that cannot be done, the desk says why."""
        try:
            port = self._desk.open(article_id)
        except FactcheckError as error:
            self.notify(content(f"{error.sentence} {error.next_step}").plain, title=error.title, markup=False)
            return
        self._review = port
        await self.switch_screen(self._review_screen(port))

    async def action_go_to_desk(self) -> None:
        """Leave the article that is open; all of it is saved before the desk is shown."""
        review = self._open_review()
        if review is None:
            return
        if await _flushed(review) is not None and not self._has_been_warned:
            self._has_been_warned = True
            review.say(f"not all could be saved; {key_for(self, 'to_desk')} once more leaves all the same")
            return
        self._has_been_warned = False
        desk = self._desk_screen()
        desk.come_from(review.port.article, review.stand.number, review.stand.tally.statements)
        await self.switch_screen(desk)
        self._review = None
        await asyncio.to_thread(review.port.close)

    def action_hint_at_quit(self) -> None:
        """Ctrl+C is pressed by habit, and means copy in editors: it leaves nothing."""
        self.notify(f"{key_for(self, 'quit')} leaves; all is saved", markup=False)

    # -------------------------------------------------------------------------------------------- the end

    def close(self) -> None:
        """After `run`: wait until the open review is on the disk. Raises FactcheckError."""
        if self._review is not None:
            self._review.close()
            self._review = None

    def _handle_exception(self, error: Exception) -> None:
        """Keep what broke, and leave; Textual would print it with the article's text in its variables."""
        self._return_code = int(ExitCode.INTERNAL)
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()


async def _flushed(review: ReviewScreen) -> FactcheckError | None:
    """Wait until the place is saved, not for ever; why it is not, if it is not."""
    flushing = review.placing.flush()
    if flushing is None:
        return None
    await asyncio.wait({flushing}, timeout=_FLUSH_PATIENCE)
    if not flushing.done():
        return None  # the closing of the review waits for it
    error = flushing.exception()
    return error if isinstance(error, FactcheckError) else None
