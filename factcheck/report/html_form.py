"""The report as one HTML page: no script that runs, no request to anywhere, made for paper as well.

Every value that it prints is made visible and escaped by the shape that it is put into (`markup`), and not by
the care of these lines; the page carries report.json, so that it can be checked against it.
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from factcheck.report.attention import concerns
from factcheck.report.checks import Document
from factcheck.report.html_article import article
from factcheck.report.html_ends import header, not_checked, sources
from factcheck.report.html_sign_off import sign_off
from factcheck.report.html_statements import attention, body, statements
from factcheck.report.markup import NOTHING, Html, Shape, escaped
from factcheck.report.reading import entries
from factcheck.report.sealed import Sealed
from factcheck.report.signed import decisions

_POLICY = "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
_HEAD = Shape("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
{}<title>{}</title>
<style>{}</style>
</head>
<body>
""")
_GENERATOR = Shape('<meta name="generator" content="{} {}">\n')
_TITLE = Shape("Fact-check report: {}")
_LANGUAGE = Shape(' lang="{}"')
_CONTENTS = Shape("""<nav aria-label="Contents">
<ol>
<li><a href="#attention">Needs attention</a></li>
<li><a href="#statements">Statements</a></li>
<li><a href="#article">Article</a></li>
<li><a href="#sources">Sources</a></li>
<li><a href="#not-checked">Not checked</a></li>
<li><a href="#sign-off">Sign-off</a></li>
</ol>
</nav>
<main>
""")
_MAIN_ENDS = Shape("</main>\n")
_ENCODED_AT_A_TIME = 3 << 16
"""Bytes of what is carried: a multiple of three, so that the pieces in base64 make one run of it."""


def render_html(sealed: Sealed) -> bytes:
    """The page, in UTF-8, with report.json and all signatures inside. The same report gives the same bytes."""
    return b"".join(html_pieces(sealed))


def html_pieces(sealed: Sealed) -> Iterator[bytes]:
    """The same piece after piece: a page of ten thousand statements has 46 MB, and is never in memory as a whole."""
    document = sealed.document()
    tool = document["tool"]
    return page_of(
        _TITLE(document["article"]["title"]),
        _sections(sealed, document),
        generator=_GENERATOR(tool["name"], tool["version"]),
        carried=_carried(sealed),
    )


def page_of(
    title: Html, parts: Iterable[Html], *, generator: Html = NOTHING, carried: Iterable[bytes] = ()
) -> Iterator[bytes]:
    """A page of these parts with our style and the policy that goes with it, in UTF-8; last is what it carries."""
    style, policy = _style()
    head = _HEAD(policy, generator, title, style)
    page = (part.markup.encode("utf-8") for part in chain([head], parts))
    return chain(page, carried, [b"</body>\n</html>\n"])


def _sections(sealed: Sealed, document: Document) -> Iterator[Html]:
    """What an editor wants to read, in that order."""
    all_entries, decided = entries(document), decisions(sealed, document)
    language = _LANGUAGE(document["article"]["language"] or "")
    words = {entry.number: escaped(entry.text) for entry in all_entries}  # they stand in the article too
    bodies = {entry.number: body(entry, words[entry.number], language) for entry in all_entries}
    yield from header(sealed, document, language)
    yield _CONTENTS()
    yield from attention(concerns(document, all_entries, decided), bodies)
    yield from statements(document, all_entries, bodies)
    yield from article(document, all_entries, words, language)
    yield from sources(document)
    yield from not_checked(document, language)
    yield from sign_off(sealed, document, decided)
    yield _MAIN_ENDS()


@cache
def _style() -> tuple[Html, str]:
    """Our style sheet, read once from the package, and the policy that lets nothing else be applied."""
    content = Path(__file__).with_name("templates").joinpath("report.css").read_bytes()
    digest = b64encode(hashlib.sha256(content).digest()).decode("ascii")
    return Html(content.decode("utf-8")), _POLICY.format(digest)


def _carried(sealed: Sealed) -> Iterator[bytes]:
    """What the page carries for machines, in base64: the report, its signature, each countersign and its own."""
    yield from _script(b"factcheck-report", sealed.report)
    if sealed.signature is not None:
        yield from _script(b"factcheck-signature", sealed.signature)
    for number, one in enumerate(sealed.countersigns, 1):
        yield from _script(b"factcheck-countersign-%d" % number, one.statement)
        yield from _script(b"factcheck-countersign-%d-signature" % number, one.signature)


def _script(name: bytes, content: bytes) -> Iterator[bytes]:
    yield b'<script type="application/json+base64" id="%s">' % name
    rest = memoryview(content)
    for start in range(0, len(content), _ENCODED_AT_A_TIME):
        yield b64encode(rest[start : start + _ENCODED_AT_A_TIME])
    yield b"</script>\n"
