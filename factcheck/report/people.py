"""The people of a report as they are read: by the name that stands in the sign-off, once there is one."""

from factcheck.domain.signoff import CHECKER
from factcheck.report.checks import Document


def names(document: Document) -> dict[str, str]:
    """What each person is called, by the id that answers and changes name."""
    return {person["id"]: person["name"] for person in document["people"]}


def checkers(document: Document) -> list[str]:
    """Who has checked the article. An editor who only let something stand has not; whoever signs says so."""
    return [p["name"] for p in document["people"] if p["role"] == CHECKER or p["key"]]
