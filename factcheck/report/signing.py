"""What a report says of its signature, of the people in it, and of what an editor let stand."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.domain.canonical import Json
from factcheck.domain.confidence import Discretion
from factcheck.domain.gate import standing_overrides
from factcheck.domain.reasons import candidate_of
from factcheck.domain.review import Review
from factcheck.domain.signoff import CHECKER, RESPONSIBILITY, Signing
from factcheck.domain.source import Source
from factcheck.report.vocabulary import QUESTIONS

NOT_PRINTED = "not printed: it could give a confidential source away"
_EDITOR = "editor"


def overrides_form(
    review: Review, sources: Mapping[str, Source], names: frozenset[str], discretion: Discretion
) -> list[dict[str, Json]]:
    """`overrides[]`: what an editor let stand and what counts, by whom and why, in the order of the text.

    `by` is the name that was given as the editor's, `recorded_by` who typed it.
    """
    passed = ((n, s) for n, s in enumerate(review.statements, 1) if s.overrides)
    return [
        {
            "statement": statement.id,
            "number": number,
            "blocker": override.blocker.value,
            "by": override.by,
            "recorded_by": override.recorded_by,
            "reason": override.reason if discretion.lets_words_out(override.reason) else NOT_PRINTED,
            "at": override.at,
        }
        for number, statement in passed
        for override in standing_overrides(candidate_of(number, statement), sources, names)
    ]


def people_form(
    statements: Sequence[Mapping[str, Any]], overrides: Iterable[Mapping[str, Any]], signing: Signing | None
) -> list[Json]:
    """`people[]`: who gave an answer, asked a query, or let something stand that the report prints, and who signs."""
    printed = [s[q] for s in statements for q in QUESTIONS if s[q] is not None]
    printed += [query for s in statements for query in s["queries"] if "by" in query]
    roles = {one["by"]: CHECKER for one in printed if one["by"] is not None}
    for override in overrides:
        roles.setdefault(override["by"], _EDITOR)
        roles.setdefault(override["recorded_by"], CHECKER)
    people = {name: _person(name, roles[name]) for name in roles}
    if signing is not None:
        signer = {"name": signing.name, "principal": signing.email, "key": signing.key, "role": signing.role}
        people[signing.person] = _person(signing.person, signing.role) | signer
    return [people[name] for name in sorted(people)]


def _person(name: str, role: str) -> dict[str, Json]:
    """Principal and key are known with a signature."""
    return {"id": name, "name": name, "role": role, "principal": None, "key": None}


def revision_form(review: Review, signing: Signing | None) -> dict[str, Json]:
    """Which revision it is and which report it takes the place of: 0 before the first signature."""
    earlier = review.article.signoff
    revision = (earlier.revision if earlier else 0) + (1 if earlier or signing else 0)
    return {
        "revision": revision,
        "supersedes": earlier.report if earlier else None,
        "nonce": signing.nonce if signing else None,
    }


def signoff_form(signing: Signing | None) -> Json:
    """`signoff`: who answers for the report, in which sentence, and what is open all the same."""
    if signing is None:
        return None
    return {
        "by": signing.name,
        "at": signing.at,
        "sentence": RESPONSIBILITY,
        "open": [{"what": what, "count": count} for what, count in signing.open.items()],
        "policy": dict(signing.policy),
    }
