"""Whether a report agrees with itself: its text, its anchors, its counts, and the ids that point from one part to another."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from factcheck.domain.text import sha256_of
from factcheck.report.checks import coverage_gaps, recount
from factcheck.report.vocabulary import QUESTIONS

UNIT = "unicode-code-point"


def contradictions(document: Mapping[str, Any], article: bytes | None) -> Iterator[str]:
    """Each contradiction in a report of the right shape, as a sentence. `article` is article.txt, if it is there."""
    yield from _about_text(document["article"], article)
    text = document["article"]["text"]
    if text is not None:
        yield from _about_anchors(document, text)
        gaps = coverage_gaps(document)
        if gaps:
            yield f"Characters {gaps[0][0]} to {gaps[0][1]} of the text are in no statement and not listed as not checked."
    yield from _about_numbers(document)
    yield from _about_ids(document)
    yield from _about_people(document)


def _about_text(article: Mapping[str, Any], file: bytes | None) -> Iterator[str]:
    text = article["text"]
    if article["offset_unit"] != UNIT:
        yield "Its places are not counted in Unicode code points."
    if text is not None and sha256_of(text) != article["text_sha256"]:
        yield "The article's text is not the one whose hash the report names."
    if text is not None and len(text) != article["text_chars"]:
        yield "The article's text does not have as many characters as the report says."
    if file is not None and sha256(file).hexdigest() != article["text_sha256"]:
        yield "article.txt is not the text whose hash the report names."


def _about_anchors(document: Mapping[str, Any], text: str) -> Iterator[str]:
    length = len(text)
    for one in document["statements"]:
        anchor = one["anchor"]
        start, end = anchor["start"], anchor["end"]
        is_inside = 0 <= start < end <= length
        if not is_inside or text[start:end] != anchor["exact"]:
            yield f"Statement {one['number']} is not at its place in the text."
        elif not text.startswith(anchor["suffix"], end) or not text.endswith(anchor["prefix"], 0, start):
            yield f"What stands around statement {one['number']} is not what its anchor says."
        spans = [*one["details"]]
        for attribution in one["attributions"]:
            spans += [*attribution["content"], *([attribution["cue"]] if attribution["cue"] else [])]
        if any(not 0 <= span["start"] <= span["end"] <= length for span in spans):
            yield f"A detail or an attribution of statement {one['number']} is outside the text."
    if any(not 0 <= run["start"] <= run["end"] <= length for run in document["not_checked"]):
        yield "Something that was not checked is outside the text."


def _about_numbers(document: Mapping[str, Any]) -> Iterator[str]:
    statements = document["statements"]
    if [one["number"] for one in statements] != list(range(1, len(statements) + 1)):
        yield "The statements are not numbered one by one."
    try:
        is_recounted = recount(statements) == document["summary"]
    except KeyError:
        yield "A statement has a state or a verdict that there is not."
        return
    if not is_recounted:
        yield "The summary is not what a recount gives."


def _about_ids(document: Mapping[str, Any]) -> Iterator[str]:
    ids = {one["id"] for one in document["statements"]}
    sources = {one["id"] for one in document["sources"]}
    if len(ids) != len(document["statements"]) or len(sources) != len(document["sources"]):
        yield "Two statements, or two sources, have one id."
    for one in document["statements"]:
        if any(citation["source"] not in sources for citation in one["citations"]):
            yield f"Statement {one['number']} cites a source that is not in the report."
        if any(link["to"] not in ids for link in one["links"]):
            yield f"Statement {one['number']} is linked to one that is not in the report."
        if any(not _is_within(a["within"], one["attributions"]) for a in one["attributions"]):
            yield f"An attribution of statement {one['number']} is within one that is not there."
    named = [o["statement"] for o in document["overrides"] if isinstance(o.get("statement"), str)]
    if any(name not in ids for name in named):
        yield "Something was let stand on a statement that is not in the report."


def _is_within(index: int | None, attributions: list[Any]) -> bool:
    return index is None or 0 <= index < len(attributions)


def _about_people(document: Mapping[str, Any]) -> Iterator[str]:
    people = document["people"]
    known = {person["id"] for person in people} | {person["name"] for person in people}
    if len({person["id"] for person in people}) != len(people):
        yield "Two people have one id."
    for one in document["statements"]:
        answers = [one[question] for question in QUESTIONS if one[question] is not None]
        if any(answer["by"] is not None and answer["by"] not in known for answer in answers):
            yield f"Statement {one['number']} was answered by somebody who is not in the report."
    if document["signoff"] is not None and document["signoff"]["by"] not in known:
        yield "Somebody signed off who is not in the report."
