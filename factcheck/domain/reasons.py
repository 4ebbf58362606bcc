"""What stands against signing one statement off: each reason by its name, in a sentence, and with the facts behind it.

Pure, and the same whether a statement is looked at as a whole or told by a few of its columns.
"""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.override import Blocker
from factcheck.domain.policy import wanting
from factcheck.domain.progress import WorkState, details_left, is_unanswered, work_state
from factcheck.domain.query import ChangeState
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement
from factcheck.domain.tick import TickState
from factcheck.domain.verdict import Question, Verdict

_NAMED = 3
"""How many details a sentence names."""


class Policy(Struct, frozen=True):
    """What the newsroom asks for, printed in the report.

    `wants_enough_sources`: one primary or three independent secondary sources behind "confirmed"; else any located
    one does. `wants_details`: each hard detail gone over.
    """

    wants_enough_sources: bool = True
    wants_details: bool = True


POLICIES = (Policy(), Policy(wants_enough_sources=False))


class Candidate(Struct, frozen=True):
    """A statement before the gate. `statement` may be left out when nothing stands against it but these:

    that nobody has touched it, the questions that are `unanswered`, and the characters of `details_left`.
    """

    number: int
    statement_id: str
    version: int
    state: WorkState
    statement: Statement | None = None
    unanswered: tuple[str, ...] = ()
    details_left: tuple[str, ...] = ()


def candidate_of(number: int, statement: Statement) -> Candidate:
    """A statement with its number before the gate. A private note is no work that a report could show."""
    bare = replace(statement, private_note="") if statement.private_note else statement
    return Candidate(number, statement.id, statement.version, work_state(bare), bare)


Reason = tuple[Blocker, str, tuple[str, ...]]
"""Its name, a sentence, and the facts that an override of it would be given for."""


def reasons_of(
    candidate: Candidate, sources: Mapping[str, Source], policy: Policy, ticked_elsewhere: Collection[str]
) -> Iterator[Reason]:
    """What stands against signing one statement off; of one name there may be a reason for each question."""
    if candidate.state is WorkState.UNTOUCHED:
        yield Blocker.UNTOUCHED, "nobody has checked it", ()
    statement = candidate.statement
    if statement is None:
        if candidate.state is WorkState.IN_PROGRESS:
            yield _unfinished(candidate.unanswered)
        if policy.wants_details:
            yield from _not_gone_over(candidate.details_left)
        return
    if candidate.state is WorkState.IN_PROGRESS:
        yield _unfinished(tuple(q.value for q in statement.questions if statement.answer(q) is None))
    if candidate.state is WorkState.RECHECK:
        yield _recheck(statement)
    if candidate.state is not WorkState.EXCLUDED:
        yield from _about_answers(statement, candidate.state, sources, policy)
        if policy.wants_details and candidate.state is not WorkState.UNTOUCHED:
            left = details_left(statement, ticked_elsewhere)
            yield from _not_gone_over(tuple(statement.within(detail.span) for detail in left))
    yield from _left_open(statement)


def _unfinished(missing: tuple[str, ...]) -> Reason:
    return Blocker.UNFINISHED, f"{' and '.join(missing)} not answered yet", missing


def _recheck(statement: Statement) -> Reason:
    was = [q for q in statement.questions if statement.answer(q) is not None and not statement.counts(q)]
    links = [link.id for link in statement.links if not statement.link_counts(link)]
    facts = [*(f"{q}: {a.given_for}" for q in was if (a := statement.answer(q))), *links]
    what = " and ".join([*(q.value for q in was), *(["a link"] if links else [])])
    return Blocker.RECHECK, f"{what}: the words, speakers or dates have changed since", tuple(facts)


def _about_answers(
    statement: Statement, state: WorkState, sources: Mapping[str, Source], policy: Policy
) -> Iterator[Reason]:
    for question in statement.questions:
        answer = statement.answer(question)
        if answer is None or answer.verdict is None:
            continue
        if state is WorkState.RECHECK and not statement.counts(question):
            continue
        if answer.verdict is not Verdict.CONFIRMED and answer.basis is None:
            said = f"{question} is {answer.verdict}, and nobody said why"
            yield Blocker.NO_BASIS, said, (question.value, answer.verdict.value)
        if lacking := wanting(statement, question, sources, wants_enough=policy.wants_enough_sources):
            used = (
                f"{c.source} {c.stance} {c.locator}" for c in statement.citations if c.question is question
            )
            yield Blocker.NO_SOURCE, lacking, (question.value, lacking, *sorted(used))
        if question is Question.SO:
            yield from _about_so(statement, answer.verdict)


def _about_so(statement: Statement, verdict: Verdict) -> Iterator[Reason]:
    if verdict is Verdict.CONFIRMED:
        wrong = sorted(t.given_for for t in statement.ticks if t.state is TickState.WRONG)
        wrong = [w for w in wrong if w in {given_for for _, given_for, _ in statement.hard_details()}]
        if wrong:
            yield Blocker.WRONG_DETAIL, "so is confirmed, and a detail in it is marked wrong", tuple(wrong)
    elif verdict is Verdict.DISPUTED and not statement.attributions:
        suggested = statement.suggested
        is_changed = (
            suggested is not None
            and suggested.old == statement.exact
            and suggested.state is ChangeState.ACCEPTED
        )
        if not is_changed:
            yield (
                Blocker.DISPUTED_UNCHANGED,
                "the article says it itself, and no other wording was accepted",
                (),
            )


def _not_gone_over(missing: tuple[str, ...]) -> Iterator[Reason]:
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        yield Blocker.NOT_GONE_OVER, f"not ticked: {', '.join(missing[:_NAMED])}{more}", missing


def _left_open(statement: Statement) -> Iterator[Reason]:
    """What a hand has put there and nobody has brought to an end; also on a statement that is left out."""
    suggested = statement.suggested
    if suggested and suggested.state is ChangeState.PENDING and suggested.old == statement.exact:
        yield Blocker.WORDING_PENDING, "suggested wording is neither accepted nor rejected", (suggested.new,)
    if waiting := [q for q in statement.queries if q.is_open]:
        whom = ", ".join(dict.fromkeys(q.addressee for q in waiting))
        yield Blocker.QUERY_OPEN, f"open: to the {whom}", tuple(q.id for q in waiting)
    if is_unanswered(statement):
        hearing = statement.hearing
        said = f"put to {hearing.put_to}, no reply on record" if hearing else "put to nobody yet"
        yield Blocker.UNANSWERED, said, (hearing.put_to, hearing.put_at) if hearing else ()
    if unsettled := [x for x in statement.links if x.settled is None and x.is_from_here]:
        kinds = ", ".join(dict.fromkeys(x.type.words for x in unsettled))
        facts = (f for x in unsettled for f in (x.id, x.type.value, x.there_now))
        yield Blocker.LINK_OPEN, f"not settled: {kinds} another statement", tuple(facts)
