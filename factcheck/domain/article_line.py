"""An article as lists show it: all that `factcheck list` needs of the trade."""

from msgspec import Struct

from factcheck.domain.article import Article
from factcheck.domain.tally import Tally


class ArticleLine(Struct, frozen=True):
    """An article as a list shows it. `touched_at` is ISO 8601 in UTC.

    `signed` says "signed", "signed, changed since" or "signed, withdrawn"; it is empty for an article that is not signed.
    """

    article: Article
    tally: Tally
    touched_at: str
    signed: str = ""

    @property
    def signed_words(self) -> str:
        """The same with who countersigned it: "signed, countersigned by Eve"."""
        if not self.signed:
            return ""
        from factcheck.domain.signoff import SignedState, signed_words  # most articles are not signed yet

        return signed_words(SignedState(self.signed), self.article.signoff) or self.signed
