"""What a report says of who signs it and of what an editor let stand."""

from typing import Any

from msgspec.structs import replace

from factcheck.domain.gate import Block, blocks_of, stet_hash
from factcheck.domain.override import Blocker, Override
from factcheck.domain.reasons import POLICIES, candidate_of
from factcheck.domain.review import Review
from factcheck.domain.signoff import RESPONSIBILITY, Signing, Signoff
from factcheck.domain.source import Level, Source, SourceKind, Tier
from factcheck.report.document import report_document
from factcheck.report.signing import NOT_PRINTED
from tests.report.sample import TOOL, review

SIGNING = Signing(
    person="Nora Lind",
    name="Nora Lind-Hansen",
    email="nora@example.org",
    key="SHA256:abc",
    at="2024-03-09T11:00:00Z",
    nonce="00" * 32,
    open={"to recheck": 1},
    policy={"enough_sources": True, "details": True},
)
EARLIER = Signoff("ab" * 32, "cd" * 32, 3, None, "Nora", "nora@example.org", "SHA256:abc", "d1")


def passed(one: Review, reason: str = "runs today") -> tuple[Review, Block]:
    """The review with the third statement, which is to be rechecked, let stand."""
    statement = one.statements[2]
    block = next(iter(blocks_of(candidate_of(3, statement), {}, POLICIES[0], ())))
    given_for = stet_hash(statement, block.blocker, block.facts)
    override = Override(block.blocker, reason, "Eve", given_for, "Sam Ortega", "2024-03-09T10:50:00Z")
    changed = replace(statement, overrides=(override,))
    return replace(one, statements=(*one.statements[:2], changed, *one.statements[3:])), block


def document(one: Review, signing: Signing | None = None) -> dict[str, Any]:
    return dict(report_document(one, TOOL, signing))


def test_what_is_let_stand_is_printed_with_who_said_so_and_who_typed_it() -> None:
    one, block = passed(review())
    assert block.blocker is Blocker.RECHECK
    (printed,) = document(one)["overrides"]
    assert printed == {
        "statement": one.statements[2].id,
        "number": 3,
        "blocker": "recheck",
        "by": "Eve",
        "recorded_by": "Sam Ortega",
        "reason": "runs today",
        "at": "2024-03-09T10:50:00Z",
    }
    roles = {p["name"]: p["role"] for p in document(one)["people"]}
    assert roles == {"Eve": "editor", "Nora Lind": "checker", "Sam Ortega": "checker"}


def test_what_was_let_stand_for_something_else_is_not_printed() -> None:
    one, _ = passed(review())
    was = one.statements[2].so
    assert was is not None
    moved = replace(one.statements[2], so=replace(was, given_for="1" * 64))
    changed = replace(one, statements=(*one.statements[:2], moved, *one.statements[3:]))
    assert document(changed)["overrides"] == []
    assert "Eve" not in [p["name"] for p in document(changed)["people"]]


def test_a_reason_that_names_a_confidential_source_is_not_printed_and_the_override_is() -> None:
    one, _ = passed(review(), "Deep Throat told us")
    source = Source("x", "a", "Deep Throat", SourceKind.INTERVIEW, Tier.PRIMARY, Level.CONFIDENTIAL)
    (printed,) = document(replace(one, sources=(source,)))["overrides"]
    assert (printed["reason"], printed["by"]) == (NOT_PRINTED, "Eve")


def test_a_signing_names_the_person_the_key_and_what_is_open_all_the_same() -> None:
    report = document(review(), SIGNING)
    assert (report["revision"], report["supersedes"], report["nonce"]) == (1, None, "00" * 32)
    assert report["signoff"] == {
        "by": "Nora Lind-Hansen",
        "at": "2024-03-09T11:00:00Z",
        "sentence": RESPONSIBILITY,
        "open": [{"what": "to recheck", "count": 1}],
        "policy": {"enough_sources": True, "details": True},
    }
    signer = next(p for p in report["people"] if p["id"] == "Nora Lind")
    assert signer == {
        "id": "Nora Lind",
        "name": "Nora Lind-Hansen",
        "role": "checker",
        "principal": "nora@example.org",
        "key": "SHA256:abc",
    }


def test_every_report_after_a_signed_one_says_which_it_supersedes() -> None:
    one = review()
    later = replace(one, article=replace(one.article, signoff=EARLIER))
    for report in (document(later), document(later, SIGNING)):
        assert (report["revision"], report["supersedes"]) == (4, "ab" * 32)
    assert document(later)["nonce"] is None
