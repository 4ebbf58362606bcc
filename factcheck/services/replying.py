"""Replying: whom criticism was put to, when, and what came back. Each is one transaction."""

from typing import TYPE_CHECKING

from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.wording import what_of
from factcheck.errors import ActionRefusedError
from factcheck.services.acting import acting_on, nothing_to_do, record_on

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger


class Replying:
    """The use cases of one person about criticism that needs a reply. All raise the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    def put(self, seen: Statement, to: str, at: str) -> Changes:
        """Say whom the criticism was put to and when (a day or a time, as typed); raises the flag where it is down.

        Raises ActionRefusedError when one of the two is missing.
        """
        put_to, put_at = _line(to), _line(at)
        if not put_to or not put_at:
            raise ActionRefusedError(
                "It takes somebody to whom it was put, and when.", "Say both: the ministry, 17 October."
            )
        with acting_on(self._ledger, seen, f"put to {put_to}") as (writing, statement):
            hearing = statement.hearing
            if hearing is not None and (hearing.put_to, hearing.put_at) == (put_to, put_at):
                return nothing_to_do(writing, statement.article_id, "put to them already")
            put = Deed(statement.id, EventKind.CRITICISM_PUT, {"put_to": put_to, "put_at": put_at})
            deeds = [put]
            if Flag.CRITICISM not in statement.flags:
                deeds.append(Deed(statement.id, EventKind.FLAG_RAISED, {"flag": Flag.CRITICISM.value}))
            return writing.record(statement.article_id, what_of(put.kind, put.payload), deeds)

    def answer(self, seen: Statement, answer: str) -> Changes:
        """Write down how it was answered; nothing when no reply has come after all.

        Raises ActionRefusedError when it was put to nobody.
        """
        text = _line(answer)
        with acting_on(self._ledger, seen, "reply to the criticism") as (writing, statement):
            if statement.hearing is None:
                raise ActionRefusedError(
                    "The criticism was put to nobody yet.", "Say first whom it was put to."
                )
            if statement.hearing.answer == text:
                return nothing_to_do(writing, statement.article_id, "reply unchanged")
            return record_on(writing, statement, EventKind.CRITICISM_ANSWERED, {"answer": text})


def _line(text: str) -> str:
    """What was typed, as one line. Raises ActionRefusedError for what cannot be stored."""
    if "\x00" in text:
        raise ActionRefusedError("A line cannot hold NUL characters.", "Take them out.")
    return " ".join(text.split())


def whom_and_when(typed: str, today: str) -> tuple[str, str]:
    """What was typed in one go, "the ministry, 17 October": whom, and behind the last comma when; else today."""
    whom, comma, when = typed.rpartition(",")
    if comma and whom.strip() and any(c.isdigit() for c in when):
        return whom.strip(), when.strip()
    return typed.strip().rstrip(", "), today
