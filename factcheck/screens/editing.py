"""Editing statements: the word cursor, splitting, joining, adding, leaving out of the check."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.text import Span
from factcheck.screens.commanded import Act
from factcheck.screens.detailing import Detailing

if TYPE_CHECKING:
    from factcheck.screens.dialogs.word_cursor import Chosen
    from factcheck.screens.review import ReviewScreen

_MOVES = ("word_left", "word_right", "word_down", "word_up")
_AT_WORDS = ("cut_here", "begin_here", "end_here", "select")


class Editing:
    """The acts on the statement itself. Each is saved before anything else is shown, and can be undone."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._detailing = Detailing(screen)

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "word_cursor": self._go_through_words,
            "split_statement": self._ask_where_to_split,
            "join_statement": self._join,
            "add_statement": self._ask_what_to_add,
            "exclude_statement": self._exclude,
            "speakers_and_details": self._detailing.ask,
        }

    def _go_through_words(self) -> None:
        from factcheck.screens.dialogs.word_cursor import For

        cut, begin, end, select = map(self._screen.key_of, _AT_WORDS)
        explained = (
            f"{self._moves()} {cut} splits before one, {begin} {end} let the statement begin or end there, {select} "
            "selects several: for a speaker, a detail, a statement of their own."
        )
        self._open("words", explained, For.ANYTHING, self._do)

    def _ask_where_to_split(self) -> None:
        from factcheck.screens.dialogs.word_cursor import For

        explained = f"{self._moves()} The first part keeps what hangs on it."
        self._open("split before which word?", explained, For.SPLIT, self._do)

    def _ask_what_to_add(self) -> None:
        from factcheck.screens.dialogs.word_cursor import For

        async def add(chosen: "Chosen") -> None:
            await self._add(chosen.words)

        begins, ends = self._screen.key_of("select"), self._screen.key_of("take_words")
        explained = (
            f"{self._moves()} {begins} begins the selection, {ends} ends it; other statements keep the rest of "
            "their words."
        )
        self._open("words for a statement of their own", explained, For.WORDS, add)

    def _moves(self) -> str:
        """How one gets to a word."""
        keys = " ".join(map(self._screen.key_of, _MOVES))
        return f"{keys} and the arrows go through the words."

    def _open(self, title: str, explained: str, wanted: object, then: Callable[..., object]) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        from factcheck.screens.dialogs.word_cursor import For, WordCursorDialog
        from factcheck.widgets.word_pane import cursor_at

        async def chosen(what: "Chosen | None") -> None:
            if what is not None:
                done = then(what)
                if hasattr(done, "__await__"):
                    await done

        cursor = cursor_at(screen.port.editing.run(statement), statement)
        heading = f"Statement {screen.stand.number}: {title}"
        screen.push(WordCursorDialog(heading, explained, cursor, For(str(wanted))), chosen)

    async def _do(self, chosen: "Chosen") -> None:
        """What was chosen at the word cursor."""
        from factcheck.screens.dialogs.word_cursor import How

        screen, statement, words = self._screen, self._screen.stand.statement, chosen.words
        if statement is None:
            return
        editing = screen.port.editing
        if chosen.how is How.SPLIT:
            self._tell_split(await screen.write(lambda: editing.split(statement, words.start)))
        elif chosen.how is How.BEGIN:
            await screen.write(lambda: editing.begin_at(statement, words.start))
        elif chosen.how is How.END:
            await screen.write(lambda: editing.end_at(statement, words.end))
        else:
            self._detailing.ask_what(statement, words, self._add)

    def _tell_split(self, changes: Changes | None) -> None:
        if changes is not None and not changes.is_empty:
            number = self._screen.stand.number
            self._screen.say(
                f"split: now {number} and {number + 1}; each is to be answered for its own words"
            )

    async def _join(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is not None:
            await screen.write(lambda: screen.port.editing.join(statement))

    async def _add(self, words: Span) -> None:
        """Cut the words out, and go to the statement that they are now."""
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        changes = await screen.write(lambda: screen.port.editing.add(statement, words))
        moved = changes.statements if changes is not None else ()
        added = next((m.after for m in moved if m.after and m.after.span == words), None)
        if added is not None:
            screen.stand.step_to(added)
            screen.say(f"statement {screen.stand.number} added")

    async def _exclude(self) -> None:
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return
        if statement.excluded is not None:
            await screen.write(lambda: screen.port.editing.include(statement))
            return
        from factcheck.domain.exclusion import Exclusion
        from factcheck.screens.dialogs.choice import ChoiceDialog

        reasons = list(Exclusion)
        letters = "".join(reason.value[0] for reason in reasons)

        async def chosen(index: int | None) -> None:
            if index is not None:
                await screen.write(lambda: screen.port.editing.exclude(statement, reasons[index]))

        rows = [((f"{r.value[0]}  ", "accent"), (r.value, "")) for r in reasons]
        title = f"Leave statement {screen.stand.number} out of the check: why?"
        screen.push(ChoiceDialog(title, rows, letters=letters), chosen)
