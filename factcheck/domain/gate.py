"""The gate before a sign-off: what stands against it, by name. A wall, and one that an editor can pass on the record.

Pure. Hints that nobody has looked at are counted, and never block.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from factcheck.domain.canonical import canonical_sha256
from factcheck.domain.override import Blocker, Override
from factcheck.domain.reasons import POLICIES, Candidate, Policy, candidate_of, reasons_of
from factcheck.domain.source import Source
from factcheck.domain.statement import Statement


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
        for blocker, sentence, facts in reasons_of(candidate, sources, policy, ticked_elsewhere):
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
    for blocker, sentence, facts in reasons_of(candidate, sources, policy, ticked_elsewhere):
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
