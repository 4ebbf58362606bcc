"""A report says how each detail stands and what is suggested, and nothing that is for other words or confidential."""

import json
from typing import Any

from msgspec.structs import replace

from factcheck.domain.checklist import checklist
from factcheck.domain.query import ChangeKind, ChangeState, SuggestedWording
from factcheck.domain.review import Review
from factcheck.domain.source import Level, Source, SourceKind, Tier
from factcheck.domain.statement import Detail, DetailType, Statement
from factcheck.domain.text import Span
from factcheck.domain.tick import Tick, TickState
from factcheck.report.document import report_document
from factcheck.report.reading import entries
from tests.report.sample import TOOL
from tests.report.sample import review as made

CONFIDENTIAL = Source("x", "a", "Ole Vask", SourceKind.INTERVIEW, Tier.PRIMARY, Level.CONFIDENTIAL)


def ticked(statement: Statement) -> Statement:
    """The first hard detail ticked, the last one wrong, and words suggested."""
    first, *_, last = checklist(statement)
    return replace(
        statement,
        ticks=(
            Tick(first.given_for, first.occurrence, TickState.TICKED, "ann", "2024"),
            Tick(last.given_for, last.occurrence, TickState.WRONG, "ann", "2024", "x"),
        ),
    )


def suggested(statement: Statement, old: str, new: str) -> Statement:
    wording = SuggestedWording(old, new, ChangeKind.CORRECTION, ChangeState.PENDING, "ann", "2024")
    return replace(statement, suggested=wording)


def with_first(review: Review, statement: Statement) -> Review:
    return replace(
        review, statements=tuple(statement if s.id == statement.id else s for s in review.statements)
    )


def with_details(review: Review) -> Statement:
    """A statement with its first two words as a name and a number."""
    one = next(s for s in review.statements if s.excluded is None and s.exact.count(" ") > 1)
    first = one.exact.index(" ")
    second = one.exact.index(" ", first + 1)
    spans = (Span(0, first), Span(first + 1, second))
    kinds = (DetailType.NAME, DetailType.NUMBER)
    details = (Detail.at(k, span.shifted(one.span.start)) for k, span in zip(kinds, spans, strict=True))
    return replace(one, details=tuple(details))


def printed(review: Review, statement: Statement) -> dict[str, Any]:
    document: Any = report_document(with_first(review, statement), TOOL)
    return next(s for s in document["statements"] if s["id"] == statement.id)


def test_details_say_how_they_stand_and_what_nobody_went_over_says_nothing() -> None:
    review = made()
    statement = with_details(review)
    form = printed(review, ticked(statement))
    states = {d["start"]: d["state"] for d in form["details"]}
    first, *_, last = checklist(statement)
    assert states[first.detail.start] == "ticked"
    assert states[last.detail.start] == "wrong"
    assert [d["state"] for d in printed(review, statement)["details"]] == [None] * len(form["details"])


def test_an_editor_reads_what_is_wrong_and_what_is_suggested() -> None:
    review = made()
    statement = suggested(ticked(with_details(review)), with_details(review).exact, "New [sic] words.")
    document: Any = report_document(with_first(review, statement), TOOL)
    facts = {f.label: f.text for e in entries(document) if e.text == statement.exact for f in e.facts}
    assert facts["Wrong"] == checklist(statement)[-1].words
    assert facts["Suggested correction"] == f"{statement.exact} → New [sic] words. (pending)"


def test_a_decision_on_a_wording_is_printed_with_who_took_it_and_when() -> None:
    review = made()
    statement = suggested(with_details(review), with_details(review).exact, "New words.")
    assert statement.suggested is not None
    assert printed(review, statement)["change"].keys() == {"from", "to", "kind", "state"}
    decided = replace(
        statement.suggested,
        state=ChangeState.REJECTED,
        decided_by="Ed [sic] Itor",
        decided_at="2024-10-18T10:41:07Z",
    )
    document: Any = report_document(with_first(review, replace(statement, suggested=decided)), TOOL)
    change = next(s for s in document["statements"] if s["id"] == statement.id)["change"]
    assert (change["by"], change["at"]) == ("Ed [sic] Itor", "2024-10-18T10:41:07Z")
    facts = next(e for e in entries(document) if e.text == statement.exact).facts
    told = next(fact.text for fact in facts if fact.label == "Suggested correction")
    assert told.endswith("(rejected by Ed [sic] Itor, 2024-10-18 10:41 UTC)")


def test_a_wording_for_other_words_is_not_printed() -> None:
    review = made()
    assert printed(review, suggested(with_details(review), "Other words.", "New."))["change"] is None


def test_p13_a_wording_with_a_confidential_source_in_it_is_not_printed() -> None:
    review = replace(made(), sources=(CONFIDENTIAL,))
    statement = with_details(review)
    told = suggested(statement, statement.exact, "As Vask says, it was so.")
    assert "Vask" not in json.dumps(report_document(with_first(review, told), TOOL))
    told = suggested(statement, statement.exact, "It was so.")
    assert printed(review, told)["change"]["to"] == "It was so."
