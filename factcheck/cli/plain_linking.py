"""The line mode's links, hints and replies: the same use cases as on the screen."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.cli.linked import Linked, all_links, hint_lines, links_at, put_to, waiting
from factcheck.cli.plain_card import in_one_line
from factcheck.cli.plain_moving import Act
from factcheck.cli.plain_words import TAKE_AWAY, number_of
from factcheck.domain.changes import Changes
from factcheck.domain.link import HintState, LinkType, StoredHint
from factcheck.domain.statement import Statement
from factcheck.errors import ActionRefusedError, UsageError
from factcheck.services.replying import whom_and_when

if TYPE_CHECKING:
    from factcheck.cli.plain import LineReview

_BEFORE_ALL, _BEHIND_ALL = -1, 2**62


class Linking:
    """The acts about how statements bear on each other. `done` waits for a write and says what came of it."""

    def __init__(self, review: "LineReview", done: Callable[[Future[Changes]], Changes]) -> None:
        self._review = review
        self._session = review.session
        self._done = done

    def acts(self) -> dict[str, Act]:
        """What each command does with what followed it."""
        return {
            "link": self._link,
            "unlink": self._unlink,
            "settle": self._settle,
            "holds": self._holds,
            "next_linked": partial(self._walk, forward=True),
            "previous_linked": partial(self._walk, forward=False),
            "conflicts": self._conflicts,
            "hints": self._hints,
            "accept_hint": self._accept,
            "dismiss_hint": self._dismiss,
            "reopen_hint": self._look_again,
            "put_criticism": self._put,
            "answer_criticism": self._answer,
            "waiting": self._waiting,
        }

    # ------------------------------------------------------------------------------------------ links

    def _link(self, argument: str) -> None:
        """Alone, the links that there are; with a number and a kind, a new one."""
        statement = self._review.current()
        if not argument:
            for one in links_at(self._session.reader, statement):
                self._tell(one)
            kinds = ", ".join(kind.words for kind in LinkType)
            self._review.tell(f"{len(statement.links)} links. Type l, a number and the kind: {kinds}.")
            return
        number, _, words = argument.partition(" ")
        other = self._statement(number_of(number))
        self._done(self._session.linking.link(statement, other, _kind_named(words)))

    def _unlink(self, argument: str) -> None:
        one = self._chosen(argument)[0]
        self._done(self._session.linking.remove(one.statement, one.other, one.link.id))

    def _settle(self, argument: str) -> None:
        one, why = self._chosen(argument)
        linking = self._session.linking
        if why == TAKE_AWAY:
            self._done(linking.open_again(one.statement, one.other, one.link.id))
        else:
            self._done(linking.settle(one.statement, one.other, one.link.id, why))

    def _holds(self, argument: str) -> None:
        one = self._chosen(argument)[0]
        if one.other is None:
            raise ActionRefusedError("The other statement is no longer there.", "unlink takes the link away.")
        self._done(self._session.linking.confirm(one.statement, one.other, one.link.id))

    def _chosen(self, argument: str) -> tuple[Linked, str]:
        """The link to the statement with this number, and what followed: first its kind, where there are several."""
        number, _, rest = argument.partition(" ")
        wanted = number_of(number)
        found = [
            x for x in links_at(self._session.reader, self._review.current()) if x.other_number == wanted
        ]
        if not found:
            raise ActionRefusedError(f"There is no link to {wanted}.", "l alone lists the links.")
        if len(found) > 1:
            for one in found:
                if rest.casefold().startswith(one.link.type.words):
                    return one, rest[len(one.link.type.words) :].strip()
            kinds = ", ".join(x.link.type.words for x in found)
            raise ActionRefusedError(
                f"There are several links to {wanted}: {kinds}.", "Say the kind behind the number."
            )
        return found[0], rest.strip()

    def _walk(self, _: str, *, forward: bool) -> None:
        here = self._review.current()
        for start in (here.span.start, _BEFORE_ALL if forward else _BEHIND_ALL):
            for batch in self._session.linking.linked(start, forward=forward):
                if batch:
                    if self._review.stand.step_to(batch[0]):
                        self._review.read()
                    else:
                        self._review.tell("This is the only statement with a link.")
                    return
        self._review.tell("No statement is linked yet.")

    def _conflicts(self, argument: str) -> None:
        is_open_only = _followed_by("conflicts", argument, "open")
        links = list(all_links(self._session.reader, self._session.article))
        for one in links:
            if not is_open_only or one.link.settled is None:
                self._tell(one)
        self._review.tell(f"{len(links)} links, {sum(x.link.settled is None for x in links)} of them open.")

    def _tell(self, one: Linked) -> None:
        for line in one.lines():
            self._review.tell(line)

    def _statement(self, number: int) -> Statement:
        found = self._session.by_number(number)
        if found is None:
            raise ActionRefusedError(f"There is no statement {number}.", "list reads them.")
        return found

    # ------------------------------------------------------------------------------------------ hints

    def _hints(self, argument: str) -> None:
        linking = self._session.linking
        wanted = list(HintState) if _followed_by("hints", argument, "all") else [HintState.OPEN]
        numbers = sorted(number for state in wanted for number in linking.hints(state))
        for number in numbers:
            for line in hint_lines(self._session.reader, self._hint(number)):
                self._review.tell(line.strip())
        self._review.tell(
            f"{len(numbers)} hints; accept and a number links what it suggests, dismiss puts it aside."
        )

    def _hint(self, number: int) -> StoredHint:
        hint = self._session.linking.hint(number)
        if hint is None:
            raise ActionRefusedError(f"There is no hint {number + 1}.", "H lists them.")
        return hint

    def _accept(self, argument: str) -> None:
        hint = self._hint(number_of(argument) - 1)
        source, target = self._session.statement(hint.from_id), self._session.statement(hint.to_id)
        if source is None or target is None:
            raise ActionRefusedError("A statement of this hint is no longer there.", "dismiss puts it aside.")
        self._done(self._session.linking.accept_hint(hint, source, target))

    def _dismiss(self, argument: str) -> None:
        self._done(self._session.linking.dismiss_hint(self._hint(number_of(argument) - 1)))

    def _look_again(self, argument: str) -> None:
        self._done(self._session.linking.reopen_hint(self._hint(number_of(argument) - 1)))

    # ------------------------------------------------------------------------------------------ replies

    def _put(self, argument: str) -> None:
        today = self._review.clock().astimezone(self._review.zone).date().isoformat()
        to, at = whom_and_when(argument, today)
        self._done(self._session.linking.put_criticism(self._review.current(), to, at))

    def _answer(self, argument: str) -> None:
        answer = "" if argument == TAKE_AWAY else argument
        self._done(self._session.linking.answer_criticism(self._review.current(), answer))

    def _waiting(self, _: str) -> None:
        found = list(waiting(self._session.reader, self._session.article))
        for number, statement in found:
            self._review.tell(f"{number}, {put_to(statement)}: {in_one_line(statement.exact)}")
        self._review.tell(f"{len(found)} without a reply.")


def _followed_by(command: str, argument: str, wanted: str) -> bool:
    """Whether that one word follows a command. Raises UsageError when it is another one."""
    if argument not in ("", wanted):
        raise UsageError(
            f"{command} cannot be followed by {argument}.", f"Type {command}, or {command} {wanted}."
        )
    return bool(argument)


def _kind_named(words: str) -> LinkType:
    """A kind by its words or its name. Raises UsageError."""
    wanted = words.casefold().strip()
    for kind in LinkType:
        if wanted in (kind.value, kind.words, kind.value.replace("_", " ")):
            return kind
    raise UsageError(
        f"There is no kind of link {wanted or 'without a name'}.",
        f"These are: {', '.join(kind.words for kind in LinkType)}.",
    )
