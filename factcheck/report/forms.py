"""Every form in which a report leaves. A new format is one module with a `render` and one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from factcheck.report.html_form import render_html
from factcheck.report.json_form import render_json
from factcheck.report.markdown_form import render_markdown
from factcheck.report.sealed import Sealed


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the name by which it is asked for, how its files end, and how it is made."""

    name: str
    suffix: str
    media_type: str
    is_text: bool
    render: Callable[[Sealed], bytes]


_ALL = (
    Form("json", ".json", "application/json", is_text=True, render=render_json),
    Form("html", ".html", "text/html; charset=utf-8", is_text=True, render=render_html),
    Form("md", ".md", "text/markdown; charset=utf-8", is_text=True, render=render_markdown),
)
FORMS = {form.name: form for form in _ALL}
