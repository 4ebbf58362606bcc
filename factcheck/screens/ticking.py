"""Ticking the details of the current statement: while it is on, letters are details; every other key ends it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from factcheck.commands.catalogue import commands_of
from factcheck.commands.command import Command, Group, Where
from factcheck.domain.checklist import LETTERS, DetailState, Item, checklist, page_count, page_of
from factcheck.errors import ChangedMeanwhileError, FactcheckError
from factcheck.screens.commanded import Act, keys_of_user
from factcheck.screens.remapping import own
from factcheck.screens.saving import landed
from factcheck.widgets.key_line import Key

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_KEEP_ON = frozenset({"tick", "more_details", "leave_ticking", "page_down", "page_up", "undo", "redo"})
"""What one may do without ticking being over."""
_NOT_MEANWHILE = frozenset(
    {"confirmed", "unverified", "disputed", "clear", "leave_to_speaker", "publication"}
)
"""What is done at once: a key that might have been meant for a detail, or for its right value, does not do it."""
_EXPLAINED = (
    ("What ought to stand there? It becomes suggested wording; the article itself stays as it is.", "muted"),
    ("Empty: it is wrong, and what is right is not known yet.", "muted"),
)


class Ticking:
    """The acts that say of one detail at a time that it is right or wrong. There is none for more than one."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._page: int | None = None
        self._about = ""
        self._is_card_brought = False

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"tick": self._switch}

    def acts_while_on(self) -> dict[str, Act]:
        """What each command of the mode does; nothing while it is off."""
        return {} if self._page is None else {"more_details": self._turn, "leave_ticking": self.leave}

    # ------------------------------------------------------------------------------------------ on and off

    @property
    def page(self) -> int | None:
        """The page of letters, from 0, while one ticks; else None."""
        return self._page

    def keys(self) -> list[Key] | None:
        """The keys to be named while one ticks; None for the usual ones."""
        if self._page is None:
            return None
        shown = page_of(self._items(), self._page)
        last = LETTERS[len(shown) - 1] if shown else ""
        letters = f"a–{last}" if len(shown) > 1 else last
        keys = [Key("tick", letters, "tick"), Key("tick", letters.upper(), "wrong")] if shown else []
        if page_count(self._items()) > 1:
            keys.append(self._key("more_details"))
        return [*keys, self._key("leave_ticking")]

    def _key(self, command_id: str) -> Key:
        command = next(c for c in commands_of(Where.TICKING) if c.id == command_id)
        return Key(command.id, self._screen.key_of(command.id), command.label, is_kept=True)

    def before(self, command_id: str) -> None:
        """A command is about to be done: most of them end the ticking."""
        if command_id not in _KEEP_ON:
            self.leave()

    def follow(self) -> None:
        """Another statement may be the current one: its details have other letters."""
        statement = self._screen.stand.statement
        if statement is None or statement.id != self._about:
            self.leave()

    def _switch(self) -> None:
        statement = self._screen.stand.statement
        if self._page is not None:
            self.leave()
        elif statement is None or not self._items():
            self._screen.say("no detail to tick here")
        else:
            self._page, self._about = 0, statement.id
            self._screen.set_keys(self._letters_first())
            self._is_card_brought = self._screen.panes.bring_card_to_front()

    def leave(self) -> None:
        """Letters are commands again."""
        if self._page is not None:
            self._page = None
            self._screen.set_keys(None)
            if self._is_card_brought:
                self._screen.panes.bring_card_to_front(whether=False)

    def _turn(self) -> None:
        if self._page is not None:
            self._page = (self._page + 1) % page_count(self._items())

    def _letters_first(self) -> Mapping[str, str]:
        """The keys of the mode, then those of the review that are left, the user's own ones among them."""
        mine = keys_of_user(self._screen.app)
        taken = {key: f"detail('{key}')" for letter in LETTERS for key in (letter, letter.upper())}
        for command in (*commands_of(Where.TICKING), *commands_of(Where.REVIEW)):
            for key in own(command, mine).keys:
                is_kept_off = command.id in _NOT_MEANWHILE
                taken.setdefault(key, f"detail('{key}')" if is_kept_off else f"do('{command.id}')")
        return taken

    # ------------------------------------------------------------------------------------------ details

    def _items(self) -> Sequence[Item]:
        statement = self._screen.stand.statement
        if statement is None:
            return ()
        return checklist(statement, self._screen.port.around(statement).ticked_at)

    async def letter(self, letter: str) -> None:
        """A letter was pressed: a detail of this page, or else the command that it usually is, if that is safe."""
        shown = page_of(self._items(), self._page or 0)
        index = LETTERS.find(letter.lower())
        if 0 <= index < len(shown):
            await self.take(shown[index].label, is_wrong=letter.isupper())
            return
        command = self._usually(letter)
        is_meant_wrong = letter.isupper() and command is not None and command.group is not Group.MOVE
        if command is None or is_meant_wrong or command.id in _NOT_MEANWHILE:
            key = self._screen.key_of("leave_ticking")
            self._screen.say(f"there is no detail {letter.lower()} here; {key} ends ticking")
        else:
            await self._screen.action_do(command.id)

    def _usually(self, key: str) -> Command | None:
        mine = keys_of_user(self._screen.app)
        return next((c for c in commands_of(Where.REVIEW) if key in own(c, mine).keys), None)

    async def take(self, label: str, *, is_wrong: bool = False) -> None:
        """Tick a detail, take off what was said of it here, or ask how it ought to be."""
        screen, statement = self._screen, self._screen.stand.statement
        item = next((i for i in self._items() if i.label == label), None)
        if statement is None or item is None:
            return
        if is_wrong:
            self._ask(item)
            return
        port = screen.port.ticking
        start = port.tick if item.tick is None else port.take_off
        changes = await screen.write(lambda: start(statement, item.given_for, item.occurrence))
        if changes is not None:
            screen.say(f"{label}: {changes.what}{self._left()}")

    def _left(self) -> str:
        """How many are still to be gone over."""
        count = sum(item.state is DetailState.NOT_YET for item in self._items())
        return f" · {count} not yet" if count else " · no detail is left"

    def _ask(self, item: Item) -> None:
        from factcheck.screens.dialogs.words import KeptLineDialog  # loads the input field

        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        field = f"wrong:{statement.id}:{item.given_for}:{item.occurrence}"
        said = ""

        async def save(typed: str) -> None:
            nonlocal said
            try:
                changes = await landed(
                    lambda: screen.port.ticking.mark_wrong(statement, item.given_for, item.occurrence, typed),
                    slow=screen.status.saving,
                )
            except FactcheckError as error:
                screen.status.not_saved(error.title.lower())
                if isinstance(error, ChangedMeanwhileError):
                    screen.stand.read_again()
                raise
            screen.take_over(changes)
            said = f"{item.label}: {changes.what}"

        def keep(text: str | None) -> None:
            screen.keep_typed(field, None if text == item.right else text)

        async def closed(_: None) -> None:
            screen.say(said)

        words = " ".join(item.words.split())
        title = f"{item.label} is wrong: {words}"
        text = screen.typed.get(field, item.right)
        screen.push(KeptLineDialog(title, _EXPLAINED, text, ask=save, keep=keep), closed)
