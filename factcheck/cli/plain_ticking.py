"""The line mode's details, ticked by their letters, and suggested wording."""

from functools import partial
from typing import TYPE_CHECKING

from factcheck.cli.details import detail_at
from factcheck.cli.plain_card import in_one_line
from factcheck.cli.plain_moving import Act
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.errors import ActionRefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from factcheck.cli.plain import LineReview
    from factcheck.domain.changes import Changes

_CLEARER = "clearer:"
"""Before the words of a suggestion: it is a clarification."""


class Ticking:
    """The acts on details and on the words of a statement. Each letter that is named is an action of its own."""

    def __init__(self, review: "LineReview", done: "Callable[[Future[Changes]], Changes]") -> None:
        self._review = review
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "tick": partial(self._tick, is_off=False),
            "untick": partial(self._tick, is_off=True),
            "mark_wrong": self._wrong,
            "suggest": self._suggest,
            "accept": partial(self._decide, ChangeState.ACCEPTED),
            "reject": partial(self._decide, ChangeState.REJECTED),
            "withdraw": self._withdraw,
        }

    def _tick(self, argument: str, *, is_off: bool) -> None:
        ticking = self._review.session.ticking
        items = [detail_at(self._review.current(), label) for label in argument.split()]
        for item in items:
            do = ticking.take_off if is_off else ticking.tick
            self._review.tell(f"{item.label}, {in_one_line(item.words)}:")
            self._done(do(self._review.current(), item.given_for, item.occurrence))

    def _wrong(self, argument: str) -> None:
        statement = self._review.current()
        label, _, right = argument.partition(" ")
        item = detail_at(statement, label)
        self._review.tell(f"{item.label}, {in_one_line(item.words)}:")
        self._done(self._review.session.ticking.mark_wrong(statement, item.given_for, item.occurrence, right))

    def _suggest(self, argument: str) -> None:
        statement, suggested = self._review.current(), self._review.current().suggested
        if not argument:
            if suggested is None:
                raise ActionRefusedError("No wording is suggested here.", "Type r and the words.")
            self._review.tell(f"{suggested.kind}, {suggested.state}: {in_one_line(suggested.new)}")
            return
        is_clearer = argument.casefold().startswith(_CLEARER)
        kind = ChangeKind.CLARIFICATION if is_clearer else ChangeKind.CORRECTION
        text = argument[len(_CLEARER) :] if is_clearer else argument
        self._done(self._review.session.ticking.suggest(statement, text, kind))

    def _decide(self, state: ChangeState, _: str) -> None:
        self._done(self._review.session.ticking.decide(self._review.current(), state))

    def _withdraw(self, _: str) -> None:
        self._done(self._review.session.ticking.withdraw(self._review.current()))
