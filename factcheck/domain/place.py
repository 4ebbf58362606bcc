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
