"""What all screens have in common: keys from the catalogue, done one after the other, painted once."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, TypeAlias, TypeVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from factcheck.commands.catalogue import catalogue, command, commands_of, key_line_of
from factcheck.commands.command import Command, Where
from factcheck.screens.remapping import OwnKeys, own
from factcheck.widgets.key_line import Key, KeyLine
from factcheck.widgets.layout import width_of
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.text import content

BOX_CSS: list[str | PurePath] = [Path(__file__).with_name("dialogs") / "dialogs.tcss"]
"""What boxes look like; one that looks special adds its own."""
Act: TypeAlias = Callable[[], Awaitable[None] | None]
Result = TypeVar("Result")
_LONGEST_TITLE = 53
"""What there is room for in the border of a box, in cells, in the smallest window too."""


def bindings_of(where: Where) -> list[BindingType]:
    """The keys of a screen as Textual wants them. Those of the program itself work in dialogs too.

    A screen's own key is done as soon as it is read, before the next one is looked at, whatever field has the
    focus: no such key is a character where one types.
    """
    return [
        Binding(
            ",".join(command.keys),
            f"do('{command.id}')",
            command.label,
            show=False,
            id=command.id,
            priority=where is not Where.EVERYWHERE or command.id == "quit",
        )
        for command in commands_of(where)
    ]


def keys_of(where: Where, *, is_modal: bool = False) -> list[Key]:
    """The line of keys of a screen."""
    return [_key(c, is_modal=is_modal) for c in key_line_of(where, is_modal=is_modal)]


def _key(command: Command, *, is_modal: bool) -> Key:
    return Key(
        command.id,
        command.shown_keys[0],
        command.label,
        is_kept=is_modal or command.id == "help",
        is_wanted=command.is_always_named,
        short=command.short,
        family=command.family,
    )


def keys_of_user(app: "App[Any]") -> OwnKeys:
    """What the user has put on other keys, as the program was told."""
    mine: OwnKeys = getattr(app, "own_keys", {})
    return mine


def key_for(app: "App[Any]", command_id: str) -> str:
    """The key of a command as it is read, the user's own where there is one: whatever names a key asks here."""
    return own(command(command_id), keys_of_user(app)).shown_keys[0]


class _Commanded(Screen[Result], inherit_bindings=False):
    """A screen whose keys are acts by their command's id."""

    AUTO_FOCUS = ""

    def acts(self) -> dict[str, Act]:
        """What each command of this screen does."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Name the user's own keys, where there are any."""
        mine = keys_of_user(self.app)
        if mine:
            for line in self.query(KeyLine):
                line.rename({c.id: own(c, mine).shown_keys[0] for c in catalogue()})

    def fit(self) -> None:
        """Know the window's size before anything is in it: Textual tells it only after the first frame, which jumps."""
        width, height = self.app.size
        for size, breakpoints in (
            (width, self.app.HORIZONTAL_BREAKPOINTS),
            (height, self.app.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(*[name for least, name in breakpoints or () if size >= least][-1:])

    def key_of(self, command_id: str) -> str:
        """The key of a command as it is read."""
        return key_for(self.app, command_id)

    async def action_do(self, command_id: str) -> None:
        """Do a command of the catalogue, whether its key was pressed, or it was clicked or found by name."""
        await settled(self.focused)
        done = self.acts()[command_id]()
        if inspect.isawaitable(done):
            await done
        await opened(self.app.screen)

    def on_key_line_command_pointed(self, message: KeyLine.CommandPointed) -> None:
        """A click on the key line waits its turn like a key."""
        target = self if message.command_id in self.acts() else self.app
        self.app.call_later(self.app.run_action, f"do('{message.command_id}')", target)


class CommandScreen(_Commanded[None], inherit_bindings=False):
    """A whole screen."""

    _usual_bindings: BindingsMap | None = None

    def compose(self) -> ComposeResult:
        self.fit()
        yield from self.compose_room()
        small = FixedLines(widget_id="too-small")
        small.say(("The window is too small: factcheck needs 60 columns and 16 rows.", "strong"))
        yield small

    def compose_room(self) -> ComposeResult:
        """What is in the screen."""
        raise NotImplementedError

    def hear(self, words: str) -> None:
        """Others have written, as `words` say; a list over the review shows it."""

    def set_keys(self, keys: Mapping[str, str] | None) -> None:
        """Let keys mean something else for a while: what each does. None: as usual."""
        self._usual_bindings = usual = self._usual_bindings or self._bindings
        self._bindings = usual
        if keys is not None:
            own = [Binding(key, action, show=False, priority=True) for key, action in keys.items()]
            self._bindings = BindingsMap(own)

    def _pop_result_callback(self) -> None:
        """Textual forgets that the first screen was never pushed, so that nothing waits for its result."""
        if self._result_callbacks:
            super()._pop_result_callback()


async def settled(field: Widget | None) -> None:
    """Wait until a field has taken in all that was typed before the key that is being done now."""
    done = asyncio.Event()
    if field is not None and field.call_later(done.set):
        await done.wait()


async def opened(screen: Screen[Any]) -> None:
    """Wait until a dialog that was just opened can take keys, so that none typed ahead goes astray."""
    if isinstance(screen, Dialog):
        await screen.ready.wait()


class Dialog(ModalScreen[Result], _Commanded[Result], inherit_bindings=False):
    """A box over a screen: a title, its content, and its keys."""

    WHERE = Where.LIST
    CSS_PATH = BOX_CSS

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._title_line = FixedLines(widget_id="title")
        self._box = Widget(id="box")
        self.ready = asyncio.Event()

    def on_screen_resume(self) -> None:
        """The box is there; when Textual has given its field the focus, too, keys may come."""
        self.call_next(self.ready.set)

    def compose(self) -> ComposeResult:
        self.fit()
        with self._box:
            self.entitle(self._title)
            yield self._title_line
            yield from self.compose_room()
            yield KeyLine(self.keys(), widget_id="dialog-keys")

    def entitle(self, title: str) -> None:
        """Give the box another title: it stands in the border, or below it when it is too long for one."""
        is_long = width_of(title) > _LONGEST_TITLE
        self._box.border_title = None if is_long else content(title)
        self._title_line.display = is_long
        self._title_line.say((title, "strong"))

    def compose_room(self) -> ComposeResult:
        """What is in the box."""
        raise NotImplementedError

    def keys(self) -> Sequence[Key]:
        """The keys that the box names."""
        return keys_of(self.WHERE, is_modal=True)
