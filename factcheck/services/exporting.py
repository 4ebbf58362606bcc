"""Handing a review over: the whole state at one moment becomes a report in one of its forms.

A signed report is handed over as it was signed, to the byte, until something that it prints is changed.
"""

from factcheck.domain.article import Article
from factcheck.errors import UsageError
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.report.wishes import NONE, Wishes
from factcheck.services.signing_off import sealed_now
from factcheck.store.whole import WholeReader


def export(reader: WholeReader, article: Article, form: str, tool: Tool, wishes: Wishes = NONE) -> bytes:
    """The report of an article in a form ("json", "html", "md"). Equal states and wishes give equal bytes.

    Raises UsageError for an unknown form, and the store's faults.
    """
    if form not in FORMS:
        raise UsageError(f"There is no report form called {form!r}.", f"Choose one of {', '.join(FORMS)}.")
    return FORMS[form].render(sealed_now(reader, article, tool), wishes)
