"""Suggesting other words for a statement, and noting what the editor or the author says to that."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Statement
from factcheck.screens.commanded import Act
from factcheck.widgets.painted import PaintedLine

if TYPE_CHECKING:
    from factcheck.domain.changes import Changes
    from factcheck.screens.review import ReviewScreen

_KINDS = {
    ChangeKind.CORRECTION: ("c", "a correction: it repairs what is wrong"),
    ChangeKind.CLARIFICATION: ("l", "a clarification: it says more clearly what can be misread"),
}
_STATES = {
    ChangeState.ACCEPTED: ("a", "accepted by the editor or the author"),
    ChangeState.REJECTED: ("j", "rejected by the editor or the author"),
    ChangeState.PENDING: ("p", "not decided yet"),
}


class Suggesting:
    """The act on suggested wording. The article's own text is never changed by it."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {"suggest": self._suggest}

    def _suggest(self) -> None:
        """Without a suggestion: write one. With one: what can be done with it, by letter."""
        statement = self._screen.stand.statement
        if statement is None:
            return
        if statement.suggested is None or statement.suggested.old != statement.exact:
            self._write(statement)
            return
        offers: list[tuple[str, str, Act]] = [("e", "change the words", partial(self._write, statement))]
        port = self._screen.port.ticking
        suggested = statement.suggested
        for state, (key, words) in _STATES.items():
            if state is not suggested.state:
                offers.append((key, words, partial(self._do, partial(port.decide, statement, state))))
        for kind, (key, words) in _KINDS.items():
            if kind is not suggested.kind:
                again = partial(port.suggest, statement, suggested.new, kind)
                offers.append((key, f"make it {words}", partial(self._do, again)))
        offers.append(
            (
                "w",
                "withdraw it: the words stay as they are",
                partial(self._do, partial(port.withdraw, statement)),
            )
        )
        self._menu(f"Wording on {self._screen.stand.number}: {suggested.kind}, {suggested.state}", offers)

    def _menu(self, title: str, offers: list[tuple[str, str, Act]]) -> None:
        from factcheck.screens.dialogs.query import QueryMenu  # loads the text editor

        rows: list[PaintedLine] = [((f"{key}  ", "accent"), (words, "")) for key, words, _ in offers]
        keys = {key: index for index, (key, _, _) in enumerate(offers)}
        menu = QueryMenu(title, rows, keys, taken=lambda index: offers[index][2]())
        self._screen.app.push_screen(menu)  # what its lines do says what came of it, after it is gone

    async def _do(self, start: "Callable[[], Future[Changes]]") -> None:
        """Write, and show it: the menu is gone already."""
        await self._screen.write(start)
        self._screen.paint()

    def _write(self, statement: Statement) -> None:
        from factcheck.screens.dialogs.wording import WordingDialog  # loads the text editor

        screen, suggested = self._screen, statement.suggested
        is_current = suggested is not None and suggested.old == statement.exact
        stored = suggested.new if suggested is not None and is_current else statement.exact
        field = f"wording:{statement.id}"

        def typed(text: str) -> None:
            screen.keep_typed(field, None if text == stored else text)

        async def left(text: str | None) -> None:
            if text is None:
                screen.say("not saved; what you typed is kept" if field in screen.typed else "")
            elif suggested is not None and is_current:
                await self._save(statement, text, suggested.kind)
            else:
                self._ask_kind(statement, text)

        title = f"Suggested wording on statement {screen.stand.number}"
        screen.push(WordingDialog(title, statement.exact, screen.typed.get(field, stored), typed=typed), left)

    def _ask_kind(self, statement: Statement, text: str) -> None:
        offers: list[tuple[str, str, Act]] = [
            (key, words, partial(self._save, statement, text, kind)) for kind, (key, words) in _KINDS.items()
        ]
        self._menu("What kind of change is it?", offers)

    async def _save(self, statement: Statement, text: str, kind: ChangeKind) -> None:
        screen = self._screen
        if await screen.write(lambda: screen.port.ticking.suggest(statement, text, kind)) is not None:
            screen.keep_typed(f"wording:{statement.id}", None)
        screen.paint()
