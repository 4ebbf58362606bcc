"""The ways in which the review asks about a part of a statement: a few lines, words of the text, something typed."""

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeAlias

from factcheck.domain.changes import Changes
from factcheck.domain.statement import Statement
from factcheck.domain.text import Span
from factcheck.errors import FactcheckError
from factcheck.screens.saving import landed
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.screens.dialogs.word_cursor import Chosen
    from factcheck.screens.review import ReviewScreen

Then: TypeAlias = Callable[[], Awaitable[None] | None]
Option: TypeAlias = tuple[str, PaintedLine, Then]
"""A letter, or "" for the line's own number; what the line says; what is done."""

_KIND = 13
_WORDS = 44


class Questions:
    """Asks over one review screen; each answer goes to whoever asked."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def choose(self, title: str, options: list[Option]) -> None:
        """One of a few lines, taken by its letter."""
        from factcheck.screens.dialogs.choice import ChoiceDialog

        async def chosen(index: int | None) -> None:
            if index is not None:
                done = options[index][2]()
                if done is not None:
                    await done

        letters = [letter or (str(n) if n < 10 else " ") for n, (letter, _, _) in enumerate(options, 1)]
        rows = [((f"{key}  ", "accent"), *line) for key, (_, line, _) in zip(letters, options, strict=True)]
        heading = f"Statement {self._screen.stand.number}: {title}"
        self._screen.push(ChoiceDialog(heading, rows, letters="".join(letters)), chosen)

    def words(self, statement: Statement, title: str, then: Callable[[Span], Awaitable[None]]) -> None:
        """Words of the statement, or around it in its paragraph."""
        from factcheck.screens.dialogs.word_cursor import For, WordCursorDialog
        from factcheck.widgets.word_pane import cursor_at

        async def chosen(what: "Chosen | None") -> None:
            if what is not None:
                await then(what.words)

        cursor = cursor_at(self._screen.port.editing.run(statement), statement)
        begins, takes = self._screen.key_of("select"), self._screen.key_of("take_words")
        explained = f"{begins} begins a selection, {takes} takes it; without one, the word at the cursor."
        heading = f"Statement {self._screen.stand.number}: {title}"
        self._screen.push(WordCursorDialog(heading, explained, cursor, For.WORDS), chosen)

    def line(
        self,
        field: str,
        title: str,
        explained: tuple[tuple[str, str], ...],
        stored: str,
        start: Callable[[str], Future[Changes]],
    ) -> None:
        """Something typed, which is written by `start`; what is refused stays in the field, and half-typed text is kept."""
        from factcheck.screens.dialogs.words import KeptLineDialog  # loads the input field

        screen = self._screen
        said: list[str] = []

        async def save(typed: str) -> None:
            try:
                changes = await landed(lambda: start(typed), slow=screen.status.saving)
            except FactcheckError as error:
                screen.status.not_saved(error.title.lower())
                raise
            screen.take_over(changes)
            said.append(changes.what)

        def keep(text: str | None) -> None:
            screen.keep_typed(field, None if text == stored else text)

        async def closed(_: None) -> None:
            screen.say("".join(said))

        text = screen.typed.get(field, stored)
        screen.push(KeptLineDialog(title, explained, text, ask=save, keep=keep), closed)


def option_line(kind: str, words: str, look: str = "") -> PaintedLine:
    """What the line of an option says: of which kind it is, and the words."""
    return (padded(kind, _KIND, "muted"), padded(words.replace("\n", " "), _WORDS, look))
