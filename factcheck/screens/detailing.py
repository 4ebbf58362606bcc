"""Saying who speaks in a statement, what its details are and what its dates mean, each by a few keys."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.statement import Attribution, Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.screens.questions import Option, Questions, Then, option_line

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

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
        self._questions = Questions(screen)

    def ask(self) -> None:
        """List all speakers and details of the statement, and what can be done about each."""
        statement = self._screen.stand.statement
        if statement is None:
            return
        options: list[Option] = [
            (
                "",
                option_line("speaker", _spoken(statement, one)),
                partial(self._ask_about_speaker, statement, index),
            )
            for index, one in enumerate(statement.attributions)
        ]
        if statement.attributions:
            silent = partial(self._set_attributions, statement, ())
            options.append(
                ("0", option_line("", "not attributed: the article says it itself", "muted"), silent)
            )
        options.append(
            ("a", option_line("", "add a speaker …", "muted"), partial(self._ask_speaker, statement, None))
        )
        options += [
            (
                "",
                option_line(d.type.value, _known(statement, d)),
                partial(self._ask_about_detail, statement, d),
            )
            for d in statement.details
        ]
        options.append(
            ("d", option_line("", "add a detail …", "muted"), partial(self._pick_detail, statement))
        )
        self._questions.choose("speakers and details", options)

    def ask_what(self, statement: Statement, words: Span, add: Callable[[Span], Awaitable[None]]) -> None:
        """Ask what some selected words are."""
        if not statement.span.covers(words):
            options: list[Option] = [
                ("s", option_line("", "the speaker"), partial(self._for_one, statement, "speaker", words)),
                ("a", option_line("", "a statement of its own"), lambda: add(words)),
            ]
        else:
            options = [
                ("s", option_line("", "the speaker"), partial(self._for_one, statement, "speaker", words)),
                ("c", option_line("", "the cue"), partial(self._for_one, statement, "cue", words)),
                (
                    "o",
                    option_line("", "the content: what is said"),
                    partial(self._for_one, statement, "content", words),
                ),
                ("a", option_line("", "a statement of its own"), lambda: add(words)),
                *self._kind_options(statement, words, None),
            ]
        self._questions.choose("these words are", options)

    # ------------------------------------------------------------------------------------------ details

    def _kind_options(self, statement: Statement, words: Span, old: Detail | None) -> list[Option]:
        return [
            (letter, option_line("detail", kind.value), partial(self._put, statement, kind, words, old))
            for letter, kind in _KINDS
        ]

    async def _put(self, statement: Statement, kind: DetailType, words: Span, old: Detail | None) -> None:
        editing = self._screen.port.editing
        if old is None or old.span != words:
            words = words if kind in _WITH_MARKS else editing.run(statement).bare(words)
        is_same = old is not None and (old.type, old.span) == (kind, words)
        detail = Detail.at(kind, words, resolved=old.resolved if old is not None and is_same else None)
        await self._screen.write(lambda: editing.put_detail(statement, detail, old))

    def _pick_detail(self, statement: Statement) -> None:
        async def picked(words: Span) -> None:
            self._questions.choose("these words are", self._kind_options(statement, words, None))

        self._questions.words(statement, "words of a detail", picked)

    def _ask_about_detail(self, statement: Statement, detail: Detail) -> None:
        async def other_words(words: Span) -> None:
            await self._put(statement, detail.type, words, detail)

        def other_kind() -> None:
            self._questions.choose("another kind", self._kind_options(statement, detail.span, detail))

        editing = self._screen.port.editing
        take_off = partial(self._screen.write, lambda: editing.remove_detail(statement, detail))
        options: list[Option] = [
            ("t", option_line("", "another kind …"), other_kind),
            (
                "w",
                option_line("", "other words …"),
                partial(self._questions.words, statement, "words of the detail", other_words),
            ),
            ("r", option_line("", "take it off: it is none"), _silently(take_off)),
        ]
        if detail.type is DetailType.DATE:
            options.insert(
                0, ("d", option_line("", "which day it means …"), partial(self._ask_day, statement, detail))
            )
        self._questions.choose(f"{detail.type.value}: {_known(statement, detail)}", options)

    def _ask_day(self, statement: Statement, detail: Detail) -> None:
        self._questions.line(
            f"day:{statement.id}:{detail.start}",
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
            ("s", option_line("", "the speaker …"), partial(self._ask_speaker, statement, index)),
            ("c", option_line("", "the cue …"), partial(self._pick_for, statement, "cue", index)),
            ("o", option_line("", "the content …"), partial(self._pick_for, statement, "content", index)),
            ("r", option_line("", "take it off: he does not say this"), lambda: self._set_attributions(statement, without(old, index))),
        ]  # fmt: skip
        if old[index].cue is not None:
            no_cue = with_cue(old, index, None, statement.span)
            options.append(
                ("x", option_line("", "no cue"), lambda: self._set_attributions(statement, no_cue))
            )
        self._questions.choose(_spoken(statement, old[index]), options)

    def _ask_speaker(self, statement: Statement, index: int | None) -> None:
        options: list[Option] = [
            (
                "s",
                option_line("", "words of the paragraph …"),
                partial(self._pick_for, statement, "speaker", index),
            ),
            ("n", option_line("", "type the name …"), partial(self._ask_name, statement, index)),
        ]
        self._questions.choose("who speaks", options)

    def _pick_for(self, statement: Statement, part: str, index: int | None) -> None:
        async def picked(words: Span) -> None:
            await self._set_part(statement, part, index, words)

        self._questions.words(statement, f"words of the {part}", picked)

    def _for_one(self, statement: Statement, part: str, words: Span) -> Awaitable[None] | None:
        """Of which attribution the words are a part; asked where there are several."""
        count = len(statement.attributions)
        if count < 2:
            return self._set_part(statement, part, 0 if count else None, words)
        options: list[Option] = [
            (str(index + 1), option_line(str(index + 1), _spoken(statement, one)), partial(self._set_part, statement, part, index, words))
            for index, one in enumerate(statement.attributions)
        ]  # fmt: skip
        options.append(
            ("a", option_line("", "of somebody else"), partial(self._set_part, statement, part, None, words))
        )
        self._questions.choose(f"the {part} of which attribution?", options)
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
        self._questions.line(
            f"speaker:{statement.id}:{'' if index is None else index}",
            "Who said it?",
            _ABOUT_NAMES,
            old[index].speaker if index is not None else "",
            lambda typed: self._screen.port.editing.set_attributions(
                statement, with_speaker(old, index, None, typed, statement.span)
            ),
        )


def _silently(act: Callable[[], Awaitable[object]]) -> Then:
    async def done() -> None:
        await act()

    return done


def _spoken(statement: Statement, one: Attribution) -> str:
    cue = statement.within(one.cue)
    content = " … ".join(statement.within(c) for c in one.content)
    parts = [one.speaker or "nobody named", *([cue] if cue else []), content]
    return " · ".join(parts)


def _known(statement: Statement, detail: Detail) -> str:
    from factcheck.widgets.card_dates import meaning_of

    return statement.within(detail.span) + meaning_of(detail)
