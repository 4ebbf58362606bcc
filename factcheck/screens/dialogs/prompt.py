"""Asking for something typed. What is wrong with it is said in place, and what was typed stays."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.screens.commanded import Dialog
from factcheck.widgets.lines import FixedLines

_KEPT_EVERY = 0.3
Typed = TypeVar("Typed")
Explained = Sequence[tuple[str, str]]
"""Paragraphs, each a text and its look."""


class Prompt(Dialog[Typed], Generic[Typed], inherit_bindings=False):
    """Ends with what came of what was typed, or with None when it was left.

    `ask` does something with the text and raises a FactcheckError when that cannot be done; `keep` hears what
    is typed while that grows and when the prompt is left, and None when it has been used.
    """

    DOING = "saving…"

    def __init__(
        self,
        title: str,
        explained: Explained,
        *,
        ask: Callable[[str], Awaitable[Typed]],
        keep: Callable[[str | None], None],
    ) -> None:
        super().__init__(title)
        self._explained = explained
        self._ask = ask
        self._keep = keep
        self._answer = FixedLines(widget_id="answer")
        self._is_busy = False

    def compose_room(self) -> ComposeResult:
        explained = FixedLines(widget_id="told")
        explained.say(*self._explained)
        yield explained
        yield from self.compose_field()
        yield self._answer

    def on_mount(self) -> None:
        """What is typed is kept as it grows, so that a crash takes a third of a second of it at most."""
        self.call_after_refresh(self._show_the_end)
        self.set_interval(_KEPT_EVERY, lambda: None if self._is_busy else self._keep(self.typed))

    def _show_the_end(self) -> None:
        """In a window that is too low for all of it, the field and the keys are what must be seen."""
        if self._box.is_attached:  # the box may be gone again
            self._box.scroll_end(animate=False)

    def compose_field(self) -> Iterator[Widget]:
        """Where one types."""
        raise NotImplementedError

    @property
    def typed(self) -> str:
        """What is typed now."""
        raise NotImplementedError

    def say(self, *paragraphs: tuple[str, str]) -> None:
        """Say something below the field, until something else is said."""
        self._answer.say(*paragraphs)
        self._answer.refresh(layout=True)
        self.call_after_refresh(self._show_the_end)

    async def submit(self) -> None:
        """Do it, and end with what came of it; or say why that cannot be done."""
        if self._is_busy:
            return
        self._is_busy = True
        is_used, typed = False, self.typed
        self.say((self.DOING, "warning"))
        try:
            result = await self._ask(typed)
        except FactcheckError as error:
            self._keep(typed)  # whoever leaves now, or is thrown out, has it all
            self.say((error.sentence, "error"), (error.next_step, "accent"))
        else:
            is_used = True
            self._keep(None)
            self.dismiss(result)
        finally:
            self._is_busy = is_used  # the clock may strike once more before the box is gone

    def leave(self) -> None:
        """Leave; what was typed is kept."""
        self._keep(self.typed)
        self.dismiss(None)
