"""The line mode's drafts: what the last one did, what is gone, and placing it at the current statement."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from factcheck.cli.plain_card import in_one_line
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import number_of
from factcheck.domain.changes import Changes

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview


class Revising:
    """The acts about drafts. `done` waits for a write and says what came of it."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._session = review.session
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {"last_draft": self._last, "gone": self._gone, "place_gone": self._place}

    def _last(self, _: str) -> None:
        from factcheck.cli.revising import past_lines  # with the extraction

        last = self._session.revising.last()
        if last is None:
            self._review.tell("This is the first draft.")
            return
        self._review.tell(f"Draft {last.number}, taken by {last.by}: {last.summary}.")
        for one in last.happenings:
            number, now = self._session.number_of(one.statement_id), self._session.statement(one.statement_id)
            for line in past_lines(one, number, self._session.revising.before(one), now):
                if line:
                    self._review.tell(line.strip())

    def _gone(self, _: str) -> None:
        gone = self._session.revising.gone()
        for number, statement in enumerate(gone, 1):
            self._review.tell(f"gone {number}, {in_one_line(statement.exact)}")
        self._review.tell(f"{len(gone)} are gone. place and a number puts one at the current statement.")

    def _place(self, argument: str) -> None:
        from factcheck.cli.revising import gone_at

        gone = gone_at(self._session.revising.gone(), number_of(argument))
        there = self._review.current()
        changes = self._done(self._session.revising.place(gone, there))
        if not changes.is_empty:
            self._review.stand.step_to(
                self._session.starting_at(there.span.start)
            )  # another has its place now
            self._review.read()
