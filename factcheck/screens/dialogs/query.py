"""Asking a query, and choosing what to do with one that was asked."""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual.app import ComposeResult
from textual.widgets import TextArea

from factcheck.commands.command import Where
from factcheck.screens.commanded import Act, Dialog, bindings_of, opened
from factcheck.screens.dialogs.choice import ChoiceDialog
from factcheck.screens.dialogs.note import NoteArea
from factcheck.widgets.key_line import Key
from factcheck.widgets.line_field import LineField
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.painted import PaintedLine

_TO_SOME_SOURCE = "Who is it?"


class QueryMenu(ChoiceDialog):
    """Lines that are taken by keys of their own. What is taken is done before the next key is looked at.

    `taken` does it; that may open another dialog, to which the keys go that are typed ahead.
    """

    def __init__(
        self,
        title: str,
        rows: Sequence[PaintedLine],
        keys: Mapping[str, int],
        *,
        taken: Callable[[int], Awaitable[None] | None],
    ) -> None:
        super().__init__(title, rows)
        self._taken = taken
        for key, index in keys.items():
            self._bindings.bind(key, f"take({index})", show=False, priority=True)

    def acts(self) -> dict[str, Act]:
        return super().acts() | {"choose": lambda: self.action_take(self._list.chosen)}

    def take(self, index: int) -> None:
        """A click takes a line: the program does it, as the box is going."""
        self.app.call_later(self.action_take, index)

    async def action_take(self, index: int) -> None:
        """Go, and do what the line says."""
        if self.is_current:
            self.dismiss(None)
            done = self._taken(index)
            if inspect.isawaitable(done):
                await done
            await opened(self.app.screen)


class QueryDialog(Dialog[tuple[str, str]], inherit_bindings=False):
    """Ends with a name and a question, or with None when it was left; then what was typed is kept elsewhere.

    `name` is None where nobody need be named. `typed` hears of each change of the two.
    """

    BINDINGS = bindings_of(Where.QUERY)
    WHERE = Where.QUERY
    AUTO_FOCUS = ""

    def __init__(
        self,
        title: str,
        explained: tuple[str, str],
        name: str | None,
        text: str,
        *,
        typed: Callable[[str, str], None],
    ) -> None:
        super().__init__(title)
        self._explained = explained
        self._who = (
            LineField(name, placeholder=_TO_SOME_SOURCE, field_id="line") if name is not None else None
        )
        self._area = NoteArea(text, id="note", tab_behavior="focus", soft_wrap=True, show_line_numbers=False)
        self._area.cursor_blink = False
        self._area.highlight_cursor_line = False
        self._typed = typed
        self._heard = (name or "", text)

    def compose_room(self) -> ComposeResult:
        explained = FixedLines(widget_id="explained")
        explained.say(self._explained)
        yield explained
        if self._who is not None:
            yield self._who
        yield self._area

    def on_mount(self) -> None:
        """The cursor stands where one goes on writing."""
        self._area.move_cursor(self._area.document.end)
        self.set_focus(self._who if self._who is not None and not self._who.value else self._area)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter is a line of the question, except in the name."""
        return parameters != ("to_question",) or (self._who is not None and self.focused is self._who)

    def keys(self) -> Sequence[Key]:
        named = super().keys()
        return [k for k in named if self._who is not None or k.command_id != "to_other_field"]

    def acts(self) -> dict[str, Act]:
        return {
            "save_query": lambda: self._leave((self._who.value if self._who else "", self._area.text)),
            "to_question": self._switch,
            "to_other_field": self._switch,
            "leave_query": lambda: self._leave(None),
        }

    def _leave(self, result: tuple[str, str] | None) -> None:
        self._hear()
        self.dismiss(result)

    def _switch(self) -> None:
        if self._who is not None:
            self.set_focus(self._area if self.focused is self._who else self._who)

    def on_input_changed(self, message: LineField.Changed) -> None:
        """Hand on what is typed."""
        message.stop()
        self._hear()

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Hand on what is typed."""
        message.stop()
        self._hear()

    def _hear(self) -> None:
        heard = (self._who.value if self._who else "", self._area.text)
        if heard != self._heard:
            self._heard = heard
            self._typed(*heard)
