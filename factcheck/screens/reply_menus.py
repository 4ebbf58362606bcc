"""What `*` offers for criticism that needs a reply: whom it was put to, what came back, who else waits."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.filter import Filter, FilterBy
from factcheck.domain.statement import Flag, Statement
from factcheck.screens.commanded import Act
from factcheck.screens.dialogs.line import LineDialog
from factcheck.screens.dialogs.pick import Menu, Offer, PickDialog
from factcheck.services.replying import whom_and_when
from factcheck.widgets.painted import PaintedLine

if TYPE_CHECKING:
    from factcheck.screens.review import ReviewScreen

UNANSWERED = Filter(FilterBy.LACK, "reply")
_WHOM = (
    ("Whom it was put to and, behind a comma, when: Kremlin press office, 17 October.", "muted"),
    ("Without a date it is today. Nothing: later; the flag stays up.", "muted"),
)
_REPLY = (("What came back, in a line. Nothing means that no reply has come.", "muted"),)
_MOST = 200
_LONGEST = 70


class ReplyMenus:
    """The menus for one statement as it is seen now."""

    def __init__(self, screen: "ReviewScreen", statement: Statement) -> None:
        self._screen = screen
        self._statement = statement

    def dialog(self) -> PickDialog:
        """What can be done where the flag is up."""
        hearing, lower = self._statement.hearing, self._screen.port.switch_flag
        put = (
            f"put to {hearing.put_to}, {hearing.put_at}: change that"
            if hearing
            else "put to somebody: whom, when"
        )
        offers = [_offered("p", put, self.ask_whom)]
        if hearing is not None:
            reply = f"the reply: {_cut(hearing.answer)}" if hearing.answer else "the reply that has come"
            offers.append(_offered("a", reply, self._ask_reply))
        offers.append(
            Offer(
                (("w  ", "accent"), ("all that still wait for a reply", "")), menu=self._waiting, letter="w"
            )
        )
        offers.append(
            _offered(
                "l", "lower the flag", partial(self._write, partial(lower, self._statement, Flag.CRITICISM))
            )
        )
        return PickDialog(
            Menu(f"Criticism in statement {self._screen.stand.number}, needs a reply", offers),
            after=self._screen.paint,
        )

    def ask_whom(self) -> None:
        """Ask whom it was put to, and when; nothing typed leaves that for later."""
        hearing = self._statement.hearing
        stored = f"{hearing.put_to}, {hearing.put_at}" if hearing else ""

        def start(typed: str) -> "Future[Changes]":
            to, at = whom_and_when(typed, self._today())
            return self._screen.port.linking.put_criticism(self._statement, to, at)

        self._ask("Put to whom, and when?", _WHOM, "put", stored, start, is_optional=True)

    def _ask_reply(self) -> None:
        hearing = self._statement.hearing
        answer = self._screen.port.linking.answer_criticism
        stored = hearing.answer if hearing else ""
        self._ask("The reply", _REPLY, "reply", stored, partial(answer, self._statement))

    def _ask(
        self,
        title: str,
        explained: tuple[tuple[str, str], ...],
        name: str,
        stored: str,
        start: Callable[[str], "Future[Changes]"],
        *,
        is_optional: bool = False,
    ) -> None:
        """Ask for a line and write it; what went wrong is said in place, and what was typed stays."""
        screen, field = self._screen, f"{name}:{self._statement.id}"

        async def ask(typed: str) -> None:
            if is_optional and not typed.strip():
                return
            outcome = await screen.writing.attempt(lambda: start(typed))
            if outcome.error is not None:
                raise outcome.error
            screen.paint()

        dialog = LineDialog[None](
            title,
            explained,
            screen.typed.get(field, stored),
            ask=ask,
            keep=lambda text: screen.keep_typed(field, None if text in (None, "", stored) else text),
        )
        screen.app.push_screen(dialog)

    async def _write(self, start: Callable[[], "Future[Changes]"]) -> None:
        await self._screen.write(start)

    def _today(self) -> str:
        return self._screen.clock().astimezone(self._screen.zone).date().isoformat()

    def _waiting(self) -> Menu:
        """All criticism of the article without a reply; enter goes there."""
        screen, offers = self._screen, []
        starts = screen.port.starts(UNANSWERED)
        for start in starts[:_MOST]:
            statement = screen.port.starting_at(start)
            if statement is not None:
                offers.append(Offer(_waiting_line(screen, statement), act=partial(self._go, statement)))
        return Menu(f"{len(starts):,} without a reply — {screen.key_of('pick')} goes there", offers)

    def _go(self, statement: Statement) -> None:
        self._screen.stand.step_to(statement)


def _waiting_line(screen: "ReviewScreen", statement: Statement) -> PaintedLine:
    hearing = statement.hearing
    put = f"put to {hearing.put_to}, {hearing.put_at}" if hearing else "not put to anybody yet"
    number = str(screen.port.number_of(statement.id)).ljust(6)
    return ((number, "accent"), (f"{put}: ", "warning"), (_cut(" ".join(statement.exact.split())), ""))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _offered(letter: str, words: str, act: Act) -> Offer:
    return Offer(((f"{letter}  ", "accent"), (words, "")), act=act, letter=letter)
