"""Queries: asked on a statement, answered, closed, opened again; and the list of all of them."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from factcheck.domain.asking import Asked
from factcheck.domain.query import Addressee, QueryState
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act
from factcheck.widgets.painted import PaintedLine, padded

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.screens.dialogs.note import NoteDialog
    from factcheck.screens.review import ReviewScreen
    from factcheck.screens.saving import Start

Write: TypeAlias = "Callable[[Start], Awaitable[Changes | None]]"
Offer: TypeAlias = "tuple[PaintedLine, str, Act]"
"""A line, the key that takes it, and what it does."""

_KEPT = "not saved; what you typed is kept"
_KEY, _STATE, _WHO, _MOST = 4, 10, 18, 36
_TITLE = 120
_BY_DIGIT = 9
_LETTERS = {Addressee.AUTHOR: "a", Addressee.EDITOR: "e", Addressee.SOURCE: "s"}
_TOLD = {
    Addressee.AUTHOR: "It goes out with the message to the author, and into reports.",
    Addressee.EDITOR: "It goes out with the message to the editor, and into reports.",
    Addressee.SOURCE: "A report prints it only when a source of this name is on file and not confidential.",
}
_ANSWER_TOLD = ("What came back, in their words where you can. It goes into reports with the query.", "muted")


class Asking:
    """The acts about queries. What is half-typed is kept with the place until it is saved."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"query": self._query, "queries": self._list}

    def _list(self) -> None:
        from factcheck.screens.queries import QueriesScreen

        screen = self._screen
        queries = QueriesScreen(screen)

        async def left(_: None) -> None:
            if queries.target is not None:
                screen.stand.step_to(screen.port.statement(queries.target))

        screen.push(queries, left)

    # ------------------------------------------------------------------------------------------ on a statement

    def _query(self) -> None:
        """Offer the queries that there are by number, and a new one to each addressee by letter."""
        statement, number = self._screen.stand.statement, self._screen.stand.number
        if statement is None:
            return
        offers = [
            self._offer(Asked(number, place, statement, query))
            for place, query in enumerate(statement.queries, 1)
        ]
        offers += [self._new(statement, to) for to in Addressee]
        self._menu(f"Query on statement {number}", offers)

    def _menu(self, title: str, offers: "list[Offer]") -> None:
        from factcheck.screens.dialogs.query import QueryMenu

        keys = {key: index for index, (_, key, _) in enumerate(offers) if key}
        rows = [row for row, _, _ in offers]
        self._screen.push(QueryMenu(title, rows, keys, taken=lambda index: offers[index][2]()))

    def _offer(self, asked: Asked) -> "Offer":
        query = asked.query
        key = str(asked.place) if asked.place <= _BY_DIGIT else ""
        look = "" if query.state is QueryState.OPEN else "muted"
        row: PaintedLine = (
            padded(key, _KEY, "accent"),
            padded(query.state.value, _STATE, look),
            padded(query.addressee, _WHO, look),
            padded(f"  {' '.join(query.text.split())}", _MOST, look),
        )
        return row, key, partial(self._about, asked)

    def _new(self, statement: Statement, to: Addressee) -> "Offer":
        kept = " · goes on with what you typed" if _field(to, statement) in self._screen.typed else ""
        who = f"to a {to.value}" if to is Addressee.SOURCE else f"to the {to.value}"
        row: PaintedLine = (padded(_LETTERS[to], _KEY, "accent"), (f"a new one {who}", ""), (kept, "warning"))
        return row, _LETTERS[to], partial(self._ask, statement, to)

    def _about(self, asked: Asked) -> None:
        """What can be done with a query."""
        screen, query = self._screen, asked.query
        port = screen.port.querying
        offers: list[Offer] = []
        if query.state is QueryState.OPEN:
            offers.append((_act_row("a", "answer it"), "a", partial(self._answer, asked)))
        else:
            again = partial(port.reopen, asked.statement, query.id)
            offers.append((_act_row("o", "open it again"), "o", partial(self._write, again)))
        if query.state is not QueryState.CLOSED:
            close = partial(port.close, asked.statement, query.id)
            offers.append((_act_row("c", "close it"), "c", partial(self._write, close)))
        text = " ".join(query.text.split())
        short = text if len(text) <= _TITLE else f"{text[: _TITLE - 1]}…"
        self._menu(f"To the {query.addressee}: {short}", offers)

    async def _write(self, start: "Start") -> None:
        """Write, and show it: the menu is gone already."""
        await self._screen.write(start)
        self._screen.paint()

    def _answer(self, asked: Asked) -> None:
        dialog, save = answering(self._screen, asked, self._screen.write, self._screen.say)
        self._screen.push(dialog, save)

    def _ask(self, statement: Statement, to: Addressee) -> None:
        from factcheck.screens.dialogs.query import QueryDialog

        screen, number = self._screen, self._screen.stand.number
        field, who = _field(to, statement), f"query_name:{statement.id}"
        is_to_source = to is Addressee.SOURCE

        def typed(name: str, text: str) -> None:
            screen.keep_typed(field, text or None)
            if is_to_source:
                screen.keep_typed(who, name or None)

        async def left(result: tuple[str, str] | None) -> None:
            if result is None:
                screen.say(_KEPT if field in screen.typed else "")
                return
            name, text = result
            if await screen.write(lambda: screen.port.querying.ask(statement, to, text, name)) is not None:
                typed("", "")

        name = screen.typed.get(who, "") if is_to_source else None
        title = f"Query to {'a source' if is_to_source else f'the {to.value}'} on statement {number}"
        told = (_TOLD[to], "muted")
        screen.push(QueryDialog(title, told, name, screen.typed.get(field, ""), typed=typed), left)


def answering(
    screen: "ReviewScreen", asked: Asked, write: Write, say: Callable[[str], None]
) -> "tuple[NoteDialog, Callable[[str | None], Awaitable[None]]]":
    """The dialog for an answer, and what saves it when the dialog has ended."""
    from factcheck.screens.dialogs.note import NoteDialog  # loads the text editor

    query, field = asked.query, f"answer:{asked.query.id}"

    async def left(text: str | None) -> None:
        if text is None:
            say(_KEPT if field in screen.typed else "")
        elif await write(lambda: screen.port.querying.answer(asked.statement, query.id, text)) is not None:
            screen.keep_typed(field, None)

    title = f"Answer of the {query.addressee} on statement {asked.number}"
    kept = screen.typed.get(field, "")
    dialog = NoteDialog(title, _ANSWER_TOLD, kept, typed=lambda text: screen.keep_typed(field, text or None))
    return dialog, left


def _act_row(key: str, words: str) -> PaintedLine:
    return (padded(key, _KEY, "accent"), (words, ""))


def _field(to: Addressee, statement: Statement) -> str:
    return f"query:{to.value}:{statement.id}"
