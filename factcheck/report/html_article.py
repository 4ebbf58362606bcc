"""The article in the HTML page, with the marks in place."""

from collections.abc import Iterator, Mapping, Sequence

from factcheck.report.checks import Document
from factcheck.report.layout import Piece, paragraphs
from factcheck.report.markup import Html, Shape, escaped, joined
from factcheck.report.reading import Entry, called
from factcheck.report.vocabulary import GLYPHS

_BEGINS = Shape("""<section aria-labelledby="article">
<h2 id="article">The article, with the marks in place</h2>
""")
_WITHOUT = Shape("<p>This report was made without the article’s text.</p>\n")
_ABOUT = Shape(
    '<p class="about">After each statement stand its number and a sign for each question: {}.'
    " First said, where it is asked, then so.</p>\n"
)
_SIGN = Shape('<span class="glyph {}" aria-hidden="true">{}</span> {}')
_TEXT, _TEXT_ENDS = Shape('<div class="article"{}>\n'), Shape("</div>\n")
_PARAGRAPH = Shape('<p class="{}" dir="auto">{}</p>\n')
_STATEMENT = Shape(
    '<span class="mark {}" id="t{}">{}</span>'
    '<a class="ref {}" lang="en" href="#s{}" aria-label="{}: {}">{}&#8239;{}</a>'
)
_OMISSION = Shape(
    '<span class="omitted" id="p{}">{}</span><a class="ref" lang="en" href="#x{}">not checked</a>'
)
_ENDS = Shape("</section>\n")
_COMMA = Html(", ")


def article(
    document: Document, entries: Sequence[Entry], words: Mapping[int, Html], language: Html
) -> Iterator[Html]:
    """The whole text, each statement followed by its number and signs; `words` has theirs by their numbers."""
    yield _BEGINS()
    if document["article"]["text"] is None:
        yield _WITHOUT()
        yield _ENDS()
        return
    signs = (_SIGN(name, sign, called(document, name)) for name, sign in GLYPHS.items())
    yield _ABOUT(joined(signs, _COMMA))
    yield _TEXT(language)
    by_number = {entry.number: (entry, words[entry.number]) for entry in entries}
    for paragraph in paragraphs(document):
        yield _PARAGRAPH(paragraph.kind, joined(_marked(piece, by_number) for piece in paragraph.pieces))
    yield _TEXT_ENDS()
    yield _ENDS()


def _marked(piece: Piece, by_number: dict[int, tuple[Entry, Html]]) -> Html:
    if piece.statement:
        entry, words = by_number[piece.statement]
        n, tone = entry.number, entry.tone
        shown = words if piece.text == entry.text else piece.text
        return _STATEMENT(tone, n, shown, tone, n, n, entry.in_words, n, entry.glyphs)
    if piece.omission:
        return _OMISSION(piece.omission, piece.text, piece.omission)
    return escaped(piece.text)
