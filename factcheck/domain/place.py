"""Where a person stands in an article, on one device: enough to come back to exactly there."""

from collections.abc import Mapping

from msgspec import Struct, field

from factcheck.domain.verdict import Question


class Place(Struct, frozen=True):
    """Statement, question, first visible line of the article, filter, and text typed but not yet saved.

    `top` is the block at the pane's upper edge and the line within it. `typed` maps a field
    ("private_note:<statement id>") to half-typed text. `at` is ISO 8601 in UTC.
    """

    article_id: str
    statement_id: str | None = None
    question: Question = Question.SO
    top: tuple[int, int] = (0, 0)
    filter: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    at: str = ""


def typed_since(known: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str | None]:
    """The half-typed texts that are other than what was known of them; None for one that was let go of."""
    return {f: typed.get(f) for f in {**known, **typed} if typed.get(f) != known.get(f)}


def with_typed(stored: Mapping[str, str], changed: Mapping[str, str | None]) -> dict[str, str]:
    """Half-typed texts with some of them changed; the others may be another window's, and stay."""
    return {field: text for field, text in {**stored, **changed}.items() if text is not None}
