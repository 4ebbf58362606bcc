"""ClaimReview and Web Annotation: by the definitions of those who made them, and only what may go out."""

import json
from base64 import urlsafe_b64decode
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from factcheck.report.wishes import Wishes
from tests.report.full_sample import full_document

URL = "https://paper.example/checks/ferry"

# From https://schema.org/version/latest/schemaorg-current-https.jsonld: the properties that we use, by type (those
# of the types above it included), and what the range of each is.
SCHEMA: dict[str, dict[str, tuple[str, ...]]] = {
    "ClaimReview": {
        "url": ("URL",),
        "claimReviewed": ("Text",),
        "itemReviewed": ("Claim",),  # of Review: Thing
        "reviewRating": ("Rating",),
        "datePublished": ("Date",),
        "author": ("Person", "Organization"),
    },
    "Claim": {"author": ("Person", "Organization"), "appearance": ("Article",)},
    "Rating": {
        "alternateName": ("Text",),
        "ratingExplanation": ("Text",),
        "ratingValue": ("Number",),
        "bestRating": ("Number",),
        "worstRating": ("Number",),
    },
    "Article": {"headline": ("Text",), "author": ("Person", "Organization"), "url": ("URL",)},
    "Person": {"name": ("Text",)},
    "Organization": {"name": ("Text",), "url": ("URL",)},
}
# What search engines ask for (https://developers.google.com/search/docs/appearance/structured-data/factcheck).
REQUIRED = {
    "ClaimReview": {"url", "claimReviewed", "reviewRating", "itemReviewed"},
    "Claim": {"author", "appearance"},
    "Rating": {"alternateName"},
    "Person": {"name"},
    "Organization": {"name"},
    "Article": {"headline"},
}


def fits(value: Any, kind: str) -> bool:
    if kind == "URL":
        return isinstance(value, str) and urlsplit(value).scheme in {"https", "http"}
    if kind == "Date":
        return date.fromisoformat(value) is not None
    if kind in {"Text", "Number"}:
        return type(value) is {"Text": str, "Number": int}[kind] and value != ""
    return isinstance(value, dict) and value.get("@type") == kind and is_sound(value)


def is_sound(thing: dict[str, Any]) -> bool:
    known = SCHEMA[thing["@type"]]
    told = {name: value for name, value in thing.items() if name != "@type"}
    assert set(told) >= REQUIRED[thing["@type"]], thing
    for name, value in told.items():
        for one in value if isinstance(value, list) else [value]:
            assert any(fits(one, kind) for kind in known[name]), (name, one)
    return True


def reviews(document: dict[str, Any], **wishes: Any) -> list[dict[str, Any]]:
    made = FORMS["claimreview"].render(unsigned(document), Wishes(review_url=URL, **wishes))
    graph = json.loads(made)
    assert graph["@context"] == "https://schema.org"
    return list(graph["@graph"])


def test_only_a_named_speakers_judged_and_published_statement_is_reviewed() -> None:
    document = full_document()
    (one,) = reviews(document)  # 4 is marked too, but its *so* is left to the speaker
    assert is_sound(one)
    assert one["itemReviewed"]["author"] == {"@type": "Person", "name": "Jon Dahl"}
    assert one["reviewRating"]["alternateName"] == "Disputed"
    assert one["reviewRating"]["ratingExplanation"].startswith("The inspectorate counted 412 tickets")
    assert one["claimReviewed"] in document["article"]["text"]
    assert one["url"] == URL
    for number, change in (
        (7, {"attributions": []}),
        (7, {"flags": []}),
        (7, {"so": document["statements"][7]["so"] | {"verdict": None, "left_to_speaker": True}}),
        (7, {"attributions": [document["statements"][7]["attributions"][0] | {"speaker": ""}]}),
    ):
        changed = full_document()
        changed["statements"][number] |= change
        assert reviews(changed) == []


