"""The fields of a source and of a citation, and what is typed into them as values.

Kind, tier, level and stance are never chosen beforehand: a default would be taken for an answer.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.errors import UsageError
from factcheck.screens.dialogs.form import Field
from factcheck.widgets.choice_line import Option

_KINDS = {
    SourceKind.DOCUMENT: "d",
    SourceKind.DATA: "a",
    SourceKind.RECORDING: "r",
    SourceKind.INTERVIEW: "i",
    SourceKind.WEB_PAGE: "w",
    SourceKind.PICTURE_FILE: "p",
    SourceKind.REFERENCE_WORK: "f",
    SourceKind.OTHER_OUTLET: "o",
}
_TIERS = {Tier.PRIMARY: "p", Tier.SECONDARY: "s"}
_LEVELS = {Level.PUBLIC: "p", Level.INTERNAL: "i", Level.CONFIDENTIAL: "c"}
_STANCES = {Stance.SUPPORTS: "s", Stance.CONTRADICTS: "c", Stance.CONTEXT: "x"}
_QUESTIONS = {Question.SAID: "s", Question.SO: "o"}
_DETAIL_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALL = "="
"""Stands for the whole statement among its details."""
_NAMES = {"kind": "kind", "tier": "tier", "level": "level", "question": "question", "stance": "stance"}

SOURCE_FIELDS = (
    Field("title", "Title"),
    Field("kind", "Kind", [Option(letter, kind.value, kind.words) for kind, letter in _KINDS.items()]),
    Field("tier", "Tier", [Option(letter, tier.value, tier.value) for tier, letter in _TIERS.items()]),
    Field("level", "Level", [Option(letter, level.value, level.value) for level, letter in _LEVELS.items()]),
    Field("address", "Address"),
    Field("creator", "Creator"),
    Field(
        "independent", "Independent", [Option("y", "yes", "of the others"), Option("n", "no", "not stated")]
    ),
)
NEW_SOURCE = Source("", "", "", SourceKind.DOCUMENT, Tier.SECONDARY, Level.CONFIDENTIAL)


def citation_fields(statement: Statement) -> tuple[Field, ...]:
    """The fields of a citation for a statement: *said* only where somebody is quoted, a detail where there is one."""
    asked = [Option(_QUESTIONS[q], q.value, q.value) for q in statement.questions]
    said = dict.fromkeys(statement.within(d.span) for d in statement.details)
    details = [
        Option(letter, words, " ".join(words.split()))
        for letter, words in zip(_DETAIL_LETTERS, said, strict=False)
    ]
    return (
        Field("question", "Question", asked),
        Field("stance", "Stance", [Option(letter, s.value, s.value) for s, letter in _STANCES.items()]),
        Field("locator", "Locator"),
        Field("excerpt", "Excerpt"),
        *([Field("detail", "For", [Option("-", _ALL, "all of it"), *details])] if details else []),
        Field("accessed", "Accessed on"),
    )


def source_values(source: Source) -> dict[str, str]:
    """A source as its fields show it."""
    return {
        "title": source.title,
        "kind": source.kind.value,
        "tier": source.tier.value,
        "level": source.level.value,
        "address": source.address,
        "creator": source.creator,
        "independent": "yes" if source.is_independent else "no",
    }


def citation_values(citation: Citation) -> dict[str, str]:
    """A citation as its fields show it."""
    return {
        "question": citation.question.value,
        "stance": citation.stance.value,
        "locator": citation.locator,
        "excerpt": citation.excerpt,
        "detail": citation.detail or _ALL,
        "accessed": citation.accessed,
    }


def new_citation_values(question: Question, accessed: str) -> dict[str, str]:
    """A citation that nothing is known of but the question that is asked now, and the day."""
    return {"question": question.value, "accessed": accessed, "detail": _ALL}


def source_of(values: Mapping[str, str], before: Source = NEW_SOURCE) -> Source:
    """The source that was typed. Raises UsageError when something is missing."""
    if not values["title"].strip():
        raise UsageError("The title is missing.", "Type what the source is called, or what it is.")
    return replace(
        before,
        title=values["title"],
        kind=SourceKind(_chosen(values, "kind")),
        tier=Tier(_chosen(values, "tier")),
        level=Level(_chosen(values, "level")),
        address=values["address"],
        creator=values["creator"],
        is_independent=values["independent"] == "yes",
    )


def citation_of(values: Mapping[str, str], before: Citation | None = None) -> Citation:
    """The citation that was typed. Raises UsageError when something is missing."""
    detail = values.get("detail", _ALL)
    return Citation(
        id=before.id if before else "",
        source=before.source if before else "",
        question=Question(_chosen(values, "question")),
        stance=Stance(_chosen(values, "stance")),
        locator=values["locator"],
        excerpt=values["excerpt"],
        accessed=values["accessed"],
        detail=None if detail in ("", _ALL) else detail,
    )


def _chosen(values: Mapping[str, str], name: str) -> str:
    value = values.get(name, "")
    if not value:
        raise UsageError(f"The {_NAMES[name]} is not chosen.", "Go up to it, and press the letter that fits.")
    return value
