"""The checked copy in each form in which there is one, beside the author's own Word file."""

from collections.abc import Callable, Iterator

from factcheck.domain.visible import visible
from factcheck.report.checked_copy import LABEL, Change, CheckedCopy, checked_copy
from factcheck.report.csv_form import csv_of
from factcheck.report.html_form import page_of
from factcheck.report.html_statements import marked_words
from factcheck.report.markdown import one_line, opened, row, within_lines
from factcheck.report.markup import NOTHING, Html, Shape, joined
from factcheck.report.ooxml import LOOKS, paragraph, run
from factcheck.report.sealed import Sealed
from factcheck.report.wishes import Wishes

COLUMNS = ("number", "what", "old words", "new words", "note")
_TITLE = Shape("{}: {}")
_TOP = Shape("""<header>
<p class="kicker">{}{}</p>
<h1 dir="auto">{}</h1>
<dl class="identity">
{}</dl>
</header>
<main>
<p>{}</p>
""")
_STAMP = Shape(' <span class="stamp">{}</span>')
_NAMED = Shape("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n")
_CHANGE = Shape('<h2>{}</h2>\n<p class="exact" dir="auto">{}</p>\n{}')
_NOTE = Shape('<p class="fact note"><span class="label">Note</span> <bdi>{}</bdi></p>\n')
_ENDS = Shape('<p class="meta">{}</p>\n</main>\n')
_MARKS = {"del": "~~", "ins": "**", "": ""}


def _html(sealed: Sealed, _: Wishes) -> bytes:
    copy = checked_copy(sealed)
    return b"".join(page_of(_TITLE(LABEL, copy.title), _parts(copy)))


def _parts(copy: CheckedCopy) -> Iterator[Html]:
    rows = joined(_NAMED(name, words) for name, words in copy.identity)
    yield _TOP(LABEL, _STAMP(copy.state) if copy.state else NOTHING, copy.title, rows, copy.about)
    for one in copy.changes:
        pieces = joined(marked_words(tag, words) for tag, words in one.pieces)
        yield _CHANGE(_heading(one), pieces, _NOTE(one.note) if one.note else NOTHING)
    yield _ENDS(copy.source)


def _markdown(sealed: Sealed, _: Wishes) -> bytes:
    copy = checked_copy(sealed)
    lines = [f"# {LABEL}: {one_line(copy.title)}", ""]
    lines += [f"**{copy.state}.**", ""] if copy.state else []
    lines += [row("", ""), row("---", "---"), *(row(name, one_line(words)) for name, words in copy.identity)]
    lines += ["", copy.about]
    for one in copy.changes:
        words = "".join(
            f"{_MARKS[tag]}{within_lines(visible(part))}{_MARKS[tag]}" for tag, part in _spaced(one)
        )
        lines += ["", f"## {one_line(_heading(one))}", "", opened(words)]
        lines += ["", f"Note: {one_line(one.note)}"] if one.note else []
    return "".join(f"{line}\n" for line in [*lines, "", copy.source]).encode()


def _csv(sealed: Sealed, wishes: Wishes) -> bytes:
    lines = [COLUMNS, *map(_cells, checked_copy(sealed).changes)]
    return csv_of(lines, is_raw=wishes.is_raw)


def _xlsx(sealed: Sealed, _: Wishes) -> bytes:
    from factcheck.report.xlsx_form import workbook_of

    copy = checked_copy(sealed)
    told = [("what it is", LABEL), ("title", copy.title), ("state", copy.state), *copy.identity]
    told += [("about", copy.about), ("taken from", copy.source)]
    sheets = (("Changes", COLUMNS, list(map(_cells, copy.changes))), ("Copy", ("what", "value"), told))
    return workbook_of(f"{LABEL}: {copy.title}", sealed.document(), sheets)


def _docx(sealed: Sealed, _: Wishes) -> bytes:
    from factcheck.report.docx_form import file_of

    copy = checked_copy(sealed)
    return file_of(sealed.document(), f"{LABEL}: {copy.title}", "".join(_paragraphs(copy)))


def _paragraphs(copy: CheckedCopy) -> list[str]:
    parts = [paragraph(run(f"{LABEL}{f' · {copy.state}' if copy.state else ''}".upper(), "<w:b/>"), "Small")]
    parts.append(paragraph(run(copy.title), "Title"))
    parts += [
        paragraph(f"{run(name)}<w:r><w:tab/></w:r>{run(words)}", "Identity") for name, words in copy.identity
    ]
    parts.append(paragraph(run(copy.about)))
    for one in copy.changes:
        parts.append(paragraph(run(_heading(one)), "Heading2"))
        parts.append(paragraph("".join(run(words, LOOKS[tag]) for tag, words in one.pieces)))
        parts += [paragraph(run(f"Note: {one.note}"))] if one.note else []
    return [*parts, paragraph(run(copy.source), "Small")]


def _pdf(sealed: Sealed, _: Wishes) -> bytes:
    from factcheck.report.pdf_data import all_visible
    from factcheck.report.pdf_form import pages_of

    copy = checked_copy(sealed)
    document = sealed.document()
    values = {
        "title": f"{LABEL}: {copy.title}".replace("\n", " "),
        "kicker": f"{LABEL}{f' · {copy.state}' if copy.state else ''}".upper(),
        "headline": copy.title,
        "identity": copy.identity,
        "about": copy.about,
        "changes": [(_heading(one), one.pieces, one.note) for one in copy.changes],
        "source": copy.source,
        "notices": [],
    }
    return pages_of("checked.typ", document, all_visible(values))


def _heading(one: Change) -> str:
    return f"Statement {one.number}: {one.what}"


def _cells(one: Change) -> tuple[str | int, ...]:
    return one.number, one.what, one.old, one.new, one.note


def _spaced(one: Change) -> list[tuple[str, str]]:
    """The pieces with the blanks at their ends outside their marks: Markdown wants it so."""
    found = []
    for tag, words in one.pieces:
        bare = words.strip()
        if not bare:
            found.append(("", words))
            continue
        start = words.index(bare)
        found += [("", words[:start]), (tag, bare), ("", words[start + len(bare) :])]
    return [(tag, words) for tag, words in found if words]


CHECKED: dict[str, Callable[[Sealed, Wishes], bytes]] = {
    "html": _html,
    "md": _markdown,
    "csv": _csv,
    "xlsx": _xlsx,
    "docx": _docx,
    "pdf": _pdf,
}