def test_a_review_is_by_the_newsroom_that_is_set_and_else_by_its_checker() -> None:
    checker = full_document()["statements"][7]["so"]["by"]
    for newsroom, author in (
        (("", ""), {"@type": "Person", "name": checker}),
        (("The Harbour Post", ""), {"@type": "Organization", "name": "The Harbour Post"}),
        (
            ("</script>", "https://post.example"),
            {"@type": "Organization", "name": "</script>", "url": "https://post.example"},
        ),
    ):
        (one,) = reviews(full_document(), newsroom=newsroom)
        assert is_sound(one)
        assert one["author"] == author


def test_without_the_address_of_a_public_page_nothing_goes_out() -> None:
    made = json.loads(FORMS["claimreview"].render(unsigned(full_document())))
    assert made["@graph"] == []


@pytest.mark.parametrize(
    ("verdict", "basis", "word", "number"),
    [
        ("confirmed", None, "Confirmed", 5),
        ("unverified", "no_evidence_found", "Unverified", None),
        ("disputed", "accounts_differ", "Disputed", 3),
        ("disputed", "denied_by_named_party", "Disputed", 3),
        ("disputed", "contradicted_by_evidence", "Incorrect", 1),
    ],
)
def test_no_evidence_and_a_denial_never_become_incorrect(
    verdict: str, basis: str | None, word: str, number: int | None
) -> None:
    document = full_document()
    document["statements"][7]["so"] |= {"verdict": verdict, "basis": basis}
    (plain,), (numbered,) = reviews(document), reviews(document, has_numbers=True)
    assert plain["reviewRating"]["alternateName"] == numbered["reviewRating"]["alternateName"] == word
    assert "ratingValue" not in plain["reviewRating"]
    assert numbered["reviewRating"].get("ratingValue") == number
    assert is_sound(numbered)


def test_an_address_with_a_key_in_it_does_not_go_out() -> None:
    document = full_document()
    document["article"]["source"]["name"] = "https://paper.example/draft?token=abc"
    assert "url" not in reviews(document)[0]["itemReviewed"]["appearance"]
    document["article"]["source"]["name"] = "https://paper.example/ferry"
    assert reviews(document)[0]["itemReviewed"]["appearance"]["url"] == "https://paper.example/ferry"


@pytest.mark.parametrize("name", ["claimreview", "webannotation"])
def test_p13_no_text_ends_the_script_that_holds_it(name: str) -> None:
    document = full_document()
    document["statements"][7]["public_note"] = "</script><script>alert(1)</script><!-- \u2028"
    made = FORMS[name].render(unsigned(document), Wishes(review_url=URL))
    assert b"<" not in made
    assert "\u2028".encode() not in made
    assert "</script><script>" in json.dumps(json.loads(made))


def items() -> list[dict[str, Any]]:
    made = json.loads(FORMS["webannotation"].render(unsigned(full_document())))
    assert (made["@context"], made["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationCollection")
    assert made["total"] == len(made["first"]["items"])
    assert made["first"]["partOf"] == made["id"]
    return list(made["first"]["items"])


def test_every_selector_finds_its_text_in_the_draft_that_is_named() -> None:
    article = full_document()["article"]
    text = article["text"]
    for one in items():
        target = one["target"]
        digest = urlsafe_b64decode(target["source"].removeprefix("ni:///sha-256;") + "=")
        assert digest.hex() == article["text_sha256"]
        assert target["state"] == {"type": "TimeState", "cached": target["source"]}
        quote, position = target["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"] != ""
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


def test_each_annotation_is_one_of_the_model_with_an_id_of_its_own() -> None:
    motivations = {"assessing", "questioning", "editing", "linking", "commenting", "tagging"}
    assert {one["motivation"] for one in items()} == motivations
    assert len({one["id"] for one in items()}) == len(items())
    for one in items():
        assert one["type"] == "Annotation"
        assert UUID(one["id"].removeprefix("urn:uuid:")).version == 5
        for body in one["body"] if isinstance(one["body"], list) else [one["body"]]:
            assert body["type"] in {"TextualBody", "SpecificResource"}
            assert body["purpose"] in {*motivations, "describing"}
    values = [one["body"]["value"] for one in items() if one["motivation"] == "assessing"]
    assert "so: disputed (accounts differ)" in values
    assert not [value for value in values if "recheck" in value or "not answered" in value]
