"""A cursor on the words of a paragraph: where to cut, which words to take."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace
from textual.app import ComposeResult

from factcheck.commands.command import Where
from factcheck.domain.text import Span
from factcheck.screens.commanded import Act, Dialog, bindings_of, keys_of
from factcheck.widgets.key_line import Key
from factcheck.widgets.lines import FixedLines
from factcheck.widgets.word_pane import Cursor, WordPane, word_above

_CUTS = frozenset({"cut_here", "begin_here", "end_here"})


class For(StrEnum):
    """What the words are wanted for."""

    ANYTHING = "anything"
    SPLIT = "split"
    WORDS = "words"


class How(StrEnum):
    """What was chosen."""

    SPLIT = "split"
    BEGIN = "begin"
    END = "end"
    WORDS = "words"


class Chosen(Struct, frozen=True):
    """What is to be done with which words."""

    how: How
    words: Span


class WordCursorDialog(Dialog[Chosen], inherit_bindings=False):
    """Ends with what was chosen, or with None when it was left."""

    BINDINGS = bindings_of(Where.WORDS)
    WHERE = Where.WORDS

    def __init__(self, title: str, explained: str, cursor: Cursor, wanted: For = For.ANYTHING) -> None:
        super().__init__(title)
        self._explained = explained
        self._wanted = wanted
        self._pane = WordPane(cursor, widget_id="words")
        self._said = FixedLines(widget_id="answer")

    def compose_room(self) -> ComposeResult:
        explained = FixedLines(widget_id="told")
        explained.say((self._explained, "muted"))
        yield explained
        yield self._pane
        yield self._said

    def keys(self) -> Sequence[Key]:
        """The keys that do something here, the most wanted first."""
        unwanted = {
            For.ANYTHING: frozenset[str](),
            For.SPLIT: frozenset({"begin_here", "end_here", "select", "take_words"}),
            For.WORDS: _CUTS,
        }[self._wanted]
        return [k for k in keys_of(self.WHERE, is_modal=True) if k.command_id not in unwanted]

    def acts(self) -> dict[str, Act]:
        return {
            "word_right": lambda: self._go(self._cursor.at + 1),
            "word_left": lambda: self._go(self._cursor.at - 1),
            "word_down": lambda: self._go_by_line(1),
            "word_up": lambda: self._go_by_line(-1),
            "first_word": lambda: self._go_to(self._cursor.statement.span.start),
            "last_word": lambda: self._go_to(self._cursor.statement.span.end - 1),
            "select": self._select,
            "cut_here": lambda: self._cut(How.SPLIT),
            "begin_here": lambda: self._cut(How.BEGIN),
            "end_here": lambda: self._cut(How.END),
            "take_words": self._take,
            "leave_words": self._leave,
        }

    @property
    def _cursor(self) -> Cursor:
        return self._pane.cursor

    def _go(self, index: int) -> None:
        cursor = self._cursor
        self._pane.show(replace(cursor, at=min(max(0, index), len(cursor.words) - 1)))

    def _go_by_line(self, by: int) -> None:
        self._go(word_above(self._cursor, max(2, self._pane.size.width), by))

    def _go_to(self, place: int) -> None:
        self._go(max((i for i, word in enumerate(self._cursor.words) if word.start <= place), default=0))

    def _select(self) -> None:
        cursor = self._cursor
        is_on = cursor.anchor is not None
        self._pane.show(replace(cursor, anchor=None if is_on else cursor.at))
        self._say("" if is_on else f"selecting: move to the other end, then {self.key_of('take_words')}")

    def _cut(self, how: How) -> None:
        if self._wanted is For.WORDS or (self._wanted is For.SPLIT and how is not How.SPLIT):
            begins, takes = self.key_of("select"), self.key_of("take_words")
            self._say(f"here words are chosen: {begins} begins a selection, {takes} takes it")
        elif how is How.SPLIT and not self._is_after_the_first_word():
            self._say("the second part begins at the cursor: go to a word after the first one")
        else:
            self.dismiss(Chosen(how, self._cursor.word))

    def _is_after_the_first_word(self) -> bool:
        return self._cursor.is_inside and self._cursor.word.start > self._cursor.statement.span.start

    def _take(self) -> None:
        if self._wanted is For.SPLIT:
            self._cut(How.SPLIT)
        else:
            self.dismiss(Chosen(How.WORDS, self._cursor.selection))

    def _leave(self) -> None:
        if self._cursor.anchor is not None:
            self._select()
        else:
            self.dismiss(None)

    def _say(self, text: str) -> None:
        self._said.say((text, "accent"))

    def on_word_pane_word_pointed(self, message: WordPane.WordPointed) -> None:
        """A click goes to a word."""
        self._go(message.index)
