"""Finding words in the text and in the notes, forward and back, once around."""

import asyncio
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.domain.statement import Statement
from factcheck.errors import UsageError
from factcheck.screens.commanded import Act

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

_FIELD = "find"
_BEFORE_ALL, _BEHIND_ALL = -1, 2**62
_BREATH = 0.012
"""Seconds of looking after which other things get their turn."""
_EXPLAINED = (
    (
        "In the text, the notes and the titles of sources. Case, quotation marks and dashes do not matter.",
        "muted",
    ),
)


class Finding:
    """The acts that look for words. What was looked for last is looked for again by the keys for next and previous."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen
        self._words = ""
        self._said = ""

    def acts(self) -> dict[str, Act]:
        """What each command does."""
        return {
            "find": self._ask,
            "find_next": lambda: self._again(forward=True),
            "find_previous": lambda: self._again(forward=False),
        }

    def _ask(self) -> None:
        from factcheck.screens.dialogs.words import WordsDialog  # loads the input field

        screen = self._screen
        if screen.stand.statement is None:
            return

        async def ask(typed: str) -> None:
            words, leave = typed.strip() or self._words, screen.key_of("leave_prompt")
            if not words:
                raise UsageError("There is nothing to look for.", f"Type a word, or leave with {leave}.")
            if not await self._look(words, forward=True):
                raise UsageError("Nothing has these words.", f"Change them, or leave with {leave}.")
            self._words = words

        dialog = WordsDialog(
            "Find",
            _EXPLAINED,
            screen.typed.get(_FIELD, ""),
            placeholder=self._words,
            ask=ask,
            keep=lambda text: screen.keep_typed(_FIELD, text or None),
        )
        self._said = ""

        async def closed(_: None) -> None:
            screen.say(self._said)

        screen.push(dialog, closed)

    async def _again(self, *, forward: bool) -> None:
        screen = self._screen
        if not self._words:
            screen.say(f"nothing was looked for yet; {screen.key_of('find')} finds words")
        elif not await self._look(self._words, forward=forward):
            screen.say("no statement has these words any more")
        else:
            screen.say(self._said)

    async def _look(self, words: str, *, forward: bool) -> bool:
        """Go to the next statement with the words, and note what is to be said about it."""
        screen, statement = self._screen, self._screen.stand.statement
        if statement is None:
            return False
        found = await self._first(words, statement.span.start, forward=forward)
        is_around = found is None
        if found is None:
            found = await self._first(words, _BEFORE_ALL if forward else _BEHIND_ALL, forward=forward)
        if found is None:
            return False
        self._said = _said(screen, statement, found, is_around=is_around, forward=forward)
        screen.stand.step_to(found)
        screen.show_found(words)
        return True

    async def _first(self, words: str, start: int, *, forward: bool) -> Statement | None:
        """The first one; while a long article is looked through, the screen goes on living."""
        looking: Iterator[Statement | None] = self._screen.port.finding(words, start, forward=forward)
        began = time.monotonic()
        for found in looking:
            if found is not None:
                return found
            if time.monotonic() - began > _BREATH:
                await asyncio.sleep(0)
                began = time.monotonic()
        return None


def _said(
    screen: "ReviewScreen", here: Statement, found: Statement, *, is_around: bool, forward: bool
) -> str:
    if found.id == here.id:
        return "only this statement has these words"
    if is_around:
        way = "from the end on to the start" if forward else "from the start on to the end"
        return f"{way}: the {'first' if forward else 'last'} statement with these words"
    selection = screen.stand.selection
    if selection is not None and found.span.start not in selection:
        return "found outside the filter"
    return ""
