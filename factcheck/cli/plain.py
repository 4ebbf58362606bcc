"""`review --plain`: the reviewer's work line by line, for screen readers and pipes.

No control characters, colours or boxes: numbers first, then words. Each answer ends with what was done, and says
"Saved" only of what is on the disk.
"""

import sys
from contextlib import nullcontext, suppress
from datetime import tzinfo

from factcheck.cli.plain_card import card, counts, field
from factcheck.cli.plain_countersigning import Countersigning
from factcheck.cli.plain_drafting import Drafting
from factcheck.cli.plain_editing import Editing
from factcheck.cli.plain_filing import Filing
from factcheck.cli.plain_linking import Linking
from factcheck.cli.plain_moving import Act, Moving
from factcheck.cli.plain_querying import Querying
from factcheck.cli.plain_reading import Reading
from factcheck.cli.plain_reporting import Reporting
from factcheck.cli.plain_revising import Revising
from factcheck.cli.plain_signing import SigningOff
from factcheck.cli.plain_sourcing import Sourcing
from factcheck.cli.plain_talk import LeavingBySignal, Talk, listening
from factcheck.cli.plain_ticking import Ticking
from factcheck.cli.plain_words import parse
from factcheck.cli.plain_writing import Writing
from factcheck.clock import Clock
from factcheck.domain.filter import Filter, filter_of
from factcheck.domain.statement import Statement
from factcheck.errors import (
    ActionRefusedError,
    ChangedMeanwhileError,
    DamagedError,
    ExitCode,
    FactcheckError,
    LockedError,
)
from factcheck.screens.stand import Stand
from factcheck.services.session import ReviewSession
from factcheck.widgets.local_time import hour

_NEWS_AT_ONCE = 10


def review_plainly(
    session: ReviewSession,
    clock: Clock,
    *,
    has_policy: bool = True,
    gate_policy: tuple[bool, bool] = (True, True),
    allowed_signers: str = "",
    newsroom: tuple[str, str] = ("", ""),
) -> int:
    """Review an article on standard input and output; returns the exit code. Raises FactcheckError."""
    talk = Talk(sys.stdin.buffer, sys.stdout, sys.stderr, is_terminal=sys.stdin.isatty())
    with listening(talk):
        review = LineReview(session, talk, clock=clock, has_policy=has_policy)
        review.gate_policy, review.allowed_signers = gate_policy, allowed_signers
        review.newsroom = newsroom
        return review.run()


