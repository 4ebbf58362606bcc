"""What the review screen shows around the card: the brief, the empty state, the keys that can do nothing."""

import re
from collections.abc import Sequence
from datetime import tzinfo

from factcheck.domain.changes import Moved
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict, bases_for
from factcheck.widgets.card_lines import verdict_piece
from factcheck.widgets.local_time import hour
from factcheck.widgets.painted import PaintedLine, Piece

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z")

NOTHING: list[PaintedLine] = [
    (("Nothing to check here yet.", "strong"),),
    (),
    (("No statement was found in this article.", ""),),
    (("X shows the parts that were left out, and takes them back.", ""),),
]


def brief(statement: Statement | None, active: Question) -> PaintedLine:
    """The two questions in one line, for the narrow screen that has no room for the card."""
    pieces: list[Piece] = []
    for question in statement.questions if statement else ():
        is_active = question is active
        pieces.append(("▸ " if is_active else "  ", "accent"))
        pieces.append((question.value.upper() + " ", "accent strong" if is_active else "strong"))
        pieces.append(verdict_piece(statement, question) if statement else ("", ""))
        pieces.append(("   ", ""))
    return tuple(pieces)


def verdict_keys(statement: Statement | None, active: Question, keys: Sequence[str]) -> PaintedLine:
    """The keys of the verdicts with their words, while the active question waits for one of them."""
    if statement is None or active not in statement.questions or statement.answer(active) is not None:
        return ()
    named = zip(keys, Verdict, strict=True)
    pieces = [
        piece for key, verdict in named for piece in ((f"  {key}", "accent"), (f" {verdict.value}", "muted"))
    ]
    return tuple(pieces)


def idle_keys(statement: Statement | None, question: Question) -> frozenset[str]:
    """The commands of the key line that can do nothing for this statement."""
    if statement is None:
        return frozenset(
            {"confirmed", "unverified", "disputed", "switch", "basis", "private_note", "next_open", "find"}
        )
    idle = set() if statement.details else {"tick"}
    if len(statement.questions) == 1:
        idle |= {"switch", "leave_to_speaker"}
    answer = statement.answer(question)
    if answer is None or not bases_for(question, answer.verdict):
        idle.add("basis")
    return frozenset(idle)


def is_gone_over_otherwise(moved: Moved) -> bool:
    """Whether other details may be gone over now than before, here or, for names, at other places."""
    before, after = moved.before, moved.after
    if before is None or after is None:
        return True
    return (before.ticks, before.details, before.exact) != (after.ticks, after.details, after.exact)


def in_local_time(sentence: str, zone: tzinfo | None) -> str:
    """A sentence of the services, with the stored moments in it as a person reads them."""
    return _MOMENT.sub(lambda found: hour(found[0], zone), sentence)
