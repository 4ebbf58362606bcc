from typing import Any

import pytest
from msgspec.structs import replace

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import canonical_bytes
from factcheck.domain.text import Span, sha256_of
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.report.checks import coverage_gaps, recount
from factcheck.report.document import report_document
from tests.report.sample import PRIVATE, TOOL, answered, review, review_of, stale, untouched_review


def document() -> dict[str, Any]:
    return dict(report_document(review(), TOOL))


def statement(number: int) -> dict[str, Any]:
    found: dict[str, Any] = document()["statements"][number - 1]
    return found


def test_a_report_has_each_field_of_its_format_and_no_other() -> None:
    report = document()
    assert (
        list(report)
        == (
            "format version report_id revision supersedes nonce redaction article statements not_checked sources "
            "overrides summary people signoff audit tool"
        ).split()
    )
    assert (
        list(report["article"])
        == (
            "slug title author editor language dateline draft source text_sha256 text_chars offset_unit text"
        ).split()
    )
    assert list(report["article"]["source"]) == "name media_type sha256 bytes encoding importer".split()
    assert list(report["tool"]) == "name version extractor vocabulary".split()
    assert (report["format"], report["version"], report["revision"]) == ("factcheck-report", 1, 0)
    assert report["article"]["offset_unit"] == "unicode-code-point"


def test_an_unsigned_report_has_no_nonce_no_sign_off_and_supersedes_nothing() -> None:
    report = document()
    assert [report[name] for name in ("nonce", "signoff", "supersedes", "redaction")] == [None] * 4


def test_each_statement_has_each_field_of_the_format_and_no_other() -> None:
    for one in document()["statements"]:
        assert (
            list(one)
            == (
                "id number kind anchor voice attributions state excluded said so details citations links queries "
                "change public_note flags carried_from by at"
            ).split()
        )
        assert list(one["anchor"]) == "start end exact prefix suffix".split()
        assert list(one["so"]) == "verdict basis left_to_speaker given_for was by at".split()
        for attribution in one["attributions"]:
            assert list(attribution) == "speaker cue content inferred within".split()
        for detail in one["details"]:
            assert list(detail) == "type start end state".split()


def test_an_anchor_has_the_characters_and_32_on_either_side() -> None:
    report = document()
    text = report["article"]["text"]
    for one in report["statements"]:
        anchor = one["anchor"]
        start, end = anchor["start"], anchor["end"]
        assert text[start:end] == anchor["exact"]
        assert anchor["prefix"] == text[max(0, start - 32) : start]
        assert anchor["suffix"] == text[end : end + 32]


def test_said_is_asked_only_where_somebody_is_named() -> None:
    for one in document()["statements"]:
        assert (one["said"] is None) == (one["voice"] == "own")
        assert one["so"] is not None


def test_verdict_basis_and_left_to_the_speaker_are_printed_as_given() -> None:
    assert statement(1)["said"]["verdict"] == "disputed"
    assert statement(1)["said"]["basis"] == "worded_differently"
    assert statement(1)["so"]["basis"] == "no_evidence_found"
    assert statement(4)["so"]["left_to_speaker"] is True
    assert statement(4)["so"]["verdict"] is None


def test_each_answer_names_who_gave_it_and_the_statement_names_the_last() -> None:
    one = statement(5)
    assert (one["said"]["by"], one["so"]["by"], one["by"]) == ("Sam Ortega", "Nora Lind", "Nora Lind")
    assert one["at"] == one["so"]["at"] > one["said"]["at"]
    assert [p["name"] for p in document()["people"]] == ["Nora Lind", "Sam Ortega"]


def test_p21_an_answer_given_for_something_else_is_no_verdict_but_was_one() -> None:
    one = statement(3)
    assert one["state"] == "recheck"
    assert one["so"] == {
        "verdict": None,
        "basis": None,
        "left_to_speaker": False,
        "given_for": None,
        "was": "confirmed",
        "by": None,
        "at": None,
    }


def test_p21_an_answer_that_left_it_to_the_speaker_can_go_stale_too() -> None:
    base = untouched_review()
    first = stale(answered(base.statements[0], Question.SO, None), Question.SO)
    report: dict[str, Any] = report_document(review_of(base.text, (first,)), TOOL)
    assert report["statements"][0]["so"]["left_to_speaker"] is False
    assert report["statements"][0]["so"]["was"] == "left_to_speaker"


def test_an_excluded_statement_prints_no_verdict_and_says_why() -> None:
    base = untouched_review()
    one = answered(base.statements[1], Question.SO, Verdict.DISPUTED, Basis.ACCOUNTS_DIFFER)
    report: dict[str, Any] = report_document(review_of(base.text, (replace(one, excluded="a joke"),)), TOOL)
    assert report["statements"][0]["so"]["verdict"] is None
    assert report["statements"][0]["so"]["was"] is None
    assert report["statements"][0]["excluded"] == "a joke"
    assert {"start": one.span.start, "end": one.span.end, "reason": "a joke"} in report["not_checked"]
    assert report["summary"]["verdicts"] == 0


def test_p09_a_private_note_is_not_in_it_and_changes_nothing_in_it() -> None:
    base = review()
    noted = tuple(replace(s, private_note=f"{PRIVATE} {s.id}") for s in base.statements)
    bare = tuple(replace(s, private_note="") for s in base.statements)
    with_notes = canonical_bytes(report_document(replace(base, statements=noted), TOOL))
    assert PRIVATE.encode() not in with_notes
    assert with_notes == canonical_bytes(report_document(replace(base, statements=bare), TOOL))


