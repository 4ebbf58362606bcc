"""Queries in the line mode: asked, answered, closed, and read as the message that is sent."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.cli.plain_card import field
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import number_of
from factcheck.cli.querying import message_of, query_at, query_lines, told_of
from factcheck.domain.query import Addressee, QueryState
from factcheck.errors import ActionRefusedError, FactcheckError, UsageError

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview
    from factcheck.domain.changes import Changes

_ABOUT = "A line with only a dot saves it, with two dots lets go of it."


class Querying:
    """The acts about queries. What is half-typed is kept where the screens keep it."""

    def __init__(self, review: "LineReview", done: "Callable[[Future[Changes]], Changes]") -> None:
        self._review = review
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "query": self._ask,
            "queries": self._read,
            "answer_query": self._answer,
            "close_query": partial(self._turn, "close"),
            "reopen_query": partial(self._turn, "reopen"),
            "copy_queries": self._message,
        }

    def _ask(self, argument: str) -> None:
        """`author: Says who?` or `source Ada Quill: When?`; without a question, that is asked for."""
        statement = self._review.current()
        who, _, text = argument.partition(":")
        to, _, name = who.strip().partition(" ")
        if to not in list(Addressee):
            raise UsageError(
                f"A query goes to the author, the editor or a source, not to {to}.",
                "Type ask author: and the question, or ask source, a name, a colon and the question.",
            )
        querying = self._review.session.querying
        self._with_text(
            "query",
            f"query:{to}:{statement.id}",
            text.strip(),
            lambda typed: querying.ask(statement, Addressee(to), typed, name),
        )

    def _answer(self, argument: str) -> None:
        statement = self._review.current()
        number, _, text = argument.partition(" ")
        query_id = query_at(statement, number_of(number))
        querying = self._review.session.querying
        self._with_text(
            "answer",
            f"answer:{query_id}",
            text.strip(),
            lambda typed: querying.answer(statement, query_id, typed),
        )

    def _with_text(self, what: str, key: str, text: str, start: "Callable[[str], Future[Changes]]") -> None:
        """Write a text; it is kept until it is saved, also when somebody else was first."""
        typed = self._review.typed
        if text and key in typed:
            raise ActionRefusedError(
                f"There is text for this {what} that is not saved.",
                "The command without a text goes on with it; there, two dots let go of it.",
            )
        text = text or self._typed(what, key)
        if not text:
            return
        try:
            self._done(start(text))
        except FactcheckError:
            typed[key] = text
            raise
        typed.pop(key, None)

    def _typed(self, what: str, key: str) -> str:
        """A text of several lines, each kept in the place as soon as it is typed; "" when it is left."""
        review = self._review
        lines = review.typed[key].split("\n") if key in review.typed else []
        review.say(_ABOUT)
        for line in field("Typed before and not saved", "\n".join(lines)) if lines else ():
            review.tell(line)
        while (typed := review.talk.ask(f"{what}:")) != ".":
            if typed is None:
                review.tell(f"The {what} is not saved. What was typed is kept for later.")
                return ""
            if typed == "..":
                review.typed.pop(key, None)
                review.tell("What was typed is gone.")
                return ""
            lines.append(typed)
            review.typed[key] = "\n".join(lines)
            review.keep_place()
        if not lines:
            review.tell("Nothing was typed.")
        return "\n".join(lines)

    def _turn(self, how: str, argument: str) -> None:
        statement, querying = self._review.current(), self._review.session.querying
        turn = querying.close if how == "close" else querying.reopen
        self._done(turn(statement, query_at(statement, number_of(argument))))

    def _read(self, argument: str) -> None:
        if argument not in ("", "open"):
            raise UsageError(f"queries cannot be followed by {argument}.", "Type queries, or queries open.")
        asked = self._review.session.querying.asked()
        for one in asked:
            if not argument or one.query.state is QueryState.OPEN:
                for line in query_lines(one):
                    self._review.tell(line)
        is_open = sum(a.query.state is QueryState.OPEN for a in asked)
        self._review.tell(f"{len(asked)} queries, {is_open} open.")

    def _message(self, argument: str) -> None:
        session = self._review.session
        message = message_of(
            session.article.title, session.querying.asked(), session.querying.sources(), argument
        )
        for line in message.text.splitlines() if message.count else ():
            self._review.tell(line)
        self._review.say(told_of(message))