class LineReview:
    """One article under review, by lines."""

    def __init__(
        self,
        session: ReviewSession,
        talk: Talk,
        *,
        clock: Clock,
        zone: tzinfo | None = None,
        has_policy: bool = True,
    ) -> None:
        self.has_policy = has_policy
        self.gate_policy = (True, True)
        self.allowed_signers = ""
        self.newsroom = ("", "")
        self.passphrase = passphrase_typed
        self.session = session
        self.talk = talk
        self.clock = clock
        self.zone = zone
        self.stand = Stand(session)
        place = session.place()
        self.stand.come_back(place)
        self.wanted = _filter_kept(place.filter if place else "")
        self.typed: dict[str, str] = dict(place.typed) if place else {}
        self._top = place.top if place else (0, 0)
        self._kept: object = None
        self._stored = dict(self.typed)
        self._place_error: FactcheckError | None = None
        writing = Writing(self)
        sourcing = Sourcing(self, writing.done)
        self._acts: dict[str, Act] = {
            **Moving(self).acts(),
            **writing.acts(),
            **Editing(self, writing.done).acts(),
            **Linking(self, writing.done).acts(),
            **Reading(self).acts(),
            **sourcing.acts(),
            **Filing(self, sourcing, writing.done).acts(),
            **Drafting(self, writing.done).acts(),
            **Querying(self, Writing(self).done).acts(),
            **Ticking(self, writing.done).acts(),
            **Revising(self, writing.done).acts(),
            **SigningOff(self, writing.done).acts(),
            **Countersigning(self, writing.done).acts(),
            **Reporting(self).acts(),
        }

    def tell(self, line: str) -> None:
        """One line of data."""
        self.talk.tell(line)

    def say(self, line: str) -> None:
        """One line of talk."""
        self.talk.say(line)

    # ------------------------------------------------------------------------------------------ the loop

    def run(self) -> int:
        """Read lines until there are no more, and return the exit code. Raises FactcheckError at the start."""
        if not self.session.is_read_only:
            self.session.warm_up()
        self._welcome()
        code = ExitCode.OK
        try:
            while (line := self.talk.ask(self._prompt())) is not None and self.handle(line):
                pass
        except LeavingBySignal as leaving:
            code = leaving.code
        finally:
            self.keep_place()
        return self._leave(code)

    def handle(self, line: str) -> bool:
        """Do what a line asks for; False when that is to leave. Errors are said, and end nothing."""
        try:
            request = parse(line)
            if request.id == "quit":
                return False
            self._acts[request.id](request.argument)
        except FactcheckError as error:
            self._say_error(error)
        self.keep_place()
        self._tell_news()
        return True

    def _leave(self, code: ExitCode) -> int:
        if code is ExitCode.HANGUP:
            return code  # nobody is left to read it
        at = f"You are at {self.stand.number}. " if self.stand.statement else ""
        saved = "The store is read-only." if self.session.is_read_only else "All is saved."
        error = self._place_error
        with suppress(OSError) if code else nullcontext():  # a signal often means that the terminal is gone
            self.say(f"{at}{'The place is not saved.' if error else saved}")
        return error.exit_code if error and not code else code

    def _welcome(self) -> None:
        article, tally = self.session.article, self.stand.tally
        for line in field("Article", article.title):
            self.tell(line)
        dateline = f"dateline {article.dateline}" if article.dateline else "dateline not set"
        self.tell(f"Draft {self.session.draft_number}, {dateline}, {counts(tally)}.")
        if self.session.is_read_only:
            self.tell("The store is read-only: nothing can be saved.")
        if self.wanted:
            self.tell(
                f"Only statements that are {self.wanted.words} are stepped through; F clears the filter."
            )
        self.say("A question mark lists the commands, q leaves.")
        self.read()

    def _prompt(self) -> str:
        stand = self.stand
        if stand.statement is None:
            return "no statement:"
        return f"{stand.number} of {stand.tally.statements}, {stand.question}:"

    # ------------------------------------------------------------------------------------------ the statement

    def current(self) -> Statement:
        """The statement that one is at. Raises ActionRefusedError when the article has none."""
        if self.stand.statement is None:
            raise ActionRefusedError(
                "There is no statement here.",
                "X reads the parts that were left out; take-back takes one back.",
            )
        return self.stand.statement

    def read(self) -> None:
        """Read the current statement out."""
        if self.stand.statement is None:
            self.tell("No statement was found in this article; X reads the parts that were left out.")
            return
        statement, stand = self.stand.statement, self.stand
        half_typed = [k for k in ("private", "public") if f"{k}_note:{statement.id}" in self.typed]
        for line in card(
            statement,
            stand.number,
            stand.tally.statements,
            question=stand.question,
            half_typed=half_typed,
            around=self.session.around(statement),
            has_policy=self.has_policy,
            zone=self.zone,
        ):
            self.tell(line)

    def _say_error(self, error: FactcheckError) -> None:
        unsaved = " Nothing was saved." if isinstance(error, LockedError | DamagedError) else ""
        self.say(f"{error.title}: {error.sentence} {error.next_step}{unsaved}")
        if isinstance(error, ChangedMeanwhileError):
            self.stand.read_again()
            self.read()

    def _tell_news(self) -> None:
        """Say what other windows and people have written meanwhile."""
        try:
            news = self.session.news()
            before = self.stand.statement
            if news:
                self.stand.read_again()
            for x in news[:_NEWS_AT_ONCE]:
                number = self.session.number_of(x.statement_id) if x.statement_id else 0
                about = f"{number}, " if number else ""
                self.say(f"{about}meanwhile, {x.by} at {hour(x.at, self.zone)}: {x.what}.")
        except FactcheckError as error:
            self._say_error(error)
            return
        if len(news) > _NEWS_AT_ONCE:
            self.say(f"And {len(news) - _NEWS_AT_ONCE} more.")
        if before != self.stand.statement:
            self.read()

    # ------------------------------------------------------------------------------------------ the place

    def keep_place(self) -> None:
        """Save where one is and what is half-typed, when that is different; says so when it cannot be saved."""
        statement, question = self.stand.statement, self.stand.question
        wanted = str(self.wanted) if self.wanted else ""
        place = (statement.id if statement else None, question, self._top, dict(self.typed), wanted)
        if self.session.is_read_only or place == self._kept:
            return
        try:
            self.session.save_place(*place, self._stored).result()
        except FactcheckError as error:
            if self._place_error is None:
                self.say(f"The place is not saved. {error.sentence} {error.next_step}")
            self._place_error = error
            return
        self._kept, self._stored, self._place_error = place, place[3], None


def passphrase_typed() -> str:
    """The passphrase of a key, asked for on the terminal and not shown. Raises KeyRefusedError."""
    from factcheck.cli.signing import ask_passphrase  # with all that signs

    return ask_passphrase()


def _filter_kept(text: str) -> Filter | None:
    try:
        return filter_of(text)
    except ValueError:  # written by a newer program
        return None
