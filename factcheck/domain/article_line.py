"""An article as lists show it: all that `factcheck list` needs of the trade."""

from dataclasses import dataclass

from factcheck.domain.article import Article
from factcheck.domain.tally import Tally


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article as a list shows it. `touched_at` is ISO 8601 in UTC.

    `signed` says "signed", or "signed, changed since"; it is empty for an article that is not signed.
    """

    article: Article
    tally: Tally
    touched_at: str
    signed: str = ""
