"""ClaimReview for search engines (schema.org/ClaimReview): other people's claims, where a page reviews them.

Only for statements that are attributed to a named speaker, have a verdict on *so*, are marked for publication, and
when the address of the public page is known. Never for what the article says in its own voice, never by default.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from factcheck.domain.canonical import Json
from factcheck.domain.verdict import Basis
from factcheck.report.checks import Document
from factcheck.report.details import PUBLICATION
from factcheck.report.linked_data import linked_data
from factcheck.report.people import names
from factcheck.report.sealed import Sealed
from factcheck.report.vocabulary import CONFIRMED, DISPUTED, UNVERIFIED
from factcheck.report.wishes import NONE, Wishes

_WORDS = {CONFIRMED: "Confirmed", UNVERIFIED: "Unverified", DISPUTED: "Disputed"}
_VALUES = {"Confirmed": 5, "Disputed": 3, "Incorrect": 1}
"""Of 5, where a setting asks for numbers; there is none for what is unverified."""


def render_claim_review(sealed: Sealed, wishes: Wishes = NONE) -> bytes:
    """The reviews as JSON-LD; none when no address was named."""
    document = sealed.document()
    reviews: list[Json] = list(_reviews(document, wishes)) if wishes.review_url else []
    return linked_data({"@context": "https://schema.org", "@graph": reviews})


def _reviews(document: Document, wishes: Wishes) -> Iterator[dict[str, Json]]:
    named = names(document)
    for statement in document["statements"]:
        speakers = _speakers(statement)
        so = statement["so"]
        if not (speakers and so and so["verdict"] and PUBLICATION in statement["flags"]):
            continue
        authors: list[Json] = [{"@type": "Person", "name": name} for name in speakers]
        review: dict[str, Json] = {
            "@type": "ClaimReview",
            "url": wishes.review_url,
            "claimReviewed": _claim(statement, document),
            "itemReviewed": {
                "@type": "Claim",
                "author": authors[0] if len(authors) == 1 else authors,
                "appearance": _article(document),
            },
            "reviewRating": _rating(statement, with_number=wishes.has_numbers),
            "datePublished": so["at"][:10],
        }
        if author := _author(named.get(so["by"], so["by"]), wishes.newsroom):
            review["author"] = author
        yield review


def _author(checker: str, newsroom: tuple[str, str]) -> dict[str, Json]:
    """Who reviews the claim: the newsroom that publishes the page, where one is set, as search engines want it
    (an Organization with a name and the address of its pages); else the checker, who is a person.
    """
    name, url = newsroom
    if not name:
        return {"@type": "Person", "name": checker} if checker else {}
    return {"@type": "Organization", "name": name, **({"url": url} if url else {})}


def _speakers(statement: Mapping[str, Any]) -> list[str]:
    """The outermost speakers; none as soon as one of them is not named."""
    outer = [one["speaker"] for one in statement["attributions"] if one["within"] is None]
    return list(dict.fromkeys(outer)) if all(outer) else []


def _claim(statement: Mapping[str, Any], document: Document) -> str:
    """What the speaker is said to have said, in the words of the article."""
    text = document["article"]["text"]
    spans = [span for one in statement["attributions"] if one["within"] is None for span in one["content"]]
    if text is None or not spans:
        return str(statement["anchor"]["exact"])
    return " \u2026 ".join(text[span["start"] : span["end"]] for span in spans)


def _rating(statement: Mapping[str, Any], *, with_number: bool) -> dict[str, Json]:
    so = statement["so"]
    word = _WORDS[so["verdict"]]
    if so["basis"] == Basis.CONTRADICTED_BY_EVIDENCE.value:
        word = "Incorrect"
    rating: dict[str, Json] = {"@type": "Rating", "alternateName": word}
    if with_number and word in _VALUES:
        rating |= {"ratingValue": _VALUES[word], "bestRating": 5, "worstRating": 1}
    if statement["public_note"]:
        rating["ratingExplanation"] = statement["public_note"]
    return rating


def _article(document: Document) -> dict[str, Json]:
    article = document["article"]
    found: dict[str, Json] = {"@type": "Article", "headline": article["title"]}
    if article["author"]:
        found["author"] = {"@type": "Person", "name": article["author"]}
    if _is_public(article["source"]["name"]):
        found["url"] = article["source"]["name"]
    return found


def _is_public(name: str) -> bool:
    """Whether this is an address that anybody may know: without a query, which may hold a key of the reader's."""
    parts = urlsplit(name)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not (parts.query or parts.username)
