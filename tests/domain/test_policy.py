"""What the policy wants behind an answer, and that nothing cited for one question ever serves the other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from factcheck.domain.policy import lacks
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Answer, Basis, Question, Verdict
from tests.build import said_statement


def source(name: str, tier: Tier = Tier.SECONDARY, *, is_independent: bool = True) -> Source:
    return Source(
        name, "a1", name, SourceKind.OTHER_OUTLET, tier, Level.PUBLIC, is_independent=is_independent
    )


SOURCES = {
    "p": source("p", Tier.PRIMARY),
    **{name: source(name) for name in "xyz"},
    "r": source("r", is_independent=False),
    "merged": source("x"),
}
NOTHING = "no source that supports it is cited for"
CITED = st.builds(
    Citation,
    id=st.text("abc", min_size=1, max_size=3),
    source=st.sampled_from([*SOURCES, "gone"]),
    question=st.sampled_from(Question),
    stance=st.sampled_from(Stance),
    locator=st.sampled_from(["", " ", "p. 3", "00:14:20"]),
)


def answered(
    *citations: Citation, verdict: Verdict = Verdict.CONFIRMED, basis: Basis | None = None
) -> Statement:
    statement = said_statement(citations=citations)
    said, so = (
        Answer(verdict, statement.given_for(q), "ann", "2024-10-17T10:00:00Z", basis) for q in Question
    )
    return replace(statement, said=said, so=so)


def cited(name: str, question: Question = Question.SO, locator: str = "p. 3") -> Citation:
    return Citation(f"c-{name}-{question}", name, question, Stance.SUPPORTS, locator)


@given(st.lists(CITED.filter(lambda c: c.question is Question.SAID), max_size=8))
def test_a_recording_cited_for_said_never_satisfies_the_policy_for_so(citations: list[Citation]) -> None:
    assert lacks(answered(*citations), Question.SO, SOURCES) == f"{NOTHING} so"


@given(st.lists(CITED, max_size=8), st.sampled_from(Question))
def test_confirmed_is_satisfied_exactly_by_a_primary_source_or_three_independent_ones(
    citations: list[Citation], question: Question
) -> None:
    good = {
        SOURCES[c.source].id
        for c in citations
        if c.question is question
        and c.stance is Stance.SUPPORTS
        and c.locator.strip()
        and c.source in SOURCES
    }
    is_enough = "p" in good or len(good & {"x", "y", "z"}) == 3
    assert (lacks(answered(*citations), question, SOURCES) == "") == is_enough


@pytest.mark.parametrize(
    ("names", "lacking"),
    [
        ("p", ""),
        ("xyz", ""),
        ("xy", "no primary source with a locator for so, and 2 of 3 independent ones"),
        ("xyr", "no primary source with a locator for so, and 2 of 3 independent ones"),
        ("", f"{NOTHING} so"),
    ],
)
def test_it_says_what_is_lacking(names: str, lacking: str) -> None:
    assert lacks(answered(*map(cited, names)), Question.SO, SOURCES) == lacking


def test_merged_sources_count_as_one() -> None:
    three = [cited("x"), cited("y"), cited("merged")]
    assert lacks(answered(*three), Question.SO, SOURCES).endswith("2 of 3 independent ones")


def test_a_source_without_a_locator_is_named_as_such() -> None:
    said = lacks(answered(cited("p", locator=" ")), Question.SO, SOURCES)
    assert said == "no locator: where in the source does it support so?"


def test_contradicted_by_evidence_wants_a_citation_that_contradicts() -> None:
    disputed, basis = Verdict.DISPUTED, Basis.CONTRADICTED_BY_EVIDENCE
    against = replace(cited("x"), stance=Stance.CONTRADICTS)
    wanted = "no source that contradicts it is cited for so"
    assert lacks(answered(cited("p"), verdict=disputed, basis=basis), Question.SO, SOURCES) == wanted
    assert lacks(answered(against, verdict=disputed, basis=basis), Question.SO, SOURCES) == ""
    assert lacks(answered(against, verdict=disputed, basis=basis), Question.SAID, SOURCES) != ""
    assert lacks(answered(verdict=disputed, basis=Basis.ACCOUNTS_DIFFER), Question.SO, SOURCES) == ""


def test_what_does_not_count_or_is_not_answered_or_excluded_wants_nothing() -> None:
    assert lacks(said_statement(), Question.SO, SOURCES) == ""
    assert lacks(replace(answered(), excluded="opinion"), Question.SO, SOURCES) == ""
    assert lacks(replace(answered(), exact="Quill said it rained 4 days."), Question.SO, SOURCES) == ""
    assert lacks(answered(verdict=Verdict.UNVERIFIED), Question.SO, SOURCES) == ""
