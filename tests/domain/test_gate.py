"""The gate: what stands against a sign-off, by name, and that an override never outlives what it was given for."""

import pytest
from msgspec.structs import replace

from factcheck.domain.gate import Block, Gate, gate, stet_hash
from factcheck.domain.link import Link, LinkType
from factcheck.domain.override import Blocker, Override
from factcheck.domain.query import Addressee, ChangeKind, ChangeState, Hearing, Query, SuggestedWording
from factcheck.domain.reasons import Policy, candidate_of
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.tick import Tick, TickState
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from tests.build import said_statement

STRICT = Policy()
AT = "2024-10-17T10:00:00Z"
SOURCES = {
    "p": Source("p", "a1", "Minutes", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC),
    "x": Source("x", "a1", "Herald", SourceKind.OTHER_OUTLET, Tier.SECONDARY, Level.PUBLIC),
}


def answer(
    statement: Statement,
    question: Question,
    verdict: Verdict = Verdict.CONFIRMED,
    basis: Basis | None = None,
) -> Answer:
    return Answer(verdict, statement.given_for(question), "ann", AT, basis)


def ticked(statement: Statement, state: TickState = TickState.TICKED) -> tuple[Tick, ...]:
    return tuple(Tick(given_for, n, state, "ann", AT) for _, given_for, n in statement.hard_details())


def finished(**changes: object) -> Statement:
    """A statement with nothing left to do."""
    bare = said_statement()
    cited = tuple(Citation(f"c{q}", "p", q, Stance.SUPPORTS, "p. 3") for q in Question)
    return replace(
        bare,
        said=answer(bare, Question.SAID),
        so=answer(bare, Question.SO),
        ticks=ticked(bare),
        citations=cited,
        **changes,
    )


def own(**changes: object) -> Statement:
    bare = replace(said_statement(), attributions=())
    return replace(
        bare,
        ticks=ticked(bare),
        so=answer(bare, Question.SO, Verdict.DISPUTED, Basis.ACCOUNTS_DIFFER),
        **changes,
    )


def at_gate(*statements: Statement, policy: Policy = STRICT) -> Gate:
    return gate((candidate_of(n, s) for n, s in enumerate(statements, 1)), SOURCES, policy)


def wording(state: ChangeState, old: str | None = None) -> SuggestedWording:
    exact = said_statement().exact
    return SuggestedWording(old or exact, "Better.", ChangeKind.CORRECTION, state, "ann", AT)


LINK = Link("l1", LinkType.CONTRADICTS, "s2", True, "h", "t", "t")
HERE = replace(LINK, here=said_statement().words_hash)

SHUT = [
    (said_statement(), [Blocker.UNTOUCHED]),
    (replace(finished(), said=None), [Blocker.UNFINISHED]),
    (replace(finished(), exact="Quill said it rained 4 days."), [Blocker.RECHECK, Blocker.NOT_GONE_OVER]),
    (
        replace(finished(), so=answer(said_statement(), Question.SO, Verdict.UNVERIFIED)),
        [Blocker.NO_BASIS],
    ),
    (replace(finished(), citations=()), [Blocker.NO_SOURCE]),
    (replace(finished(), ticks=ticked(said_statement(), TickState.WRONG)), [Blocker.WRONG_DETAIL]),
    (replace(finished(), ticks=()), [Blocker.NOT_GONE_OVER]),
    (own(), [Blocker.DISPUTED_UNCHANGED]),
    (own(suggested=wording(ChangeState.REJECTED)), [Blocker.DISPUTED_UNCHANGED]),
    (own(suggested=wording(ChangeState.PENDING)), [Blocker.DISPUTED_UNCHANGED, Blocker.WORDING_PENDING]),
    (finished(suggested=wording(ChangeState.PENDING)), [Blocker.WORDING_PENDING]),
    (finished(queries=(Query("q1", Addressee.AUTHOR, "Who?"),)), [Blocker.QUERY_OPEN]),
    (finished(flags=frozenset({Flag.CRITICISM})), [Blocker.UNANSWERED]),
    (finished(flags=frozenset({Flag.CRITICISM}), hearing=Hearing("Quill", "today")), [Blocker.UNANSWERED]),
    (finished(links=(HERE,)), [Blocker.LINK_OPEN]),
    (
        replace(said_statement(), excluded="an advert", queries=(Query("q", Addressee.EDITOR, "?"),)),
        [Blocker.QUERY_OPEN],
    ),
]
OPEN = [
    finished(),
    own(suggested=wording(ChangeState.ACCEPTED)),
    finished(suggested=wording(ChangeState.PENDING, old="Other words.")),
    finished(flags=frozenset({Flag.CRITICISM}), hearing=Hearing("Quill", "today", "No comment.")),
    finished(links=(replace(HERE, settled="the reply says so"),)),
    finished(links=(replace(HERE, is_from_here=False),)),
    finished(flags=frozenset({Flag.LEGAL}), private_note="hm"),
    replace(said_statement(), excluded="an advert"),
    replace(
        finished(),
        so=Answer(None, said_statement().given_for(Question.SO), "ann", AT, is_left_to_speaker=True),
    ),
]


