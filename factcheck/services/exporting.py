"""Handing a review over: the whole state at one moment becomes a report in one of its forms.

A signed report is handed over as it was signed, to the byte, until something that it prints is changed.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.errors import UsageError
from factcheck.report.document import Tool
from factcheck.report.forms import AUTHORS_OWN, FORMS
from factcheck.report.redacting import redacted
from factcheck.report.sealed import Sealed, unsigned
from factcheck.report.unswept import unswept
from factcheck.report.wishes import NONE, Wishes
from factcheck.services.manuscripts import manuscript_of
from factcheck.services.signing_off import sealed_now
from factcheck.store.evidence import Evidence
from factcheck.store.whole import WholeReader


@unswept()
def export(reader: WholeReader, article: Article, form: str, tool: Tool, wishes: Wishes = NONE) -> bytes:
    """The report of an article in a form ("json", "html", "md"). Equal states and wishes give equal bytes.

    Raises UsageError for an unknown form, and the store's faults.
    """
    return made(sealed_now(reader, article, tool), form, wishes)


@unswept()
def made(sealed: Sealed, form: str, wishes: Wishes = NONE, evidence: Evidence | None = None) -> bytes:
    """A report in a form. The author's own file is looked for in `evidence`. Raises UsageError for an unknown form."""
    return b"".join(made_in_pieces(sealed, form, wishes, evidence))


def made_in_pieces(
    sealed: Sealed, form: str, wishes: Wishes = NONE, evidence: Evidence | None = None
) -> Iterable[bytes]:
    """The same piece after piece: a very long page is never in memory as a whole."""
    if form not in FORMS:
        raise UsageError(f"There is no report form called {form!r}.", f"Choose one of {', '.join(FORMS)}.")
    if form == AUTHORS_OWN and evidence is not None:
        wishes = replace(wishes, manuscript=manuscript_of(evidence, sealed.document()))
    return FORMS[form].pieces(sealed, wishes)


@unswept()
def without_the_internal(sealed: Sealed) -> Sealed:
    """The redacted report, which nobody has signed: a report of its own that names the full one."""
    return unsigned(redacted(sealed.document()))
