"""What can be chosen on the reports' screen: the forms, and how they are made."""

from collections.abc import Collection

from msgspec import Struct

from factcheck.report.forms import AUTHORS_OWN
from factcheck.report.wishes import Wishes

CLAIM_REVIEW = "claimreview"
_TOLD = {
    "html": "one page for any browser, article and all",
    "md": "text with simple marks",
    "json": "the report itself: what is signed",
    "csv": "a table of the statements",
    "xlsx": "a workbook of the statements",
    "docx": "a Word file of the report",
    AUTHORS_OWN: "the author’s own Word file with comments",
    "pdf": "pages to print",
    CLAIM_REVIEW: "for search engines, about one public page",
    "webannotation": "for annotation tools",
}
_NOT_THEIR_OWN = "a Word file of the text, with comments"
"""What the author gets whose article came in no Word file."""

REDACTED, CHECKED, ON_ALL, RAW, NUMBERS = "redacted", "checked copy", "every statement", "raw", "numbers"


class Way(Struct, frozen=True):
    """How forms may be made. `only` is the form that it is about, "" for all."""

    name: str
    only: str
    told: str


WAYS = (
    Way(REDACTED, "", "no internal sources, excerpts, queries; unsigned"),
    Way(CHECKED, "", "only the recommended changes"),
    Way(ON_ALL, AUTHORS_OWN, "a comment on each, not only on some"),
    Way(RAW, "csv", "for a program: nothing is defused"),
    Way(NUMBERS, CLAIM_REVIEW, "a number beside the words"),
)
_INSTEAD = {CHECKED: ON_ALL, ON_ALL: CHECKED}


def told(form: str, suffix: str, *, came_as_word: bool) -> str:
    """What a form is, in a few words."""
    if form == AUTHORS_OWN and not came_as_word:
        return _NOT_THEIR_OWN
    return _TOLD.get(form, suffix)


def switched(ways: Collection[str], name: str) -> set[str]:
    """The ways with one more, or one less; a checked copy has no comments, so the two take turns."""
    chosen = set(ways) ^ {name}
    return chosen - {_INSTEAD.get(name, "")} if name in chosen else chosen


def wishes(ways: Collection[str], review_url: str, newsroom: tuple[str, str] = ("", "")) -> Wishes:
    """What a form is told of the ways."""
    return Wishes(
        is_raw=RAW in ways,
        is_on_all=ON_ALL in ways,
        is_checked_copy=CHECKED in ways,
        review_url=review_url,
        has_numbers=NUMBERS in ways,
        newsroom=newsroom,
    )
