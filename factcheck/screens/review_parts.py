"""What the review screen shows around the card: the brief, the empty state, the keys that can do nothing."""

import re
from collections.abc import Sequence
from datetime import tzinfo

from factcheck.domain.changes import Moved
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict, bases_for
from factcheck.widgets.card_lines import CardFacts, verdict_piece
from factcheck.widgets.key_line import KeyOf
from factcheck.widgets.local_time import hour
from factcheck.widgets.painted import PaintedLine, Piece

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:[\d.]+Z")


def nothing(key_of: KeyOf) -> list[PaintedLine]:
    """What is said where there is no statement."""
    return [
        (("Nothing to check here yet.", "strong"),),
        (),
        (("No statement was found in this article.", ""),),
        ((f"{key_of('excluded')} shows the parts that were left out, and takes them back.", ""),),
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


def next_steps(facts: CardFacts | None, key_of: KeyOf) -> Sequence[PaintedLine]:
    """What the active question waits for, with its keys, at length and briefly: a verdict, a basis, sources."""
    if facts is None or facts.question not in facts.statement.questions:
        return ()
    statement, active = facts.statement, facts.question
    answer = statement.answer(active)
    if answer is None:
        named = [(key_of(verdict.value), verdict.value) for verdict in Verdict]
        return [tuple(p for key, word in named for p in ((f"  {key}", "accent"), (f" {word}", "muted")))]
    if not statement.counts(active):
        return ()
    if answer.basis is None and answer.verdict is not None and bases_for(active, answer.verdict):
        key = key_of("basis")
        return [((f"{words} — {key}", "warning"),) for words in ("without a basis", "basis")]
    if not facts.has_policy:
        return ()
    from factcheck.domain.policy import lacks  # asked of an answer only

    lacking, key = lacks(statement, active, facts.around.sources), key_of("add_source")
    return [((f"{words} — {key}", "warning"),) for words in (lacking, "lacks sources")] if lacking else ()


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
