"""Handing a review over: the whole state at one moment becomes a report in one of its forms."""

from factcheck.domain.article import Article
from factcheck.errors import UsageError
from factcheck.report.document import Tool, report_document
from factcheck.report.forms import FORMS
from factcheck.report.sealed import unsigned
from factcheck.report.wishes import NONE, Wishes
from factcheck.store.whole import WholeReader


def export(reader: WholeReader, article: Article, form: str, tool: Tool, wishes: Wishes = NONE) -> bytes:
    """The report of an article in a form ("json", "html", "md"). Equal states and wishes give equal bytes.

    Raises UsageError for an unknown form, and the store's faults.
    """
    if form not in FORMS:
        raise UsageError(f"There is no report form called {form!r}.", f"Choose one of {', '.join(FORMS)}.")
    return FORMS[form].render(unsigned(report_document(reader.review(article.id), tool)), wishes)
