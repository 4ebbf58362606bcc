"""Picking one of many by typing words of it, and then what is to be done with it; or only the latter.

What is picked is done before the next key is looked at: nothing that is typed ahead goes to the screen below.
"""

import inspect
import time
from asyncio import TimerHandle
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct
from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of
from factcheck.screens.later import later
from factcheck.widgets.find_field import FindField
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.painted import PaintedLine
from factcheck.widgets.scrolling import ChoiceList

_MOST = 60
_BREATH = 0.008
"""Seconds of looking after which keys get their turn."""
_PAUSE = 0.001
_LETTERS = "abcdefghijklmnopqrstuvwxyz0"


class Menu(Struct, frozen=True):
    """A few lines under a title; each is taken by its letter, too."""

    title: str
    lines: Sequence["Offer"]


class Offer(Struct, frozen=True):
    """A line, and what it leads to: another menu, or an act with which the picking ends."""

    line: PaintedLine
    act: Act | None = None
    menu: Callable[[], Menu] | None = None
    letter: str = ""


Search: TypeAlias = Callable[[str], Iterator[list[Offer]]]


class PickDialog(Dialog[None], inherit_bindings=False):
    """Starts at a field, whose words are looked for part by part with `search`, or else at a menu.

    `keep` hears what is typed, and None when something was picked; `after` is called when all is done.
    """

    BINDINGS = bindings_of(Where.PICK)
    WHERE = Where.PICK
    AUTO_FOCUS = "FindField"

    def __init__(
        self,
        menu: Menu,
        *,
        after: Callable[[], None],
        search: Search | None = None,
        typed: str = "",
        keep: Callable[[str | None], None] = lambda typed: None,
    ) -> None:
        super().__init__(menu.title)
        self._menus = [menu]
        self._after = after
        self._search = search
        self._keep = keep
        self._field = FindField(typed, field_id="line") if search else None
        self._list = ChoiceList(widget_id="choices")
        self._hint = FixedLines(widget_id="pick-hint")
        self._offers: list[Offer] = []
        self._looked_for: str | None = None
        self._looking: Iterator[list[Offer]] | None = None
        self._timer: TimerHandle | None = None
        for letter in _LETTERS:
            self._bindings.bind(letter, f"letter('{letter}')", show=False, priority=True)
        for key in ("up", "down"):
            self._bindings.bind(key, f"move('{key}')", show=False, priority=True)

    def compose_room(self) -> ComposeResult:
        if self._field is not None:
            yield self._field
        yield self._list
        yield self._hint

    def on_mount(self) -> None:
        """Show what there is before anything is typed."""
        if self._field is not None:
            self._follow()
        else:
            self._show(self._menus[-1])

    def acts(self) -> dict[str, Act]:
        return {"pick": self._pick, "back_or_leave": self._back}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter is one of the menu's, or else a character of what is typed."""
        if action == "letter":
            return any(offer.letter == parameters[0] for offer in self._offers)
        return True

    def action_move(self, where: str) -> None:
        """Choose another line."""
        self._list.go(where)

    # what is looked for

    @property
    def _is_typing(self) -> bool:
        return self._field is not None and len(self._menus) == 1

    def on_input_changed(self) -> None:
        """Something else is typed."""
        if self._is_typing:
            self._follow()

    def _follow(self) -> None:
        """Look for what is typed now, from the start."""
        if self._field is None or self._search is None or self._field.value == self._looked_for:
            return
        if self._looked_for is not None:
            self._keep(self._field.value)
        self._looked_for = self._field.value
        self._looking = self._search(self._looked_for)
        self._offers, self._list.chosen = [], 0
        self._look_on()

    def _look_on(self) -> None:
        """Look a little further, and come back for more when keys have had their turn."""
        began = time.monotonic()
        if self._timer is not None:
            self._timer.cancel()
        while self._looking is not None and time.monotonic() - began < _BREATH:
            found = next(self._looking, None)
            self._offers += found or []
            if found is None or len(self._offers) >= _MOST:
                self._looking = None
        if not self._is_typing:
            return
        self._fill(self._offers[:_MOST])
        if self._looking is not None:
            self._timer = later(self, _PAUSE, self._look_on)

    def _fill(self, offers: Sequence[Offer]) -> None:
        self._offers = list(offers)
        empty = "looking…" if self._looking is not None else "No statement has these words."
        self._list.fill([offer.line for offer in offers], empty=[((empty, "muted"),)])
        self._list.styles.height = max(1, len(offers))
        more = "the first ones; more words find fewer" if len(offers) >= _MOST else ""
        self._hint.say((more, "muted"))

    # what is picked

    async def _pick(self) -> None:
        """Take the chosen line, at least as soon as there is one for what is typed."""
        if self._is_typing:
            self._follow()
            while self._looking is not None and not self._offers:
                self._look_on()
        if self._offers:
            await self._take(self._offers[min(self._list.chosen, len(self._offers) - 1)])

    async def action_letter(self, letter: str) -> None:
        """The letter of a line takes it."""
        await self._take(next(offer for offer in self._offers if offer.letter == letter))

    async def on_choice_list_line_chosen(self, message: ChoiceList.LineChosen) -> None:
        """A click takes a line."""
        if self.is_current and message.index < len(self._offers):
            await self._take(self._offers[message.index])

    async def _take(self, offer: Offer) -> None:
        if offer.menu is not None:
            self._menus.append(offer.menu())
            self._show(self._menus[-1])
            return
        self._keep(None)
        self.dismiss()
        done = offer.act() if offer.act is not None else None
        if inspect.isawaitable(done):
            await done
        self._after()

    def _show(self, menu: Menu) -> None:
        if self._field is not None:
            self._field.display = False
            self.set_focus(None)
        self.entitle(menu.title)
        self._looking, self._list.chosen = None, 0
        self._fill(menu.lines)

    def _back(self) -> None:
        """To the menu before, or out."""
        if len(self._menus) == 1:
            self.dismiss()
            return
        self._menus.pop()
        if self._field is None or len(self._menus) > 1:
            self._show(self._menus[-1])
            return
        self.entitle(self._menus[0].title)
        self._field.display = True
        self.set_focus(self._field)
        self._looked_for = None
        self._follow()
