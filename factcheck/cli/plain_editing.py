"""Editing statements by lines: words are named by their numbers, or by typing them."""

import re
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import TAKE_AWAY, number_of
from factcheck.domain.changes import Changes
from factcheck.domain.cutting import Run
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.statement import DetailType, Statement
from factcheck.domain.word_names import numbered_words
from factcheck.errors import ActionRefusedError, UsageError
from factcheck.services import word_edits

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview
    from factcheck.services.editing_desk import EditingDesk

_OF = re.compile(r"(\d{1,3}):\s*(.*)", re.DOTALL)
_NAME = "name "
_WAS = "was "
Start = Callable[["EditingDesk", Run, Statement], Future[Changes]]


class Editing:
    """The acts that edit the statement. `done` waits for a write and says it."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "words": self._words,
            "split": lambda typed: self._do(
                lambda e, run, s: e.split(s, word_edits.place_named(run, s, typed))
            ),
            "split_inside": self._split_inside,
            "join": lambda _: self._do(lambda e, run, s: e.join(s)),
            "begins": lambda typed: self._do(
                lambda e, run, s: e.begin_at(s, word_edits.words_of(run, s, typed).start)
            ),
            "ends": lambda typed: self._do(
                lambda e, run, s: e.end_at(s, word_edits.words_of(run, s, typed).end)
            ),
            "add": lambda typed: self._do(lambda e, run, s: e.add(s, word_edits.words_of(run, s, typed))),
            "exclude": self._exclude,
            "speaker": self._speaker,
            "cue": self._cue,
            "content": self._content,
            "detail": self._detail,
            "no_detail": self._no_detail,
            "date": self._date,
        }

    def _do(self, start: Start) -> None:
        """Write something about the current statement, and read it when it has other words now."""
        from factcheck.services.editing import refusing  # with the store: not before it is needed

        statement, editing = self._review.current(), self._review.session.editing
        with refusing():
            changes = self._done(start(editing, editing.run(statement), statement))
        if changes.is_numbering_changed:
            self._review.read()

    def _words(self, _: str) -> None:
        statement = self._review.current()
        run = self._review.session.editing.run(statement)
        for number, span in numbered_words(run, statement):
            self._review.tell(f"{number}, {run.of(span)}")
        for number, one in enumerate(statement.attributions, 1):
            cue = statement.within(one.cue)
            self._review.tell(
                f"attribution {number}, {one.speaker or 'nobody named'}{f', cue {cue}' if cue else ''}"
            )
        for detail in statement.details:
            self._review.tell(f"{detail.type}, {statement.within(detail.span)}")

    def _split_inside(self, typed: str) -> None:
        word, _, behind = typed.rpartition(" ")
        inside = number_of(behind)
        self._do(
            lambda e, run, s: e.split(s, word_edits.place_named(run, s, word.strip(), inside), inside=True)
        )

    def _exclude(self, typed: str) -> None:
        reason = next((r for r in Exclusion if r.value == typed.casefold().replace("-", " ")), None)
        if reason is not None:
            chosen = reason
            self._do(lambda e, run, s: e.exclude(s, chosen))
        elif not typed and self._review.current().excluded is not None:
            self._do(lambda e, run, s: e.include(s))
        elif typed:
            raise UsageError(f"{typed} is no reason.", f"These are: {', '.join(Exclusion)}.")
        else:
            self._review.tell(f"Type exclude and a reason: {', '.join(Exclusion)}.")

    def _speaker(self, typed: str) -> None:
        of, words = _attribution(typed)
        if words == TAKE_AWAY:
            self._do(lambda e, run, s: e.set_attributions(s, word_edits.unattributed(s, of) if of else ()))
        elif words.startswith(_NAME):
            self._do(lambda e, run, s: e.set_attributions(s, word_edits.named(s, words[len(_NAME) :], of)))
        else:
            self._do(lambda e, run, s: e.set_attributions(s, word_edits.speaking(run, s, words, of)))

    def _cue(self, typed: str) -> None:
        of, words = _attribution(typed)
        cue = None if words == TAKE_AWAY else words
        self._do(lambda e, run, s: e.set_attributions(s, word_edits.cued(run, s, cue, of)))

    def _content(self, typed: str) -> None:
        of, words = _attribution(typed)
        self._do(lambda e, run, s: e.set_attributions(s, word_edits.saying(run, s, words, of)))

    def _detail(self, typed: str) -> None:
        was: DetailType | None = None
        if typed.startswith(_WAS):
            was, typed = _kind(typed[len(_WAS) :])
        kind, words = _kind(typed)

        def start(editing: "EditingDesk", run: Run, statement: Statement) -> Future[Changes]:
            old = word_edits.detail_named(run, statement, was, words) if was else None
            return editing.put_detail(statement, word_edits.new_detail(run, statement, kind, words), old)

        self._do(start)

    def _no_detail(self, typed: str) -> None:
        kind, words = _kind(typed)
        self._do(lambda e, run, s: e.remove_detail(s, word_edits.detail_named(run, s, kind, words)))

    def _date(self, typed: str) -> None:
        words, equals, day = typed.partition("=")
        if not equals:
            raise UsageError(
                "A date wants its day behind an equals sign.", "Type date Thursday = 2024-10-17."
            )
        date = DetailType.DATE
        self._do(lambda e, run, s: e.set_date(s, word_edits.detail_named(run, s, date, words.strip()), day))


def _attribution(typed: str) -> tuple[int | None, str]:
    """Which attribution is meant, where that is said, and the words."""
    of = _OF.fullmatch(typed)
    return (int(of[1]), of[2].strip()) if of else (None, typed)


def _kind(typed: str) -> tuple[DetailType, str]:
    name, _, words = typed.strip().partition(" ")
    try:
        return DetailType(name.casefold()), words.strip()
    except ValueError:
        raise ActionRefusedError(
            f"{name} is no kind of detail.", f"These are: {', '.join(DetailType)}."
        ) from None
