"""Every form in which a report leaves. A new format is one module with a `render` and one line here."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from factcheck.report.author_docx import render_author_docx
from factcheck.report.checked_forms import CHECKED
from factcheck.report.claim_review import render_claim_review
from factcheck.report.csv_form import render_csv
from factcheck.report.docx_form import MEDIA_TYPE as DOCX
from factcheck.report.docx_form import render_docx
from factcheck.report.html_form import html_pieces
from factcheck.report.json_form import render_json
from factcheck.report.markdown_form import render_markdown
from factcheck.report.pdf_form import render_pdf
from factcheck.report.sealed import Sealed
from factcheck.report.web_annotation import render_web_annotation
from factcheck.report.wishes import NONE, Wishes
from factcheck.report.xlsx_form import render_xlsx

AUTHORS_OWN = "author-docx"
_CHECKED = "-checked.docx"
"""The author's own file with the changes; a list of them is called otherwise, so that neither takes the other's place."""
Making = Callable[[Sealed, Wishes], Iterable[bytes]]


class Form(Struct, frozen=True):
    """A form: the name by which it is asked for, how its files end, and how it is made."""

    name: str
    suffix: str
    media_type: str
    is_text: bool
    make: Making

    def render(self, sealed: Sealed, wishes: Wishes = NONE) -> bytes:
        """The report in this form. The same report and wishes give the same bytes."""
        return b"".join(self.pieces(sealed, wishes))

    def pieces(self, sealed: Sealed, wishes: Wishes = NONE) -> Iterable[bytes]:
        """The same piece after piece, where it would be very long in one; most forms are made as a whole."""
        if wishes.is_checked_copy and self.name in CHECKED:
            return [CHECKED[self.name](sealed, wishes)]
        return self.make(sealed, wishes)

    @property
    def has_checked_copy(self) -> bool:
        """Whether there is one with the recommended changes alone."""
        return self.name == AUTHORS_OWN or self.name in CHECKED

    def file_name(self, slug: str, wishes: Wishes = NONE, *, is_redacted: bool = False) -> str:
        """What its file is called: what holds less than the whole report says so, and takes no other's place."""
        suffix = self.suffix
        if wishes.is_checked_copy and self.has_checked_copy:
            suffix = _CHECKED if self.name == AUTHORS_OWN else f"-changes{suffix}"
        return f"{slug}{'-redacted' if is_redacted else ''}{suffix}"


def _whole(render: Callable[[Sealed, Wishes], bytes]) -> Making:
    """A form that is made as a whole."""
    return lambda sealed, wishes: [render(sealed, wishes)]


def _as_it_is(render: Callable[[Sealed], bytes]) -> Making:
    """The same, where nothing is left to be wished for."""
    return lambda sealed, _: [render(sealed)]


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINKED = "application/ld+json"
_ALL = (
    Form("json", ".json", "application/json", is_text=True, make=_as_it_is(render_json)),
    Form(
        "html", ".html", "text/html; charset=utf-8", is_text=True, make=lambda sealed, _: html_pieces(sealed)
    ),
    Form("md", ".md", "text/markdown; charset=utf-8", is_text=True, make=_as_it_is(render_markdown)),
    Form("csv", ".csv", "text/csv; charset=utf-8; header=present", is_text=True, make=_whole(render_csv)),
    Form("xlsx", ".xlsx", _XLSX, is_text=False, make=_as_it_is(render_xlsx)),
    Form(AUTHORS_OWN, "-comments.docx", DOCX, is_text=False, make=_whole(render_author_docx)),
    Form("docx", ".docx", DOCX, is_text=False, make=_as_it_is(render_docx)),
    Form("pdf", ".pdf", "application/pdf", is_text=False, make=_as_it_is(render_pdf)),
    Form("claimreview", "-claimreview.json", LINKED, is_text=True, make=_whole(render_claim_review)),
    Form("webannotation", "-annotations.json", LINKED, is_text=True, make=_as_it_is(render_web_annotation)),
)
FORMS = {form.name: form for form in _ALL}
