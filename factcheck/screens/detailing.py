"""Saying who speaks in a statement, what its details are and what its dates mean, each by a few keys."""

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from factcheck.domain.changes import Changes
from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
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
_KINDS = (
    ("n", DetailType.NAME),
    ("t", DetailType.TITLE),
    ("u", DetailType.NUMBER),
    ("d", DetailType.DATE),
    ("q", DetailType.QUOTE),
    ("e", DetailType.DENIAL),
    ("h", DetailType.HEDGE),
    ("p", DetailType.SUPERLATIVE),
    ("m", DetailType.COMPARATIVE),
    ("r", DetailType.CAUSAL),
)
_WITH_MARKS = frozenset({DetailType.QUOTE, DetailType.NUMBER})
_ABOUT_DAYS = (
    ("A day or a period: 2024-10-17, 17 October 2024, 2024-10, 2024-10-01/2024-10-15.", "muted"),
    ("Empty says that it is not known. What you save stays, whatever the dateline.", "muted"),
)
_ABOUT_NAMES = (
    ("Who said it, as it is to be shown. A name that stands in the text is better chosen there.", "muted"),
)


class Detailing:
    """What the editing room asks about attributions and details. Each answer is one write."""

    def __init__(self, screen: "ReviewScreen") -> None:
        self._screen = screen

    def ask(self) -> None:
        """List all speakers and details of the statement, and what can be done about each."""
        statement = self._screen.stand.statement
        if statement is None:
            return
        options: list[Option] = [
            (
                "",
                _line("speaker", _spoken(statement, one)),
                partial(self._ask_about_speaker, statement, index),
            )
            for index, one in enumerate(statement.attributions)
        ]
        if statement.attributions:
            silent = partial(self._set_attributions, statement, ())
            options.append(("0", _line("", "not attributed: the article says it itself", "muted"), silent))
        options.append(
            ("a", _line("", "add a speaker …", "muted"), partial(self._ask_speaker, statement, None))
        )
        options += [
            ("", _line(d.type.value, _known(statement, d)), partial(self._ask_about_detail, statement, d))
            for d in statement.details
        ]
        options.append(("d", _line("", "add a detail …", "muted"), partial(self._pick_detail, statement)))
        self._choose("speakers and details", options)

    def ask_what(self, statement: Statement, words: Span, add: Callable[[Span], Awaitable[None]]) -> None:
        """Ask what some selected words are."""
        if not statement.span.covers(words):
            options: list[Option] = [
                ("s", _line("", "the speaker"), partial(self._for_one, statement, "speaker", words)),
                ("a", _line("", "a statement of its own"), lambda: add(words)),
            ]
        else:
            options = [
                ("s", _line("", "the speaker"), partial(self._for_one, statement, "speaker", words)),
                ("c", _line("", "the cue"), partial(self._for_one, statement, "cue", words)),
                (
                    "o",
                    _line("", "the content: what is said"),
                    partial(self._for_one, statement, "content", words),
                ),
                ("a", _line("", "a statement of its own"), lambda: add(words)),
                *self._kind_options(statement, words, None),
            ]
        self._choose("these words are", options)

    # ------------------------------------------------------------------------------------------ details

    def _kind_options(self, statement: Statement, words: Span, old: Detail | None) -> list[Option]:
        return [
            (letter, _line("detail", kind.value), partial(self._put, statement, kind, words, old))
            for letter, kind in _KINDS
        ]

    async def _put(self, statement: Statement, kind: DetailType, words: Span, old: Detail | None) -> None:
        editing = self._screen.port.editing
        if old is None or old.span != words:
            words = words if kind in _WITH_MARKS else editing.run(statement).bare(words)
        is_same = old is not None and (old.type, old.span) == (kind, words)
        detail = Detail(kind, words, resolved=old.resolved if old is not None and is_same else None)
        await self._screen.write(lambda: editing.put_detail(statement, detail, old))

    def _pick_detail(self, statement: Statement) -> None:
        async def picked(words: Span) -> None:
            self._choose("these words are", self._kind_options(statement, words, None))

        self._pick(statement, "words of a detail", picked)

    def _ask_about_detail(self, statement: Statement, detail: Detail) -> None:
        async def other_words(words: Span) -> None:
            await self._put(statement, detail.type, words, detail)

        def other_kind() -> None:
            self._choose("another kind", self._kind_options(statement, detail.span, detail))

        editing = self._screen.port.editing
        take_off = partial(self._screen.write, lambda: editing.remove_detail(statement, detail))
        options: list[Option] = [
            ("t", _line("", "another kind …"), other_kind),
            (
                "w",
                _line("", "other words …"),
                partial(self._pick, statement, "words of the detail", other_words),
            ),
            ("r", _line("", "take it off: it is none"), _silently(take_off)),
        ]
        if detail.type is DetailType.DATE:
            options.insert(
                0, ("d", _line("", "which day it means …"), partial(self._ask_day, statement, detail))
            )
        self._choose(f"{detail.type.value}: {_known(statement, detail)}", options)

    def _ask_day(self, statement: Statement, detail: Detail) -> None:
        self._ask_line(
            f"day:{statement.id}:{detail.span.start}",
            f"Which day is “{statement.within(detail.span)}”?",
            _ABOUT_DAYS,
            detail.resolved or "",
            lambda typed: self._screen.port.editing.set_date(statement, detail, typed),
        )

    # -------------------------------------------------------------------------------------- attributions

    def _ask_about_speaker(self, statement: Statement, index: int) -> None:
        from factcheck.domain.attributing import with_cue, without

        old = statement.attributions
        options: list[Option] = [
            ("s", _line("", "the speaker …"), partial(self._ask_speaker, statement, index)),
            ("c", _line("", "the cue …"), partial(self._pick_for, statement, "cue", index)),
            ("o", _line("", "the content …"), partial(self._pick_for, statement, "content", index)),
            ("r", _line("", "take it off: he does not say this"), lambda: self._set_attributions(statement, without(old, index))),
        ]  # fmt: skip
        if old[index].cue is not None:
            no_cue = with_cue(old, index, None, statement.span)
            options.append(("x", _line("", "no cue"), lambda: self._set_attributions(statement, no_cue)))
        self._choose(_spoken(statement, old[index]), options)

    def _ask_speaker(self, statement: Statement, index: int | None) -> None:
        options: list[Option] = [
            (
                "s",
                _line("", "words of the paragraph …"),
                partial(self._pick_for, statement, "speaker", index),
            ),
            ("n", _line("", "type the name …"), partial(self._ask_name, statement, index)),
        ]
        self._choose("who speaks", options)

    def _pick_for(self, statement: Statement, part: str, index: int | None) -> None:
        async def picked(words: Span) -> None:
            await self._set_part(statement, part, index, words)

        self._pick(statement, f"words of the {part}", picked)

    def _for_one(self, statement: Statement, part: str, words: Span) -> Awaitable[None] | None:
        """Of which attribution the words are a part; asked where there are several."""
        count = len(statement.attributions)
        if count < 2:
            return self._set_part(statement, part, 0 if count else None, words)
        options: list[Option] = [
            (str(index + 1), _line(str(index + 1), _spoken(statement, one)), partial(self._set_part, statement, part, index, words))
            for index, one in enumerate(statement.attributions)
        ]  # fmt: skip
        options.append(
            ("a", _line("", "of somebody else"), partial(self._set_part, statement, part, None, words))
        )
        self._choose(f"the {part} of which attribution?", options)
        return None

    async def _set_part(self, statement: Statement, part: str, index: int | None, words: Span) -> None:
        from factcheck.domain.attributing import with_content, with_cue, with_speaker

        old, bare = statement.attributions, self._screen.port.editing.run(statement).bare(words)
        if part == "speaker":
            new = with_speaker(old, index, bare, "", statement.span)
        elif part == "cue":
            new = with_cue(old, index, bare, statement.span)
        else:
            new = with_content(old, index, words)
        await self._set_attributions(statement, new)

    async def _set_attributions(self, statement: Statement, new: tuple[Attribution, ...]) -> None:
        editing = self._screen.port.editing
        await self._screen.write(lambda: editing.set_attributions(statement, new))

    def _ask_name(self, statement: Statement, index: int | None) -> None:
        from factcheck.domain.attributing import with_speaker

        old = statement.attributions
        self._ask_line(
            f"speaker:{statement.id}:{'' if index is None else index}",
            "Who said it?",
            _ABOUT_NAMES,
            old[index].speaker if index is not None else "",
            lambda typed: self._screen.port.editing.set_attributions(
                statement, with_speaker(old, index, None, typed, statement.span)
            ),
        )

    # -------------------------------------------------------------------------------------------- asking

    def _choose(self, title: str, options: list[Option]) -> None:
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

    def _pick(self, statement: Statement, title: str, then: Callable[[Span], Awaitable[None]]) -> None:
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

    def _ask_line(
        self,
        field: str,
        title: str,
        explained: tuple[tuple[str, str], ...],
        stored: str,
        start: Callable[[str], Future[Changes]],
    ) -> None:
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


def _silently(act: Callable[[], Awaitable[object]]) -> Then:
    async def done() -> None:
        await act()

    return done


def _line(kind: str, words: str, look: str = "") -> PaintedLine:
    return (padded(kind, _KIND, "muted"), padded(words.replace("\n", " "), _WORDS, look))


def _spoken(statement: Statement, one: Attribution) -> str:
    cue = statement.within(one.cue)
    content = " … ".join(statement.within(c) for c in one.content)
    parts = [one.speaker or "nobody named", *([cue] if cue else []), content]
    return " · ".join(parts)


def _known(statement: Statement, detail: Detail) -> str:
    from factcheck.widgets.card_dates import meaning_of

    return statement.within(detail.span) + meaning_of(detail)
