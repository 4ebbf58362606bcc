"""Who wrote and who published an article: what the file says of it is proposed, and stored when a person confirms it."""

from typing import TYPE_CHECKING

from factcheck.domain.article import Credits
from factcheck.domain.canonical import Json

if TYPE_CHECKING:
    from factcheck.documents.document import Proposals

NOBODY = Credits()
_LONGEST = 500


def proposed(proposals: "Proposals") -> Credits:
    """What a file says of its author and publisher, to be shown and confirmed."""
    author, publisher = (" ".join(words.split())[:_LONGEST] for words in (proposals.author, proposals.source))
    return Credits(author or None, publisher or None)


def dateline_proposed(proposals: "Proposals") -> str:
    """The day that a file names as its own, to be shown and confirmed; "" when it names none, or not a whole one."""
    from factcheck.extraction.datelines import dateline_date

    day = " ".join(proposals.date.split())
    return day if dateline_date(day) is not None else ""


def credits_form(credited: Credits) -> dict[str, Json]:
    """What is known of author and publisher, as an event carries it."""
    told: dict[str, Json] = {"author": credited.author, "publisher": credited.publisher}
    return {name: words for name, words in told.items() if words}