@pytest.mark.parametrize(
    ("statement", "names"), SHUT, ids=lambda x: "+".join(x) if isinstance(x, list) else ""
)
def test_each_thing_that_is_left_open_shuts_the_gate_by_its_name(
    statement: Statement, names: list[Blocker]
) -> None:
    found = at_gate(statement)
    assert [b.blocker for b in found.shut_by] == names
    assert not found.is_open
    assert all(b.sentence and b.number == 1 for b in found.blocks)


@pytest.mark.parametrize("statement", OPEN)
def test_what_is_settled_or_only_private_leaves_the_gate_open(statement: Statement) -> None:
    assert at_gate(statement).blocks == ()
    assert at_gate(statement).is_open


def test_every_blocker_has_a_case_here() -> None:
    assert {name for _, names in SHUT for name in names} == set(Blocker)


@pytest.mark.parametrize(
    ("statement", "names"), SHUT, ids=lambda x: "+".join(x) if isinstance(x, list) else ""
)
def test_p21_an_override_counts_only_for_the_words_and_the_thing_it_was_given_for(
    statement: Statement, names: list[Blocker]
) -> None:
    block = at_gate(statement).shut_by[0]
    passed = replace(statement, overrides=(stet(statement, block),))
    assert [b.blocker for b in at_gate(passed).passed] == names[:1]
    changed = replace(passed, exact=passed.exact.replace("rained", "rained hard for"))
    assert at_gate(changed).passed == ()
    other = replace(passed, attributions=said_statement().attributions if not passed.attributions else ())
    assert at_gate(other).passed == ()


def stet(statement: Statement, block: Block) -> Override:
    return Override(
        block.blocker, "runs anyway", "Eve", stet_hash(statement, block.blocker, block.facts), "ann", AT
    )


def test_an_override_of_one_query_does_not_let_the_next_one_through() -> None:
    one = finished(queries=(Query("q1", Addressee.AUTHOR, "Who?"),))
    passed = replace(one, overrides=(stet(one, at_gate(one).shut_by[0]),))
    assert at_gate(passed).is_open
    more = replace(passed, queries=(*passed.queries, Query("q2", Addressee.AUTHOR, "When?")))
    assert [b.blocker for b in at_gate(more).shut_by] == [Blocker.QUERY_OPEN]


def test_the_policy_can_ask_for_less_but_never_for_no_source_at_all() -> None:
    bare = finished()
    secondary = replace(bare, citations=tuple(replace(c, source="x") for c in bare.citations), ticks=())
    strict = [b.blocker for b in at_gate(secondary).shut_by]
    assert strict == [Blocker.NO_SOURCE, Blocker.NOT_GONE_OVER]
    easy = Policy(wants_enough_sources=False, wants_details=False)
    assert at_gate(secondary, policy=easy).is_open
    unlocated = replace(secondary, citations=tuple(replace(c, locator="") for c in secondary.citations))
    assert [b.blocker for b in at_gate(unlocated, policy=easy).shut_by] == [Blocker.NO_SOURCE]


def test_what_is_wanting_for_both_questions_is_one_thing_to_let_stand() -> None:
    (block,) = at_gate(replace(finished(), citations=())).shut_by
    assert "for said" in block.sentence
    assert "for so" in block.sentence


def test_a_name_ticked_elsewhere_needs_no_tick_here_and_a_number_does() -> None:
    statement = replace(finished(), ticks=())
    everywhere = {given_for for _, given_for, _ in statement.hard_details()}
    found = gate([candidate_of(1, statement)], SOURCES, Policy(), everywhere)
    assert [b.sentence for b in found.shut_by] == ["not ticked: 3"]


def test_hints_are_counted_and_never_block() -> None:
    found = gate([candidate_of(1, finished())], SOURCES, open_hints=4)
    assert (found.is_open, found.open_hints, found.statements) == (True, 4, 1)


def test_the_counts_are_by_name_the_gravest_first() -> None:
    found = at_gate(replace(finished(), ticks=()), said_statement(), said_statement())
    assert list(found.counts().items()) == [(Blocker.UNTOUCHED, 2), (Blocker.NOT_GONE_OVER, 1)]
    assert [b.number for b in found.of(Blocker.UNTOUCHED)] == [2, 3]