def test_the_statements_and_what_was_not_checked_cover_the_text() -> None:
    assert coverage_gaps(document()) == []


def test_text_in_no_statement_and_no_excluded_block_is_listed_and_not_lost() -> None:
    base = untouched_review()
    lost = base.statements[4]
    report: dict[str, Any] = report_document(
        replace(base, statements=tuple(s for s in base.statements if s is not lost)), TOOL
    )
    assert coverage_gaps(report) == []
    stray = {"start": lost.span.start, "end": lost.span.end, "reason": "in_no_statement"}
    assert stray in report["not_checked"]
    report["not_checked"].remove(stray)
    assert coverage_gaps(report) == [(lost.span.start, lost.span.end)]


def test_a_block_that_was_taken_back_is_not_listed_as_excluded() -> None:
    base = untouched_review()
    taken = replace(base, article=replace(base.article, taken_back=frozenset({0})))
    report: dict[str, Any] = report_document(taken, TOOL)
    assert {n["reason"] for n in report["not_checked"]} == {"page footer", "in_no_statement"}


def test_a_report_without_text_cannot_be_asked_for_its_gaps() -> None:
    report = document()
    with pytest.raises(ValueError):
        coverage_gaps(report | {"article": report["article"] | {"text": None}})


def test_the_summary_equals_a_recount_and_the_tally() -> None:
    report, tally = document(), review().tally
    summary = report["summary"]
    assert summary == recount(report["statements"])
    assert summary["statements"] == tally.statements
    assert summary["verdicts"] == tally.verdicts
    assert summary["states"] == {
        name: getattr(tally, name) for name in ("untouched", "in_progress", "recheck", "done", "excluded")
    }
    for verdict in Verdict:
        for question in Question:
            assert summary[question.value][verdict.value] == tally.verdict_count(question, verdict)
    assert summary["so"]["left_to_speaker"] == tally.so_left_to_speaker
    for name in ("said", "so"):
        counts = dict(summary[name])
        assert counts.pop("asked") == sum(counts.values())


def test_a_changed_verdict_no_longer_equals_the_recount() -> None:
    report = document()
    report["statements"][1]["so"]["verdict"] = "disputed"
    assert report["summary"] != recount(report["statements"])


def test_the_report_id_is_that_of_the_article_and_the_draft() -> None:
    base = untouched_review()
    first, again = report_document(base, TOOL), report_document(review(), TOOL)
    assert first["report_id"] == again["report_id"]
    text = base.text.replace("412", "413")
    other = report_document(review_of(text, ()), TOOL)
    assert other["report_id"] != first["report_id"]


def test_a_text_that_is_not_the_one_that_was_checked_is_refused() -> None:
    base = untouched_review()
    with pytest.raises(ValueError, match="the draft names"):
        report_document(replace(base, text=base.text.replace("412", "413")), TOOL)


def test_a_statement_that_quotes_what_is_not_there_is_refused() -> None:
    base = untouched_review()
    moved = replace(base.statements[0], span=base.statements[0].span.shifted(1))
    with pytest.raises(ValueError, match="statement 1"):
        report_document(replace(base, statements=(moved, *base.statements[1:])), TOOL)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("/home/nora/secret/ferry.txt", "ferry.txt"),
        ("C:\\Users\\nora\\ferry.docx", "ferry.docx"),
        ("file:///home/nora/ferry.txt", "ferry.txt"),
        ("https://example.org/news/ferry", "https://example.org/news/ferry"),
    ],
)
def test_a_path_of_the_machine_is_not_in_it(name: str, printed: str) -> None:
    base = untouched_review()
    source = replace(base.draft.provenance, name=name)
    report: dict[str, Any] = report_document(
        replace(base, draft=replace(base.draft, provenance=source)), TOOL
    )
    assert report["article"]["source"]["name"] == printed


def test_every_value_that_a_report_holds_has_its_label() -> None:
    report = document()
    named = report["tool"]["vocabulary"]
    for one in report["statements"]:
        assert one["kind"] in named["kind"]
        assert one["voice"] in named["voice"]
        assert one["state"] in named["state"]
        assert {d["type"] for d in one["details"]} <= named["detail"].keys()
        for answer in (one["said"], one["so"]):
            if answer and answer["basis"]:
                assert answer["basis"] in named["basis"]
            if answer and answer["verdict"]:
                assert answer["verdict"] in named["verdict"]
    assert named["answer"]["left_to_speaker"] == "left to the speaker"


def test_an_article_without_statements_has_a_report() -> None:
    report: dict[str, Any] = report_document(review_of("Only this.", ()), TOOL)
    assert report["not_checked"] == [{"start": 0, "end": 10, "reason": "in_no_statement"}]
    assert report["article"]["text_sha256"] == sha256_of("Only this.")


def test_offsets_count_code_points() -> None:
    text = "\U0001f6a2 Ferry sank."
    one = replace(
        untouched_review().statements[1],
        span=Span(2, 13),
        exact="Ferry sank.",
        kind=BlockKind.PARAGRAPH,
        details=(),
    )
    report: dict[str, Any] = report_document(review_of(text, (one,)), TOOL)
    assert report["article"]["text_chars"] == 13
    assert report["statements"][0]["anchor"]["prefix"] == "\U0001f6a2 "
