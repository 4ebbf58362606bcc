"""The gate before a sign-off: what stands against it, by name. A wall, and one that an editor can pass on the record.

Pure. Hints that nobody has looked at are counted, and never block.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from factcheck.domain.canonical import canonical_sha256
from factcheck.domain.override import Blocker, Override
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


class Block(Struct, frozen=True):
    """One thing that stands against the sign-off, in a sentence.

    `facts` are what it consists of: with the words of the statement they are what an override is given for.
    `version` is that of the statement when it was looked at.
    """

    blocker: Blocker
    number: int
    statement_id: str
    version: int
    sentence: str
    facts: tuple[str, ...] = ()
    override: Override | None = None

    @property
    def is_passed(self) -> bool:
        """Whether an editor lets it stand."""
        return self.override is not None


class Gate(Struct, frozen=True):
    """All that stands or stood against the sign-off, by name and then in the order of the text."""

    blocks: tuple[Block, ...]
    statements: int
    open_hints: int = 0

    @property
    def shut_by(self) -> tuple[Block, ...]:
        """What nobody has let stand."""
        return tuple(b for b in self.blocks if not b.is_passed)

    @property
    def passed(self) -> tuple[Block, ...]:
        """What an editor lets stand."""
        return tuple(b for b in self.blocks if b.is_passed)

    @property
    def is_open(self) -> bool:
        """Whether the article can be signed off."""
        return not self.shut_by

    def of(self, blocker: Blocker) -> tuple[Block, ...]:
        """Everything of one name."""
        return tuple(b for b in self.blocks if b.blocker is blocker)

    def counts(self) -> dict[Blocker, int]:
        """How many of each name shut the gate; those of which there are none are left out."""
        shut = self.shut_by
        return {b: n for b in Blocker if (n := sum(one.blocker is b for one in shut))}


POLICIES = (Policy(), Policy(wants_enough_sources=False))
NOBODY: frozenset[str] = frozenset()


def gate(
    candidates: Iterable[Candidate],
    sources: Mapping[str, Source],
    policy: Policy = POLICIES[0],
    ticked_elsewhere: Collection[str] = NOBODY,
    open_hints: int = 0,
) -> Gate:
    """What stands against signing these statements off.

    `sources` has the source of each citation, the merged ones as what they turned out to be; `ticked_elsewhere`
    the hashes of the names and titles that are ticked anywhere in the article.
    """
    found: dict[Blocker, list[Block]] = {blocker: [] for blocker in Blocker}
    count = 0
    for candidate in candidates:
        count += 1
        for block in blocks_of(candidate, sources, policy, ticked_elsewhere):
            found[block.blocker].append(block)
    return Gate(tuple(b for blocks in found.values() for b in blocks), count, open_hints)


def blocks_of(
    candidate: Candidate, sources: Mapping[str, Source], policy: Policy, ticked_elsewhere: Collection[str]
) -> Iterator[Block]:
    """What stands against signing one statement off, with the overrides that count."""
    statement = candidate.statement
    if statement is None:  # at most one of each name, and nothing is let stand
        for blocker, sentence, facts in _reasons(candidate, sources, policy, ticked_elsewhere):
            yield Block(blocker, candidate.number, candidate.statement_id, candidate.version, sentence, facts)
        return
    given = _given_for(statement) if statement.overrides else []
    yield from _with_overrides(candidate, statement, given, sources, policy, ticked_elsewhere)


def _with_overrides(
    candidate: Candidate,
    statement: Statement,
    given: list[str],
    sources: Mapping[str, Source],
    policy: Policy,
    ticked_elsewhere: Collection[str],
) -> Iterator[Block]:
    reasons: dict[Blocker, tuple[str, tuple[str, ...]]] = {}
    for blocker, sentence, facts in _reasons(candidate, sources, policy, ticked_elsewhere):
        earlier = reasons.get(blocker)  # of both questions: the editor passes them together
        reasons[blocker] = (f"{earlier[0]}; {sentence}", earlier[1] + facts) if earlier else (sentence, facts)
    for blocker, (sentence, facts) in reasons.items():
        override = _override(statement, given, blocker, facts) if given else None
        yield Block(
            blocker,
            candidate.number,
            candidate.statement_id,
            candidate.version,
            sentence,
            facts,
            override,
        )


def stet_hash(statement: Statement, blocker: Blocker, facts: Sequence[str]) -> str:
    """The hash of what an override is given for: the blocker, the words, speakers and dates, and what blocks."""
    return _stet_hash(_given_for(statement), blocker, facts)


def _given_for(statement: Statement) -> list[str]:
    return [statement.given_for(question) for question in statement.questions]


def _stet_hash(given: Sequence[str], blocker: Blocker, facts: Sequence[str]) -> str:
    return canonical_sha256(["stet", blocker.value, list(given), list(facts)])


def _override(
    statement: Statement, given: Sequence[str], blocker: Blocker, facts: Sequence[str]
) -> Override | None:
    stet = next((o for o in statement.overrides if o.blocker is blocker), None)
    return stet if stet and stet.given_for == _stet_hash(given, blocker, facts) else None


def standing_overrides(
    candidate: Candidate, sources: Mapping[str, Source], ticked_elsewhere: Collection[str]
) -> list[Override]:
    """The overrides of a statement that count, by whatever policy they were wanted."""
    statement, found = candidate.statement, dict[Blocker, Override]()
    if statement is None or not statement.overrides:
        return []
    given = _given_for(statement)
    for policy in POLICIES:
        for block in _with_overrides(candidate, statement, given, sources, policy, ticked_elsewhere):
            if block.override is not None:
                found[block.blocker] = block.override
    return [found[blocker] for blocker in Blocker if blocker in found]


def let_stand(
    statement: Statement, sources: Mapping[str, Source], ticked_elsewhere: Collection[str]
) -> list[tuple[Override, bool]]:
    """What an editor has let stand of a statement, each with whether that counts: `sources` and ticks as for `gate`."""
    standing = standing_overrides(candidate_of(0, statement), sources, ticked_elsewhere)
    return [(override, override in standing) for override in statement.overrides]


_Reason = tuple[Blocker, str, tuple[str, ...]]


def _reasons(
    candidate: Candidate, sources: Mapping[str, Source], policy: Policy, ticked_elsewhere: Collection[str]
) -> Iterator[_Reason]:
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


def _unfinished(missing: tuple[str, ...]) -> _Reason:
    return Blocker.UNFINISHED, f"{' and '.join(missing)} not answered yet", missing


def _recheck(statement: Statement) -> _Reason:
    was = [q for q in statement.questions if statement.answer(q) is not None and not statement.counts(q)]
    links = [link.id for link in statement.links if not statement.link_counts(link)]
    facts = [*(f"{q}: {a.given_for}" for q in was if (a := statement.answer(q))), *links]
    what = " and ".join([*(q.value for q in was), *(["a link"] if links else [])])
    return Blocker.RECHECK, f"{what}: the words, speakers or dates have changed since", tuple(facts)


def _about_answers(
    statement: Statement, state: WorkState, sources: Mapping[str, Source], policy: Policy
) -> Iterator[_Reason]:
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


def _about_so(statement: Statement, verdict: Verdict) -> Iterator[_Reason]:
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


def _not_gone_over(missing: tuple[str, ...]) -> Iterator[_Reason]:
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        yield Blocker.NOT_GONE_OVER, f"not ticked: {', '.join(missing[:_NAMED])}{more}", missing


def _left_open(statement: Statement) -> Iterator[_Reason]:
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
